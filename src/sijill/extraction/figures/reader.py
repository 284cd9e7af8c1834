"""From candidates to figures: label or quantity, measure, comparator, what elided parts are taken from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from ...language.document import Document
from ...language.tokens import WORD
from ...records import Figure, TimeMention
from .comparators import Comparison, comparison
from .labels import is_label
from .measures import Measure, measure
from .quantities import Quantity, quantities, words


def figures(doc: Document, times: Sequence[TimeMention]) -> list[Figure]:
    """The quantities of ``doc`` in order of their starts; nothing inside one of ``times``."""
    candidates = quantities(doc)
    starts = [q.i for q in candidates]
    out: list[Figure] = []
    for first, last in doc.sentences:
        k = bisect_left(starts, first)
        previous: Figure | None = None
        waiting = False
        while k < len(candidates) and candidates[k].i < last:
            figure = _figure(doc, candidates[k], first, times)
            if figure is not None:
                if waiting and out:
                    out[-1] = replace(out[-1], unit=figure.unit, counted=figure.counted)
                previous, waiting = _completed(figure, previous), candidates[k].waits
                out.append(previous)
            k += 1
    return out


def _figure(doc: Document, q: Quantity, first: int, times: Sequence[TimeMention]) -> Figure | None:
    span = doc.span(q.i, q.j, q.letters)
    if _in_time(span.start, span.end, times):
        return None
    m = measure(doc, q)
    if is_label(doc, q, m):
        if not (q.kind == "number" and q.low == 1 and not q.digits and _one(doc, q)):
            return None
        m = Measure(q.j, None, _counted_before(doc, q), True, q.i - 1)
    start, letters = (q.i, q.letters) if m.start is None else (m.start, m.letters)
    if q.kind == "range" and (opening := _opening(doc, start)) is not None:
        start, letters = opening, 0
    c = comparison(doc, start, m.end, letters, first)
    low, high, comparator = _bounds(q, c)
    whole = doc.span(c.i, max(c.j, q.j), c.letters)
    text = doc.text[whole.start : whole.end]
    return Figure(whole.start, whole.end, text, low, high, m.unit, comparator, m.counted, rule=_rule(q, m))


def _in_time(start: int, end: int, times: Sequence[TimeMention]) -> bool:
    k = bisect_left(times, end, key=lambda t: t.start)
    return any(t.start < end and start < t.end for t in times[max(0, k - 3) : k])


def _bounds(q: Quantity, c: Comparison) -> tuple[float | None, float | None, str]:
    """The values and the comparator that words around leave: ``more than`` opens the top, ``at most`` the bottom."""
    if c.value in ("more_than", "at_least"):
        return q.low, None, c.value
    if c.value in ("less_than", "at_most"):
        return None, q.high, c.value
    ranged = q.kind in ("range", "vague")
    return q.low, q.high, "range" if ranged and c.value == "exact" else c.value


def _opening(doc: Document, i: int) -> int | None:
    """Where the words that open a range before ``i`` begin: ``between``, ``from``."""
    forms = doc.tokens.form
    if i and forms[i - 1] in words("from"):
        return i - 1
    if i and forms[i - 1] in words("opening"):
        return i - 2 if i > 1 and forms[i - 2] in words("opening_first") else i - 1
    return None


def _rule(q: Quantity, m: Measure) -> str:
    if q.kind != "number":
        return q.kind
    return "measure" if m.unit else "counted" if m.counted else "bare"


def _one(doc: Document, q: Quantity) -> bool:
    """``one case``: a known indefinite noun before the word for one."""
    return _counted_before(doc, q) is not None and not q.article and not q.letters


def _counted_before(doc: Document, q: Quantity) -> str | None:
    if q.i == 0 or doc.tokens.kind[q.i - 1] != WORD or doc.tokens.form[q.i - 1] in words("one", "words"):
        return None
    for hit in doc.hits[q.i - 1]:
        row = hit.entry.row
        tallied = hit.entry.cls == "counted" and (row.get("tally") or row.get("human") or row["value"] in words("one", "also"))
        if tallied and hit.entry.variety == "singular" and not (hit.letters or hit.article or hit.pronoun):
            return str(row["value"])
    return None


def _completed(figure: Figure, previous: Figure | None) -> Figure:
    """A bare figure counts what the one before it in the sentence counts ("40 and 60 billion", "2500 soldiers and 900")."""
    if previous is None or figure.unit or figure.counted:
        return figure
    return replace(figure, unit=previous.unit if previous.unit != "%" else None, counted=previous.counted)
