"""How firmly a content is put: asserted, planned, possible, denied, conditional; from the cue and the words' own modals."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ..language.document import Document
from ..language.orthography import fold_word
from ..language.tables import table
from ..language.tokens import MARK
from ..records import Span

_HEAD = 14
"""Tokens of a content in which its main verb stands."""


@dataclass(frozen=True, slots=True)
class _Modals:
    by_force: dict[str, str]
    conditional: frozenset[str]
    possible: frozenset[str]
    planned: frozenset[str]
    denied: frozenset[str]
    not_denied: frozenset[str]
    future: tuple[str, ...]
    not_future: tuple[str, ...]
    coming: frozenset[str]
    may: frozenset[str]
    present: tuple[str, ...]
    conjunctions: tuple[str, ...]


def _set(forms: list[str]) -> frozenset[str]:
    return frozenset(fold_word(f) for f in forms)


@cache
def _modals() -> _Modals:
    data = table("factuality")
    return _Modals(
        by_force=data["force"],
        conditional=_set(data["conditional"]),
        possible=_set(data["possible"]),
        planned=_set(data["planned"]),
        denied=_set(data["denied"]),
        not_denied=_set(data["not_denied"]),
        future=tuple(data["future"]),
        not_future=tuple(fold_word(w) for w in data["not_future"]),
        coming=_set(data["coming"]),
        may=_set(data["may"]),
        present=tuple(data["present"]),
        conjunctions=tuple(table("morphology")["proclitics"]["conjunctions"]),
    )


def factuality(doc: Document, content: Span, force: str, negated: bool, document: bool) -> str:
    """How firmly the tokens ``content`` are put under a cue of ``force`` (``negated``: it was denied that it was said).

    ``document``: a text lays it down, so that what it obliges to is planned.
    """
    modals = _modals()
    by_cue = modals.by_force.get(force, "")
    if negated:
        return "possible" if by_cue == "denied" or force in ("stress", "say") else "denied"
    own = _own(doc, content.start, content.end, modals)
    if by_cue == "denied":
        return "denied"
    if own == "conditional":
        return own
    if by_cue:
        return by_cue
    return own if own else "asserted"


def _own(doc: Document, i: int, j: int, modals: _Modals) -> str:
    """What the content's own words say, from its main clause; empty where they are plain."""
    form = doc.tokens.form
    n = 0
    for k in range(i, min(j, i + _HEAD)):
        word = form[k]
        if doc.tokens.kind[k] == MARK:
            if n > 3 and word in (",", ";"):
                break
            continue
        n += 1
        bare = word[1:] if word[:1] in modals.conjunctions and len(word) > 3 else word
        if n <= 2 and bare in modals.conditional:
            return "conditional"
        if word in modals.denied and n <= 8 and (k + 1 >= j or form[k + 1] not in modals.not_denied):
            return "denied"
        if bare in modals.possible or (bare in modals.may and k + 1 < j and form[k + 1].startswith(modals.present)):
            return "possible"
        if bare in modals.planned or _future(bare, modals):
            return "planned"
    return "planned" if any(form[k] in modals.coming for k in range(i, min(j, i + 40))) else ""


def _future(word: str, modals: _Modals) -> bool:
    return len(word) > 4 and word.startswith(modals.future) and not word.startswith(modals.not_future)
