"""Times in a document, as expressions over anchors.

Typed seeds (:mod:`.seeds`) are joined by the productions of ``ar/rules/timex`` into terms of
:mod:`sijill.language.resolution`; the best that do not overlap are kept (:mod:`.selection`); what a time is counted
from is said in :mod:`.anchors`.
"""

from __future__ import annotations

from functools import cache

from ...language.document import Document
from ...language.grammar import Grammar, Part
from ...language.rules import productions
from ...records import TimeMention
from .anchors import anchored
from .composition import RESOLVERS
from .seeds import seeds
from .selection import select


@cache
def grammar() -> Grammar:
    """The productions of times, compiled once."""
    return Grammar(productions("timex"), RESOLVERS)


def time_parts(doc: Document) -> list[Part]:
    """The parts of ``doc`` that are times, best reading each, in order; none overlaps another."""
    found = seeds(doc)
    return select(doc, grammar().parse(doc.tokens.form, found), found)


def time_mentions(doc: Document) -> list[TimeMention]:
    """The times of ``doc`` in order of their starts; spans without proclitics and signals."""
    return anchored(doc, time_parts(doc))


__all__ = ["grammar", "time_mentions", "time_parts"]
