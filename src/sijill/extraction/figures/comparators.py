"""How a quantity is meant: about, more than, at most ..., from the words around it and the verb over it."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ...language.document import Document
from ...language.lexicon import Hit
from ...language.orthography import fold_word
from ...language.tokens import NUMBER, WORD
from .quantities import words

NUMERIC = frozenset(("numeral", "vague", "share"))
AFTER = 5
"""How many tokens after a quantity a comparator is looked for."""

REACH = 5
"""How many words may stand between a verb and the quantity it says something of."""


class Comparison(NamedTuple):
    """A comparator and the tokens it adds to the figure: from ``i``, to before ``j``; ``letters`` of token ``i``."""

    value: str
    i: int
    j: int
    letters: int


def comparison(doc: Document, i: int, j: int, letters: int, first: int) -> Comparison:
    """The comparator of the quantity on tokens ``i`` .. ``j``; its sentence begins at token ``first``."""
    before = _before(doc, i, first)
    after = _after(doc, j)
    if before is not None:
        hit = before
        value, begin, skip = str(hit.entry.value), hit.start, hit.letters
    else:
        verb = None if letters else _verb(doc, i, first)
        if verb is None:
            value, begin, skip = "exact", i, letters
        else:
            value, begin, skip = verb
    if after is not None and value in ("exact", str(after.entry.value)):
        return Comparison(str(after.entry.value), begin, after.end, skip)
    return Comparison(value, begin, j, skip)


def _before(doc: Document, i: int, first: int) -> Hit | None:
    """The phrase that ends right before token ``i``."""
    best: Hit | None = None
    for k in range(max(first, i - 5), i):
        for hit in doc.hits[k]:
            if hit.entry.cls == "comparator" and hit.entry.variety == "before" and _reaches(doc, hit.end, i) and best is None:
                best = hit
    return best


def _reaches(doc: Document, end: int, i: int) -> bool:
    """Whether only an open bracket or a one-letter preposition stands between the phrase and the quantity."""
    return end == i or (end == i - 1 and doc.tokens.form[end] in words("prepositions"))


def _after(doc: Document, j: int) -> Hit | None:
    """The phrase after the quantity: at once, after a comma, or after a few words and a comma or a rate ("an hour")."""
    t = doc.tokens
    for k in range(j, min(j + AFTER, len(t))):
        for hit in doc.hits[k]:
            # it is said of the number after it
            ahead = hit.end < len(t) and (t.kind[hit.end] == NUMBER or t.form[hit.end] in words("from"))
            if hit.entry.cls == "comparator" and hit.entry.variety == "after" and not ahead:
                return hit if k == j or t.form[k - 1] == "," or _rate(doc, j, k) else None
        if (t.kind[k] != WORD and t.form[k] != ",") or any(h.conj or h.entry.cls in NUMERIC for h in doc.hits[k]):
            return None
    return None


def _rate(doc: Document, j: int, k: int) -> bool:
    return all(doc.tokens.form[x] in words("rate", "words") for x in range(j, k))


def _verb(doc: Document, i: int, first: int) -> tuple[str, int, int] | None:
    """The verb of exceeding or nearing whose object the quantity is: value, first token of the figure, its letters."""
    t = doc.tokens
    for k in range(i - 1, max(first - 1, i - 2 - REACH), -1):
        if t.kind[k] != WORD:
            return None
        hit = doc.find(k, "exceeding")
        if hit is not None and hit.entry.inflection is not None:
            return _said(doc, hit, i)
        if any(h.entry.cls == "comparator" or h.entry.cls in NUMERIC for h in doc.hits[k]):
            return None
    return None


def _said(doc: Document, hit: Hit, i: int) -> tuple[str, int, int] | None:
    row, k, forms = hit.entry.row, hit.start, doc.tokens.form
    needs = _needed(tuple(row.get("with", ())))
    if needs and (i == k + 1 or forms[i - 1] not in needs):
        return None
    if not needs and any(forms[x] in words("halts") for x in range(k + 1, i)):
        return None
    negated = k > 0 and forms[k - 1] in words("negations")
    value = str(row["negated"] if negated else row["value"])
    if i - k > 2:  # the words between are the subject, no part of the quantity
        return value, i, 0
    return value, k - 1 if negated else k, hit.letters


@cache
def _needed(prepositions: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold_word(w) for w in prepositions)
