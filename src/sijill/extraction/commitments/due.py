"""When an act is due: which time of the clause is its own, and how it binds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .clauses import Clause
from .items import Item

SAYING = frozenset({"decided", "agreed", "announced", "asks", "promises", "threatens", "wants"})


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
    times = [n for n, x in enumerate(items) if x.type == "time"]
    after = [n for n in times if bounds.head_end <= items[n].i < bounds.b]
    before = [] if _said(items[used[0]]) else [n for n in times if begin <= items[n].i < bounds.head]
    for binds in (True, False):
        for n in (*after, *reversed(before)):
            kind = signal(items, n)
            if bool(kind) == binds:
                return Due(items[n].time, kind or "on", n, binds)
    return None


def _said(first: Item) -> bool:
    """Whether the clause's first word is a verb of deciding, agreeing, announcing or asking in the past."""
    verb = first.hit.entry.inflection if first.hit else None
    return first.type == "plan" and first.variety in SAYING and (verb is None or verb.tense == "past")


def signal(items: Sequence[Item], n: int) -> str:
    """The due_kind that the word before the time at ``n`` gives it; empty where none binds it."""
    if n and items[n - 1].type == "signal" and items[n].i - items[n - 1].j <= 3:
        return items[n - 1].variety
    return "not_before" if n and items[n - 1].type == "after" and items[n].i - items[n - 1].j <= 3 else ""
