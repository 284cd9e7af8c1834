"""Titles with what they are title of: the minister of ..., the spokesman for ..., and the name that follows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from ...language.document import Document
from ...language.lexicon import Hit
from .bodies import body, canonical, kind_of_body
from .persons import after_title
from .words import Found, has_article, is_definite, is_function, is_mark, is_relation, is_word, names, plain, whole, words

_LONG = 10
"""Words of the longest office."""


@dataclass(frozen=True, slots=True)
class Titled:
    """An office and the person named with it, either or both; ``definite``: one certain office, not "a" holder."""

    office: Found | None
    person: Found | None
    definite: bool


@dataclass(slots=True)
class _Reading:
    """Where the reading of an office stands: next token; whether its noun phrase is closed, by a linked body, by a noun."""

    j: int
    closed: bool
    linked: bool = False
    parts: int = 0
    noun: bool = False


def titled(doc: Document, i: int, surnames: Collection[str] = ()) -> Titled | None:
    """The title at token ``i``, its complement and the name after it; ``surnames`` are folded ones the article knows."""
    hit = doc.find(i, "title")
    if (
        hit is None
        or hit.pronoun
        or (hit.entry.variety == "plural" and not hit.article and hit.end == i + 1 and _plain_plural(hit))
    ):
        return None
    bare = hit.article or has_article(hit.entry.words[0])
    reading = _Reading(hit.end, bare or has_article(hit.entry.words[-1]))
    while reading.j - i < _LONG and _read_on(doc, reading):
        pass
    definite = bare or (reading.closed and not reading.linked)
    person = _named(doc, reading, hit, bare, surnames)
    if not reading.parts and person is None and not has_article(hit.entry.words[-1]):
        return None
    office = Found(i, reading.j, hit.letters, "office", canonical(doc, i, reading.j, hit.letters, hit.article))
    if person is None and hit.article and (is_definite(doc, i - 1) or (not reading.parts and len(hit.entry.words) == 1)):
        return None  # an adjective of the noun before it, or one office too many to be told from the word alone
    return Titled(office, person, definite and hit.entry.variety in ("m", "f"))


def _plain_plural(hit: Hit) -> bool:
    return len(hit.entry.words) == 1


def addressed(doc: Document, i: int) -> Titled | None:
    """A form of address (Doctor, Sheikh, Mr) and the name after it."""
    hit = whole(doc, i, "honorific") or doc.find(i, "honorific")
    if hit is None or (
        hit.end == i + 1 and not has_article(hit.entry.words[0]) and not hit.article and len(hit.entry.words[0]) > 1
    ):
        return None
    person = after_title(doc, i)
    return Titled(None, person, True) if person is not None else None


def _read_on(doc: Document, r: _Reading) -> bool:
    """Take one more part of the office; False where it ends."""
    j = r.j
    if not is_word(doc, j):
        return False
    if not r.closed and whole(doc, j, "body_kind", "body") and (end := _complement(doc, j)) > j:
        return _take(r, end, True)
    tail = whole(doc, j, "title_tail", "nationality")
    if tail is not None and (tail.article or has_article(tail.entry.words[0]) or not r.closed):
        return _take(r, tail.end, True, r.noun)
    linked = whole(doc, j, "title_for")
    if linked is not None and (end := _complement(doc, linked.end)) > linked.end:
        r.linked = r.linked or not r.closed
        return _take(r, end, True)
    if is_function(doc, j):
        return False
    if not r.closed and (end := _complement(doc, j)) > j:
        return _take(r, end, True, True)
    if r.closed and (end := _possessed(doc, j)) > j:
        return _take(r, end, True, True)
    if r.closed and (joined := _joined_field(doc, j, r.noun)):
        return _take(r, joined, True, r.noun)
    if r.noun and is_definite(doc, j) and is_relation(doc.tokens.form[j]) and not doc.hits[j]:
        return _take(r, j + 1, True, True)
    again = whole(doc, j, "title")
    if again is not None and not r.closed:
        return _take(r, again.end, has_article(again.entry.words[-1]) or again.article)
    return False


def _take(r: _Reading, j: int, closed: bool, noun: bool = False) -> bool:
    r.j, r.closed, r.parts, r.noun = j, closed, r.parts + 1, noun
    return True


def _complement(doc: Document, j: int) -> int:
    """The end of what an office is office of, beginning at ``j``: a body, a country, a definite noun, a field."""
    if j >= len(doc.tokens):
        return j
    named = whole(doc, j, "country", "place")
    found = body(doc, j) or kind_of_body(doc, j)
    if found is not None and not found.letters:
        return found.j
    if named is not None:
        return named.end
    kind = whole(doc, j, "body_kind")
    if kind is not None and (kind.article or has_article(doc.tokens.form[j])):
        return kind.end
    if doc.tokens.form[j] in words("district") or doc.tokens.form[j] in words("place_outside"):
        inner = whole(doc, j + 1, "country", "place", "place_weak")
        return inner.end if inner is not None else j + 2 if is_definite(doc, j + 1) else j
    if whole(doc, j, "title", "honorific", "given_name", "given_name_weak", "name_particle"):
        return j
    if is_definite(doc, j):
        return j + 1
    if plain(doc, j) and is_definite(doc, j + 1) and not whole(doc, j + 1, "nationality", "honorific"):
        return j + 2
    return j


def _possessed(doc: Document, j: int) -> int:
    """The end of "of the ..." after a closed title: a body, a country, a field."""
    for cls in ("body", "country", "place", "body_kind"):
        hit = doc.find(j, cls)
        if hit is not None and hit.prep == str(names()["belonging"]):
            found = kind_of_body(doc, j) if cls == "body_kind" else None
            return found.j if found is not None else hit.end
    form = doc.tokens.form[j]
    if form.startswith((str(names()["possessor"]), str(names()["within"]))) and len(form) > 5:
        return j + 1
    return j


def _joined_field(doc: Document, j: int, noun: bool) -> int:
    """The end of ``and the ...`` where it is one more field of the same office (after a noun: any with an adjective)."""
    joint = str(names()["conjunction"])
    for hit in doc.hits[j]:
        if hit.conj == joint and not hit.prep and hit.entry.cls == "title_tail":
            return hit.end if hit.entry.row["value"] == "field" else 0
    form = doc.tokens.form[j]
    if noun and not doc.hits[j] and form.startswith(joint) and has_article(form[len(joint) :]) and is_definite(doc, j + 1):
        return j + 2 if is_relation(doc.tokens.form[j + 1]) or whole(doc, j + 1, "title_tail") else 0
    return 0


def _named(doc: Document, r: _Reading, hit: Hit, bare: bool, surnames: Collection[str]) -> Found | None:
    """The name after an office: at once, or after a comma where a given name begins it."""
    if hit.entry.variety in ("plural", "dual"):
        return None
    if not (r.closed or bare):
        return None
    j = r.j
    if is_mark(doc, j, ",") and r.parts:
        return _set_off(doc, j + 1)
    found = after_title(doc, j)
    styled = bool(hit.entry.row.get("styled")) and not r.parts
    if found is None or (found.j - found.i == 1 and not _certain(doc, found, r.parts > 0, styled, surnames)):
        return None
    return found


def _set_off(doc: Document, j: int) -> Found | None:
    """A name between commas after an office: begun by a given name or a form of address, or two strange words alone."""
    found = after_title(doc, j)
    if found is None or found.j - found.i < 2:
        return None
    known = whole(doc, j, "given_name", "given_name_weak", "honorific", "name_particle")
    return found if known is not None or is_mark(doc, found.j, ",", ")") else None


def _certain(doc: Document, found: Found, complement: bool, styled: bool, surnames: Collection[str]) -> bool:
    """Whether a one-word name after an office is no common word: known to the article, a given name, or in no lexicon."""
    form = doc.tokens.form[found.i]
    if form in surnames or whole(doc, found.i, "given_name") or (styled and whole(doc, found.i, "given_name_weak")):
        return True
    if has_article(form):
        return styled
    if (complement and form.endswith(str(names()["adverbial"]))) or form.endswith(str(names()["plural_feminine"])):
        return False
    return (styled or complement) and len(form) > 3 and not doc.hits[found.i]
