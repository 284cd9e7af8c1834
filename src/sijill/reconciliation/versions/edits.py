"""Which sentences of an article a later version of it changed or dropped.

Spelling (hamza seats, marks), punctuation, page furniture and the order of sentences are no change.
"""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from typing import NamedTuple

from ...language.orthography import fold_word
from ...records import Extraction, Span

COUNTERPART = 0.4
"""How many of their words two sentences have in common for one to be what became of the other (Dice)."""
Key = tuple[str, ...]
_WORD = re.compile(r"\d+(?:[.,]\d+)*|\w+")


class Edit(NamedTuple):
    """A sentence of the earlier version, and the one of the later version that stands in its place (None: dropped)."""

    before: Span
    after: Span | None


def edits(old: Extraction, new: Extraction) -> list[Edit]:
    """The sentences of ``old`` that ``new`` no longer has in the same words, in order."""
    mine, theirs = sentences(old), sentences(new)
    there = {key for key, _ in theirs}
    whole = " ".join(w for key, _ in theirs for w in key)
    whole = f" {whole} "
    left = [i for i, (key, _) in enumerate(mine) if key not in there and f" {' '.join(key)} " not in whole]
    if not left:
        return []
    here = {key for key, _ in mine}
    fresh = [j for j, (key, _) in enumerate(theirs) if key not in here]
    return [Edit(mine[i][1], theirs[j][1] if j is not None else None) for i, j in _paired(mine, theirs, left, fresh)]


def sentences(x: Extraction) -> list[tuple[Key, Span]]:
    """The sentences of an article outside of page furniture: their folded words, and where they stand."""
    text, out = x.article.text, []
    for span in x.sentences:
        if any(c.start < span.end and span.start < c.end for c in x.article.chrome):
            continue
        key = tuple(_WORD.findall(fold_word(text[span.start : span.end])))
        if key:
            out.append((key, span))
    return out


def _paired(
    mine: list[tuple[Key, Span]], theirs: list[tuple[Key, Span]], left: list[int], fresh: list[int]
) -> list[tuple[int, int | None]]:
    """Each changed sentence with its counterpart, the likest pairs first, each counterpart once."""
    bags = {j: Counter(theirs[j][0]) for j in fresh}
    found = []
    for i in left:
        bag = Counter(mine[i][0])
        for j in fresh:
            alike = 2 * (bag & bags[j]).total() / (bag.total() + bags[j].total())
            if alike >= COUNTERPART:
                found.append((-alike, abs(i - j), i, j))
    taken: dict[int, int] = {}
    for _, _, i, j in sorted(found):
        if i not in taken and j not in taken.values():
            taken[i] = j
    return [(i, taken.get(i)) for i in left]


def differing(before: str, after: str) -> tuple[str, str]:
    """The stretch of words in which two wordings of a sentence differ: from the first to the last word that is not shared.

    Where one has only more words than the other, with a shared word on both sides.
    """
    a, b = before.split(), after.split()
    found = [block for block in _blocks(a, b) if block[0] != "equal"]
    if not found:
        return "", ""
    (_, i, _, k, _), (_, _, j, _, m) = found[0], found[-1]
    if i == j or k == m:
        i, j, k, m = max(i - 1, 0), j + 1, max(k - 1, 0), m + 1
    return " ".join(a[i:j]), " ".join(b[k:m])


def _blocks(a: list[str], b: list[str]) -> list[tuple[str, int, int, int, int]]:
    return list(SequenceMatcher(None, [fold_word(w) for w in a], [fold_word(w) for w in b], False).get_opcodes())


def marked(before: str, after: str) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """Two wordings of a sentence in stretches of words, each with whether the other wording lacks it."""
    a, b = before.split(), after.split()
    one: list[tuple[str, bool]] = []
    other: list[tuple[str, bool]] = []
    for kind, i, j, k, m in _blocks(a, b):
        if i < j:
            one.append((" ".join(a[i:j]), kind != "equal"))
        if k < m:
            other.append((" ".join(b[k:m]), kind != "equal"))
    return one, other
