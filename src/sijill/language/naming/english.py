"""English for the record's own lines: names from the gazetteer, titles composed of act, object and place.

Sources are never translated: a title is composed of words the lexicon knows, and is None where one is missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ..lexicon import lexicon
from ..orthography import fold_key, fold_word
from ..tables import table

_NAMES = ("country", "country_weak", "body", "place", "outlet", "place_weak", "outlet_weak")
_LONG = 5
"""Words of the longest phrase that is looked up whole."""


class _Word(NamedTuple):
    """One part of a phrase in English: ``role`` noun, adjective, place or small; ``joined`` an English preposition."""

    english: str
    role: str
    joined: str = ""
    definite: bool = False


def name_en(name: str) -> str | None:
    """The English name of a country, place, body or outlet given by any of its Arabic names; None where unknown."""
    key = fold_key(name)
    return _gazetteer().get(key) or _bodies_of_states(key)


def compose_title(
    act: str, actors: Sequence[str] = (), object: str | None = None, place: str | None = None, language: str = "en"
) -> str | None:
    """An English title for an undertaking or event: ``Withdrawal of US forces from Iraq``.

    ``act`` is the act's class; the rest are Arabic strings as records hold them. An act without object is told by its
    first actor that has an English name. None where a word is in no lexicon, and for languages other than English.
    """
    what = table("acts").get(act, {}).get("en") if language == "en" else None
    if not what:
        return None
    if object:
        said = phrase_en(object)
        title = f"{what} of {_the(said, object)}" if said else None
    else:
        by = next((e for a in actors if (e := phrase_en(a))), None)
        title = f"{what} by {by}" if by else None
    if title is None or not place or (object and fold_key(place) in fold_key(object)):
        return title
    where = name_en(place)
    return f"{title} {table('english')['toward'].get(act, 'in')} {where}" if where else None


def phrase_en(phrase: str) -> str | None:
    """A noun phrase in English word by word (adjectives before their noun, an idafa as "of"); None where a word is unknown."""
    known = name_en(phrase)
    if known:
        return known
    words = fold_key(phrase).split()
    parts: list[_Word] = []
    i = 0
    while i < len(words):
        found = _longest(words, i)
        if found is None:
            return None
        word, i = found
        parts.append(word)
    return _arranged(parts)


def _the(english: str, arabic: str) -> str:
    definite = fold_key(arabic).split()[0].startswith(str(table("names")["article"]))
    return f"the {english}" if definite and english[:1].islower() else english


def _longest(words: Sequence[str], i: int) -> tuple[_Word, int] | None:
    for j in range(min(len(words), i + _LONG), i, -1):
        text = " ".join(words[i:j])
        for joined, definite, rest in _stripped(text):
            if (word := _glossary().get(rest)) is not None:
                return word._replace(joined=joined, definite=definite), j
    return None


@cache
def _stripped(text: str) -> tuple[tuple[str, bool, str], ...]:
    """Readings of a folded phrase with "and", a preposition and the article taken off, in English and the rest."""
    clitics = table("morphology")["proclitics"]
    prepositions = {"": "", **{str(p): e for p, e in table("english")["written"].items()}}
    out = [("", False, text)]
    for conj, word in (("", ""), *((c, "and") for c in clitics["conjunctions"])):
        if not text.startswith(conj):
            continue
        body = text[len(conj) :]
        if conj:
            out.append((word, False, body))
        for prep, article, written in clitics["before_nouns"]:
            if body.startswith(written) and len(body) > len(written) + 1 and prep in prepositions and (prep or article):
                joined = " ".join(x for x in (word, prepositions[prep]) if x)
                out.append((joined, article, body[len(written) :]))
    return tuple(out)


def _arranged(parts: Sequence[_Word]) -> str | None:
    out: list[str] = []
    head = -1
    if parts and parts[0].role == "small":
        return None
    for part in parts:
        if part.role == "adjective" and head >= 0 and not part.joined:
            the, bare = ("the ", out[head][4:]) if out[head].startswith("the ") else ("", out[head])
            out[head] = f"{the}{part.english} {bare}"
            continue
        if part.role == "adjective":
            return None
        if part.role == "place" and not part.joined and head == len(out) - 1 >= 0:
            out[head] = f"{part.english} {out[head]}"
            continue
        if part.role != "small":
            joint = part.joined or ("of" if head >= 0 and out and head == len(out) - 1 else "")
            out += [joint] if joint and out else []
            head = len(out)
        the = "the " if part.definite and out and part.english[0].islower() and part.role != "small" else ""
        out.append(the + part.english)
    return " ".join(out) if out and head >= 0 else None


@cache
def _gazetteer() -> dict[str, str]:
    out: dict[str, str] = {}
    for cls in _NAMES:
        for entry in lexicon().entries(cls):
            out.setdefault(" ".join(entry.words), str(entry.row["en"]))
            out.setdefault(fold_key(str(entry.value)), str(entry.row["en"]))
    return out


@cache
def _adjectives() -> dict[str, str]:
    known = table("english")["nationalities"]
    return {" ".join(e.words): known[e.row["iso"]] for e in lexicon().entries("nationality") if e.row["iso"] in known}


@cache
def _bodies_of_states(key: str) -> str | None:
    """``ministry of ... of a country``: the kind, its field and the adjective, where all three are known."""
    words = key.split()
    article = str(table("names")["article"])
    kinds = {" ".join(e.words): str(e.row["en"]) for e in lexicon().entries("body_kind")}
    fields = {fold_key(k): str(v) for k, v in table("english")["fields"].items()}
    first = words[0].removeprefix(article)
    if first not in kinds or len(words) < 2:
        return None
    state = _adjectives().get(words[-1].removeprefix(article))
    middle = " ".join(words[1 : -1 if state else None])
    kind = kinds[first]
    if not middle:
        return f"{state} {kind}" if state else None
    if middle not in fields:
        return None
    return f"{state or ''} {kind} of {fields[middle]}".strip() if kind[0].isupper() else None


@cache
def _glossary() -> dict[str, _Word]:
    data = table("english")
    out: dict[str, _Word] = {}
    for arabic, english in data["small"].items():
        out[fold_word(arabic)] = _Word(english, "small")
    for role, forms in (("noun", data["nouns"]), ("adjective", data["adjectives"])):
        for english, spelt in forms.items():
            for form in spelt:
                for one in _inflected(form, role):
                    out.setdefault(one, _Word(english, role))
    out.update({k: _Word(v, "adjective") for k, v in _adjectives().items()})
    out.update({k: _Word(v, "noun") for k, v in _gazetteer().items() if k not in out and " " in k})
    for entry in lexicon().entries("country"):
        out.setdefault(" ".join(entry.words), _Word(str(entry.row["en"]), "noun"))
    out.update({" ".join(e.words): _Word(str(e.row["en"]), "place") for e in lexicon().entries("place")})
    return out


def _inflected(form: str, role: str) -> tuple[str, ...]:
    folded = fold_key(form)
    if role == "noun" or " " in folded:
        return (folded,)
    return (folded, *(folded + fold_word(end) for end in table("english")["endings"]))
