"""A text made ready for extraction: tokens, lexicon hits, sentences; furniture left out of the sentences."""

from __future__ import annotations

from collections.abc import Sequence

from ..records import Span
from .lexicon import Hit, Lexicon, lexicon
from .orthography import orthography
from .tokens import BREAK, MARK, WORD, Tokens


class Document:
    """What every extractor reads. Built once for an article; extractors do not cut the text again.

    ``tokens``: see :class:`.tokens.Tokens`. ``hits[i]``: lexicon entries beginning at token i. ``sentences``: token
    ranges (end exclusive) in order, none of which reaches into ``chrome``.
    """

    __slots__ = ("chrome", "hits", "sentences", "text", "tokens")

    def __init__(self, text: str, chrome: Sequence[Span] = (), words: Lexicon | None = None) -> None:
        """Cut ``text``, look its words up and split it; ``chrome`` is the page furniture, in order."""
        self.text = text
        self.chrome = tuple(chrome)
        self.tokens = Tokens(text)
        self.hits: list[tuple[Hit, ...]] = (words or lexicon()).look_up(self.tokens)
        self.sentences = _sentences(self.tokens, self.chrome)
        if self.chrome:
            for span in self.chrome:
                i, j = self.tokens.within(*span)
                self.hits[i:j] = [()] * (j - i)

    def span(self, i: int, j: int, letters: int = 0) -> Span:
        """The text span of tokens ``i`` .. ``j`` (exclusive), less ``letters`` proclitic letters of the first."""
        start = self.tokens.skip(i, letters) if letters else self.tokens.start[i]
        return Span(start, self.tokens.end[j - 1])

    def find(self, i: int, *classes: str) -> Hit | None:
        """The longest hit at token ``i`` of one of ``classes``, if any."""
        best = None
        for hit in self.hits[i]:
            if hit.entry.cls in classes and (best is None or hit.end > best.end):
                best = hit
        return best

    def sentence_spans(self) -> tuple[Span, ...]:
        """The sentences as text spans."""
        return tuple(self.span(i, j) for i, j in self.sentences)


def _sentences(tokens: Tokens, chrome: Sequence[Span]) -> list[tuple[int, int]]:
    ends, short = set(orthography()["sentences"]["end"]), set(orthography()["sentences"]["abbreviations"])
    closing = set(orthography()["quotes"]["close"]) | set(orthography()["quotes"]["either"]) | {")", "]", "}"}
    edges = {tokens.at(edge) for span in chrome for edge in span}
    furniture = [tokens.within(*span) for span in chrome]
    out: list[tuple[int, int]] = []
    begin = 0
    n, i = len(tokens), 0
    while i < n:
        kind = tokens.kind[i]
        stop = kind == BREAK
        if kind == MARK and tokens.form[i] in ends and not _abbreviation(tokens, i, short):
            while i + 1 < n and tokens.kind[i + 1] == MARK and (tokens.form[i + 1] in ends or tokens.form[i + 1] in closing):
                i += 1
            stop = True
        if stop or i + 1 in edges:
            out.append((begin, i if kind == BREAK else i + 1))
            begin = i + 1
        i += 1
    out.append((begin, n))
    return [(a, b) for a, b in out if a < b and not any(x <= a < y for x, y in furniture)]


def _abbreviation(tokens: Tokens, i: int, short: set[str]) -> bool:
    """Whether the full stop at ``i`` follows a one-letter title (or stands between such letters)."""
    if tokens.form[i] != "." or i == 0 or tokens.kind[i - 1] != WORD or tokens.start[i] != tokens.end[i - 1]:
        return False
    return tokens.form[i - 1] in short and i + 1 < len(tokens) and tokens.kind[i + 1] != BREAK
