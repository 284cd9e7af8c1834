"""What a quantity is of, as its own sentence says: the clause around it, its content words and the classes among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...language.document import Document
from ...language.keys import stem
from ...language.tokens import FOREIGN, WORD
from ...records import Figure, Span
from .quantities import words

BEFORE, AFTER = 14, 7
"""How many tokens of a sentence before and after a quantity are looked at, at most."""
LONGEST = 280
"""How many characters a clause may have."""


def in_context(doc: Document, figures: Sequence[Figure], first: int, last: int) -> list[Figure]:
    """The figures of the sentence on tokens ``first`` .. ``last`` with their clauses and keys."""
    at = [doc.tokens.within(f.start, f.end) for f in figures]
    out = []
    for n, figure in enumerate(figures):
        begin = max(at[n - 1][1] if n else first, at[n][0] - BEFORE)
        end = min(at[n + 1][0] if n + 1 < len(at) else last, at[n][1] + AFTER)
        begin, end = _bounds(doc, at[n][0], at[n][1], begin, end)
        span = Span(min(doc.tokens.start[begin], figure.start), max(doc.tokens.end[end - 1], figure.end))
        if span.end - span.start > LONGEST:
            span = Span(figure.start, figure.end)
        out.append(replace(figure, clause=span, keys=_keys(doc, begin, end, *at[n])))
    return out


def _bounds(doc: Document, i: int, j: int, begin: int, end: int) -> tuple[int, int]:
    """``begin`` .. ``end`` cut at the marks nearest to the quantity on tokens ``i`` .. ``j``."""
    forms = doc.tokens.form
    for k in range(i - 1, begin - 1, -1):
        if forms[k] in words("halting"):
            begin = k + 1
            break
    for k in range(j, end):
        if forms[k] in words("halting"):
            end = k
            break
    return min(begin, i), max(end, j)


def _keys(doc: Document, begin: int, end: int, i: int, j: int) -> tuple[str, ...]:
    """The stems of the content words outside the quantity, then ``=class`` of every word that tells what is
    counted, the nearest first.
    """
    tokens = doc.tokens
    out: dict[str, None] = {}
    for k in range(begin, end):
        if tokens.kind[k] in (WORD, FOREIGN) and not i <= k < j and (word := stem(tokens.form[k])):
            out[word] = None
    near = sorted(range(begin, end), key=lambda k: (max(i - k, k - j + 1), k))
    told = {f"={h.entry.value}": None for k in near for h in doc.hits[k] if h.entry.cls == "aspect"}
    return (*out, *told)
