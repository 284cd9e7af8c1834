"""The content words of a stretch of text, folded and lightly stemmed: what two clauses are compared by."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from .document import Document
from .orthography import fold_word
from .tables import table
from .tokens import FOREIGN, NUMBER, WORD


def content_keys(doc: Document, i: int, j: int) -> tuple[str, ...]:
    """The distinct stems of the content words of tokens ``i`` .. ``j`` (exclusive), in order."""
    tokens = doc.tokens
    out: dict[str, None] = {}
    for k in range(i, j):
        kind = tokens.kind[k]
        if kind == WORD:
            word = stem(tokens.form[k])
            if word:
                out[word] = None
        elif kind in (NUMBER, FOREIGN):
            out[tokens.form[k].lower()] = None
    return tuple(out)


def joined(words: Iterable[str]) -> frozenset[str]:
    """``words`` folded, bare and under each conjunction."""
    conjunctions = ("", *table("morphology")["proclitics"]["conjunctions"])
    return frozenset(c + fold_word(w) for w in words for c in conjunctions)


@cache
def stem(form: str) -> str:
    """A light stem of a folded word: conjunction, preposition, article and inflection endings off; "" for a stop word."""
    data = table("stems")
    stop = _stop()
    if form in stop:
        return ""
    for prefix in data["prefixes"]:
        if form.startswith(prefix) and len(form) - len(prefix) >= 3:
            form = form[len(prefix) :]
            break
    if form in stop:
        return ""
    for suffix in data["suffixes"]:
        if form.endswith(suffix) and len(form) - len(suffix) >= 3:
            form = form[: -len(suffix)]
            break
    return "" if form in stop or len(form) < 2 else form


@cache
def skeleton(word: str) -> str:
    """A stem less its long vowels, where three letters stay: a noun and its broken plural mostly meet."""
    bare = "".join(c for c in word if c not in table("stems")["vowels"])
    return bare if len(bare) >= 3 else word


@cache
def _stop() -> frozenset[str]:
    return frozenset(fold_word(word) for line in table("stems")["stop"] for word in line.split())


# ---- of undertakings -----------------------------------------------------------------------------------------------


@cache
def key(form: str) -> str:
    """What two reports of an act are compared by: a folded word less proclitics, common endings and long vowels.

    Shorter than a stem, so that a noun and its broken plural mostly meet; empty for a word that tells nothing.
    """
    if is_plain(form) or len(form) < 2:
        return ""
    data = table("undertakings")["keys"]
    for prefix in data["prefixes"]:
        if form.startswith(prefix) and len(form) - len(prefix) >= 3:
            form = form[len(prefix) :]
            break
    if is_plain(form):
        return ""
    for suffix in data["suffixes"]:
        if form.endswith(suffix) and len(form) - len(suffix) >= 3:
            form = form[: -len(suffix)]
            if suffix in data["pronouns"] and form.endswith(data["bound"]) and len(form) > 3:
                form = form[: -len(data["bound"])]  # the feminine ending as it is written before a pronoun
            break
    return "" if is_plain(form) or len(form) < 2 else _bare(form, data["vowels"])


def is_plain(form: str) -> bool:
    """Whether a folded word tells no undertaking from another."""
    return form in _plain()


def _bare(form: str, vowels: str) -> str:
    """``form`` less its long vowels, where three letters stay."""
    bare = "".join(c for c in form if c not in vowels)
    return bare if len(bare) >= 3 else form


@cache
def _plain() -> frozenset[str]:
    return frozenset(fold_word(w) for w in table("undertakings")["keys"]["stops"])
