"""When two spellings are one name: keys under which personal names and names of bodies are compared."""

from __future__ import annotations

from functools import cache
from typing import Any

from ..lexicon import lexicon
from ..orthography import fold_key, fold_word
from ..tables import table

_ARABIC = ("given_name", "given_name_weak", "nationality", "name_kin")


@cache
def person_key(name: str) -> tuple[str, ...]:
    """The words of a personal name, folded: two-word names joined ("servant of", "father of"), "son of" left out.

    A word that is no Arabic name is taken as transliterated and keyed by its consonants, so that two ways of writing
    one foreign name meet while two Arabic names that differ in a vowel do not.
    """
    data = _data()
    words = fold_key(name).split()
    out: list[str] = []
    join = ""
    for word in words:
        if join:
            out.append(word_key(join + word))
            join = ""
        elif word in data["joining"]:
            join = data["father"] if word in data["fathers"] else word
        elif word not in data["kin"]:
            out.append(word_key(word))
    out += [join] if join else []
    return tuple(out) or (fold_key(name),)


@cache
def standard(name: str) -> str:
    """A personal name as it is written with care: "servant of" and the name of God in two words."""
    servant = str(_data()["servant"])
    out = []
    for word in name.split():
        rest = word.removeprefix(servant)
        apart = rest != word and (rest.startswith(_data()["article"]) or rest in _data()["lords"])
        out += [servant, rest] if apart and len(rest) > 2 else [word]
    return " ".join(out)


@cache
def word_key(word: str) -> str:
    """One folded word of a personal name as it is compared."""
    data = _data()
    if word.startswith((data["article"], *data["fathers"])) or _is_arabic(word):
        return word
    skeleton = "".join(c for c in word[1:] if c not in data["vowels"])
    for one, other in data["alike"]:
        skeleton = skeleton.replace(one, other)
    first = dict(data["alike"]).get(word[0], word[0])
    return first + skeleton if len(skeleton) > 1 else word


def _is_arabic(word: str) -> bool:
    return any(h.entry.cls in _ARABIC and h.entry.variety != "foreign" and not h.letters for h in lexicon().word(word))


@cache
def _data() -> dict[str, Any]:
    spelling = table("names")["spelling"]
    fold_all = {k: [fold_word(w) for w in spelling[k]] for k in ("joining", "fathers", "kin")}
    return {
        **fold_all,
        "servant": spelling["servant"],
        "lords": frozenset(spelling["lords"]),
        "father": fold_word(spelling["father"]),
        "article": table("names")["article"],
        "vowels": frozenset(spelling["vowels"]),
        "alike": [tuple(pair) for pair in spelling["alike"]],
    }
