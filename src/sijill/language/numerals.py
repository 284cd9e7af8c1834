"""Numbers in digits and in words, alone or joined ("170 thousand", "two million and a half"), read in one pass.

A number is digits, or number words in falling order of size joined by a conjunction, or either before a scale word.
What it counts, and whether it is an ordinal, a year or part of a name, is for the caller to say.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .document import Document
from .lexicon import Hit
from .tokens import NUMBER


class Number(NamedTuple):
    """A number on tokens ``i`` .. ``j`` (exclusive). ``digits`` where it begins with digits; ``letters`` as in a hit."""

    i: int
    j: int
    value: float
    digits: bool
    conj: str = ""
    prep: str = ""
    article: bool = False
    letters: int = 0
    words: int = 0


class _Word(NamedTuple):
    value: float
    role: str
    hit: Hit


_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?$")
_POINTS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}$")


def digits_value(text: str) -> float | None:
    """The value of folded digits with thousands separators or a decimal mark; None where it is no number (dates)."""
    if text.isdigit():
        return int(text)
    if _THOUSANDS.match(text):
        return _number(text.replace(",", ""))
    if _POINTS.match(text):
        return _number(text.replace(".", ""))
    if re.fullmatch(r"\d+[.,]\d+", text):
        return _number(text.replace(",", "."))
    return None


def _number(text: str) -> float:
    value = float(text)
    return int(value) if value.is_integer() else value


def numbers(doc: Document) -> list[Number]:
    """All numbers of a document, longest reading first taken, in order."""
    out = []
    i, n = 0, len(doc.tokens)
    while i < n:
        found = _digits(doc, i) if doc.tokens.kind[i] == NUMBER else _words(doc, i)
        if found:
            out.append(found)
            i = found.j
        else:
            i += 1
    return out


def _digits(doc: Document, i: int) -> Number | None:
    value = digits_value(doc.tokens.form[i])
    if value is None:
        return None
    j, value = _scales(doc, i + 1, value)
    return Number(i, j, value, True)


def _scales(doc: Document, j: int, value: float) -> tuple[int, float]:
    """Scale words after a number, and what is added to them: ``170 thousand``, ``3 million and 200 thousand``."""
    while (word := _word(doc, j)) and word.role == "scale" and not word.hit.letters and _singular(word):
        value *= word.value
        j = word.hit.end
    return j, value


def _singular(word: _Word) -> bool:
    return word.hit.entry.variety != "dual"


def _word(doc: Document, i: int) -> _Word | None:
    if i >= len(doc.hits):
        return None
    best: Hit | None = None
    for hit in doc.hits[i]:
        if hit.entry.cls == "numeral" and not hit.pronoun and (best is None or hit.end > best.end):
            best = hit
    if best is None:
        return None
    double = 2 if best.entry.variety == "dual" else 1
    return _Word(best.entry.value * double, best.entry.row["role"], best)


def _words(doc: Document, i: int) -> Number | None:
    first = _word(doc, i)
    if first is None:
        return None
    total, group, limit, j = 0.0, 0.0, float("inf"), i
    last: _Word | None = None
    word: _Word | None = first
    while word:
        if last is not None and not _joins(last, word, group):
            break
        if word.role == "scale":
            if word.value >= limit:
                break
            total += (group or 1) * word.value if group and not word.hit.conj else group + word.value
            group, limit = 0.0, word.value
        elif word.role == "hundred" and group and not word.hit.conj:
            group *= word.value
        else:
            if word.value >= limit:
                break
            group += word.value
        last, j = word, word.hit.end
        word = _word(doc, j)
    value = total + group
    hit = first.hit
    return Number(i, j, int(value), False, hit.conj, hit.prep, hit.article, hit.letters, j - i)


def _joins(last: _Word, word: _Word, group: float) -> bool:
    """Whether ``word`` goes on with the number that ``last`` stands in."""
    hit = word.hit
    if hit.prep or (hit.article and not last.hit.article):
        return False
    if not hit.conj:
        if word.role == "scale":
            return bool(group) and _singular(word)
        return word.role == "hundred" and last.role == "unit" and last.value > 2 and word.value == 100
    if last.role in ("unit", "teen", "ten"):
        return word.role == "tens" and last.role == "unit"
    if last.role == "tens":
        return False
    if last.role == "hundred":
        return word.role in ("unit", "ten", "teen", "tens")
    return True  # after a scale, anything smaller
