"""Slips of the pen over dates: the running month called next or last, beside the same day told rightly."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ...identity import identify
from ...language.orthography import fold_word
from ...language.tables import table
from ...language.tokens import Tokens
from ...records import Conflict, Dated, Place, Timex

WORTH = 0.8
SPANS = 6


def slips(pile: Sequence[Dated]) -> list[Conflict]:
    """Dates of the report's own month that are called next or last, each with the same day as told elsewhere."""
    out = []
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
    return any(f in _words("relative") for f in forms) and any(f in _words("months") for f in forms)


def _same(a: Timex, b: Timex) -> bool:
    """Whether two dates are of one day or month, whatever the year."""
    if not (a.earliest and a.latest and b.earliest and b.latest) or b.type != "DATE":
        return False
    one = (a.earliest.month, a.earliest.day, a.latest.month, a.latest.day)
    return one == (b.earliest.month, b.earliest.day, b.latest.month, b.latest.day) and a.text != b.text


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(fold_word(w) for w in table("conflicts")[key])
