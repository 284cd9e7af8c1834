"""What a stretch of text holds so far: which report a token stands in, where clauses begin, what a new cue cuts off."""

from __future__ import annotations

from dataclasses import dataclass, field

from ....language.tokens import WORD
from .. import sources
from ..contents import Content, shaped
from ..cues import Cue
from ..scene import Scene
from ..sources import Source


@dataclass(slots=True, eq=False)
class Report:
    """A statement in the making; ``tentative``: it stands only where its source turns out to be a known name."""

    cue: Cue
    content: Content
    source: Source | None
    rule: str
    via: str | None = None
    chain: tuple[str, ...] = ()
    act: str = "claim"
    tentative: bool = False
    unattributed: bool = False
    unnamed: str | None = None


@dataclass(slots=True)
class Bounds:
    """The state of reading one stretch; ``reports`` are in the order of their cues."""

    scene: Scene
    reports: list[Report] = field(default_factory=list)
    _first: int = 0
    _passed: int = 0
    _cues: list[Cue] = field(default_factory=list)
    _tokens: frozenset[int] = frozenset()
    _end: int = 0
    _start: int = 0
    _k: int = 0

    def _limit(self, cue: Cue) -> int:
        """Where the content of ``cue`` must end: the stretch's end, or that of the quotation or content it stands in."""
        inside = self.scene.quotes.around(cue.i)
        end = min(self._end, inside[1]) if inside else self._end
        outer = self._open(cue.i)
        return end if outer is None or self._breaks(cue, cue.i) else min(end, outer.content.j)

    def _open(self, i: int) -> Report | None:
        """The innermost report of this stretch whose content holds token ``i``."""
        for report in reversed(self.reports[self._first :]):
            if report.content.i <= i < report.content.j:
                return report
        return None

    def _clause(self, i: int) -> int:
        """Where the clause that token ``i`` stands in begins."""
        scene = self.scene
        first = scene.word(self._start) or scene.word(self._start + 1)
        if len(self.reports) == self._first and (first in scene.words.fronting or first[1:] in scene.words.fronting):
            return self._start
        k = i
        floor = max([self._start, *(r.cue.j for r in self.reports[self._first :] if r.cue.j <= i)])
        while k > floor and not (scene.is_mark(k - 1) and not scene.is_mark(k - 1, "(", ")")):
            if scene.word(k - 1) in scene.words.that or scene.word(k - 1) in scene.words.with_by:
                break
            k -= 1
        return k

    def _breaks(self, cue: Cue, begin: int) -> bool:
        """Whether a cue whose clause begins at ``begin`` ends what was being said before it."""
        scene = self.scene
        if scene.quotes.around(cue.i) and self._open(cue.i) and self._inside_quote(cue.i):
            return False
        if cue.sort == "participle":
            return True
        if begin == cue.i and cue.conj:
            return True
        return begin == self._start or scene.is_mark(begin - 1, ",", ";") or scene.word(begin - 1) in scene.words.connectors

    def _inside_quote(self, i: int) -> bool:
        outer = self._open(i)
        around = self.scene.quotes.around(i)
        return outer is not None and around is not None and around[0] >= outer.content.i - 1

    def _break(self, cue: Cue, begin: int) -> None:
        """Shorten what is being said to before a cue that begins a clause of its own."""
        outer = self._open(cue.i)
        while outer is not None and self._breaks(cue, begin):
            before = outer.content.j
            if begin - outer.content.i < 8 and self._short(cue) is not None:
                return
            self._shorten(outer, begin)
            if outer.content.j == before:
                return
            outer = self._open(cue.i)

    def _shorten(self, report: Report, at: int) -> None:
        scene = self.scene
        while at > report.content.i + 1 and scene.word(at - 1) in scene.words.connectors:
            at -= 1
        if report.content.j > at:
            cut = shaped(scene, report.content.i, at, report.content.letters)
            if cut is not None:
                report.content = cut

    def _begin(self) -> int:
        """Where the text that nobody has said yet begins in this stretch."""
        ends = [r.content.j for r in self.reports[self._first :]]
        return max([self._start, *ends])

    def _just_closed(self, i: int) -> Report | None:
        """The report whose quotation closed right before token ``i``."""
        for report in reversed(self.reports[self._first :]):
            if 0 <= i - report.content.j <= 3 and all(self.scene.kind[m] != WORD for m in range(report.content.j, i)):
                return report
        return None

    def _opened(self, i: int, j: int) -> Content | None:
        """The content on ``i`` .. ``j`` without the words that join it to what went before."""
        scene = self.scene
        while i < j and (scene.kind[i] != WORD or scene.word(i) in scene.words.connectors):
            i += 1
        joined = i < j and (any(h.conj for h in scene.doc.hits[i]) or scene.word(i)[1:].startswith(scene.words.article))
        letters = 1 if joined and scene.word(i)[:1] in scene.words.conjunctions else 0
        return shaped(scene, i, j, letters)

    def _text(self, source: Source | None) -> str | None:
        return self.scene.doc.tokens.raw(source.i, source.j) if source else None

    def _find(self, i: int, end: int, kind: str) -> int | None:
        for k in range(i, end):
            if self.scene.words.prepositions.get(self.scene.word(k)) == kind:
                return k
        return None

    def _short(self, cue: Cue) -> Source | None:
        """The noun phrase that what is being said begins with, when the cue stands right after it: its own subject."""
        outer = self._open(cue.i)
        if (
            outer is None
            or cue.sort != "verb"
            or cue.conj
            or not 0 < cue.i - outer.content.i <= 8
            or not self.scene.is_mark(cue.i - 1, ",")
        ):
            return None
        return sources.before(self.scene, outer.content.i, cue.i - 1)
