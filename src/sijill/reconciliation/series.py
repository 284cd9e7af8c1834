"""What is counted, where, as of when, by whom: figures of one thing brought together over articles.

Two figures are of one thing when their units agree, no class of what is told of them contradicts, and their clauses
share enough words, the rarer in the pile the more. One article gives a series one value: a second value in the same
article is another thing. A value that comes word for word from an earlier article is kept as a point of its own,
but it is no further voice: ``voices`` counts the hands behind a series, the stale background figure once.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from ..language.orthography import fold_key
from ..records import Dated, Figure, Mention, Point, Series

NEEDED = 0.34
"""The share of the lighter clause's weight that two figures of one thing must have in common."""
CLASS, NOUN = 1.6, 0.8
"""How much a shared class of what is told, and a shared counted noun, weigh beside the mean word."""
COMMON = 40
"""A word in more figures' clauses than this proposes no candidates."""
WHERE = frozenset(("place", "country"))
"""Kinds of mentions that tell where; two of one kind that differ are two places, a city may lie in a country."""
FAR = 2.5
"""Values of one thing further apart than this factor are two things."""


MORE = "=more"
"""What comes on top of something: a flow, never a rival total."""
EXCLUSIVE = frozenset(("=dead", "=hurt", "=held", "=missing", "=displaced", "=suspected", "=confirmed"))
"""Classes of which the one nearest to the figure says what it is of; figures that differ in it are of two things."""


TOLLS = frozenset(("=dead", "=hurt", "=missing"))
ONE_EVENT = 60
"""Tolls told more days apart than this are those of two events."""
COPIED = 0.8
"""Clauses of one value that share this much come from one hand."""


class Told(NamedTuple):
    """A figure where it stands."""

    dated: Dated
    figure: Figure
    keys: frozenset[str]
    classes: frozenset[str]
    nearest: str
    place: Mention | None

    @property
    def day(self) -> date:
        """The report's day (the last one it may have), far ahead where unknown."""
        return self.dated.published.latest or date.max


@dataclass
class Thread:
    """Figures of one thing, in order of their days; ``likeness`` is how well the worst founded of them fits."""

    told: list[Told]
    likeness: float = 1.0
    articles: set[str] = field(default_factory=set)


def series(pile: Sequence[Dated]) -> list[Series]:
    """Figures of the same counted thing and place brought together, points in order of their days."""
    return [_series(t) for t in threads(pile) if len(t.told) > 1]


def threads(pile: Sequence[Dated]) -> list[Thread]:
    """The figures of the pile grouped by what they are of, in order of first telling; single ones included."""
    told = [t for d in pile for t in _told(d)]
    told.sort(key=lambda t: (t.day, t.dated.article.name, t.figure.start))
    weights = _weights(told)
    out: list[Thread] = []
    index: dict[str, list[int]] = {}
    for one in told:
        n, likeness = _best(one, out, index, weights)
        if n is None:
            n = len(out)
            out.append(Thread([]))
        thread = out[n]
        thread.told.append(one)
        thread.articles.add(one.dated.article.name)
        thread.likeness = min(thread.likeness, likeness)
        for key in one.keys | one.classes:
            places = index.setdefault(key, [])
            if not places or places[-1] != n:
                places.append(n)
    return out


def _told(d: Dated) -> list[Told]:
    out = []
    for f in d.extraction.figures:
        classes = [k for k in f.keys if k[0] == "="]
        nearest = MORE if MORE in classes else next((k for k in classes if k in EXCLUSIVE), "")
        keys = frozenset(k for k in f.keys if k[0] != "=")
        out.append(Told(d, f, keys, frozenset(classes), nearest, _where(d, f)))
    return out


def _weights(told: Sequence[Told]) -> dict[str, float]:
    """How much a word tells: the rarer among the articles that have figures the more; the mean is 1."""
    counts: Counter[str] = Counter()
    seen: dict[str, set[str]] = {}
    for t in told:
        for key in t.keys | t.classes:
            seen.setdefault(key, set()).add(t.dated.article.name)
    for key, articles in seen.items():
        counts[key] = len(articles)
    total = len({t.dated.article.name for t in told}) + 1
    raw = {key: math.log(total / n) + 0.2 for key, n in counts.items()}
    mean = sum(raw.values()) / len(raw) if raw else 1.0
    return {key: value / mean for key, value in raw.items()}


def _best(
    one: Told, threads: Sequence[Thread], index: dict[str, list[int]], weights: dict[str, float]
) -> tuple[int | None, float]:
    shared: Counter[int] = Counter()
    for key in one.keys | one.classes:
        places = index.get(key, ())
        if len(places) <= COMMON:
            shared.update(places)
    best, most = None, 0.0
    for n, _ in sorted(shared.items()):
        likeness = _fits(one, threads[n], weights)
        if likeness > most:
            best, most = n, likeness
    return best, most or 1.0


