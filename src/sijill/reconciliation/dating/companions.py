"""What other reports of known days say about the day of one that has none: the same text, the same event told."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ...records import Extraction, Proof, Published, Timex
from ..reprints import relate
from ..shingles import Cut, Likeness, cut, liken
from .belief import told
from .clues import Clue
from .weighing import Companion

POSTINGS = 64
"""Reports that one word may bring together; what more reports have tells of no event."""
LEAST = 0.04
"""Likeness from which a report is a companion."""
COMPANIONS = 40
LEAD = 2.0
"""What a word of the lead counts."""
COPIED = 3.0
"""What a reprint weighs."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the reports of a pile have in common: copies, and for each report how alike the others are."""

    copies: tuple[Likeness, ...]
    alike: tuple[dict[int, float], ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A report whose day is known, and its times as they resolve over it."""

    extraction: Extraction
    published: Published
    timexes: tuple[Timex, ...]

    @property
    def day(self) -> date:
        """Its day, or the middle of its days."""
        first, last = self.published.earliest, self.published.latest
        if first is None or last is None:
            raise ValueError(f"{self.extraction.article.name} has no day: only reports of known days are witnesses")
        return first + (last - first) // 2


def compare(pile: Sequence[Extraction]) -> Comparison:
    """Compare the reports of ``pile``; near-linear, by indexes."""
    cuts = [cut(x) for x in pile]
    return Comparison(tuple(liken(cuts, {})), _alike(cuts))


def _alike(cuts: Sequence[Cut]) -> tuple[dict[int, float], ...]:
    """The cosine of every two reports that share words: rare words count more, those of the lead twice."""
    bags = [_weights(c) for c in cuts]
    spread = Counter(word for bag in bags for word in bag)
    rarity = {word: math.log((len(cuts) + 1) / n) for word, n in spread.items()}
    index: dict[str, list[tuple[int, float]]] = {}
    for n, bag in enumerate(bags):
        scaled = {word: weight * rarity[word] for word, weight in bag.items()}
        norm = math.sqrt(sum(sorted(w * w for w in scaled.values()))) or 1.0
        for word, weight in scaled.items():
            if 1 < spread[word] <= POSTINGS:
                index.setdefault(word, []).append((n, weight / norm))
    out: list[dict[int, float]] = [{} for _ in cuts]
    for word in sorted(index):
        members = index[word]
        for k, (n, mine) in enumerate(members):
            row = out[n]
            for m, theirs in members[k + 1 :]:
                row[m] = row.get(m, 0.0) + mine * theirs
    for n, row in enumerate(out):
        for m, value in list(row.items()):
            if m > n:
                out[m][n] = value
    return tuple(out)


def _weights(c: Cut) -> dict[str, float]:
    """How much each word of a report counts, before its rarity: by the sentences it stands in, twice in the lead."""
    count = Counter(word for sentence in c.sentences for word in sentence)
    out = {word: 1.0 + math.log(n) for word, n in count.items()}
    for word in c.lead:
        out[word] = LEAD * out.get(word, 1.0)
    return out


def companions(alike: Mapping[int, float], known: Mapping[int, Known]) -> list[Companion]:
    """The reports of known days that a report is most like, each with the odds that both tell one event."""
    near = sorted((-value, m) for m, value in alike.items() if value >= LEAST and m in known)[:COMPANIONS]
    out = []
    for value, m in near:
        name, day = known[m].extraction.article.name, known[m].day
        out.append(Companion(day, told(-value), Proof(f"alike {name} {-value:.2f} {day}")))
    return out


def copied(found: Likeness, other: Known) -> Clue | None:
    """A reprint comes out within days of what it reprints."""
    if relate(found) not in ("same_text", "edited"):
        return None
    high = max(found.of_a, found.of_b)
    days = timedelta(days=1 if high >= 0.8 else 2)
    first, last = other.day - days, other.day + days
    name = other.extraction.article.name
    return Clue("reprint", first, last, COPIED, Proof(f"reprint {name} {high:.2f} {first}..{last}"))
