"""What a report is about: object, place, actors, and the folded words by which reports are compared."""

from __future__ import annotations

from collections.abc import Sequence

from ...language.document import Document
from ...language.keys import is_plain, key
from ...language.tokens import FOREIGN, NUMBER, WORD
from ...records import Mention
from .clauses import Clause
from .items import Item

PLACES = frozenset({"place", "site", "city", "country", "region"})
KEYS = 24
NAMING = ("act", "affair", "phase")
OBJECT_WORDS = 7
_WORDS = (WORD, FOREIGN, NUMBER)


def keys(doc: Document, a: int, b: int, items: Sequence[Item]) -> tuple[str, ...]:
    """Folded content words of tokens ``a`` .. ``b``, each once, in order, then the classes of the acts among them.

    Times and steering words are left out; a class is written ``=class``, so that a verb and its noun meet.
    """
    here = [x for x in items if a <= x.i < b]
    skip = {t for x in here if x.type not in ("mark", "affair") for t in range(x.i, x.j)}
    kind, form = doc.tokens.kind, doc.tokens.form
    words = [key(form[i]) for i in range(a, b) if i not in skip and kind[i] in _WORDS]
    out = [word for word in dict.fromkeys(words) if word][:KEYS]
    acts = ["=" + str(x.hit.entry.value) for x in here if x.hit and x.hit.entry.cls in NAMING]
    return (*out, *dict.fromkeys(acts))


def object_words(doc: Document, bounds: Clause, items: Sequence[Item]) -> str | None:
    """The noun phrase after the head, as written, up to the next time, mark or steering word."""
    stop = bounds.b
    for x in items:
        if x.i >= bounds.head_end and x.type not in ("act",):
            stop = min(stop, x.i)
            break
    stop = min(stop, bounds.head_end + OBJECT_WORDS)
    while stop > bounds.head_end and is_plain(doc.tokens.form[stop - 1]):
        stop -= 1
    return doc.tokens.raw(bounds.head_end, stop) if stop > bounds.head_end else None


def named(doc: Document, bounds: Clause, mentions: Sequence[Mention]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Actors and places among the clause's names, each once, in order."""
    start, end = doc.tokens.start[bounds.a], doc.tokens.end[bounds.b - 1]
    actors: dict[str, None] = {}
    places: dict[str, None] = {}
    for m in mentions:
        if m.start >= end:
            break
        if m.end > start:
            (places if m.kind in PLACES else actors).setdefault(m.entity)
    return tuple(actors), tuple(places)
