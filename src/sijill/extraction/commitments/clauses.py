"""Where the clause of a report begins and ends, and which of its words it is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .items import Item
from .rules import Match

STOPS = frozenset({"said_that", "that", "edge", "which", "if", "until_then", "whether"})
"""Steering words before which (to the left: after which) another clause stands."""
HARD = frozenset(".!?;:")
BINDING = frozenset({"by", "until", "from", "within"})
"""The signals of a deadline or a term, which reach over a comma."""
SURE = 0.4
"""The least weight of a rule whose reports bound other clauses wherever they stand."""
NAME = 6
"""The most words between the quotation marks of a name, the marks among them."""
REACH = 24
"""The most words a clause takes on either side of its head."""


class Clause(NamedTuple):
    """A report's clause: tokens ``a`` .. ``b`` (exclusive); ``head_end`` where the words after the head begin."""

    a: int
    b: int
    head: int
    head_end: int


def bounds_others(items: Sequence[Item], match: Match) -> bool:
    """Whether a report ends the clause of another: surely announced, or joined by a conjunction, or after a pause."""
    first = match.items[0]
    if float(match.rule.row["weight"]) >= SURE:
        return True
    joined = items[first].hit
    return bool(joined and joined.conj) or (first > 0 and items[first - 1].type == "mark")


def clause(items: Sequence[Item], used: Sequence[int], others: Sequence[tuple[int, ...]], a: int, b: int) -> Clause:
    """The clause around the items ``used`` of a match, in a sentence on tokens ``a`` .. ``b``.

    ``others`` are the items of the other matches: a clause does not run into another's governing words.
    """
    first, head = items[used[0]], items[used[-1]]
    left = max(a, _left(items, used[0], a, others) if _subject_first(first) else first.i)
    right = _right(items, used[-1], b, others)
    return Clause(left, right, head.i, head.j)


def _subject_first(first: Item) -> bool:
    """Whether the subject may stand before the clause's first steering word; a joined verb brings its own or none."""
    if first.verbal and first.hit is not None and first.hit.conj:
        return False
    return first.verbal or first.type in ("never", "not_yet", "future", "carry", "plan")


def _left(items: Sequence[Item], k: int, a: int, others: Sequence[tuple[int, ...]]) -> int:
    at = items[k].i
    taken = {n for m in others for n in m}
    edge = max(a, at - REACH)
    n = k - 1
    while n >= 0 and items[n].j > edge:
        item = items[n]
        if item.type == "quote" and (opened := _quoted(items, n)) is not None:
            n = opened - 1
            continue
        if item.type in ("mark", "quote"):
            return item.j
        if item.verbal and n and items[n - 1].type == "which" and items[n - 1].j == item.i:
            n -= 2  # the subject's own relative clause
            continue
        if item.type in STOPS or item.verbal or n in taken:
            return max(edge, item.j)
        n -= 1
    return edge


def _quoted(items: Sequence[Item], n: int) -> int | None:
    """The item that opens a name in quotation marks which the one at ``n`` closes; None where it encloses more."""
    for m in range(n - 1, -1, -1):
        if items[n].i - items[m].i > NAME:
            return None
        if items[m].type == "quote":
            return m
    return None


def _right(items: Sequence[Item], k: int, b: int, others: Sequence[tuple[int, ...]]) -> int:
    begins = {m[0] for m in others if m[0] > k}
    limit = min(b, items[k].j + REACH)
    for n in range(k + 1, len(items)):
        item = items[n]
        if item.i >= limit:
            break
        if n in begins or (item.type == "mark" and item.variety in HARD) or (item.type in STOPS and item.type != "which"):
            return item.i
        if item.type == "mark" and item.variety == "," and not _dated_after(items, n, begins, limit):
            return item.i
    return limit


def _dated_after(items: Sequence[Item], n: int, begins: set[int], limit: int) -> bool:
    """Whether a time follows the comma at once, or a deadline does before anything else is told."""
    for m in range(n + 1, len(items)):
        item = items[m]
        if (
            m in begins
            or item.i >= limit
            or item.type in STOPS
            or item.verbal
            or (item.type == "mark" and item.variety in HARD)
        ):
            return False
        if item.type == "mark" and item.variety == "," and m <= n + 2:
            n = m  # a remark between commas
            continue
        if item.type == "time":
            binds = items[m - 1].type == "signal" and items[m - 1].variety in BINDING
            return binds or m == n + 1 or (m == n + 2 and items[m - 1].type == "signal")
    return False


def lead(items: Sequence[Item], bounds: Clause, a: int) -> int:
    """Where the adverbial before the clause begins ("in mid-May, ..."), else the clause's own beginning."""
    before = [n for n, x in enumerate(items) if x.j <= bounds.a]
    if not before or items[before[-1]].variety != ",":
        return bounds.a
    begin = a
    for n in reversed(before[:-1]):
        item = items[n]
        if item.type in STOPS or item.type == "mark":
            begin = item.j
            break
        if item.verbal or item.type == "plan":
            return bounds.a
    return begin
