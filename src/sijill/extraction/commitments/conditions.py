"""What an act hangs on: a condition before or after it, another act that must come first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .clauses import HARD, Clause
from .items import Item

CONSEQUENCE = frozenset({"future", "never", "will_be", "edge"})
"""Items that begin what follows from a condition, or another clause."""
FAR = 26
"""How many words after its act a condition may begin."""


class Condition(NamedTuple):
    """A condition on tokens ``a`` .. ``b``. ``inside``: the act itself stands in it; ``firm``: without it no act."""

    a: int
    b: int
    inside: bool
    firm: bool


def condition(items: Sequence[Item], extent: Clause, bounds: tuple[int, int]) -> Condition | None:
    """The condition of the act of a clause, in a sentence on tokens ``bounds``; None where it hangs on nothing."""
    for n, x in enumerate(items):
        if x.type not in ("if", "until_then") or x.i > extent.head + FAR:
            continue
        end = _end(items, n, bounds[1])
        if x.i < extent.head:
            if _broken(items, x.i, extent.head):
                continue
            if extent.head < end:
                return Condition(x.i, end, True, x.type == "if")
            if _settled(items, end, extent):
                continue
            return Condition(x.i, end, False, x.type == "if")
        if _looks_ahead(items, n):
            continue
        if not _broken(items, extent.head_end, x.i) and not _another(items, extent.head_end, x.i):
            return Condition(x.i, end, False, x.type == "if")
    return _after(items, extent)


def _settled(items: Sequence[Item], end: int, extent: Clause) -> bool:
    """Whether a condition before the clause has had its consequence already: another verb or clause stands between."""
    return any(end <= x.i < extent.a and (x.verbal or x.type in CONSEQUENCE) for x in items)


def _looks_ahead(items: Sequence[Item], n: int) -> bool:
    """Whether a condition joined by a conjunction after a pause belongs to what follows it: ", and if ... then"."""
    hit = items[n].hit
    if hit is None or not hit.conj or not n or items[n - 1].type != "mark":
        return False
    return any(x.type in CONSEQUENCE or x.variety == "future" for x in items[n + 1 :])


def _end(items: Sequence[Item], n: int, b: int) -> int:
    for x in items[n + 1 :]:
        if x.type == "mark" or (x.type == "future") or x.variety == "future" or x.type == "never":
            return x.i
    return b


def _broken(items: Sequence[Item], a: int, b: int) -> bool:
    return any(a <= x.i < b and ((x.type == "mark" and x.variety in HARD) or x.type == "said_that") for x in items)


def _another(items: Sequence[Item], a: int, b: int) -> bool:
    """Whether another verb, joined by a conjunction, stands between: the condition is its own."""
    return any(a <= x.i < b and x.verbal and x.hit is not None and x.hit.conj for x in items)


def _after(items: Sequence[Item], extent: Clause) -> Condition | None:
    """An act that must come first: "after the completion of ..." right behind the head's own words."""
    for n, x in enumerate(items[:-1]):
        if x.type in ("after", "signal") and extent.head < x.i < extent.b:
            then = items[n + 1]
            if then.variety == "duration" and then.i - x.j <= 1:
                if _counted(items, n + 2, then):
                    return Condition(x.i, extent.b, False, False)
                continue
            if x.type == "signal":
                continue
            if then.type in ("act", "complete", "end", "start") and then.variety == "noun" and then.i - x.j <= 1:
                return Condition(x.i, extent.b, False, False)
    return None


def _counted(items: Sequence[Item], n: int, term: Item) -> bool:
    """Whether a length of time is counted from an act: "two months after the signing"."""
    if n < len(items) and items[n].type == "signal" and items[n].i == term.j:
        n += 1
    return n < len(items) and items[n].variety == "noun" and items[n].i - term.j <= 2
