"""When an act is due: which time of the clause is its own, and how it binds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .clauses import Clause
from .items import Item


class Due(NamedTuple):
    """``time``: its index among the document's; ``kind`` of the contract; ``k`` the time's item; ``signal`` the word's."""

    time: int
    kind: str
    k: int
    signal: bool


def due(items: Sequence[Item], bounds: Clause, used: Sequence[int], lead: int) -> Due | None:
    """The time of the clause that binds its act: the first with a binding word after the head, else the nearest.

    ``lead`` is where an adverbial before the clause may begin (a sentence or clause opened by a time).
    """
    after = [n for n, x in enumerate(items) if x.type == "time" and bounds.head_end <= x.i < bounds.b]
    inside = [n for n, x in enumerate(items) if x.type == "time" and bounds.a <= x.i < bounds.head]
    before = [n for n, x in enumerate(items) if x.type == "time" and lead <= x.i < bounds.a]
    for n in (*after, *reversed(inside), *reversed(before)):
        kind = signal(items, n)
        if kind:
            return Due(items[n].time, kind, n, True)
    for n in (*after, *reversed(inside), *reversed(before)):
        return Due(items[n].time, "on", n, False)
    return None


def signal(items: Sequence[Item], n: int) -> str:
    """The due_kind that the word before the time at ``n`` gives it; empty where none binds it."""
    if n and items[n - 1].type == "signal" and items[n].i - items[n - 1].j <= 3:
        return items[n - 1].variety
    return "not_before" if n and items[n - 1].type == "after" and items[n].i - items[n - 1].j <= 3 else ""
