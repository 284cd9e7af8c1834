"""Arabic verbs and nouns in all the forms that news uses, from dictionary forms; and what may be written onto a word.

All forms come out folded (see :mod:`.orthography`), so that hamza seats and alef maqsura need no care.
Verbs: third person in both genders and three numbers, first person, active past and present, future with its prefix.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from .orthography import fold_word
from .tables import table


class Inflected(NamedTuple):
    """One form of a verb: ``tense`` past, present or future; ``person`` 1 or 3; ``gender`` m, f; ``number`` s, d, p."""

    form: str
    tense: str
    person: int
    gender: str
    number: str


class Stripped(NamedTuple):
    """A word form with clitics taken off: what stood before (conjunction, preposition, article) and the rest."""

    conj: str
    prep: str
    article: bool
    rest: str


def conjugate(past: str, present: str) -> list[Inflected]:
    """All forms of a verb given by its third-person masculine singular past and present."""
    sound = past[-1] in table("morphology")["past"]["hamza_finals"]
    return [*_past(fold_word(past), sound), *_present(fold_word(present), sound)]


def _past(stem: str, sound: bool) -> list[Inflected]:
    ends = table("morphology")["past"]
    weak = not sound and stem[-1] in ends["weak_finals"]
    base = stem[:-1] if weak else stem
    kind = ends["weak"] if weak else ends["sound"]
    return [Inflected(stem, "past", 3, "m", "s")] + [
        Inflected(base + suffix, "past", person, gender, number) for suffix, person, gender, number in kind
    ]


def _present(stem: str, sound: bool) -> list[Inflected]:
    data = table("morphology")["present"]
    weak = not sound and stem[-1] in data["weak_finals"]
    body, cut = stem[1:], stem[1:-1] if weak else stem[1:]
    out = []
    for prefix, suffix, person, gender, number in data["forms"]:
        base = cut if suffix in data["cutting"] else body
        out.append(Inflected(prefix + base + suffix, "present", person, gender, number))
        out.append(Inflected(data["future"] + prefix + base + suffix, "future", person, gender, number))
    if weak:  # the jussive drops the weak letter
        out += [Inflected(prefix + cut, "present", 3, gender, "s") for prefix, gender in data["jussive"]]
    return out


def decline(noun: str, sound: bool = False, dual: bool = True) -> list[tuple[str, str]]:
    """Case and number forms of a one-word noun given in the singular: (form, variety), the singular itself left out.

    Varieties: singular (accusative), dual, construct (the dual before a noun), plural (where ``sound``).
    """
    data, word = table("morphology")["nouns"], fold_word(noun)
    if word.endswith(data["feminine"]):
        stem, pair, construct = word[:-1], data["feminine_dual"], data["feminine_construct"]
        out = []
    else:
        stem, pair, construct = word, data["dual"], []
        out = [(word + data["accusative"], "singular")]
    if sound:
        out += [(word + e, "plural") for e in (*data["sound"], *data["sound_construct"])]
        pair = [e for e in pair if e not in data["sound"]]
    if dual:
        out += [(stem + e, "dual") for e in pair] + [(stem + e, "construct") for e in construct]
    return out


@cache
def strippings(form: str) -> tuple[Stripped, ...]:
    """Every way to read ``form`` (folded) as clitics and a rest of two letters or more, the whole word first.

    A name that holds its article loses its alef after the preposition "for"; it comes back here.
    """
    data = table("morphology")["proclitics"]
    out = [Stripped("", "", False, form)]
    for conj in ("", *data["conjunctions"]):
        if not form.startswith(conj):
            continue
        body = form[len(conj) :]
        if conj:
            out.append(Stripped(conj, "", False, body))
        for prep, article, text in data["before_nouns"]:
            if body.startswith(text):
                out.append(Stripped(conj, prep, article, body[len(text) :]))
        prep, written, whole = data["article_inside"]
        if body.startswith(written):
            out.append(Stripped(conj, prep, False, whole + body[len(written) :]))
    return (out[0], *(s for s in out[1:] if len(s.rest) >= 2))


@cache
def without_pronoun(form: str) -> tuple[tuple[str, str], ...]:
    """Readings of ``form`` (folded) with an attached pronoun taken off, and the pronoun; feminine endings restored."""
    data = table("morphology")["enclitics"]
    out = []
    for suffix in data["pronouns"]:
        if form.endswith(suffix) and len(form) - len(suffix) >= 3:
            base = form[: -len(suffix)]
            out.append((base, suffix))
            if base.endswith(data["feminine_open"]):
                out.append((base[:-1] + data["feminine_bound"], suffix))
    return tuple(out)
