"""What can be told of a token when names are read: definite, closed-class, able to stand inside a name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from ...language.document import Document
from ...language.lexicon import Hit
from ...language.orthography import fold_word, orthography
from ...language.tables import table
from ...language.tokens import FOREIGN, MARK, WORD

NAME_CLASSES = frozenset(("given_name", "given_name_weak", "name_particle", "name_kin"))
_HARMLESS = NAME_CLASSES | {"nationality", "place", "place_weak", "country", "country_weak", "outlet_weak", "title_tail"}


@dataclass(frozen=True, slots=True)
class Found:
    """A name on tokens ``i`` .. ``j`` (exclusive), less ``letters`` proclitics; ``head`` is a body's own first word."""

    i: int
    j: int
    letters: int
    kind: str
    entity: str
    head: str = ""


def names() -> dict[str, Any]:
    """The small closed sets names are read with."""
    return table("names")


@cache
def words(key: str) -> frozenset[str]:
    """One closed set, folded."""
    value = names()[key]
    return frozenset(fold_word(w) for w in ([value] if isinstance(value, str) else value))


@cache
def function_words() -> frozenset[str]:
    """Words that never stand inside a name, bare and with a conjunction, folded."""
    bare = {fold_word(w) for row in table("function_words")["row"] for w in row["forms"]}
    joined = {c + w for w in bare for c in table("morphology")["proclitics"]["conjunctions"]}
    return frozenset(bare | joined)


def is_function(doc: Document, i: int) -> bool:
    """Whether token ``i`` is a closed-class word, an adverb of time or a common predicate."""
    return doc.tokens.form[i] in function_words()


def is_word(doc: Document, i: int) -> bool:
    """Whether there is a word at ``i``."""
    return 0 <= i < len(doc.tokens) and doc.tokens.kind[i] == WORD


def is_definite(doc: Document, i: int) -> bool:
    """Whether token ``i`` is a word written with the article and no proclitic (and is no closed-class word)."""
    return is_word(doc, i) and has_article(doc.tokens.form[i]) and not is_function(doc, i)


def has_article(form: str) -> bool:
    """Whether a folded word begins with the article and is long enough for it to be one."""
    return form.startswith(_article()) and len(form) > 4


@cache
def _article() -> str:
    return str(names()["article"])


def is_mark(doc: Document, i: int, *marks: str) -> bool:
    """Whether token ``i`` is one of ``marks``."""
    return 0 <= i < len(doc.tokens) and doc.tokens.kind[i] == MARK and doc.tokens.form[i] in marks


def is_quote(doc: Document, i: int) -> bool:
    """Whether token ``i`` is a quotation mark."""
    if not 0 <= i < len(doc.tokens) or doc.tokens.kind[i] != MARK:
        return False
    quotes = orthography()["quotes"]
    return doc.tokens.form[i] in quotes["open"] + quotes["close"] + quotes["either"]


def plain(doc: Document, i: int) -> bool:
    """Whether token ``i`` can be a word of a name that no lexicon knows: no closed-class word, no known common word."""
    if not is_word(doc, i) or is_function(doc, i) or len(doc.tokens.form[i]) < 2:
        return False
    return all(hit.entry.cls in _HARMLESS or hit.pronoun or (hit.letters and not hit.article) for hit in doc.hits[i])


def strange(doc: Document, i: int) -> bool:
    """Whether token ``i`` can go on with a name though no lexicon knows it: plain, with nothing joined before it."""
    form = doc.tokens.form[i] if is_word(doc, i) else ""
    if len(form) < 3 or form[0] in words("conjunction") or not plain(doc, i):
        return False
    if form.startswith(_possessor()) or (len(form) > 4 and form.endswith(_pronouns())):
        return False
    if form[0] in words("prefixes") and doc.tokens.raw(i)[1:2] in names()["hamzas"]:
        return False  # a preposition before a word with its own hamza
    return not any(hit.letters and hit.entry.cls not in NAME_CLASSES for hit in doc.hits[i])


@cache
def _possessor() -> str:
    return str(names()["possessor"])


@cache
def _pronouns() -> tuple[str, ...]:
    return tuple(words("pronouns"))


_NO_SURNAME = frozenset(("title", "honorific", "body_kind", "body", "country", "place", "numeral", "anonymous"))


def surname_like(doc: Document, i: int, strict: bool = False) -> bool:
    """Whether a word with the article can end a name; ``strict``: only by its ending (the one from ..., of the ...)."""
    if not is_definite(doc, i):
        return False
    if strict and not (is_relation(doc.tokens.form[i]) or whole(doc, i, *NAME_CLASSES)):
        return False
    blocked = (hit.entry.cls in _NO_SURNAME and not hit.letters and not hit.pronoun for hit in doc.hits[i])
    return not any(blocked)


def foreign(doc: Document, i: int) -> bool:
    """Whether token ``i`` is written in other letters."""
    return 0 <= i < len(doc.tokens) and doc.tokens.kind[i] == FOREIGN


def whole(doc: Document, i: int, *classes: str) -> Hit | None:
    """The longest hit at ``i`` of ``classes`` with no proclitic before it."""
    best = None
    if 0 <= i < len(doc.hits):
        for hit in doc.hits[i]:
            cls = hit.entry.cls
            if cls not in classes or hit.letters or hit.pronoun or (hit.article and cls in NAME_CLASSES):
                continue
            if best is None or hit.end > best.end:
                best = hit
    return best


def reports(doc: Document, i: int) -> bool:
    """Whether token ``i`` is a verb of saying (or "according to")."""
    return 0 <= i < len(doc.hits) and any(h.entry.cls in ("say", "carry", "accord") for h in doc.hits[i])


def is_relation(form: str) -> bool:
    """Whether a folded definite form has the ending of an adjective of relation, or is one that bodies bear."""
    return form.endswith(tuple(words("relation"))) or form in words("body_adjectives")
