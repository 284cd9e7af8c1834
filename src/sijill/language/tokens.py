"""Text -> tokens in parallel lists, in one pass: words, numbers, foreign words, marks, line breaks.

A token's ``form`` is its folded word without diacritics or tatweel; ``start``/``end`` are offsets into the original text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache

from .orthography import SKIP, fold, orthography

WORD, NUMBER, FOREIGN, MARK, BREAK = 1, 2, 3, 4, 5


class Tokens:
    """The tokens of a text as parallel lists (``start``, ``end``, ``form``, ``kind``), in order, without white space."""

    __slots__ = ("end", "form", "kind", "start", "text")

    def __init__(self, text: str) -> None:
        """Cut ``text``; linear in its length."""
        self.text = text
        self.start: list[int] = []
        self.end: list[int] = []
        self.form: list[str] = []
        self.kind: list[int] = []
        self._cut(fold(text))

    def __len__(self) -> int:
        return len(self.start)

    def _cut(self, folded: str) -> None:
        start, end, form, kind = self.start.append, self.end.append, self.form.append, self.kind.append
        marks = _marks()
        for m in _pattern().finditer(folded):
            group = m.lastindex or MARK
            word = m.group()
            if group == WORD and SKIP in word:
                word = word.replace(SKIP, "")
                if not word:
                    continue
            elif group == MARK:
                if word == SKIP:
                    continue
                word = marks.get(word, word)
            elif group == BREAK:
                word = "\n"
            start(m.start())
            end(m.end())
            form(word)
            kind(group)

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


@cache
def _pattern() -> re.Pattern[str]:
    letters = str(orthography()["words"]["letters"])
    return re.compile(
        rf"([{letters}][{letters}{SKIP}]*)"
        r"|(\d+(?:[.,]\d+)*)"
        r"|([^\W\d_](?:[\w'’&-]*\w)?)"
        r"|([^\s])"
        r"|(\s*\n\s*)"
    )
