"""What the lines around a saved page's title say of it: outlet, address, title, day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ..language.orthography import fold_word
from ..language.tables import table
from ..records import Published, Span
from .lines import Line, lines_of

HEAD = 6000
"""Characters of a page in which title and masthead stand."""
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
    return Masthead(outlet, url, _title(lines, furniture))


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
        return line.text if 3 <= line.words <= 25 and not line.stop else None
    return None
