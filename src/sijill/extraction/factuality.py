"""How firmly a content is put: asserted, planned, possible, denied, conditional; from the cue and the words' own modals."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ..language.document import Document
from ..language.orthography import fold_key, fold_word
from ..language.tables import table
from ..language.tokens import MARK
from ..records import Span

_HEAD = 24
"""Tokens of a content in which its main verb stands."""
_WHOLE = 120
"""Tokens from which a content is a text of its own: what it plans may stand after its opening."""
_NEAR = 8
"""Words from its beginning within which a negation bears on the whole."""


@dataclass(frozen=True, slots=True)
class _Modals:
    by_force: dict[str, str]
    words: dict[str, frozenset[str]]
    pairs: frozenset[tuple[str, str]]
    future: tuple[str, ...]
    not_future: tuple[str, ...]
    present: tuple[str, ...]
    conjunctions: tuple[str, ...]


_SETS = (
    "conditional",
    "conditional_first",
    "whether",
    "possible",
    "planned",
    "denied",
    "not_denied",
    "seems",
    "appears",
    "only",
    "only_not",
    "denied_not_after",
    "although",
    "coming",
    "may",
    "only_far",
    "surely",
    "done",
    "not_done",
    "he",
    "relative",
    "was",
    "but",
)


@cache
def _modals() -> _Modals:
    data = table("factuality")
    first, second = zip(*(fold_key(p).split() for p in data["condition_pairs"]), strict=True)
    return _Modals(
        by_force=data["force"],
        words={name: frozenset(fold_word(w) for w in data[name]) for name in _SETS},
        pairs=frozenset(zip(first, second, strict=True)),
        future=tuple(fold_word(w) for w in data["future"]),
        not_future=tuple(fold_word(w) for w in data["not_future"]),
        present=tuple(data["present"]),
        conjunctions=tuple(table("morphology")["proclitics"]["conjunctions"]),
    )


def factuality(doc: Document, content: Span, force: str, negated: bool, dated: bool) -> str:
    """How firmly the tokens ``content`` are put under a cue of ``force`` (``negated``: it was denied that it was said).

    ``dated``: the content holds a time, so that what is expected is planned for it.
    """
    modals = _modals()
    by_cue = modals.by_force.get(force, "")
    if negated:
        return "possible" if by_cue == "denied" or force in ("stress", "say") else "denied"
    if by_cue == "denied":
        return "denied"
    if _conditional(doc, *content, modals):
        return "conditional"
    if by_cue == "possible" and force == "expect":
        return "planned" if dated else "possible"
    if by_cue:
        return by_cue
    own = _own(doc, *content, modals, _WHOLE if content.end - content.start > _WHOLE else _HEAD)
    return "planned" if own == "expected" and dated else "possible" if own == "expected" else own or "asserted"


def _conditional(doc: Document, i: int, j: int, modals: _Modals) -> bool:
    """Whether the content hangs on a condition."""
    form, words = doc.tokens.form, modals.words
    for k in range(i, min(j, i + 3 * _HEAD)):
        if form[k] in words["conditional_first"] and k < i + 3:
            return True
        if form[k] in words["conditional"] and (k == i or form[k - 1] not in words["whether"]):
            return True
        if k + 1 < j and (form[k], form[k + 1]) in modals.pairs:
            return True
    return False


def _own(doc: Document, i: int, j: int, modals: _Modals, head: int) -> str:
    """What the content's own words say, from its main clause; empty where they are plain."""
    form, words = doc.tokens.form, modals.words
    n, skipping = 0, False
    i = _main(doc, i, j, modals)
    for k in range(i, min(j, i + head)):
        word = form[k]
        if doc.tokens.kind[k] == MARK:
            if head == _HEAD and n > 3 and word in (",", ";") and k + 1 < j and form[k + 1].startswith(modals.conjunctions):
                break  # another clause is joined on
            continue
        n += 1
        bare = word[1:] if word[:1] in modals.conjunctions and len(word) > 3 else word
        relative = bare in words["relative"] or word in words["relative"]
        skipping, skip = relative, skipping
        if relative or skip:
            continue  # the verb of a relative clause says nothing of the main one
        following = form[k + 1] if k + 1 < j else ""
        if word in words["denied"] and n <= _NEAR and not (k > i and form[k - 1] in words["denied_not_after"]):
            if following in words["seems"]:
                return "possible"
            if following not in words["not_denied"] and not _only(form, k, j, modals):
                return "denied"
        found = "" if bare in words["may"] and _done(doc, k, modals) else _modal(bare, following, modals)
        if found:
            return "" if found == "planned" and _over(doc, i, k, j, modals) else found
    return "planned" if any(form[k] in words["coming"] for k in range(i, min(j, i + 40))) else ""


def _main(doc: Document, i: int, j: int, modals: _Modals) -> int:
    """Where the main clause begins after a concession ("although it did not ..., "), ``j`` where none comes, else ``i``."""
    form, words = doc.tokens.form, modals.words
    if not any(form[k] in words["although"] for k in range(i, min(i + 3, j))):
        return i
    return next((k + 1 for k in range(i, j - 3) if form[k] == "," and doc.tokens.kind[k] == MARK), j)


def _only(form: list[str], k: int, j: int, modals: _Modals) -> bool:
    """Whether the negation at ``k`` only sets off what is said after it ("is nothing but")."""
    only, but = modals.words["only"], modals.words["only_not"]
    if any(form[m] in modals.words["only_far"] for m in range(k + 1, min(j, k + _HEAD))):
        return True
    near = range(k + 1, min(j, k + _NEAR))
    return any(form[m] in only and not (m + 1 < j and form[m + 1] in but) for m in near)


def _modal(bare: str, following: str, modals: _Modals) -> str:
    words = modals.words
    if bare in words["appears"]:
        return "possible"
    if bare in words["seems"]:
        return "expected"
    if bare in words["possible"] or (bare in words["may"] and following.startswith(modals.present)):
        return "possible"
    if bare in words["planned"]:
        return "planned"
    future = len(bare) > 3 and bare.startswith(modals.future) and not bare.startswith(modals.not_future)
    return "planned" if future else ""


def _done(doc: Document, k: int, modals: _Modals) -> bool:
    """Whether the verb after the particle at ``k`` is in the past, so that it tells what is done and not what may be."""
    form, words = doc.tokens.form, modals.words
    if k + 1 >= len(form):
        return False
    verb, before = form[k + 1], form[k - 1] if k else ""
    if form[k] in words["surely"] or before in words["was"] or verb in words["done"]:
        return True
    if verb[:1] == modals.present[0]:
        return False
    if before in words["he"] and verb[:1] == modals.present[1]:
        return True  # the masculine's present begins otherwise
    if len(verb) > 3 and verb.endswith(modals.present[1]) and verb not in words["not_done"]:
        return True
    tenses = {h.entry.inflection.tense for h in doc.hits[k + 1] if h.entry.inflection and not h.letters}
    return tenses == {"past"}


def _over(doc: Document, i: int, k: int, j: int, modals: _Modals) -> bool:
    """Whether a plan at ``k`` is told as past: "it was to be ... but"."""
    form, words = doc.tokens.form, modals.words
    was = any(form[m] in words["was"] for m in range(max(i, k - 3), k))
    return was and any(form[m] in words["but"] for m in range(k, j))
