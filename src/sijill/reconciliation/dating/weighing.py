"""Clues about one report's day weighed into an interval: the days that most of the weight agrees on, or a wide one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from ...records import Proof, Published
from .clues import Clue, Today

ENOUGH = 0.8
"""Weight of windows that must agree before they place a report."""
MONTH = 0.3
"""What a wider window that agrees adds to them."""
WEEK = 7
NARROW = 14
"""Days up to which an interval places a report."""
WIDE = 92
"""Days from which an upper bound that is no crawl day says too little to be kept."""
FIRST, LAST = date(1, 1, 1).toordinal(), date(9999, 12, 31).toordinal()


def settle(clues: Sequence[Clue], todays: Sequence[Today] = (), crawled: Published | None = None) -> Published:
    """The interval that ``clues`` come to; unknown where they say too little. ``crawled``: a day it was seen on, at most.

    The windows that other reports give count only where enough of them agree; then the weekday that the report gives to
    its own day narrows them. Two clues of full weight outweigh any one. The proof lists what the interval rests on.
    """
    limit = crawled.latest if crawled else None
    firm = [c for c in clues if limit is None or c.earliest is None or c.earliest <= limit]
    low, high = _best(firm, limit)
    agreed = [c for c in firm if c.earliest and c.latest and _holds(c, low, high)]
    if any(_narrow(c) for c in agreed) and sum(c.weight if _narrow(c) else MONTH for c in agreed) < ENOUGH - 1e-9:
        firm = [c for c in firm if not _narrow(c)]
        low, high = _best(firm, limit)
    kept = [c for c in firm if _holds(c, low, high)]
    proofs = [c.proof for c in sorted(kept, key=lambda c: (-c.weight, c.kind, c.proof.says))]
    if limit is not None and crawled is not None:
        high = min(high, limit.toordinal())
        proofs = [*crawled.proof, *proofs]
    if high - low < NARROW:
        low, high = _honest(low, high, kept, limit)
        low, high, said = _weekday(low, high, todays)
        proofs += said
    return _published(low, high, limit, proofs)


def _narrow(c: Clue) -> bool:
    return c.earliest is not None and c.latest is not None and (c.latest - c.earliest).days < NARROW


def _best(clues: Sequence[Clue], limit: date | None) -> tuple[int, int]:
    """The stretch of days on which the most weight agrees, by running sums over the ends of the clues; its hull if several."""
    change: Counter[int] = Counter()
    for c in clues:
        change[c.earliest.toordinal() if c.earliest else FIRST] += round(c.weight * 100)
        change[c.latest.toordinal() + 1 if c.latest else LAST + 1] -= round(c.weight * 100)
    end = limit.toordinal() if limit else LAST
    marks = sorted({FIRST, *(m for m in change if m <= end)})
    total = best = 0
    low, high = FIRST, end
    for n, mark in enumerate(marks):
        total += change[mark]
        after = marks[n + 1] - 1 if n + 1 < len(marks) else end
        if total > best or n == 0:
            best, low, high = total, mark, after
        elif total == best:
            high = after
    return low, high


def _holds(c: Clue, low: int, high: int) -> bool:
    return (c.earliest is None or c.earliest.toordinal() <= low) and (c.latest is None or high <= c.latest.toordinal())


def _honest(low: int, high: int, kept: Sequence[Clue], limit: date | None) -> tuple[int, int]:
    """The interval no narrower than a week, unless a clue by itself is: many windows that overlap are no better than one."""
    least = min((_days(c) for c in kept if _narrow(c)), default=WEEK)
    missing = min(least, WEEK) - (high - low + 1)
    if missing > 0:
        low, high = low - (missing + 1) // 2, high + (missing + 1) // 2
    return low, min(high, limit.toordinal()) if limit else high


def _days(c: Clue) -> int:
    return (c.latest - c.earliest).days + 1 if c.earliest and c.latest else WIDE


def _weekday(low: int, high: int, todays: Sequence[Today]) -> tuple[int, int, list[Proof]]:
    """The interval from the first to the last day of the weekday that the report gives to its own day."""
    count = Counter(t.weekday for t in todays).most_common(2)
    if not count or (len(count) > 1 and count[0][1] == count[1][1]):
        return low, high, []
    weekday = count[0][0]
    days = [d for d in range(low, high + 1) if date.fromordinal(d).isoweekday() == weekday]
    if not days:
        return low, high, []
    return days[0], days[-1], [t.proof for t in todays if t.weekday == weekday][:1]


def _published(low: int, high: int, limit: date | None, proofs: Sequence[Proof]) -> Published:
    earliest = date.fromordinal(low) if low > FIRST else None
    latest = date.fromordinal(high) if high < LAST else None
    if latest and latest != limit and high - low >= WIDE:
        latest = limit
    if earliest is None and latest is None:
        return Published()
    return Published(earliest, latest, "inferred", tuple(dict.fromkeys(proofs)))


def contradicted(stated: Published, todays: Sequence[Today]) -> Published | None:
    """Where the report's own weekday is not its stamp's: the interval from one to the other, with both as proof."""
    day = stated.earliest
    if day is None or day != stated.latest or not todays:
        return None
    wrong = [t for t in todays if t.weekday != day.isoweekday()]
    if 2 * len(wrong) <= len(todays):
        return None
    off = (wrong[0].weekday - day.isoweekday()) % 7
    other = day + timedelta(days=off if off <= 1 else off - 7)
    return Published(min(day, other), max(day, other), stated.basis, (*stated.proof, wrong[0].proof))
