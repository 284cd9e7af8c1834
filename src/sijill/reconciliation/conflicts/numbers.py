"""Conflicts of numbers: one thing, counted differently by different articles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import cache

from ...identity import identify
from ...language.orthography import fold_key
from ...language.tables import table
from ...records import Conflict, Dated, Figure, Place, Timex
from ..series import MORE, Thread, Told, threads, values

ROUNDING = 0.02
ABOUT = 0.12
"""How far apart two values of one thing may lie and still say the same, exact and with about."""
BOUNDS = frozenset(("at_least", "more_than", "at_most", "less_than"))
SPANS = 6
ONE_NEWS = 30
"""Days from which another value is news of another time."""
GROWING = frozenset(("=dead", "=hurt", "=struck", "=confirmed", "=suspected", "=held", "=missing", "=displaced", "=users"))
"""Classes of tallies that grow from day to day: a higher later value is news, no contradiction."""
WORTH = {"contradiction": 1.0, "update": 0.8, "refinement": 0.62}


def number_conflicts(pile: Sequence[Dated]) -> list[Conflict]:
    """The threads of figures whose values differ, each as one conflict."""
    return [c for t in threads(pile) if (c := _conflict(t)) is not None]


def _conflict(thread: Thread) -> Conflict | None:
    thread = _one_thing(_one_time(thread))
    distinct = {(*values(t.figure), t.figure.comparator) for t in thread.told}
    if len(thread.articles) < 2 or len(distinct) < 2 or thread.told[0].nearest == MORE:
        return None
    verdict = _verdict(thread.told)
    spans = tuple(place(t) for t in _picked(thread.told))
    texts = " / ".join(dict.fromkeys(" ".join(t.figure.text.split()) for t in thread.told))
    same = len({values(t.figure) for t in thread.told}) == 1  # about the one and exact the other
    weight = WORTH[verdict] * (0.5 + 0.5 * thread.likeness) * (0.5 if same else 1.0)
    first = spans[0]
    return Conflict(identify("conflict", "number", first.article, first.start), "number", verdict, spans, texts, weight)


def _one_time(thread: Thread) -> Thread:
    """The thread without figures whose own clause puts them at another time than the first dated one's."""
    kept: list[Told] = []
    for t in thread.told:
        mine = _moment(t)
        if all(_meet(mine, _moment(other)) for other in kept):
            kept.append(t)
    return Thread(kept, thread.likeness, {t.dated.article.name for t in kept})


def _one_thing(thread: Thread) -> Thread:
    """The thread without bare numbers, and without figures that count another noun than the first one does."""
    said = [t for t in thread.told if t.figure.counted or t.figure.unit or t.classes]
    kept = [t for t in said if _same_noun(said[0].figure, t.figure)]
    return Thread(kept, thread.likeness, {t.dated.article.name for t in kept})


def _same_noun(a: Figure, b: Figure) -> bool:
    """Whether two figures may count one thing: one noun, none, or nouns that stand for anybody (persons, victims)."""
    x, y = (fold_key(f.counted) if f.counted else "" for f in (a, b))
    return not x or not y or x == y or {x, y} <= _anybody()


@cache
def _anybody() -> frozenset[str]:
    return frozenset(fold_key(w) for w in table("conflicts")["anybody"])


def _moment(t: Told) -> Timex | None:
    """The one date that stands in the figure's clause; of what is no growing tally, else the one day in its sentence."""
    span = t.figure.clause
    if span is None:
        return None
    here = [x for x in t.dated.timexes if x.earliest and x.latest and span.start <= x.start < span.end]
    if len(here) == 1 or t.classes & GROWING:
        return here[0] if len(here) == 1 else None
    around = next((s for s in t.dated.extraction.sentences if s.start <= t.figure.start < s.end), span)
    days = [x for x in t.dated.timexes if x.earliest and x.earliest == x.latest and around.start <= x.start < around.end]
    return days[0] if len({x.earliest for x in days}) == 1 else None


def _meet(a: Timex | None, b: Timex | None) -> bool:
    if a is None or b is None or not (a.earliest and a.latest and b.earliest and b.latest):
        return True
    return a.earliest <= b.latest and b.earliest <= a.latest


def place(t: Told) -> Place:
    """The clause of a figure, as a place in its article."""
    span = t.figure.clause or (t.figure.start, t.figure.end)
    return Place(t.dated.article.name, span[0], span[1], t.dated.article.text[span[0] : span[1]])


def _picked(told: Sequence[Told]) -> list[Told]:
    """The first report of every value, then more of them, at most ``SPANS``, in order."""
    first: dict[object, Told] = {}
    for t in told:
        first.setdefault((*values(t.figure), t.figure.comparator), t)
    kept = list(first.values())[:SPANS]
    kept += [t for t in told if t not in kept][: SPANS - len(kept)]
    return sorted(kept, key=lambda t: (t.day, t.dated.article.name, t.figure.start))


def _verdict(told: Sequence[Told]) -> str:
    pairs = [(a, b) for n, a in enumerate(told) for b in told[n + 1 :] if values(a.figure) != values(b.figure)]  # fmt: skip
    if all(compatible(a.figure, b.figure) for a, b in pairs):
        return "refinement"
    tally = any(t.classes & GROWING for t in told)
    apart = [(a, b) for a, b in pairs if not compatible(a.figure, b.figure)]
    if all(abs((a.day - b.day).days) > ONE_NEWS for a, b in apart):
        return "update"
    if tally and all(_grows(a, b) for a, b in apart):
        return "update"
    return "contradiction"


def _grows(a: Told, b: Told) -> bool:
    low, high = (a, b) if a.day <= b.day else (b, a)
    x, y = middle(low.figure), middle(high.figure)
    return high.day - low.day >= timedelta(days=1) and x is not None and y is not None and y >= x


def middle(f: Figure) -> float | None:
    """The value a figure stands for, or None."""
    ends = [v for v in (f.low, f.high) if v is not None]
    return sum(ends) / len(ends) if ends else None


def compatible(a: Figure, b: Figure) -> bool:
    """Whether two figures can both be right: their intervals meet once rounding is allowed for.

    Two bounds of one kind ("at least 21", "at least 25") are two reckonings, though both can be true.
    """
    if a.comparator == b.comparator and a.comparator in BOUNDS:
        x, y = middle(a) or 0.0, middle(b) or 0.0
        return abs(x - y) <= ROUNDING * max(abs(x), abs(y))
    (low_a, high_a), (low_b, high_b) = _interval(a), _interval(b)
    return low_a <= high_b and low_b <= high_a


def _interval(f: Figure) -> tuple[float, float]:
    slack = ABOUT if f.comparator == "about" else ROUNDING
    low = f.low * (1 - slack) if f.low is not None else float("-inf")
    high = f.high * (1 + slack) if f.high is not None else float("inf")
    return low, high
