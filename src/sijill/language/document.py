"""A text made ready for extraction: tokens, lexicon hits, sentences; furniture left out of the sentences."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple, TypeVar

from ..records import Span
from .lexicon import Hit, Lexicon, lexicon
from .orthography import orthography
from .tokens import BREAK, MARK, WORD, Tokens

T = TypeVar("T")


class Document:
    """What every extractor reads. Built once for an article; extractors do not cut the text again.

    ``tokens``: see :class:`.tokens.Tokens`. ``hits[i]``: lexicon entries beginning at token i. ``sentences``: token
    ranges (end exclusive) in order, none of which reaches into ``chrome``.
    """

    __slots__ = ("_known", "_of", "chrome", "hits", "sentences", "text", "tokens")

    def __init__(self, text: str, chrome: Sequence[Span] = (), words: Lexicon | None = None) -> None:
        """Cut ``text``, look its words up and split it; ``chrome`` is the page furniture, in order."""
        self._known: dict[Any, Any] = {}
        self.text = text
        self.chrome = tuple(chrome)
        self.tokens = Tokens(text)
        self.hits: list[tuple[Hit, ...]]
        self._of: Mapping[str, Sequence[int]]
        self.hits, self._of = (words or lexicon()).look_up(self.tokens)
        self.sentences = _sentences(self.tokens, self.chrome)
        for span in self.chrome:
            i, j = self.tokens.within(*span)
            self.hits[i:j] = [()] * (j - i)
        if self.chrome:
            hits = self.hits
            self._of = {cls: [i for i in row if hits[i]] for cls, row in self._of.items()}

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

    def once(self, work: Callable[[Document], T]) -> T:
        """What ``work`` makes of this document, worked out when first asked for; nobody may change it."""
        if work not in self._known:
            self._known[work] = work(self)
        made: T = self._known[work]
        return made

    def of(self, *classes: str) -> Sequence[int]:
        """The tokens, in order, at which an entry of one of ``classes`` begins: what can start nothing is not looked at."""
        found: Sequence[int] | None = self._known.get(classes)
        if found is None:
            index = self._of
            found = index.get(classes[0], ()) if len(classes) == 1 else sorted({i for c in classes for i in index.get(c, ())})
            self._known[classes] = found
        return found

    def among(self, a: int, b: int, *classes: str) -> Sequence[int]:
        """Those of :meth:`of` from token ``a`` to before ``b``."""
        found = self.of(*classes)
        return found[bisect_left(found, a) : bisect_left(found, b)]

    def sentence_spans(self) -> tuple[Span, ...]:
        """The sentences as text spans."""
        return tuple(self.span(i, j) for i, j in self.sentences)


def _sentences(tokens: Tokens, chrome: Sequence[Span]) -> list[tuple[int, int]]:
    marks = _sentence_marks()
    form, kind, n = tokens.form, tokens.kind, len(tokens)
    edges = {tokens.at(edge) for span in chrome for edge in span}
    stops = sorted({*tokens.where(marks.stops), *(e - 1 for e in edges if e)})
    out: list[tuple[int, int]] = []
    begin = 0
    for i in stops:
        if i < begin or (form[i] == "." and i + 1 not in edges and _abbreviation(tokens, i, marks.short)):
            continue
        end = i + 1
        if kind[i] == MARK:
            while (
                end < n and kind[end] == MARK and end not in edges and (form[end] in marks.stops or form[end] in marks.closing)
            ):
                end += 1
        out.append((begin, i if kind[i] == BREAK else end))
        begin = end
    out.append((begin, n))
    furniture = [tokens.within(*span) for span in chrome]
    return [(a, b) for a, b in out if a < b and not any(x <= a < y for x, y in furniture)]


class _SentenceMarks(NamedTuple):
    stops: frozenset[str]
    short: frozenset[str]
    closing: frozenset[str]


@cache
def _sentence_marks() -> _SentenceMarks:
    data = orthography()
    closing = frozenset(data["quotes"]["close"]) | frozenset(data["quotes"]["either"]) | {")", "]", "}"}
    stops = frozenset(data["sentences"]["end"]) | {"\n"}
    return _SentenceMarks(stops, frozenset(data["sentences"]["abbreviations"]), closing)


_SHORT = 4
"""Letters a part of a name written with full stops has at most."""


def _abbreviation(tokens: Tokens, i: int, short: frozenset[str]) -> bool:
    """Whether the full stop at ``i`` follows a one-letter title, or is written tight between letters of a short name."""
    if tokens.form[i] != "." or i == 0 or tokens.kind[i - 1] != WORD or tokens.start[i] != tokens.end[i - 1]:
        return False
    tight = i + 1 < len(tokens) and tokens.start[i + 1] == tokens.end[i] and tokens.kind[i + 1] == WORD
    if tight and max(len(tokens.form[i - 1]), len(tokens.form[i + 1])) <= _SHORT:
        return True
    return tokens.form[i - 1] in short and i + 1 < len(tokens) and tokens.kind[i + 1] != BREAK
