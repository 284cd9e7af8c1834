"""From candidates to figures: label or quantity, measure, comparator, what elided parts are taken from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from ...language.document import Document
from ...language.tokens import NUMBER, WORD
from ...records import Figure, Span, TimeMention
from .clauses import in_context
from .comparators import Comparison, comparison
from .labels import is_label, is_numbered
from .measures import Measure, measure
from .quantities import Quantity, quantities, words

UNDATED = frozenset((
    "duration", "offset", "set", "set_weekday", "set_clock", "set_daypart", "mod", "reference", "anaphor", "clock", "decade",
    "century",
))  # fmt: skip
"""Operators of times that are no day on which something was counted."""


def figures(doc: Document, times: Sequence[TimeMention]) -> list[Figure]:
    """The quantities of ``doc`` in order of their starts; nothing inside one of ``times``."""
    candidates = quantities(doc)
    starts = [q.i for q in candidates]
    out: list[Figure] = []
    for first, last in doc.sentences:
        k = bisect_left(starts, first)
        sentence = _Sentence(doc, first, out)
        begun = len(out)
        while k < len(candidates) and candidates[k].i < last:
            sentence.take(candidates[k], times)
            k += 1
        if len(out) > begun:
            moment = _moment(doc.span(first, last), times)
            out[begun:] = [replace(f, time=moment) for f in in_context(doc, out[begun:], first, last)]
    return out


def _moment(sentence: Span, times: Sequence[TimeMention]) -> int | None:
    """The index of the one time of a sentence that is a date; None where there is none or more than one."""
    k = bisect_left(times, sentence.start, key=lambda t: t.start)
    found = None
    while k < len(times) and times[k].start < sentence.end:
        if times[k].expression.op not in UNDATED:
            if found is not None:
                return None
            found = k
        k += 1
    return found


ENDS = [{a, b} for a in ("more_than", "at_least") for b in ("less_than", "at_most")]
"""Comparators of which one opens a range and the other closes it."""


class _Sentence:
    """What has been read of one sentence; appends to ``out``."""

    def __init__(self, doc: Document, first: int, out: list[Figure]) -> None:
        self.doc, self.first, self.out = doc, first, out  # first: the token after the last figure
        self.previous: Figure | None = None
        self.waiting = False
        self.scale = 1.0
        self.labelled = -1  # the token after the last label in digits

    def take(self, q: Quantity, times: Sequence[TimeMention]) -> None:
        """Read one candidate."""
        if self._halves(q):
            return
        if q.i < self.first:
            return
        if self._numbered_too(q):
            return
        figure, end = _figure(self.doc, q, self.first, times)
        if figure is None:
            self.labelled = q.j if is_numbered(self.doc, q) else -1
            return
        self.first = end
        if (joined := self._between(figure)) is not None:
            self.previous, self.waiting = joined, False
            self.out[-1] = joined
            return
        if self.waiting and self.previous is not None:
            self.out[-1] = replace(self.previous, unit=figure.unit, counted=figure.counted)
        self.previous, self.waiting, self.scale = _completed(figure, self.previous), q.waits, q.scale
        self.out.append(self.previous)

    def _numbered_too(self, q: Quantity) -> bool:
        """``articles 92 and 93``: digits joined to a label, nothing counted right after them."""
        joined = q.i == self.labelled + 1 and self.doc.tokens.form[self.labelled] in words("join")
        if not (joined and q.digits) or (measure(self.doc, q).end > q.j and self.doc.tokens.form[q.j] not in words("from")):
            return False
        self.labelled = q.j
        return True

    def _between(self, figure: Figure) -> Figure | None:
        """``more than 10 and less than 20``: two open figures joined by a conjunction are the ends of one range."""
        last = self.previous
        if last is None or {last.comparator, figure.comparator} not in ENDS:
            return None
        gap = self.doc.text[last.end : figure.start].strip()
        low = last.low if last.low is not None else figure.low
        high = last.high if last.high is not None else figure.high
        if gap not in words("join") or low is None or high is None or low >= high:
            return None
        text, unit = self.doc.text[last.start : figure.end], last.unit or figure.unit
        counted = last.counted or figure.counted
        return replace(
            last, end=figure.end, text=text, low=low, high=high, comparator="range", unit=unit, counted=counted, rule="range"
        )

    def _halves(self, q: Quantity) -> bool:
        """``3 tons and a half``: a joined share right after a figure is added to it."""
        last = self.previous
        if q.kind != "share" or not q.joined or last is None or q.article or self.doc.tokens.end[q.i - 1] != last.end:
            return False
        step = q.low * self.scale
        low, high = (None if v is None else v + step for v in (last.low, last.high))
        end = self.doc.tokens.end[q.j - 1]
        self.previous = replace(last, low=low, high=high, end=end, text=self.doc.text[last.start : end])
        self.out[-1] = self.previous
        return True


def _figure(doc: Document, q: Quantity, first: int, times: Sequence[TimeMention]) -> tuple[Figure | None, int]:
    """The figure that ``q`` is, if any, and the token after it; it may not reach before token ``first``."""
    span = doc.span(q.i, q.j, q.letters)
    if _in_time(span.start, span.end, times):
        return None, q.j
    m = measure(doc, q)
    if q.digits and m.unit is None and m.counted is None and _shares_month(doc, q, times):
        return None, q.j
    if m.start is not None and m.start < first:
        m = Measure(q.j)
    if is_label(doc, q, m):
        if not (q.kind == "number" and q.low == 1 and not q.digits and _one(doc, q)):
            return None, q.j
        m = Measure(q.j, None, _counted_before(doc, q), True, max(first, q.i - 1))
    start, letters = (q.i, q.letters) if m.start is None else (m.start, m.letters)
    if q.kind == "range" and (opening := _opening(doc, start)) is not None and opening >= first:
        start, letters = opening, 0
    c = comparison(doc, start, m.end, letters, first)
    low, high, comparator = _bounds(q, c)
    end = max(c.j, q.j)
    whole = doc.span(c.i, end, c.letters)
    text = doc.text[whole.start : whole.end]
    return Figure(whole.start, whole.end, text, low, high, m.unit, comparator, m.counted, rule=_rule(q, m)), end


def _in_time(start: int, end: int, times: Sequence[TimeMention]) -> bool:
    k = bisect_left(times, end, key=lambda t: t.start)
    return any(t.start < end and start < t.end for t in times[max(0, k - 3) : k])


def _shares_month(doc: Document, q: Quantity, times: Sequence[TimeMention]) -> bool:
    """``from 23 to 29 May``: bare digits joined to a date are a day."""
    k = q.j
    while k < len(doc.tokens) and k < q.j + 3 and doc.tokens.form[k] in words("dated"):
        k += 1
    if k == q.j or k >= len(doc.tokens) or q.high > 31:
        return False
    return doc.tokens.kind[k] == NUMBER and _in_time(doc.tokens.start[k], doc.tokens.end[k], times)


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
