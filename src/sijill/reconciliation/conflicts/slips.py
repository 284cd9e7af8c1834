"""Slips of the pen over dates: the running month called next or last, a day that is not the date written beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...identity import identify
from ...language.tokens import WORD, Tokens
from ...records import Conflict, Dated, Place, Timex
from .clauses import listed

WORTH = 0.8
SPANS = 6
OTHERS = 3
BESIDE = 45
"""Characters between a day and the date written beside it."""
_CLOCK = re.compile(r"\(?\d{1,2}[:.]\d{2}\)?")


def slips(pile: Sequence[Dated]) -> list[Conflict]:
    """Dates of the report's own month that are called next or last, each with the same day as told elsewhere."""
    out = [c for d in pile for c in _beside(d, pile)]
    for d in pile:
        for t in d.timexes:
            if not _slip(d, t):
                continue
            same = [(x, y) for x in pile for y in x.timexes if _same(t, y)]
            same.sort(key=lambda xy: (xy[0] is not d, _apart(d, xy[0]), xy[0].article.name, xy[1].start))
            if same:
                spans = (_place(d, t), *(_place(x, y) for x, y in same))[:SPANS]
                key = identify("conflict", "slip", d.article.name, t.start)
                out.append(Conflict(key, "date", "error", spans, " ".join(t.text.split()), WORTH))
    return out


def _beside(d: Dated, pile: Sequence[Dated]) -> list[Conflict]:
    """Days told from the report's own (yesterday, Sunday) with another date written in apposition to them."""
    day = d.published.latest
    if day is None or d.published.earliest != day:
        return []
    out = []
    for n, t in enumerate(d.timexes):
        if not _one_day(t) or not _own(t):
            continue
        written = [x for x in d.timexes[n + 1 : n + 4] if _apposed(d, t, x)]
        if not written or any(_agree(t, x) for x in written):
            continue
        date = written[0]
        told = Place(d.article.name, t.start, date.end, d.article.text[t.start : date.end])
        others = [(x, y) for x in pile for y in x.timexes if _one_day(y) and y.earliest == date.earliest]
        others = [(x, y) for x, y in others if x is not d or not t.start <= y.start < date.end]
        others.sort(key=lambda xy: (xy[0] is not d, _apart(d, xy[0]), xy[0].article.name, xy[1].start))
        if others:
            key = identify("conflict", "beside", d.article.name, t.start)
            spans = (told, *(_place(x, y) for x, y in others[:OTHERS]))
            out.append(Conflict(key, "date", "error", spans, " ".join(told.text.split()), WORTH))
    return out


def _agree(t: Timex, x: Timex) -> bool:
    """Whether a day may be the date written beside it: that very day or, for a weekday, the same one of another week."""
    if t.earliest is None or x.earliest is None:
        return True
    named = not any(f in listed("near_days") for f in Tokens(t.text).form)
    return t.earliest == x.earliest or (named and t.earliest.isoweekday() == x.earliest.isoweekday())


def _own(t: Timex) -> bool:
    """Whether a time tells a day from the report's own, and no date."""
    return any(f in listed("own_days") for f in Tokens(t.text).form) and not any(c.isdigit() for c in _CLOCK.sub("", t.text))


def _one_day(t: Timex) -> bool:
    return t.earliest is not None and t.earliest == t.latest and t.type in ("DATE", "TIME")


def _apposed(d: Dated, t: Timex, x: Timex) -> bool:
    """Whether the date ``x`` is written beside ``t`` as the same day: in brackets, or after the word for it."""
    between = d.article.text[t.end : x.start]
    if x.type != "DATE" or not _one_day(x) or not 0 <= x.start - t.end <= BESIDE or not any(c.isdigit() for c in x.text):
        return False
    words = [f for f, k in zip(*_forms(between), strict=True) if k == WORD]
    return any(w in listed("same_day") for w in words) or (between.rstrip().endswith("(") and len(words) <= 2)


def _forms(text: str) -> tuple[list[str], list[int]]:
    tokens = Tokens(text)
    return tokens.form, tokens.kind


def _apart(a: Dated, b: Dated) -> int:
    """Days between two reports, many where one has no day."""
    x, y = a.published.latest, b.published.latest
    return abs((x - y).days) if x and y else 10**6


def _place(d: Dated, t: Timex) -> Place:
    return Place(d.article.name, t.start, t.end, d.article.text[t.start : t.end])


def _slip(d: Dated, t: Timex) -> bool:
    """Whether ``t`` names the month of the report's day and calls it next or last."""
    day = d.published.latest
    if day is None or t.type != "DATE" or t.calendar != "gregorian" or not (t.earliest and t.latest):
        return False
    if t.earliest.month != day.month or t.latest.month != day.month or (t.latest - t.earliest).days > 31:
        return False
    forms = [f for f in Tokens(t.text).form if f]
    if any(f in listed("years") for f in forms):
        return False
    return any(f in listed("relative") for f in forms) and any(f in listed("months") for f in forms)


def _same(a: Timex, b: Timex) -> bool:
    """Whether two dates are of one day or month, whatever the year."""
    if not (a.earliest and a.latest and b.earliest and b.latest) or b.type != "DATE":
        return False
    one = (a.earliest.month, a.earliest.day, a.latest.month, a.latest.day)
    return one == (b.earliest.month, b.earliest.day, b.latest.month, b.latest.day) and a.text != b.text