def _fits(one: Told, thread: Thread, weights: dict[str, float]) -> float:
    """How alike ``one`` is to the most alike figure of the thread; 0 where it may not join."""
    name = one.dated.article.name
    most = 0.0
    for other in thread.told:
        if other.dated.article.name == name and values(other.figure) != values(one.figure):
            return 0.0
        if not near(one.figure, other.figure):
            continue
        most = max(most, _alike(one, other, weights))
    return most if most >= NEEDED else 0.0


def values(f: Figure) -> tuple[float | None, float | None]:
    """The two ends of a figure."""
    return f.low, f.high


def near(a: Figure, b: Figure) -> bool:
    """Whether two figures may be of one thing by unit and size."""
    if a.unit != b.unit and not any(f.unit is None and f.counted is None for f in (a, b)):
        return False
    x, y = (f.low if f.low is not None else f.high for f in (a, b))
    if not x or not y:
        return x == y
    return max(x, y) / min(x, y) <= FAR


def _alike(a: Told, b: Told, weights: dict[str, float]) -> float:
    """Shared weight over the lighter side's; 0 where the classes or the counted nouns contradict."""
    if a.place and b.place and a.place.kind == b.place.kind and a.place.entity != b.place.entity:
        return 0.0
    if a.nearest != b.nearest or (a.nearest in TOLLS and abs(a.day.toordinal() - b.day.toordinal()) > ONE_EVENT):
        return 0.0
    if a.classes and b.classes and not a.classes & b.classes:
        return 0.0
    noun = _noun(a.figure), _noun(b.figure)
    if noun[0] and noun[1] and noun[0] != noun[1] and not (a.classes & b.classes):
        return 0.0
    common = sum(weights[k] for k in a.keys & b.keys) + CLASS * sum(weights[k] for k in a.classes & b.classes)
    common += NOUN if noun[0] and noun[0] == noun[1] else 0.0
    lighter = min(_weight(a, weights), _weight(b, weights))
    if len(a.keys & b.keys) + 2 * len(a.classes & b.classes) + bool(noun[0] and noun[0] == noun[1]) < 3:
        return 0.0
    return min(1.0, common / lighter) if lighter else 0.0


def _weight(t: Told, weights: dict[str, float]) -> float:
    return sum(weights[k] for k in t.keys) + CLASS * sum(weights[k] for k in t.classes) + (NOUN if _noun(t.figure) else 0.0)


def _noun(f: Figure) -> str:
    return fold_key(f.counted) if f.counted else ""


def _series(thread: Thread) -> Series:
    nouns = Counter(t.figure.counted for t in thread.told if t.figure.counted)
    units = Counter(t.figure.unit for t in thread.told if t.figure.unit)
    named = nouns.most_common(1) or units.most_common(1)
    return Series(str(named[0][0]) if named else "", _place(thread), tuple(_point(t) for t in thread.told), _voices(thread))


def _voices(thread: Thread) -> int:
    """How many hands stand behind a series: a value told again in the same words is a copy, however old."""
    heard: list[Told] = []
    for t in thread.told:
        if not any(_copied(t, other) for other in heard):
            heard.append(t)
    return len(heard)


def _copied(a: Told, b: Told) -> bool:
    lighter = min(len(a.keys), len(b.keys))
    return values(a.figure) == values(b.figure) and bool(lighter) and len(a.keys & b.keys) >= COPIED * lighter


def _point(t: Told) -> Point:
    f = t.figure
    timex = t.dated.timexes[f.time] if f.time is not None and f.time < len(t.dated.timexes) else None
    as_of = timex.latest if timex and timex.latest else t.dated.published.latest
    return Point(t.dated.article.name, f.start, f.end, f.low, f.high, as_of, _by(t))


def _by(t: Told) -> str | None:
    """Who says it: the speaker of the innermost statement around the figure, else the outlet."""
    f = t.figure
    around = [s for s in t.dated.extraction.statements if s.content[0] <= f.start and f.end <= s.content[1]]
    around.sort(key=lambda s: (s.content[1] - s.content[0], s.content[0]))
    return next((s.speaker_name for s in around if s.speaker_name), t.dated.article.outlet)


def _place(thread: Thread) -> str | None:
    """The place most often named before the figures."""
    names = Counter(t.place.entity for t in thread.told if t.place)
    return names.most_common(1)[0][0] if names else None


def _where(d: Dated, f: Figure) -> Mention | None:
    """The place or country named last before the figure in its sentence, else first after it in its clause."""
    sentence = next((s for s in d.extraction.sentences if s.start <= f.start < s.end), None)
    if sentence is None:
        return None
    here = [m for m in d.extraction.mentions if m.kind in WHERE and sentence.start <= m.start < sentence.end]
    before = [m for m in here if m.end <= f.start]
    if before:
        return before[-1]
    return next((m for m in here if f.clause is not None and m.end <= f.clause.end), None)
