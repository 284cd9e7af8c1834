"""When an act is due: which time of the clause is its own, and how it binds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .clauses import Clause
from .items import Item

SAYING = frozenset({"decided", "agreed", "holds", "announced", "asks", "promises", "threatens", "wants", "aims"})
TURNS = frozenset({"refuse", "deny", "postpone", "extend", "cancel", "advance"})


class Due(NamedTuple):
    """``time``: its index among the document's; ``kind`` of the contract; ``k`` the time's item; ``signal`` the word's."""

    time: int
    kind: str
    k: int
    signal: bool


def due(items: Sequence[Item], bounds: Clause, used: Sequence[int], begin: int) -> Due | None:
    """The time of the clause that binds its act: the first with a binding word after the head, else the nearest.

    ``begin`` is where an adverbial before the clause may begin. A time between a verb of deciding, agreeing or announcing
    and its act is that of the deciding, and none before such a verb counts either.
    """
    if items[used[0]].type != "deny" and any(items[k].type == "cancel" for k in used):
        return None  # what is called off is due no more
    times = [n for n, x in enumerate(items) if x.type == "time" and _dates(items, n)]
    after = [n for n in times if bounds.head_end <= items[n].i < bounds.b]
    before = [] if _said(items[used[0]]) else [n for n in times if begin <= items[n].i < bounds.head]
    for binds in (True, False):
        for n in (*after, *reversed(before)):
            kind = signal(items, n)
            if kind in ("", "on") and _told(items, used):
                continue
            if bool(kind) == binds:
                return Due(items[n].time, kind or "on", n, binds)
    return None


def _dates(items: Sequence[Item], n: int) -> bool:
    """Whether the time at ``n`` can date an act: no age, no length of time but one within which it is to be done."""
    if items[n].variety == "duration":
        return signal(items, n) == "within"
    return items[n].variety != "set" and not _told_of(items, n)


def _told_of(items: Sequence[Item], n: int) -> bool:
    """Whether the time at ``n`` dates a past verb right after a relative word: "the vote that took place on Sunday"."""
    for k in range(n - 1, max(0, n - 4), -1):
        verb = items[k]
        if verb.type in ("mark", "time"):
            return False
        if verb.variety == "past":
            return items[k - 1].type == "which" and items[k - 1].j == verb.i
    return False


def _told(items: Sequence[Item], used: Sequence[int]) -> bool:
    """Whether the clause only tells that something was refused or denied: a day in it is that of the refusal."""
    return items[used[-1]].type in ("refuse", "deny") and items[used[-1]].variety == "past"


def _said(first: Item) -> bool:
    """Whether the clause's first word is a verb of deciding, agreeing, announcing or asking in the past."""
    verb = first.hit.entry.inflection if first.hit else None
    if first.type in TURNS:
        return first.variety == "past"
    return first.type == "plan" and first.variety in SAYING and (verb is None or verb.tense == "past")


def signal(items: Sequence[Item], n: int) -> str:
    """The due_kind that the words before the time at ``n`` give it; empty where none binds it.

    A time that fixes a noun ("the vote set for May") binds through the word before that noun: after the vote, before it.
    """
    last = items[n - 1] if n else None
    if last is None:
        return ""
    near = items[n].i - last.j
    if last.type == "signal" and near <= (0 if last.j - last.i == 1 and last.variety in ("on", "from", "until") else 2):
        fixed = _fixed(items, n - 1)
        return fixed if fixed else last.variety
    if last.type == "after" and near <= 2:
        return "not_before"
    return _fixed(items, n)


def _fixed(items: Sequence[Item], n: int) -> str:
    """How an act stands to the noun that the time at ``n`` fixes; empty where it fixes none."""
    if n < 2 or items[n - 1].type != "fixed":
        return ""
    apart = n >= 4 and (items[n - 4].variety == "duration" or items[n - 3].variety == "duration")  # "a month before"
    for x in reversed(items[max(0, n - (6 if apart else 4)) : n - 1]):
        if x.type == "after":
            return "after_event"
        if x.type == "signal" and x.variety == "by":
            return "by"
    return ""
