"""Contents: how far the reported words run, and where quotation marks stand around them."""

from __future__ import annotations

from typing import NamedTuple

from ...language.tokens import BREAK, MARK, WORD
from .leads import Lead
from .scene import Scene
from .sources import occasion


class Content(NamedTuple):
    """Reported words on tokens ``i`` .. ``j``, ``letters`` into the first; ``quote``: direct, indirect, mixed."""

    i: int
    j: int
    letters: int
    quote: str
    closed: bool


def content(scene: Scene, lead: Lead, end: int) -> Content | None:
    """The content that begins at ``lead``, before token ``end`` (the stretch's end)."""
    i = lead.start
    kind = lead.kind
    while i < end and (scene.is_mark(i, ",", ":", "-", ".") or _points_on(scene, i, end)):
        kind = "colon" if scene.is_mark(i, ":") else kind
        i += 1
    if i >= end:
        return None
    if scene.is_quote(i) and (close := scene.quotes.close_of.get(i)) is not None:
        j = min(close, end)
        rest = _after_quote(scene, close + 1, end) and not (kind == "that" and _goes_on(scene, close + 1, end))
        if rest:
            return Content(i + 1, j, 0, "direct", True) if j > i + 1 else None
        if kind in ("colon", "quote"):
            return Content(i + 1, j, 0, "direct", True) if j > i + 1 else None
        return shaped(scene, i, _clause_end(scene, i, end, kind), 0)
    if kind == "colon":
        return shaped(scene, i, end, 0, "direct")
    return shaped(scene, i, _clause_end(scene, i, end, kind), lead.letters)


def _points_on(scene: Scene, i: int, end: int) -> bool:
    """ "What follows": the content is after the colon."""
    near = range(i, min(i + 3, end))
    after = range(i, min(i + 4, end))
    return any(scene.word(k) in scene.words.following for k in near) and any(scene.is_mark(k, ":") for k in after)


def _after_quote(scene: Scene, j: int, end: int) -> bool:
    """Whether the clause is over after a closing mark: the stretch ends, or a mark or a joined clause follows."""
    return j >= end or scene.kind[j] in (MARK, BREAK)


def _goes_on(scene: Scene, j: int, end: int) -> bool:
    """Whether another clause of the same report is joined after a quotation (", and that ...")."""
    while j < end and scene.is_mark(j, ","):
        j += 1
    return j < end and scene.bare(j) in scene.words.that and scene.word(j) not in scene.words.that


def shaped(scene: Scene, i: int, j: int, letters: int, quote: str | None = None) -> Content | None:
    """A content on ``i`` .. ``j`` without marks at its ends; its kind of quotation from the marks inside it."""
    while j > i and scene.kind[j - 1] in (MARK, BREAK) and not _holds(scene, i, j - 1):
        j -= 1
    while i < j and scene.is_mark(i, ",", ":", "-", "."):
        i += 1
    if j <= i:
        return None
    if quote is None:
        inside = any(scene.is_quote(k) and scene.quotes.close_of.get(k, k) - k > 3 for k in range(i, j))
        quote = "mixed" if inside else "indirect"
    return Content(i, j, letters, quote, False)


def _holds(scene: Scene, i: int, k: int) -> bool:
    opened = scene.quotes.open_of.get(k)
    if opened is not None:
        return opened >= i
    if scene.is_mark(k, ")"):
        return any(scene.is_mark(m, "(") for m in range(max(i, k - 12), k))
    return scene.is_mark(k, "%")


def _clause_end(scene: Scene, i: int, end: int, kind: str) -> int:
    """Where the reported clause that begins at ``i`` ends by its own words (other cues and tails cut it later)."""
    words = scene.words
    phrase = kind in ("noun", "bare")
    k = i
    while k < end:
        close = scene.quotes.close_of.get(k)
        if close is not None and close < end:
            k = close + 1
            continue
        if scene.is_mark(k, ",", ";") and k + 1 < end:
            nxt = scene.word(k + 1)
            if nxt in words.breaks or (nxt, scene.word(k + 2)) in words.break_pairs or (phrase and nxt in words.phrase):
                return k
            if nxt in words.and_that and scene.word(k + 2) in words.prepositions and occasion(scene, k + 3):
                return k
        elif k > i and (scene.word(k), scene.word(k + 1)) in words.break_pairs and scene.kind[k] == WORD and phrase:
            return k
        k += 1
    return end
