"""A full date in a line: the visible stamp of a saved page, the dateline of an agency's report."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from ...language.calendars import hijri
from ...language.document import Document
from ...language.orthography import fold_word
from ...language.tables import table
from ...language.tokens import FOREIGN, NUMBER, WORD

_NUMERIC = re.compile(r"(?<!\d)(?:(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}))(?!\d)")
SHORTEST_YEAR, LONGEST_YEAR = 1300, 2200


class LineDay(NamedTuple):
    """The day a line states, where its words stand in it, and how many other words there are (and how many after it)."""

    day: date
    start: int
    end: int
    others: int
    after: int


def line_day(line: str) -> LineDay | None:
    """The first full date of ``line``; a Gregorian one before a Hijri one. None where it states none."""
    doc = Document(line)
    found = [*_numeric(line, doc), *_written(doc)]
    if not found:
        return None
    _, day, start, end = min(found, key=lambda f: (f[0], f[2]))
    others = _others(doc)
    return LineDay(day, start, end, len(others), sum(doc.tokens.start[k] >= start for k in others))


def _numeric(line: str, doc: Document) -> list[tuple[int, date, int, int]]:
    folded = fold_word(line)
    if len(folded) != len(line):
        return []
    out = []
    for m in _NUMERIC.finditer(folded):
        parts = [int(x) for x in (m.group(1, 2, 3) if m.group(1) else m.group(6, 5, 4))]
        day = _day(*parts)
        if day:
            out.append((0, day, m.start(), m.end()))
    return out


def _written(doc: Document) -> list[tuple[int, date, int, int]]:
    """Day number, month name (two names of one month at most) and year, in this order."""
    tokens, out = doc.tokens, []
    for i, hits in enumerate(doc.hits):
        for hit in hits:
            cls = hit.entry.cls
            if cls not in ("time_month_name", "time_hijri_month") or hit.prep or not (i and tokens.kind[i - 1] == NUMBER):
                continue
            year = _year_after(doc, hit.end)
            number = tokens.form[i - 1]
            if year is None or not number.isdigit() or not 1 <= int(number) <= 31:
                continue
            value, month = int(tokens.form[year]), int(hit.entry.value)
            if cls == "time_month_name":
                day = _day(value, month, int(number))
            else:
                interval = hijri(value, month, int(number))
                day = interval.first if interval else None
            if day:
                out.append((int(cls != "time_month_name"), day, tokens.start[i - 1], tokens.end[year]))
    return out


def _year_after(doc: Document, i: int) -> int | None:
    """The token of the year after a month's name, past a stroke, its other name and the word for year."""
    tokens = doc.tokens
    for k in range(i, min(i + 6, len(tokens))):
        form, kind = tokens.form[k], tokens.kind[k]
        if kind == NUMBER:
            return k if form.isdigit() and SHORTEST_YEAR <= int(form) <= LONGEST_YEAR else None
        if kind == WORD and not any(h.entry.cls.startswith("time_") for h in doc.hits[k]) and form not in _joints():
            inside = any(
                h.entry.cls == "time_month_name" and h.start < k < h.end for hits in doc.hits[max(0, k - 2) : k] for h in hits
            )
            if not inside:
                return None
    return None


def _others(doc: Document) -> list[int]:
    """The words of the line that are neither of a date nor of a stamp."""
    tokens = doc.tokens
    covered: set[int] = set()
    for hits in doc.hits:
        for hit in hits:
            if hit.entry.cls.startswith("time_"):
                covered.update(range(hit.start, hit.end))
    return [
        k
        for k, kind in enumerate(tokens.kind)
        if kind in (WORD, FOREIGN) and k not in covered and tokens.form[k] not in _joints() and len(tokens.form[k]) > 1
    ]


@cache
def _joints() -> frozenset[str]:
    """Folded words that stand in stamps: published, updated, corresponding to, of, GMT."""
    stamp = table("chrome")["stamp"]
    return frozenset(w for text in (*stamp["opens"], *stamp["joints"]) for w in fold_word(text).lower().split())


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
