"""What the reports of one sentence lend one another: the announcement, the date, the act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from ...records import Undertaking
from .clauses import BINDING, HARD, Clause
from .due import Due
from .items import Item
from .rules import Match

LENDING = frozenset({"scheduled", "expected", "willed", "settled", "obliged", "future", "never"})
TAKING = frozenset({"present", "noun"})


class Rest(NamedTuple):
    """A second date for the same act ("... by May, and the rest by June"): its words and its time."""

    a: int
    b: int
    due: Due


def inherit(items: Sequence[Item], found: Sequence[Match]) -> list[Match]:
    """An act joined by a conjunction to an announced one is announced with it."""
    out: list[Match] = []
    for match in found:
        first = items[match.items[0]]
        last = out[-1] if out else None
        if last and match.rule.id in TAKING and last.rule.id in LENDING and _joined(items, last, match, first):
            match = match._replace(rule=last.rule)
        out.append(match)
    return out


def settle(items: Sequence[Item], found: Sequence[Match]) -> list[Match]:
    """One report where two matches tell of one act: twin nouns ("bring in and hand out"), "was due ... but was put off"."""
    out: list[Match] = []
    for match in found:
        last = out[-1] if out else None
        if last is not None:
            first, head = items[match.items[0]], items[last.items[-1]]
            if match.rule is last.rule and len(match.items) == 1 and first.i == head.j and first.variety in ("noun", "purpose"):
                continue
        if _only_phase(match, items):
            at = _was_due(items, out, items[match.items[0]])
            if at is not None:
                out[at] = out[at]._replace(rule=match.rule)
                continue
        out.append(match)
    return out


def _was_due(items: Sequence[Item], out: Sequence[Match], verb: Item) -> int | None:
    """The announced act, a few words back, that a verb of putting off or calling off speaks of."""
    for at in range(len(out) - 1, -1, -1):
        named = out[at].rule.id in ("noun", "done") and not any(items[k].verbal for k in out[at].items)
        if named or out[at].rule.id in ("scheduled", "expected", "willed", "set-for"):
            return at if verb.i - items[out[at].items[-1]].j <= 14 else None
    return None


def _only_phase(match: Match, items: Sequence[Item]) -> bool:
    """Whether a match is a bare verb of putting off or calling off, its act told before."""
    if match.rule.id not in ("postponed", "cancelled"):
        return False
    bare = items[match.items[-1]].type in ("postpone", "cancel")
    return bare and (items[match.items[0]].type == "carry" or (len(match.items) == 1 and items[match.items[0]].verbal))


def _joined(items: Sequence[Item], last: Match, match: Match, first: Item) -> bool:
    if first.hit is None or not first.hit.conj:
        return False
    head = items[last.items[-1]]
    if first.verbal != head.verbal:
        return False
    between = items[last.items[-1] + 1 : match.items[0]]
    return not any(x.type in ("said_that", "edge", "if") or (x.type == "mark" and x.variety in HARD) for x in between)


def rest(items: Sequence[Item], extent: Clause, when: Due | None) -> Rest | None:
    """The second dated part of a clause whose act stands only once."""
    if when is None or not when.signal:
        return None
    for n in range(when.k + 1, len(items)):
        x = items[n]
        if x.i >= extent.b:
            return None
        signal = items[n - 1]
        if x.type == "time" and signal.type == "signal" and signal.variety in BINDING:
            comma = next((m for m in range(n - 1, when.k, -1) if items[m].variety == ","), None)
            if comma is None:
                return None
            return Rest(items[comma].j, x.j, Due(x.time, signal.variety, n, True))
    return None


def share_dates(joined: Sequence[tuple[Undertaking, bool]]) -> list[Undertaking]:
    """An undated act takes the deadline of the one joined to it ("will leave A, and cut B by May")."""
    out = [u for u, _ in joined]
    for n in range(len(out) - 2, -1, -1):
        here, then = out[n], out[n + 1]
        if joined[n + 1][1] and here.time is None and then.time is not None and then.due_kind in BINDING:
            out[n] = replace(here, time=then.time, due_kind=then.due_kind)
    return out
