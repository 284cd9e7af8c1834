"""A belief over days: where the reports of known days put a report, weighed by clues, and the days that hold most of it.

The prior says where reports of one pile lie: most of one event come out on its day or the next, the others anywhere
among the known days. A clue multiplies: its weight is the logarithm of how much likelier a day inside it is than one
outside. All weights are bounded, so that no one clue beats two right ones.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate

from .clues import Clue, Rhythm

MARGIN = 70
"""Days before the first and after the last known report on which one may lie."""
EVENT = (0.45, 0.17, 0.05, 0.025, 0.01, 0.01, 0.01, 0.01)
"""How reports of one event lie around one of them, by days apart."""
ALIKE = 0.2
"""Likeness from which two reports more likely tell one event than not ..."""
STEEP = 3
"""... and how steeply that grows."""
FEW, SPREAD = 4, (2.0, 30.0, 45.0)
"""Reports from which the gaps between them tell how far others lie; least, unknown and most days of that."""
FLOOR = 1e-4
"""What any day keeps."""


@dataclass(slots=True)
class Pile:
    """The days on which the known reports of a pile lie, and how likely a report lies on each day around them."""

    first: date
    prior: list[float]
    around: list[float] = field(default_factory=list)

    @property
    def last(self) -> date:
        """The last day looked at."""
        return self.first + timedelta(days=len(self.prior) - 1)


def pile(days: Sequence[date]) -> Pile | None:
    """The prior over the days from MARGIN before the first of ``days`` to MARGIN after the last; None without any."""
    if not days:
        return None
    count = Counter(d.toordinal() for d in days)
    low, high = min(count) - MARGIN, max(count) + MARGIN
    least, unknown, most = SPREAD
    gap = (max(count) - min(count)) / len(days)
    reach = max(least, min(most, gap)) if len(days) >= FEW else unknown
    heap = [count[d] / len(days) for d in range(low, high + 1)]
    return Pile(date.fromordinal(low), _spread(heap, math.exp(-1 / reach)), [])


def _spread(heap: list[float], keep: float) -> list[float]:
    """Each day's share laid over the days around it, less by the factor ``keep`` a day: two running sums."""
    after = list(accumulate(heap, lambda carried, share: carried * keep + share))
    before = list(accumulate(reversed(heap), lambda carried, share: carried * keep + share))[::-1]
    scale = (1 - keep) / (1 + keep)
    return [scale * (a + b - h) for a, b, h in zip(after, before, heap, strict=True)]


def told(likeness: float) -> float:
    """The odds that two reports so alike tell one event."""
    return (likeness / ALIKE) ** STEEP


def weigh(around: Pile, alike: Mapping[date, float], clues: Sequence[Clue], rhythms: Sequence[Rhythm]) -> list[float]:
    """How likely each day of the pile is: ``alike`` gives for days of known reports the odds that one event is told."""
    size, low = len(around.prior), around.first.toordinal()
    total = 1.0 + sum(alike.values())
    mass = [p / total + FLOOR for p in around.prior]
    for day, odds in alike.items():
        at = day.toordinal() - low
        for off, share in enumerate(EVENT):
            for k in {at - off, at + off}:
                if 0 <= k < size:
                    mass[k] += odds * share / total
    change = [0.0] * (size + 1)
    for c in clues:
        a = max(0, c.earliest.toordinal() - low) if c.earliest else 0
        b = min(size, c.latest.toordinal() + 1 - low) if c.latest else size
        if a < b:
            change[a] += c.weight
            change[b] -= c.weight
    week = [sum(math.log(7 * r.shares[k]) * r.weight for r in rhythms) for k in range(7)]
    raised = [c + week[(low + k - 1) % 7] for k, c in enumerate(accumulate(change[:-1]))]
    top = max(raised, default=0.0)
    mass = [m * math.exp(r - top) for m, r in zip(mass, raised, strict=True)]
    whole = sum(mass)
    return [m / whole for m in mass]


def fullest(mass: Sequence[float], days: int) -> tuple[int, int, float]:
    """The stretch of so many days that holds most: first, last (inclusive) and how much it holds."""
    sums = [0.0, *accumulate(mass)]
    width = min(days, len(mass))
    best = max(range(len(mass) - width + 1), key=lambda i: (round(sums[i + width] - sums[i], 9), -i))
    return best, best + width - 1, sums[best + width] - sums[best]


def narrowest(mass: Sequence[float], share: float) -> tuple[int, int]:
    """The shortest stretch that holds ``share`` of the whole: first and last (inclusive)."""
    sums = [0.0, *accumulate(mass)]
    best, j = (0, len(mass) - 1), 0
    for i in range(len(mass)):
        while j < len(mass) and sums[j] - sums[i] < share:
            j += 1
        if sums[j] - sums[i] < share:
            break
        if j - 1 - i < best[1] - best[0]:
            best = (i, j - 1)
    return best
