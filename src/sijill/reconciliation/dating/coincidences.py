"""One event told in two reports: a weekday in the one, its day in the other, and words around both in common."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from ...language.keys import stem
from ...language.tokens import FOREIGN, NUMBER, WORD, Tokens
from ...records import Extraction, Proof
from .clues import Clue, told_day
from .companions import Known

REACH = 7
"""Content words on either side of a time that tell what it is the time of."""
LEAST, SHARED = 2.0, 2
"""Weight and number of shared words from which two times are compared.

Measured on 280 piles of dated reports, by the weight shared: from 2 on the two are of one day in 44 of a hundred cases,
from 4 in 68, from 6 in 79, from 8 in 88, from 10 in 97.
"""
SLOPE, MOST = 0.38, 4.5
"""What shared words weigh as a clue, and at most."""
POSTINGS = 64

Words = frozenset[str]
Windows = dict[int, Words]


def windows(x: Extraction, wanted: Sequence[int]) -> Windows:
    """For each time of ``wanted`` (index) the stems of the words around it in its sentence, times left out."""
    starts = [s for s, _ in x.sentences]
    rows: dict[int, list[tuple[int, str]]] = {}
    out: Windows = {}
    for n in wanted:
        m = x.times[n]
        i = bisect_right(starts, m.start) - 1
        if i < 0:
            continue
        if i not in rows:
            rows[i] = _content(x, *x.sentences[i])
        here = rows[i]
        at = bisect_right(here, (m.start, ""))
        out[n] = frozenset(word for _, word in here[max(0, at - REACH) : at + REACH])
    return out


def _content(x: Extraction, start: int, end: int) -> list[tuple[int, str]]:
    """The content words of a stretch outside its times: where each begins, and its stem."""
    tokens = Tokens(x.article.text[start:end])
    holes = [(m.start - start, m.end - start) for m in x.times if m.start < end and start < m.end]
    out = []
    for at, form, kind in zip(tokens.start, tokens.form, tokens.kind, strict=True):
        if kind not in (WORD, FOREIGN, NUMBER) or any(a <= at < b for a, b in holes):
            continue
        word = stem(form) if kind == WORD else form.lower()
        if word:
            out.append((start + at, word))
    return out


class Days:
    """The days that reports of known days tell of, by weekday and by the words around them."""

    def __init__(self, known: Mapping[int, Known], pile: Sequence[Extraction]) -> None:
        """Index the exact days of ``known``; rarity is that of words around any weekday or day of the pile."""
        self.rows: list[tuple[int, date]] = []
        self.index: dict[tuple[int, str], list[int]] = {}
        self.open = [windows(x, [n for n, m in enumerate(x.times) if told_day(m)]) for x in pile]
        spread: Counter[str] = Counter()
        for n, x in enumerate(pile):
            days = self._days(known[n]) if n in known else {}
            around = windows(x, list(days))
            spread.update(frozenset().union(*around.values(), *self.open[n].values()))
            for k, words in around.items():
                self.rows.append((n, days[k]))
                for word in sorted(words):
                    self.index.setdefault((days[k].isoweekday(), word), []).append(len(self.rows) - 1)
        self.rarity = {word: math.log((len(pile) + 1) / n) + 0.1 for word, n in spread.items()}

    @staticmethod
    def _days(other: Known) -> dict[int, date]:
        """The times of a report that are one day."""
        return {
            k: t.earliest
            for k, t in enumerate(other.timexes)
            if t.earliest and t.earliest == t.latest and t.type in ("DATE", "TIME")
        }

    def clues(self, x: Extraction, n: int, known: Mapping[int, Known]) -> list[Clue]:
        """What the weekdays of report ``n`` say by the days told elsewhere: the best for each stretch of days."""
        best: dict[tuple[date, date], tuple[float, Clue]] = {}
        for k, words in self.open[n].items():
            m = x.times[k]
            told = told_day(m)
            if told is None:
                continue
            for row, weight in self._shared(told[1], words):
                other, day = self.rows[row]
                first, last = _window(told, day)
                if weight > best.get((first, last), (0.0, None))[0]:
                    name = known[other].extraction.article.name
                    proof = Proof(f"retold {name} {weight:.1f} {day}", m.start, m.end)
                    best[first, last] = (weight, Clue("retold", first, last, min(MOST, SLOPE * weight), proof))
        return [clue for _, (_, clue) in sorted(best.items())]

    def _shared(self, weekday: int, words: Words) -> list[tuple[int, float]]:
        """The days of that weekday whose words are shared, with the weight of what is shared."""
        weights: dict[int, float] = {}
        count: Counter[int] = Counter()
        for word in sorted(words):
            rows = self.index.get((weekday, word), ())
            if len(rows) <= POSTINGS:
                for row in rows:
                    weights[row] = weights.get(row, 0.0) + self.rarity[word]
                    count[row] += 1
        return [(row, w) for row, w in weights.items() if w >= LEAST and count[row] >= SHARED]


def _window(told: tuple[str, int, int], day: date) -> tuple[date, date]:
    """The days on which a report that tells of ``day`` so may be written."""
    way, _, off = told
    week = timedelta(days=6)
    if way == "off":
        return day - timedelta(days=off), day - timedelta(days=off)
    return (day, day + week) if way == "past" else (day - week, day)
