"""Which readings of a word news can mean: a verb that is written like a noun, a noun like a future."""

from __future__ import annotations

from functools import cache

from ...language.document import Document
from ...language.keys import joined
from ...language.lexicon import Hit
from ...language.orthography import fold_word
from ...language.tables import table
from ...language.tokens import BREAK, MARK, WORD

SHORT = 4
"""The letters of the longest past form that is doubted."""


def plausible(hit: Hit, doc: Document, i: int) -> bool:
    """Whether a verb's form is one that news uses: not the feminine plural, no pronoun of the first person.

    The ending of feminine nouns, folded to the letter of the pronoun, is never on a verb.
    """
    verb = hit.entry.inflection
    if verb is None:
        if hit.entry.row.get("not_before_number"):
            return hit.end < len(doc.tokens) and doc.tokens.kind[hit.end] == WORD
        return not hit.entry.row.get("before_verb") or _present(doc, hit.end)
    form = doc.tokens.form[i]
    if verb.tense == "past" and (hit.prep or (not hit.conj and _after_that(doc, i))):
        return False
    if hit.pronoun and doc.text[doc.tokens.end[i] - 1] == _feminine():
        return False
    if verb.tense == "future" and verb.person == 1 and verb.number == "s" and not _hamzated(doc, i, hit):
        return False
    if (form in _not_verbs() and not (_steered(doc, i) or begins(doc, i, form))) or (verb.gender, verb.number) == ("f", "p"):
        return False
    if verb.tense == "past" and (verb.gender, verb.number) == ("m", "d"):
        return False  # written like a noun in the accusative
    return not (hit.pronoun and (form.endswith(_first_person()) or verb.number == "d"))


def _after_that(doc: Document, i: int) -> bool:
    """Whether the particle "that" stands right before: no past verb follows it, but where "after that" or the like opens."""
    that = table("undertakings")["that"]
    form = doc.tokens.form
    return i > 1 and form[i - 1] == that["particle"] and form[i - 2] not in that["opened_by"] and len(form[i]) <= SHORT


def _hamzated(doc: Document, i: int, hit: Hit) -> bool:
    """Whether the letter after the future's prefix is written with the hamza of the first person, as news does."""
    word = doc.text[doc.tokens.skip(i, len(hit.conj)) : doc.tokens.end[i]]
    return word[1:2] == str(table("undertakings")["not_verbs"]["first"])


def _present(doc: Document, i: int) -> bool:
    """Whether token ``i`` is a verb in the present, by the lexicon or by its shape."""
    if i >= len(doc.hits):
        return False
    shapes = table("undertakings")["present"]
    if not doc.hits[i] and doc.tokens.form[i].startswith(tuple(shapes["prefixes"])):
        return True
    return any(h.entry.inflection and h.entry.inflection.tense == "present" for h in doc.hits[i])


def opens(doc: Document, i: int, hit: Hit) -> bool:
    """Whether a short past form, written like many a noun, stands where a verb may: not right behind an indefinite noun."""
    verb = hit.entry.inflection
    if (
        verb is None
        or verb.tense != "past"
        or hit.conj
        or len(doc.tokens.form[i]) > SHORT
        or verb.number != "s"
        or verb.gender != "m"
    ):
        return True
    if not i or doc.tokens.kind[i - 1] != WORD:
        return True
    before = doc.tokens.form[i - 1]
    article = str(table("morphology")["proclitics"]["before_nouns"][0][2])
    steers = any(h.entry.cls in ("clause", "plan") for h in doc.hits[i - 1])
    return steers or before.startswith(article) or before[1:].startswith(article)


def _steered(doc: Document, i: int) -> bool:
    """Whether a word that looks like a noun is a verb by the particle that follows its subject."""
    particle = table("undertakings")["steered"].get(doc.tokens.form[i])
    return particle is not None and particle in doc.tokens.form[i + 1 : i + 5]


def spelt_past(doc: Document, i: int) -> bool:
    """Whether a word ends in the letter of defective verbs in the past, which its verbal noun does not have."""
    return doc.text[doc.tokens.end[i] - 1] == str(table("undertakings")["not_verbs"]["defective"])


def begins(doc: Document, i: int, form: str) -> bool:
    """Whether a word that may be a verb opens its sentence before a definite noun: "signed the two states"."""
    if i and doc.tokens.kind[i - 1] not in (MARK, BREAK) and not (i > 1 and doc.tokens.form[i - 1] == "("):
        return False
    if form not in _openers() or i + 1 >= len(doc.tokens):
        return False
    article = str(table("morphology")["proclitics"]["before_nouns"][0][2])
    return doc.tokens.form[i + 1].startswith(article) or form in _sure_openers()


@cache
def _openers() -> frozenset[str]:
    return joined(table("undertakings")["not_verbs"]["openers"])


@cache
def _sure_openers() -> frozenset[str]:
    return joined(table("undertakings")["not_verbs"]["sure_openers"])


@cache
def _not_verbs() -> frozenset[str]:
    return frozenset(fold_word(w) for w in table("undertakings")["not_verbs"]["forms"])


@cache
def _feminine() -> str:
    return str(table("undertakings")["not_verbs"]["feminine"])


@cache
def _first_person() -> str:
    return str(table("undertakings")["not_verbs"]["pronoun"])


@cache
def _shape() -> tuple[tuple[str, ...], frozenset[str]]:
    data = table("undertakings")["future"]
    return tuple(data["prefixes"]), frozenset(fold_word(n) for n in data["nouns"])


@cache
def looks_future(form: str) -> str:
    """The conjunction before it, where ``form`` looks like a verb in the future; else a blank that is no conjunction."""
    prefixes, nouns = _shape()
    for conj in ("", *table("morphology")["proclitics"]["conjunctions"]):
        body = form[len(conj) :]
        if form.startswith(conj) and len(body) >= 4 and body.startswith(prefixes):
            if any(body.startswith(n) for n in nouns):
                return "-"
            return str(conj)
    return "-"
