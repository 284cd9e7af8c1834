"""Beginnings of other reports that a page appends to one: paragraphs that tell of something else each.

A paragraph of the report's own carries it on: by its first word, or by the names and words it shares with the rest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ...language.keys import stem
from ...language.lexicon import lexicon
from ...language.orthography import fold_word
from .lines import Line, shape

_WORD = re.compile(r"\w+")
OPENERS = ' "\u00ab\u201c\u201d'
BULLETS = "-\u2013\u2014\u2022*\u25cf\u25aa\u25fe"


def appended(lines: Sequence[Line]) -> int:
    """How many of ``lines`` (a page's, less its furniture) at the end are of other reports; 0 mostly."""
    measures = shape()
    first = len(lines)
    while first > 1 and lines[first - 1].words >= measures["blurb"] and not _carries(lines[first - 1].text):
        first -= 1
    most = len(lines) - measures["appended"]
    if first > most:
        return 0
    stems = [_stems(line.text) for line in lines]
    told = frozenset().union(*stems[:first])
    for split in range(first, most + 1):
        rest = stems[split:]
        alien = all(_share(x & told, x) <= measures["foreign"] for x in rest) and _unlike(rest)
        if alien and sum(_verb(line.text) for line in lines[split:]) >= measures["verbs"] * len(rest):
            return len(lines) - split
        told |= stems[split]
    return 0


def _carries(text: str) -> bool:
    """Whether a paragraph begins as one that goes on with a report, or as an item of a list."""
    bare = text.strip(OPENERS)
    if bare != text.strip() or not bare or bare[0] in BULLETS or bare[0].isdigit():
        return True
    word = fold_word(bare.split(" ", 1)[0])
    led = word[:1] in _letters() and len(word) > 3 and word not in _own_letter()
    return led or word in _first_words()


def _verb(text: str) -> bool:
    """Whether a paragraph begins with a verb, as news does and a column seldom."""
    words = fold_word(text).split(" ", 1)
    return any(hit.entry.inflection is not None for hit in lexicon().word(words[0])) if len(words[0]) > 1 else False


def _unlike(paragraphs: Sequence[frozenset[str]]) -> bool:
    return all(len(x & y) <= shape()["apart"] * min(len(x), len(y)) for n, x in enumerate(paragraphs) for y in paragraphs[:n])


def _share(some: frozenset[str], whole: frozenset[str]) -> float:
    return len(some) / len(whole) if whole else 1.0


def _stems(text: str) -> frozenset[str]:
    return frozenset(s for w in _WORD.findall(fold_word(text)) if len(s := stem(w)) > 2)


@cache
def _letters() -> frozenset[str]:
    return frozenset((shape()["and"], *shape()["then"]))


@cache
def _own_letter() -> frozenset[str]:
    return frozenset(fold_word(w) for w in shape()["own_letter"])


@cache
def _first_words() -> frozenset[str]:
    return frozenset(fold_word(w) for w in shape()["carries"])
