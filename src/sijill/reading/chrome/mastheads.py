"""What the lines around a saved page's title say of it: outlet, address, title, day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ...language.orthography import fold_word
from ...language.tables import table
from ...records import Proof, Published, Span
from ..stamps import possible
from .datelines import line_day
from .lines import Line, lines_of

HEAD = 6000
"""Characters of a page in which title and masthead stand."""
MASTHEAD, TEXT, STAMP, PLACE = 40, 22, 14, 3
"""Lines before the text at most; words from which a line is the text; words of a stamp's line, and those of a place in it."""
_PLACED = re.compile(r"\s[-\u2013\u2014:]\s|[-\u2013\u2014:]$")
_ADDRESS = re.compile(r"https?://\S+")


class Masthead(NamedTuple):
    """What a page says of itself; None for what it does not say."""

    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    published: Published = Published()


def masthead(text: str, furniture: Sequence[Span]) -> Masthead:
    """Outlet and address where a line of their own states them, the title where a headline stands before the text."""
    lines = lines_of(text[:HEAD])
    outlet = url = None
    for line in lines[:40]:
        if line.words <= 8 and outlet is None:
            outlet = _source(line.text)
        if line.rule and url is None and (m := _ADDRESS.search(line.text)):
            url = m.group().rstrip(").,\u060c")
    return Masthead(outlet, url, _title(lines, furniture), stated_day(lines))


def stated_day(lines: Sequence[Line]) -> Published:
    """The day of the page's visible stamp: a line of its own, before the text or right after its title.

    An agency's dateline counts too: a place, the date in one calendar or two, nothing else.
    """
    for n, line in enumerate(lines):
        text = line.rule is None and line.words >= TEXT
        if line.words <= STAMP and not line.stop and line.rule in (None, "stamp") and any(c.isdigit() for c in line.text):
            found = line_day(line.text)
            if found and possible(found.day) and (line.rule == "stamp" or (found.others <= PLACE and found.after <= 1)):
                proof = Proof(f"stamp {found.day}", line.start + found.start, line.start + found.end)
                return Published(found.day, found.day, "stated", (proof,))
        if text or n > MASTHEAD:
            break
    return Published()


def _source(line: str) -> str | None:
    """The outlet of a line that only says where the text is from."""
    opening, colon, rest = line.partition(":")
    if not colon or fold_word(opening).strip() not in _source_words():
        return None
    name = rest.strip(" \t\xa0.\u060c-|")
    return name if name and not _ADDRESS.search(name) and len(name) <= 60 else None


@cache
def _source_words() -> frozenset[str]:
    return frozenset(fold_word(w) for w in table("chrome")["stamp"]["source"])


def _title(lines: Sequence[Line], furniture: Sequence[Span]) -> str | None:
    taken = {start for start, _ in furniture}
    inside = [span for span in furniture if span.start < HEAD]
    for line in lines:
        if line.start in taken or any(s <= line.start < e for s, e in inside):
            continue
        if line.words <= PLACE + 2 and _PLACED.search(line.text):  # a dateline: the place and the outlet
            continue
        return line.text if 3 <= line.words <= 25 and not line.stop else None
    return None


def visible_day(text: str) -> Published:
    """The day of the visible stamp in the head of ``text``; unknown where there is none."""
    return stated_day(lines_of(text[:HEAD]))
