"""Text -> tokens in parallel lists, in one pass: words, numbers, foreign words, marks, line breaks.

A token's ``form`` is its folded word without diacritics or tatweel; ``start``/``end`` are offsets into the original text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container
from functools import cache
from itertools import accumulate, compress, count

from .orthography import SKIP, fold, orthography

BLANK, WORD, NUMBER, FOREIGN, MARK, BREAK = range(6)


class Tokens:
    """The tokens of a text as parallel lists (``start``, ``end``, ``form``, ``kind``), in order, without white space."""

    __slots__ = ("end", "form", "kind", "start", "text")

    def __init__(self, text: str) -> None:
        """Cut ``text``; linear in its length."""
        self.text = text
        folded = fold(text)
        # the pattern covers every character, so that offsets are running sums and need no match objects
        parts = _pattern().findall(folded)
        ends = list(accumulate(map(len, parts)))
        known = _kinds()
        kinds = [known[part[0]] for part in parts]
        self.kind: list[int] = [k for k in kinds if k]
        self.end: list[int] = list(compress(ends, kinds))
        marks = _marks()
        self.form: list[str] = [marks.get(part, part) for part in compress(parts, kinds)]
        self.start: list[int] = [end - len(part) for end, part in zip(self.end, compress(parts, kinds), strict=True)]
        if SKIP in folded:
            self.form = [form.replace(SKIP, "") if SKIP in form else form for form in self.form]
        if "\n" in folded:
            self.form = ["\n" if form[0] == "\n" else form for form in self.form]

    def __len__(self) -> int:
        return len(self.start)

    def where(self, forms: Container[str]) -> list[int]:
        """The tokens whose form is one of ``forms`` (a set or a dictionary), in order."""
        return list(compress(count(), map(forms.__contains__, self.form)))

    def of_kind(self, kind: int) -> list[int]:
        """The tokens of a kind, in order."""
        return list(compress(count(), map(kind.__eq__, self.kind)))

    def raw(self, i: int, j: int | None = None) -> str:
        """The original text from token ``i`` to before token ``j`` (default: token ``i`` alone)."""
        last = i if j is None else j - 1
        return self.text[self.start[i] : self.end[last]]

    def at(self, offset: int) -> int:
        """The index of the token that holds ``offset``, or of the first one after it."""
        return bisect_right(self.end, offset)

    def within(self, start: int, end: int) -> tuple[int, int]:
        """Token indices ``i, j`` (end exclusive) of the tokens that begin in ``[start, end)``."""
        return bisect_left(self.start, start), bisect_left(self.start, end)

    def skip(self, i: int, letters: int) -> int:
        """The offset in the text after ``letters`` letters of word ``i``, marks written on them included."""
        if self.end[i] - self.start[i] == len(self.form[i]):
            return self.start[i] + letters  # no marks are written on it
        folded = fold(self.text[self.start[i] : self.end[i]])
        pos = 0
        for _ in range(letters):
            pos += 1
            while pos < len(folded) and folded[pos] == SKIP:
                pos += 1
        return self.start[i] + pos


@cache
def _marks() -> dict[str, str]:
    return {str(k): str(v) for k, v in orthography()["marks"].items()}


class _Kinds(dict[str, int]):
    """The kind of token that a character begins (0: white space or a stray mark), worked out when first met."""

    def __missing__(self, char: str) -> int:
        if char == "\n":
            kind = BREAK
        elif char.isspace() or char == SKIP or char == orthography()["hashtags"]["joint"]:
            kind = BLANK
        elif char in str(orthography()["words"]["letters"]):
            kind = WORD
        elif char.isdecimal():
            kind = NUMBER
        else:
            kind = FOREIGN if re.match(r"[^\W\d_]", char) else MARK
        self[char] = kind
        return kind


@cache
def _kinds() -> _Kinds:
    return _Kinds()


def kind_of(form: str) -> int:
    """The kind of a token by its form."""
    return _kinds()[form[0]]


@cache
def _pattern() -> re.Pattern[str]:
    letters = str(orthography()["words"]["letters"])
    return re.compile(
        rf"[{letters}][{letters}{SKIP}]*"
        r"|[^\S\n]+"
        r"|\d+(?:[.,]\d+)*"
        rf"|[^\W\d_{letters}{SKIP}](?:[^\W{letters}]|['’&-](?=[^\W{letters}]))*"
        r"|\n\s*"
        r"|[\s\S]"
    )
