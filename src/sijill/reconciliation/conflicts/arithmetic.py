"""Conflicts of arithmetic inside one report: parts that come to more than their whole, and a length that its start belies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...identity import identify
from ...language.tokens import WORD, Tokens
from ...records import Conflict, Dated, Figure, Place, Span, Timex
from .clauses import LONGEST, listed

WORTH = {"parts": 0.9, "length": 0.82}
NEAR, BETWEEN = 60, 3
"""Characters between a whole and the word that begins its parts, and words between two of these."""
LONGER, SHORTER, SLACK = 1.7, 0.6, 31
"""By what factor the days since a start may differ from the length told, and days that do not count."""
BEFORE = 3
"""Words before a length in which it is told as passed."""
DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}
_LENGTH = re.compile(r"P(\d+(?:\.\d+)?)([DWMY])")


def sums(pile: Sequence[Dated]) -> list[Conflict]:
    """Wholes and parts, lengths and starts that do not agree, in order of the articles."""
    return [c for d in pile for s in d.extraction.sentences for c in (*_parts(d, s), *_lengths(d, s))]


def _parts(d: Dated, s: Span) -> Iterator[Conflict]:
    """A whole ("30 passengers, among them") followed by parts of it that come to more."""
    figures = [f for f in d.extraction.figures if s.start <= f.start and f.end <= s.end]
    if len(figures) < 3:
        return
    for at in _words_at(d, s, "among"):
        whole = next((f for f in reversed(figures) if f.end <= at), None)
        if whole is None or at - whole.end > NEAR or whole.unit == "%" or not whole.high:
            continue
        parts = _chain(d, whole, at, [f for f in figures if f.start > at])
        told = sum(f.low or 0 for f in parts)
        if len(parts) >= 2 and told > whole.high:
            places = [_place(d, Span(f.start, f.end)) for f in (whole, *parts)]
            yield _conflict("parts", places, f"{told:g} > {whole.high:g}")


def _chain(d: Dated, whole: Figure, at: int, figures: Sequence[Figure]) -> list[Figure]:
    """The parts that follow one another; what is told in another unit, of other people or in a new clause ends them."""
    parts: list[Figure] = []
    end = at
    for f in figures:
        words = sum(k == WORD for k in Tokens(d.article.text[end : f.start]).kind)
        if (
            words > BETWEEN
            or f.low is None
            or f.low > (whole.high or 0)
            or f.unit != whole.unit
            or _told_of(f) - _told_of(whole)
        ):
            break
        parts.append(f)
        end = f.end
    return parts


def _told_of(f: Figure) -> frozenset[str]:
    return frozenset(k for k in f.keys if k[0] == "=")


def _lengths(d: Dated, s: Span) -> Iterator[Conflict]:
    """A length of something that began on a day told in the same sentence: too long or too short by the report's day."""
    day = d.published.latest
    if day is None or d.published.earliest != day:
        return
    here = [t for t in d.timexes if s.start <= t.start and t.end <= s.end]
    for length in (t for t in here if t.type == "DURATION"):
        told = _days(length)
        began = next((t for t in here if t.start > length.end and _began(d, length.end, t)), None)
        if (
            told < DAYS["M"]
            or not _passed(d, s, length)
            or began is None
            or not (began.earliest and began.latest)
            or began.latest >= day
        ):
            continue
        least, most = (day - began.latest).days, (day - began.earliest).days
        long = length.mod not in ("LESS_THAN", "EQUAL_OR_LESS") and least > LONGER * told + SLACK
        short = most + SLACK < SHORTER * told and length.mod != "LESS_THAN"
        if long or short:
            yield _conflict("length", [_place(d, Span(t.start, t.end)) for t in (length, began)], f"{least} / {told}")


def _passed(d: Dated, s: Span, length: Timex) -> bool:
    """Whether a length is told as passed: after, for, since, it lasted."""
    before = Tokens(d.article.text[s.start : length.start]).form[-BEFORE:]
    return any(form in listed("lasting") for form in before)


def _days(t: Timex) -> int:
    found = _LENGTH.fullmatch(t.value)
    return round(float(found[1]) * DAYS[found[2]]) if found else 0


def _began(d: Dated, start: int, t: Timex) -> bool:
    """Whether a beginning is told between ``start`` and the date ``t``."""
    return t.type == "DATE" and any(True for _ in _words_at(d, Span(start, t.start), "beginnings"))


def _words_at(d: Dated, s: Span, key: str) -> Iterator[int]:
    """Where the words of a list stand in a stretch."""
    tokens = Tokens(d.article.text[s.start : s.end])
    for at, form, kind in zip(tokens.start, tokens.form, tokens.kind, strict=True):
        if kind == WORD and form in listed(key):
            yield s.start + at


def _conflict(what: str, places: Sequence[Place], note: str) -> Conflict:
    key = identify("conflict", "arithmetic", places[0].article, places[0].start)
    return Conflict(key, "arithmetic", "error", tuple(places), note, WORTH[what])


def _place(d: Dated, s: Span) -> Place:
    return Place(d.article.name, s.start, min(s.end, s.start + LONGEST), d.article.text[s.start : s.end][:LONGEST])
