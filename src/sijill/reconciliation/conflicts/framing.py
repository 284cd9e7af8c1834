"""Conflicts of framing: what some call by a name, somebody says it is not ("this is no withdrawal")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from ...identity import identify
from ...language.keys import stem
from ...language.orthography import fold_word
from ...language.tables import table
from ...language.tokens import WORD, Tokens
from ...records import Conflict, Dated, Place, Span
from .clauses import LONGEST

WORTH = 0.78
SPANS = 5


def framings(pile: Sequence[Dated]) -> list[Conflict]:
    """Acts that one article's words deny the name of which others give them."""
    places = [_place(d, s) for d in pile for s in d.extraction.sentences]
    words = tuple(table("conflicts")["denials"])
    denied = _by_name((p for p in places if any(w in p.text for w in words)), True)
    if not denied:
        return []
    called = _by_name(places, False)
    return [c for name in sorted(denied) if (c := _conflict(name, denied[name], called.get(name, ()))) is not None]


def _by_name(places: Iterable[Place], no: bool) -> dict[str, list[Place]]:
    out: dict[str, list[Place]] = {}
    for place in places:
        for name, denied in _names(place.text):
            if denied == no:
                out.setdefault(name, []).append(place)
    return out


def _place(d: Dated, s: Span) -> Place:
    end = min(s.end, s.start + LONGEST)
    return Place(d.article.name, s.start, end, d.article.text[s.start : end])


def _names(text: str) -> list[tuple[str, bool]]:
    """The names of framed acts in a sentence, each with whether it is denied."""
    tokens = Tokens(text)
    out: dict[tuple[str, bool], None] = {}
    for k, form in enumerate(tokens.form):
        if tokens.kind[k] == WORD and (name := _frames().get(stem(form))):
            out[name, any(f in _denials() for f in tokens.form[max(0, k - 1) : k])] = None
    return list(out)


def _conflict(name: str, denied: Sequence[Place], called: Sequence[Place]) -> Conflict | None:
    """The denials, then the first sentence of every other article that calls it so."""
    other: dict[str, Place] = {}
    for place in called:
        if all(place.article != d.article for d in denied):
            other.setdefault(place.article, place)
    spans = (*denied[: SPANS - 2], *list(other.values())[: SPANS - len(denied[: SPANS - 2])])
    if not other:
        return None
    key = identify("conflict", "framing", spans[0].article, spans[0].start)
    return Conflict(key, "framing", "contradiction", spans, name, WORTH)


@cache
def _frames() -> dict[str, str]:
    """Stem -> the first word of its name."""
    rows = table("conflicts")["frames"]
    return {stem(fold_word(w)): words.split()[0] for row in rows for words in row for w in words.split()}


@cache
def _denials() -> frozenset[str]:
    return frozenset(fold_word(w) for w in table("conflicts")["denials"])
