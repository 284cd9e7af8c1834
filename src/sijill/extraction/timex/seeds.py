"""The smallest typed parts of times: lexicon hits of the time classes, and numbers that can be days, months or years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...language.document import Document
from ...language.grammar import Part
from ...language.lexicon import Entry, lexicon
from ...language.numerals import Number, numbers
from ...language.resolution.moments import term
from ...language.tables import table
from ...language.tokens import NUMBER, WORD

PREFIX = "time_"
LEAN = "time_lean"
"""The class of words that say which way a clause looks: read where a time needs it, never part of one."""
NOUNS = {
    "TS": "second_noun", "TM": "minute_noun", "TH": "hour_noun", "D": "day_noun", "NI": "night_noun", "W": "week_noun",
    "M": "month_noun", "Y": "year_noun", "DE": "decade_noun", "CE": "century_noun",
}  # fmt: skip
"""The part each unit's noun is besides ``unit``, so that a rule can ask for one of them."""
LAST_YEAR, FIRST_YEAR = 2199, 1000
HOURS = 24
TURN = 50
"""Two digits of a year below this are of this century."""
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_POINT = re.compile(r"(\d{1,2})[.,](\d\d)")


def seeds(doc: Document) -> list[Part]:
    """All seeds of ``doc``, in no order that matters; none lies in page furniture."""
    out: list[Part] = []
    add, parts_of = out.append, _parts_of()
    for i in doc.of(*_classes()):
        for hit in doc.hits[i]:
            names = parts_of.get(hit.entry)
            if names and not hit.pronoun and _spelt(doc, i, hit.entry):
                entry, end = hit.entry, hit.end
                if entry.variety == "open" and end < len(doc.hits) and doc.tokens.kind[end] == WORD:
                    end += 1  # the zone of any place
                variety = entry.variety
                if variety == "feminine" and hit.article and not hit.letters and _placed(doc, i):
                    variety = "placed"
                for name in names:
                    add(Part(name, i, end, entry.value, variety, hit.conj, hit.prep, hit.article, hit.letters))
    for i in doc.tokens.of_kind(NUMBER):
        if dotted := _DOTTED.fullmatch(doc.tokens.form[i]):
            out += _dotted(i, *(int(n) for n in dotted.groups()))
    furniture = [doc.tokens.within(*span) for span in doc.chrome]
    for number in numbers(doc):
        if number.value >= 0 and not any(a <= number.i < b for a, b in furniture):
            out += _numeric(doc, number)
    return out


def _placed(doc: Document, i: int) -> bool:
    """Whether the ordinal at ``i`` tells the place of the definite noun before it (the third round), and no hour."""
    if i == 0 or doc.tokens.kind[i - 1] != WORD:
        return False
    if not definite(doc, i - 1):
        return False
    return not any(h.entry.cls in TELLING or (h.entry.cls == UNIT and h.entry.value == "TH") for h in doc.hits[i - 1])


def definite(doc: Document, i: int) -> bool:
    """Whether word ``i`` is written as a definite noun: with the article, or with a pronoun on a feminine ending."""
    data, form = table("anchors"), doc.tokens.form[i]
    if len(form) > SHORTEST and form.startswith(tuple(data["definite"])):
        return True
    return doc.tokens.raw(i).endswith(tuple(data["possessed"]))


SHORTEST = 4
"""Letters a noun with its article has more than; shorter words are prepositions."""
TELLING = frozenset(PREFIX + kind for kind in ("weekday_name", "deictic", "daypart", "month_name", "relation", "era"))
UNIT = PREFIX + "unit"
"""Classes of the words after which an ordinal can be an hour."""


def _spelt(doc: Document, i: int, entry: Entry) -> bool:
    """Whether a word is written as its row asks for, where folding would make it another word."""
    exact = entry.row.get("exact")
    return exact is None or doc.tokens.raw(i).endswith(tuple(exact))


@cache
def _classes() -> tuple[str, ...]:
    return (*sorted({entry.cls for entry in _parts_of()}),)


@cache
def _parts_of() -> dict[Entry, tuple[str, ...]]:
    """The part types of each lexicon entry of the time classes."""
    found: dict[Entry, tuple[str, ...]] = {}
    for entry in lexicon().entries():
        if entry.cls.startswith(PREFIX) and entry.cls != LEAN:
            kind = entry.cls[len(PREFIX) :]
            found[entry] = (kind, NOUNS[entry.value]) if kind == "unit" else (kind,)
    return found


def _dotted(i: int, day: int, month: int, year: int) -> Iterator[Part]:
    """A date in digits and points, which is one token."""
    if 1 <= day <= 31 and 1 <= month <= 12 and FIRST_YEAR <= year <= LAST_YEAR:
        yield Part("dotted_date", i, i + 1, term("day", day, term("month", month, None, term("year", year))))


def _numeric(doc: Document, n: Number) -> Iterator[Part]:
    if n.digits and n.j == n.i + 1 and (point := _POINT.fullmatch(doc.tokens.form[n.i])):
        yield Part("hm_point", n.i, n.j, (int(point[1]), int(point[2]), ""))
    if n.value != int(n.value):
        if n.digits and n.scale == 1:
            yield Part("decimal", n.i, n.j, n.value, "digits")
            form = doc.tokens.form[n.i]
            if n.j > n.i + 1 and form.isdigit() and int(form) <= HOURS:  # an hour and a half, a quarter
                yield Part("clock_number", n.i, n.i + 1, int(form))
        return
    value, kind = int(n.value), "digits" if n.digits else "words"
    yield Part("number", n.i, n.j, value, kind, n.conj, n.prep, n.article, n.letters)
    if n.digits and n.j == n.i + 1:
        form = doc.tokens.form[n.i]
        if form.isdigit():
            yield from _calendar_numbers(n, value, len(form))
    elif not n.digits and 1 <= value <= 31 and n.j > n.i + 1:
        yield Part("day_number", n.i, n.j, value, kind, n.conj, n.prep, n.article, n.letters)
    elif not n.digits and FIRST_YEAR <= value <= LAST_YEAR and n.j > n.i + 1:
        yield Part("year_number", n.i, n.j, value, kind, n.conj, n.prep, n.article, n.letters)


def _calendar_numbers(n: Number, value: int, digits: int) -> Iterator[Part]:
    if 1 <= value <= 31 and digits <= 2:
        yield Part("day_number", n.i, n.j, value)
    if 1 <= value <= 12 and digits <= 2:
        yield Part("month_number", n.i, n.j, value)
    if digits == 4:
        if FIRST_YEAR <= value <= LAST_YEAR:
            yield Part("year_number", n.i, n.j, value, "digits")
        if value // 100 < 24 and value % 100 < 60:
            yield Part("hm_block", n.i, n.j, (value // 100, value % 100, ""))
    if value <= 59 and digits <= 2:
        yield Part("clock_number", n.i, n.j, value, "two" if digits == 2 else "")
    if digits == 2:
        yield Part("short_year", n.i, n.j, value + (2000 if value < TURN else 1900))
