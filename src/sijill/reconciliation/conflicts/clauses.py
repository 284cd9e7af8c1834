"""Dated and undated clauses of the pile as bags of weighted words: what two reports are compared by."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from ...language.keys import skeleton, stem
from ...language.orthography import fold_word
from ...language.tables import table
from ...language.tokens import FOREIGN, WORD, Tokens
from ...records import Dated, Place, Span, Timex

LONGEST = 300
COMMON = 30
"""A word in more clauses than this proposes no pairs."""


class Clause(NamedTuple):
    """A clause: where it stands, its content words (times left out), when it puts what it tells, and its status if any."""

    article: str
    published: date | None
    span: Span
    text: str
    keys: frozenset[str]
    time: Timex | None
    status: str | None

    @property
    def place(self) -> Place:
        """The clause as a place in its article."""
        return Place(self.article, self.span.start, self.span.end, self.text)


def clauses(pile: Sequence[Dated]) -> list[Clause]:
    """The clauses of undertakings and happenings, in order; one that stands inside another of the same time is left out."""
    out = []
    for d in pile:
        told: list[tuple[Span, int | None, str | None]] = [
            (max(u.evidence, key=lambda s: s[1] - s[0]), u.time, u.status) for u in d.extraction.undertakings
        ]
        told += [(Span(h.start, h.end), h.time, None) for h in d.extraction.happenings]
        seen: set[tuple[int, int | None]] = set()
        for span, time, status in sorted(told, key=lambda t: (t[0][0], -t[0][1])):
            if (span[1], time) in seen:
                continue
            seen.add((span[1], time))
            out.append(clause(d, Span(*span), time, status))
    return out


def clause(d: Dated, span: Span, time: int | None, status: str | None) -> Clause:
    """One clause of a report, cut to ``LONGEST`` characters."""
    span = Span(span.start, min(span.end, span.start + LONGEST))
    text = d.article.text[span.start : span.end]
    inside = [(t.start - span.start, t.end - span.start) for t in d.timexes if t.start < span.end and span.start < t.end]
    timex = d.timexes[time] if time is not None and time < len(d.timexes) else None
    return Clause(d.article.name, d.published.latest, span, text, content(text, inside), timex, status)


class Sentences:
    """The sentences of the pile: a clause is shown in its sentence where that is short enough to be read at a glance."""

    def __init__(self, pile: Sequence[Dated]) -> None:
        self.of = {d.article.name: d for d in pile}

    def around(self, place: Place) -> Place:
        """The sentence of a place, or the place itself where the sentence is longer than ``LONGEST`` characters."""
        d = self.of.get(place.article)
        for s in d.extraction.sentences if d is not None else ():
            if d is not None and s.start <= place.start and place.end <= s.end and s.end - s.start <= LONGEST:
                return Place(place.article, s.start, s.end, d.article.text[s.start : s.end])
        return place

    def one_country(self, places: Sequence[Place]) -> tuple[Place, ...]:
        """The places that speak of a country the first one speaks of, and those that name none."""
        first = self._countries(places[0]) if places else frozenset()
        return tuple(p for p in places if not first or not (c := self._countries(p)) or c & first)

    def _countries(self, place: Place) -> frozenset[str]:
        d = self.of.get(place.article)
        named = d.extraction.mentions if d is not None else ()
        return frozenset(m.entity for m in named if m.kind == "country" and place.start <= m.start < place.end)


def content(text: str, without: Iterable[tuple[int, int]] = ()) -> frozenset[str]:
    """The stems of a text's content words outside the stretches ``without``."""
    tokens, holes = Tokens(text), tuple(without)
    out = set()
    for k in range(len(tokens)):
        if tokens.kind[k] in (WORD, FOREIGN) and not any(a <= tokens.start[k] < b for a, b in holes):
            out.add(skeleton(stem(tokens.form[k])))
    return frozenset(out - {""})


class Words:
    """How much each word tells: the rarer in the pile's clauses the more, the mean being 1."""

    def __init__(self, told: Sequence[Clause]) -> None:
        counts = Counter(key for c in told for key in c.keys)
        raw = {key: math.log((len(told) + 1) / n) + 0.2 for key, n in counts.items()}
        mean = sum(raw.values()) / len(raw) if raw else 1.0
        self.weight = {key: value / mean for key, value in raw.items()}
        self.places: dict[str, list[int]] = {}
        for n, c in enumerate(told):
            for key in sorted(c.keys):
                self.places.setdefault(key, []).append(n)

    def share(self, a: frozenset[str], b: frozenset[str], least: int = 3) -> float:
        """The shared weight over the lighter side's; 0 where fewer than ``least`` words are shared."""
        common = a & b
        if len(common) < least:
            return 0.0
        lighter = min(self.total(a), self.total(b))
        return self.total(common) / lighter if lighter else 0.0

    def total(self, keys: frozenset[str]) -> float:
        """The weight of some words."""
        return sum(self.weight.get(k, 1.0) for k in sorted(keys))

    def pairs(self, told: Sequence[Clause]) -> list[tuple[int, int]]:
        """Clauses of different articles that share two words or more which are not common, each pair once."""
        found: Counter[tuple[int, int]] = Counter()
        for key in sorted(self.places):
            places = self.places[key]
            if 1 < len(places) <= COMMON:
                for x, a in enumerate(places):
                    for b in places[x + 1 :]:
                        if told[a].article != told[b].article:
                            found[a, b] += 1
        return sorted(p for p, n in found.items() if n >= 2)


@cache
def listed(key: str) -> frozenset[str]:
    """The words of a list of the table of conflicts, folded."""
    return frozenset(fold_word(w) for w in table("conflicts")[key])
