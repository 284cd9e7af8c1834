"""Quotation marks of all kinds made into pairs, unbalanced and reversed ones included; one pass over the marks."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from .document import Document
from .orthography import orthography
from .tokens import BREAK, MARK, Tokens


@dataclass(frozen=True, slots=True)
class Quotes:
    """``close_of[i]``: the token that closes the quotation opened at token i (the paragraph's end where none does)."""

    close_of: dict[int, int]
    open_of: dict[int, int]

    def around(self, i: int) -> tuple[int, int] | None:
        """The quotation that token ``i`` stands in, if any (few quotations an article: a plain scan)."""
        for a, b in self.close_of.items():
            if a < i < b:
                return a, b
        return None


@cache
def _sides() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    data = orthography()["quotes"]
    return frozenset(data["open"]), frozenset(data["close"]), frozenset(data["either"])


def marks() -> frozenset[str]:
    """All quotation marks."""
    return frozenset().union(*_sides())


def quotes(doc: Document) -> Quotes:
    """The quotations of ``doc``; a mark left open closes at its paragraph's end."""
    tokens = doc.tokens
    opens, closes, either = _sides()
    found: dict[int, int] = {}
    stack: list[int] = []
    for i, kind in enumerate(tokens.kind):
        if kind == BREAK:
            found.update({k: _given_up(doc, k, i) for k in stack[:1]})
            stack.clear()
        elif kind == MARK:
            form = tokens.form[i]
            if form in opens or form in closes or form in either:
                top = tokens.form[stack[-1]] if stack else ""
                side = _side(tokens, i, form, top, opens, closes)
                if side == "open":
                    stack.append(i)
                elif side == "close":
                    found[stack.pop()] = i
                elif side == "again":
                    stack[-1:] = [i]  # the one before was never closed
    found.update({k: _given_up(doc, k, len(tokens)) for k in stack[:1]})
    ordered = dict(sorted(found.items()))
    return Quotes(ordered, {b: a for a, b in ordered.items()})


def _given_up(doc: Document, i: int, end: int) -> int:
    """Where a quotation opened at ``i`` and never closed ends: with the paragraph after a colon, else with its sentence."""
    if i and doc.tokens.form[i - 1] == ":":
        return end
    k = bisect_right(doc.sentences, (i, len(doc.tokens))) - 1
    return min(end, doc.sentences[k][1]) if k >= 0 else end


def _closes_next(tokens: Tokens, i: int) -> bool:
    """Whether the next mark of the same form in the paragraph can only close: then mark ``i`` opens."""
    form = tokens.form[i]
    for k in range(i + 1, len(tokens)):
        if tokens.kind[k] == BREAK:
            return False
        if tokens.form[k] == form and tokens.kind[k] == MARK:
            before = tokens.end[k - 1] == tokens.start[k]
            after = k + 1 < len(tokens) and tokens.start[k + 1] == tokens.end[k] and tokens.kind[k + 1] not in (MARK, BREAK)
            return before and not after
    return False


def _side(tokens: Tokens, i: int, form: str, top: str, opens: frozenset[str], closes: frozenset[str]) -> str:
    """Which side mark ``i`` is: its shape decides, then what it touches, then whether a quotation is open."""
    before = i > 0 and tokens.end[i - 1] == tokens.start[i] and tokens.kind[i - 1] not in (BREAK,)
    after = i + 1 < len(tokens) and tokens.start[i + 1] == tokens.end[i]
    inside = bool(top)
    if form in opens:
        return "close" if inside and before and not after else "open"
    if form in closes:
        if inside:
            return "close"
        return "open" if after and not before else ""
    if len(form) == 1 and form in "'‘’′`´″" and before and after:
        return ""  # an apostrophe
    if inside and top != form:
        return "close" if before and not after else "open"  # one kind of mark within another
    if inside:
        return "again" if after and not before and _closes_next(tokens, i) else "close"
    return "" if before and not after and tokens.kind[i - 1] != MARK else "open"
