"""What other reports of known days say about the day of one that has none: the same text, the same event told."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from ...records import Extraction, Proof, Published, Timex
from ..reprints import relate
from ..shingles import Cut, Likeness, Parallel, cut, liken, parallels
from .clues import Clue, told_day

SENTENCE = 0.15
"""Likeness from which sentences are compared."""
RETOLD, RETOLD_MAYBE = 0.3, 0.2
"""Likeness of sentences that name one day from which they tell of the same event, and may."""
FRESH = {2: 1.0, 3: 0.7, 4: 0.5, 5: 0.4}
"""What a word counts that so many reports of the pile have: news of one day is told in words that few others need."""
MARGINS = ((4.8, 0.8), (3.2, 0.6), (2.6, 0.5), (2.0, 0.4), (1.5, 0.3))
"""By how much the report with most such words must lead those of other days, and what it then weighs.

Measured on 74 piles of dated reports (2018, five outlets, 15 reports each): from a margin of 4.8 the day is within five of
the other's in nine cases of ten, from 2.6 in 85 of a hundred, from 1.5 in three of four.
"""
COPIED = 0.6
"""Likeness from which one sentence is taken from the other."""
WITNESSES = 3
"""Reports of other days that must be known for one to stand out from them."""
APART = 4
"""Days from which two reports are of different news."""
AROUND = 5
"""Days around a report within which one with the same fresh words came out."""
OPENING = (0, 1)
"""The sentences of a report that hold its news."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the reports of a pile have in common: copies, sentences told alike, words that few of them have.

    ``fresh[n]``: for report n the other reports that share such words, with their score.
    """

    copies: tuple[Likeness, ...]
    sentences: dict[tuple[int, int], tuple[Parallel, ...]]
    fresh: tuple[dict[int, float], ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A report whose day is known, and its times as they resolve over it."""

    extraction: Extraction
    published: Published
    timexes: tuple[Timex, ...]


def compare(pile: Sequence[Extraction]) -> Comparison:
    """Compare the reports of ``pile``; near-linear, by indexes."""
    cuts = [cut(x) for x in pile]
    told = parallels([c.sentences for c in cuts], SENTENCE)
    return Comparison(tuple(liken(cuts, told)), told, _fresh(cuts, _background(told)))


def _background(told: Mapping[tuple[int, int], Sequence[Parallel]]) -> set[tuple[int, int]]:
    """Sentences, but those of an opening, that stand in another report too: background, which says nothing of the day."""
    copied = [(n, m, p) for (n, m), rows in told.items() for p in rows if p.weight >= COPIED]
    return {at for n, m, p in copied for at in ((n, p.i), (m, p.j)) if at[1] not in OPENING}


def _fresh(cuts: Sequence[Cut], background: set[tuple[int, int]]) -> tuple[dict[int, float], ...]:
    """Scores of shared words that few reports have; twice for those in both leads, over the root of the shorter's size."""
    words = [
        frozenset().union(c.lead, *(s for i, s in enumerate(c.sentences) if (n, i) not in background))
        for n, c in enumerate(cuts)
    ]
    index: dict[str, list[int]] = {}
    for n, own in enumerate(words):
        for word in own:
            index.setdefault(word, []).append(n)
    out: list[dict[int, float]] = [{} for _ in cuts]
    for word in sorted(index):
        members = index[word]
        for n, m in combinations(members, 2) if len(members) in FRESH else ():
            told = FRESH[len(members)] * (2 if word in cuts[n].lead and word in cuts[m].lead else 1)
            score = 3 * told / math.sqrt(min(len(words[n]), len(words[m])))
            out[n][m] = out[n].get(m, 0.0) + score
            out[m][n] = out[m].get(n, 0.0) + score
    return tuple(out)


def freshest(scores: Mapping[int, float], known: Mapping[int, Known]) -> tuple[int, float] | None:
    """The report of a known day that shares most fresh words, and by how much it leads those of other days."""
    days = {m: p.latest for m, k in known.items() if (p := k.published).latest and p.earliest == p.latest}
    ranked = sorted(((scores.get(m, 0.0), -m) for m in days), reverse=True)
    if not ranked:
        return None
    best = -ranked[0][1]
    others = [s for s, m in ranked[1:] if abs((days[-m] - days[best]).days) >= APART]
    return (best, ranked[0][0] - others[0]) if len(others) >= WITNESSES else None


def copied(found: Likeness, other: Known, name: str) -> Clue | None:
    """A reprint comes out within days of what it reprints."""
    relation = relate(found)
    high = max(found.of_a, found.of_b)
    if relation not in ("same_text", "edited"):
        return None
    days = 1 if high >= 0.8 else 2
    return _near("reprint", other, days, 1.2 if high >= 0.8 else 1.0, f"{name} {high:.2f}")


def fresh(margin: float, other: Known, name: str) -> Clue | None:
    """A report that has the same fresh words came out within days."""
    weight = next((w for least, w in MARGINS if margin >= least), None)
    return _near("fresh", other, AROUND, weight, f"{name} {margin:.1f}") if weight else None


def _near(kind: str, other: Known, days: int, weight: float, note: str) -> Clue | None:
    p = other.published
    if not (p.earliest and p.latest):
        return None
    first, last = p.earliest - timedelta(days=days), p.latest + timedelta(days=days)
    return Clue(kind, first, last, weight, Proof(f"{kind} {note} {first}..{last}"))


def retold(x: Extraction, other: Known, pairs: Sequence[tuple[int, int, float]], name: str) -> list[Clue]:
    """Clauses of both that tell of one dated day: x's weekday and the other's day must be the same.

    ``pairs``: sentence of x, sentence of the other, their likeness.
    """
    mine, theirs = _by_sentence(x), _by_sentence(other.extraction)
    out = []
    for i, j, likeness in pairs:
        weight = 1.0 if likeness >= RETOLD else 0.5 if likeness >= RETOLD_MAYBE else 0.3
        for n in mine.get(i, ()):
            for k in theirs.get(j, ()):
                clue = _same_day("retold", x, n, other.timexes[k], weight, f"{name} {likeness:.2f}")
                if clue:
                    out.append(clue)
    return out


def same_day(x: Extraction, other: Known, name: str) -> list[Clue]:
    """What the openings of two reports of the same news say of one dated day."""
    mine, theirs = _by_sentence(x), _by_sentence(other.extraction)
    pairs = [(n, k) for i in OPENING for n in mine.get(i, ()) for j in OPENING for k in theirs.get(j, ())]
    found = (_same_day("opening", x, n, other.timexes[k], 0.4, name) for n, k in pairs)
    return [clue for clue in found if clue]


def _same_day(kind: str, x: Extraction, n: int, t: Timex, weight: float, note: str) -> Clue | None:
    told = told_day(x.times[n])
    if told is None or t.earliest is None or t.earliest != t.latest or t.type not in ("DATE", "TIME"):
        return None
    way, weekday, off = told
    day: date = t.earliest
    if day.isoweekday() != weekday:
        return None
    week = timedelta(days=6)
    first, last = {"past": (day, day + week), "future": (day - week, day)}.get(way, (day - timedelta(days=off),) * 2)
    m = x.times[n]
    return Clue(kind, first, last, weight, Proof(f"{kind} {note} {day}", m.start, m.end))


def _by_sentence(x: Extraction) -> dict[int, list[int]]:
    """The times of each sentence."""
    starts = [s for s, _ in x.sentences]
    out: dict[int, list[int]] = {}
    for n, m in enumerate(x.times):
        out.setdefault(bisect_right(starts, m.start) - 1, []).append(n)
    return out
