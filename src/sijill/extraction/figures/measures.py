"""What follows a quantity: percent, currency, unit, counted noun; and the noun's dictionary singular."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ...language.document import Document
from ...language.lexicon import Hit
from ...language.orthography import fold_word, unmarked
from ...language.tables import table
from ...language.tokens import WORD
from .quantities import COUNTING, Quantity, phrase_end, words


class Measure(NamedTuple):
    """What a quantity is of: token ``end``, ``unit`` (contract), ``counted`` (singular), ``known``: noun in the lexicon.

    ``start``: the token it begins at where that is before the number, less ``letters`` proclitic letters.
    """

    end: int
    unit: str | None = None
    counted: str | None = None
    known: bool = False
    start: int | None = None
    letters: int = 0


def measure(doc: Document, q: Quantity) -> Measure:
    """What ``q`` measures or counts, looked for after it (before it for a currency mark or a definite number)."""
    if q.noun is not None:
        row, end = q.noun.entry.row, q.j
        if q.noun.entry.cls == "counted":
            return Measure(end, None, row["value"], True)
        return Measure(end, _unit(doc, q.noun)[0] if q.noun.entry.cls == "currency" else row["value"], None, True)
    if q.kind == "share":
        part = doc.find(q.j, "unit", "currency") if q.j < len(doc.hits) and not q.article else None
        if part is not None and part.entry.variety in ("singular", "also") and not (part.letters or part.article):
            unit, end = _unit(doc, part) if part.entry.cls == "currency" else (part.entry.row["value"], part.end)
            return Measure(end, unit)
        noun = _noun(doc, q.j, definite=True)
        return Measure(q.j, "fraction", noun.counted if noun.known else None)
    end = phrase_end(doc, "percent", q.j)
    if end > q.j:
        return Measure(end, "%")
    if (end := phrase_end(doc, "permille", q.j)) > q.j:
        return Measure(end, "\u2030")
    large = q.high > 10 and q.scale == 1 and q.kind != "vague"
    found = _currency_mark(doc, q) or _unit_after(doc, q) or _noun_before(doc, q)
    return found or _noun(doc, q.j, large, q.kind == "vague" or q.article)


@cache
def _marks() -> dict[str, str]:
    return {str(k): str(v) for k, v in table("figures")["marks"].items()}


def _currency_mark(doc: Document, q: Quantity) -> Measure | None:
    form = doc.tokens.form
    if q.j < len(form) and form[q.j] in _marks():
        return Measure(q.j + 1, _marks()[form[q.j]])
    if q.i and form[q.i - 1] in _marks():
        return Measure(q.j, _marks()[form[q.i - 1]], start=q.i - 1)
    if q.i and form[q.i - 1] == "%" and (q.j >= len(form) or form[q.j] != "%"):
        return Measure(q.j, "%", start=q.i - 1)
    return None


def _unit_after(doc: Document, q: Quantity) -> Measure | None:
    k = q.j
    if k < len(doc.tokens) and doc.tokens.form[k] in words("closing") and k + 1 < len(doc.tokens):
        k += 1  # a bracket or quote between number and noun
    if k >= len(doc.hits):
        return None
    hit = doc.find(k, "currency")
    if hit is not None and not hit.letters:
        unit, end = _unit(doc, hit)
        return Measure(end, unit)
    hit = doc.find(k, "unit")
    if hit is not None and not hit.letters:
        return Measure(hit.end, hit.entry.row["value"])
    return None


def _unit(doc: Document, hit: Hit) -> tuple[str, int]:
    """The ISO code (or, where the name is shared and nothing tells whose, the noun) and the end with the adjective."""
    row = hit.entry.row
    for name, code in _adjectives(tuple(sorted(row["of"].items()))):
        form = tuple(doc.tokens.form[hit.end : hit.end + len(name)])
        if len(form) == len(name) and all(_agrees(f, n) for f, n in zip(form, name, strict=True)):
            return code, hit.end + len(name)
    return row["iso"] or row["value"], hit.end


@cache
def _adjectives(of: tuple[tuple[str, str], ...]) -> tuple[tuple[tuple[str, ...], str], ...]:
    return tuple((tuple(fold_word(w) for w in name.split()), code) for name, code in of)


def _agrees(form: str, adjective: str) -> bool:
    """An adjective with or without article, feminine ending and accusative."""
    ends = table("morphology")["nouns"]
    article = table("figures")["article"][0]
    bare = form.removeprefix(article)
    stem = adjective.removesuffix(ends["feminine"])
    return bare in (stem, stem + ends["feminine"], stem + ends["accusative"])


def _noun(doc: Document, k: int, large: bool = False, definite: bool = False) -> Measure:
    """The noun counted, from the word at ``k`` (over a partitive "of").

    ``large``: after a number above ten; ``definite``: the noun may have the article without "of".
    """
    t = doc.tokens
    if k < len(t) and t.form[k] in words("closing") and k + 1 < len(t) and t.kind[k + 1] == WORD:
        k += 1
    of = k < len(t) and t.form[k] in words("from")
    k = k + 1 if of else k
    if k >= len(t) or t.kind[k] != WORD:
        return Measure(k - 1 if of else k)
    nouns = (h for h in doc.hits[k] if h.entry.cls == "counted" and not h.letters)
    hit = next((h for h in nouns if of or definite or not h.article), None)
    if hit is not None and hit.entry.variety != "dual":
        return Measure(hit.end, None, hit.entry.row["value"], True)
    if not _nominal(doc, k, large and not of) or (not definite and t.form[k].startswith(tuple(words("definite"))) != of):
        return Measure(k - 1 if of else k)
    return Measure(k + 1, None, singular(unmarked(t.raw(k))))


def _noun_before(doc: Document, q: Quantity) -> Measure | None:
    """The definite noun before a definite number: ``the six states``."""
    if not q.article or q.i == 0 or doc.tokens.kind[q.i - 1] != WORD:
        return None
    known = next((h for h in doc.hits[q.i - 1] if h.entry.cls in COUNTING and (h.article or h.pronoun)), None)
    if known is not None:
        return Measure(q.j, None, known.entry.row["value"], True, q.i - 1, known.letters)
    if doc.tokens.form[q.i - 1].startswith(tuple(words("definite"))) and q.low <= 10 and not q.digits:
        return Measure(q.j, None, None, False, q.i - 1)
    return None


def _nominal(doc: Document, k: int, large: bool) -> bool:
    """Whether an unknown word can be the noun counted: no particle, no verb, nothing with a clitic; after a ``large``
    number an accusative or a feminine.
    """
    form = doc.tokens.form[k]
    if large and not form.endswith(tuple(words("accusative"))):
        return False
    if form.startswith(tuple(words("clitic"))) and not (large and _accusative(form)):
        return False
    if len(form) < 3 or form in words("not_counted", "words"):
        return False
    return not any(h.conj or h.prep or h.entry.inflection is not None for h in doc.hits[k])


LONG = 5
"""Letters from which an accusative after a large number is a noun that begins like a clitic."""


def _accusative(form: str) -> bool:
    """Whether an unknown word can only be the accusative that a number above ten asks for, no particle with a pronoun."""
    return len(form) >= LONG and form.endswith(_accusative_end()) and not form.endswith(tuple(words("possessed")))


@cache
def _accusative_end() -> tuple[str, ...]:
    """How the accusative singular ends, folded."""
    return (fold_word(str(table("morphology")["nouns"]["accusative"])),)


def singular(written: str) -> str:
    """The dictionary singular of an unknown word as written (no diacritics), by its sound endings."""
    ends = table("morphology")["nouns"]
    word = written
    for article in sorted(words("definite"), key=len, reverse=True):
        if fold_word(word).startswith(article) and len(word) > len(article) + 2:
            word = word[len(article) :]
            break
    for ending in ends["sound"]:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending)
    plural = ends["feminine_plural"]
    if word.endswith(plural) and len(word) > len(plural) + 2:
        return word.removesuffix(plural) + str(ends["feminine_written"])
    return word.removesuffix(ends["accusative"]) if len(word) > 3 else word
