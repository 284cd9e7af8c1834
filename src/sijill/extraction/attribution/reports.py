"""Cues, sources and contents brought together into statements, one stretch of text after another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from ...language.tokens import WORD
from . import sources
from .contents import Content, content, shaped
from .cues import Cue, cues
from .leads import Lead, lead
from .scene import Scene
from .sources import Source


@dataclass(slots=True, eq=False)
class Report:
    """A statement in the making; ``tentative``: it stands only where its source turns out to be a known name."""

    cue: Cue
    content: Content
    source: Source | None
    rule: str
    via: str | None = None
    act: str = "claim"
    tentative: bool = False
    unattributed: bool = False


@dataclass(slots=True)
class Reader:
    """Reads an article's stretches in order; ``reports`` are in the order of their cues."""

    scene: Scene
    reports: list[Report] = field(default_factory=list)
    _first: int = 0
    _passed: int = 0
    _cues: list[Cue] = field(default_factory=list)
    _tokens: frozenset[int] = frozenset()
    _end: int = 0
    _start: int = 0
    _k: int = 0

    def read(self) -> list[Report]:
        """All reports of the article."""
        found = cues(self.scene)
        at = 0
        for a, b in self.scene.stretches:
            while at < len(found) and found[at].i < a:
                at += 1
            last = at
            while last < len(found) and found[last].i < b:
                last += 1
            if last > at:
                self._stretch(found[at:last], a, b)
            at = last
        return self.reports

    def _stretch(self, found: list[Cue], a: int, b: int) -> None:
        self._first, self._passed, self._start, self._end = len(self.reports), a, a, b
        self._cues = found
        self._tokens = frozenset(c.i for c in found if c.sort in ("verb", "impersonal", "participle", "accord", "relay"))
        for k, cue in enumerate(found):
            if cue.i < self._passed:
                continue
            self._k = k
            report = _HANDLERS[cue.sort](self, cue)
            if report is not None:
                self.reports.append(report)

    # ---- verbs

    def _verb(self, cue: Cue) -> Report | None:
        if cue.force == "relay":
            return self._relayed(cue)
        if cue.force == "stand":
            return self._standing(cue)
        if (silent := self._silence(cue)) is not None:
            return silent
        if cue.negated and cue.force in ("announce", "say", "add", "disclose", "decide", "point", "show"):
            return None
        end = self._limit(cue)
        found = lead(self.scene, cue, end, self._tokens)
        if found is None or (cue.weak and found.kind in ("noun", "bare")):
            return None
        if cue.force == "learn":
            return self._learned(cue, found, end)
        source = sources.after(self.scene, cue.j, found.at)
        begin = cue.i
        if source is None:
            source = sources.before(self.scene, self._clause(cue.i), cue.i)
            begin = source.i if source else cue.i
        if found.kind == "bare" and not self._may_be_bare(cue, found, source):
            return None
        if source is None and (cue.careful or found.kind == "bare") and not self._carries():
            return None
        return self._made(cue, found, end, source, begin, f"verb_{found.kind}")

    def _may_be_bare(self, cue: Cue, found: Lead, source: Source | None) -> bool:
        """Whether a bare noun phrase can be what is said: not where a judgement is passed by nobody."""
        form = cue.hit.entry.inflection if cue.hit else None
        if cue.force == "judge" and (source is None or form is None or form.tense != "past"):
            return False
        return source is not None or found.start == cue.j

    def _carries(self) -> bool:
        """Whether somebody has been speaking already in this stretch or the one before."""
        return bool(self.reports)

    def _made(self, cue: Cue, found: Lead, end: int, source: Source | None, begin: int, rule: str) -> Report | None:
        self._break(cue, begin)
        said = content(self.scene, found, end)
        if said is None:
            return None
        self._passed = max(self._passed, said.i)
        return Report(cue, said, source, rule, self._told(cue, found))

    def _told(self, cue: Cue, found: Lead) -> str | None:
        """The outlet that the words were said to, named between cue and content."""
        credit = self.scene.credit(cue.j, found.at)
        return credit.agency if credit and self.scene.credit_starts_inside(self._token_of(credit.start)) else None

    def _token_of(self, offset: int) -> int:
        return self.scene.doc.tokens.at(offset)

    def _participle(self, cue: Cue) -> Report | None:
        end = self._limit(cue)
        found = lead(self.scene, cue, end, self._tokens)
        if found is None or (cue.weak and found.kind in ("noun", "bare")):
            return None
        source = None
        if len(self.reports) == self._first:  # nobody spoke yet in this stretch: the clause's own subject
            first = self._start
            while first < cue.i and self.scene.kind[first] != WORD:
                first += 1
            source = sources.after(self.scene, first + 1, cue.i) if first + 1 < cue.i else None
            if cue.force not in ("say", "add") and source is None:
                return None
        return self._made(cue, found, end, source, cue.i, f"participle_{found.kind}")

    def _noun(self, cue: Cue) -> Report | None:
        hit = cue.hit
        if hit is None:
            return None
        end = self._limit(cue)
        near = min(end, cue.j + (3 if hit.pronoun else 10))
        found = lead(self.scene, cue, near, self._tokens)
        if found is None or found.kind not in ("that", "colon", "quote") or cue.force in ("ask", "decide", "hope", "expect"):
            return None
        source = None if hit.pronoun else sources.after(self.scene, cue.j, found.at)
        if (source is None) == (not hit.pronoun) or (hit.pronoun and not self._carries()):
            return None
        return self._made(cue, found, end, source, cue.i, "noun")

    def _relayed(self, cue: Cue) -> Report | None:
        """An outlet that quotes a source: "Reuters quoted an official as saying that"."""
        scene = self.scene
        end = self._limit(cue)
        about = self._find(cue.j, min(end, cue.j + 16), "about")
        if about is None:
            return None
        takes = frozenset(("that", "quote"))
        saying = next(
            (c for c in self._cues[self._k + 1 :] if c.sort == "noun" and c.hit and c.hit.pronoun and c.i < about + 24), None
        )
        at = saying if saying is not None else Cue(about, about + 1, "verb", "say", takes)
        found = lead(scene, Cue(at.i, at.j, "verb", "say", takes | at.takes), end, self._tokens)
        if found is None:
            return None
        source = sources.after(scene, about + 1, saying.i if saying else found.at)
        if source is None:
            return None
        report = self._made(cue, found, end, source, cue.i, "relayed")
        if report is not None:
            credit = scene.credit(cue.j, about)
            named = sources.after(scene, cue.j, about)
            report.via = credit.agency if credit else self._text(named)
        return report

    def _text(self, source: Source | None) -> str | None:
        return self.scene.doc.tokens.raw(source.i, source.j) if source else None

    def _find(self, i: int, end: int, kind: str) -> int | None:
        for k in range(i, end):
            if self.scene.words.prepositions.get(self.scene.word(k)) == kind:
                return k
        return None

    def _learned(self, cue: Cue, found: Lead, end: int) -> Report | None:
        """ "The paper learnt from sources that"."""
        of = self._find(cue.j, found.at, "of")
        source = sources.after(self.scene, of + 1, found.at) if of is not None else None
        if source is None:
            return None
        report = self._made(cue, found, end, source, cue.i, "learned")
        credit = self.scene.credit(cue.j, of) if of is not None else None
        if report is not None and credit is not None:
            report.via = credit.agency
        return report

    def _standing(self, cue: Cue) -> Report | None:
        """ "It says in the statement that"."""
        scene = self.scene
        end = self._limit(cue)
        at = cue.j
        if scene.words.prepositions.get(scene.word(at)) != "in":
            return None
        found = lead(scene, cue, min(end, cue.j + 24), self._tokens)
        if found is None:
            return None
        source = sources.after(scene, at + 1, found.at, occasion=False)
        if source is None or sources.kind_of(scene, source) not in ("document", "media"):
            return None
        return self._made(cue, found, end, source, cue.i, "standing")

    def _silence(self, cue: Cue) -> Report | None:
        """A source that would not say: "declined to comment", "did not comment"."""
        scene = self.scene
        quiet = cue.force == "refuse" and not cue.negated
        k = cue.j
        while quiet and k < min(self._end, cue.j + 14) and scene.word(k) not in scene.words.silence:
            k += 1
        quiet = quiet and k < min(self._end, cue.j + 14) and scene.word(k) in scene.words.silence
        if not quiet and not (cue.negated and cue.hit and cue.hit.entry.value in scene.words.comments):
            return None
        stop = k if quiet else min(self._end, cue.j + 12)
        source = sources.after(scene, cue.j, stop) or sources.before(scene, self._clause(cue.i), cue.i - (not quiet))
        self._break(cue, cue.i)
        said = content(scene, Lead("noun", stop, k if quiet else cue.i - 1), self._limit(cue))
        return Report(cue, said, source, "no_comment", act="no_comment") if said else None

    def _impersonal(self, cue: Cue) -> Report | None:
        start = cue.i
        within = self._open(start)
        if within is not None and not self._breaks(cue, start):
            return None
        end = self._limit(cue)
        found = lead(self.scene, cue, min(end, cue.j + 4), self._tokens)
        if found is None:
            return None
        report = self._made(cue, Lead("that", found.at, found.start), end, None, start, "impersonal")
        if report is not None:
            report.unattributed = True
        return report

    # ---- "according to"

    def _accord(self, cue: Cue) -> Report | None:
        scene = self.scene
        k, said = cue.j, False
        if scene.word(k) in scene.words.what:
            k += 1
        if scene.word(k - 1) in scene.words.what or (cue.hit and scene.word(k - 1)[-2:] in scene.words.what):
            k, said = self._what_was_said(k)
        source = sources.after(scene, k, self._end, occasion=not said)
        if source is None:
            return None
        if scene.word(source.i).startswith(scene.words.purpose) and not said:
            source = source._replace(letters=1)
        kind = sources.kind_of(scene, source)
        tentative = not kind and not said and not scene.mentions_in(source.i, source.j)
        if cue.sort == "text" and kind != "document":
            return None
        if scene.word(source.i) in scene.words.standards or scene.bare(source.i) in scene.words.standards:
            return None
        self._passed = source.j
        return self._placed(cue, source, tentative, kind)

    def _what_was_said(self, k: int) -> tuple[int, bool]:
        """Past the verb of "according to what X said" and a preposition after it."""
        scene = self.scene
        k += 1
        if scene.words.prepositions.get(scene.word(k)) == "in":
            k += 1
        return k, True

    def _placed(self, cue: Cue, source: Source, tentative: bool, kind: str) -> Report | None:
        """The attribution before, after or within its content."""
        scene = self.scene
        begin = self._begin()
        if begin <= cue.i and all(scene.kind[m] != WORD or scene.word(m) in scene.words.fillers for m in range(begin, cue.i)):
            return self._ahead(cue, source, tentative)
        if cue.sort == "text":
            return None
        last = self._open(cue.i) or self._just_closed(cue.i)
        if last is not None:
            self._shorten(last, cue.i)
            if last.via is None and not tentative:
                credit = scene.credit(source.i, source.j)
                last.via = credit.agency if credit else self._text(source)
            return None
        said = self._opened(begin, cue.i)
        if said is None:
            return None
        rest = self._end - source.j
        if cue.i - said.i < 8 and rest > 4 and scene.is_mark(source.j, ",") and scene.is_mark(cue.i - 1, ","):
            said = shaped(scene, said.i, self._end, said.letters) or said
        return Report(cue, said, source, "accord_tail", tentative=tentative)

    def _ahead(self, cue: Cue, source: Source, tentative: bool) -> Report | None:
        i = source.j
        while i < self._end and not self.scene.is_mark(i, ",") and i < source.j + 14 and self.scene.kind[source.j] == WORD:
            i += 1
        while i < self._end and (
            self.scene.is_mark(i, ",") or self.scene.is_quote(i) or self.scene.word(i) in self.scene.words.resuming
        ):
            i += 1
        if i >= self._end - 1:
            return None
        letters = 1 if any(h.conj == self.scene.words.then for h in self.scene.doc.hits[i]) else 0
        said = content(self.scene, Lead("that", i, i, letters), self._end)
        return Report(cue, said, source, "accord_head", tentative=tentative) if said else None

    def _begin(self) -> int:
        """Where the text that nobody has said yet begins in this stretch."""
        ends = [r.content.j for r in self.reports[self._first :]]
        return max([self._start, *ends])

    def _opened(self, i: int, j: int) -> Content | None:
        """The content on ``i`` .. ``j`` without the words that join it to what went before."""
        scene = self.scene
        while i < j and (scene.kind[i] != WORD or scene.word(i) in scene.words.connectors):
            i += 1
        joined = i < j and (any(h.conj for h in scene.doc.hits[i]) or scene.word(i)[1:].startswith(scene.words.article))
        letters = 1 if joined and scene.word(i)[:1] in scene.words.conjunctions else 0
        return shaped(scene, i, j, letters)

    def _just_closed(self, i: int) -> Report | None:
        """The report whose quotation closed right before token ``i``."""
        for report in reversed(self.reports[self._first :]):
            if 0 <= i - report.content.j <= 3 and all(self.scene.kind[m] != WORD for m in range(report.content.j, i)):
                return report
        return None

    def _as(self, cue: Cue) -> Report | None:
        """ "..., as officials say": the verb has no content of its own."""
        scene = self.scene
        following = self._cues[self._k + 1] if self._k + 1 < len(self._cues) else None
        if following is None or following.i != cue.j or following.sort != "verb":
            return None
        if lead(scene, following, self._limit(following), self._tokens) is not None:
            return None
        source = sources.after(scene, following.j, self._end)
        if source is None or cue.i == self._start:
            return None
        self._passed = source.j
        return self._placed(following, source, False, sources.kind_of(scene, source))

    # ---- bounds

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
        floor = max([self._start, *(c.j for c in self._cues if c.j <= i and c.sort in ("verb", "impersonal"))])
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


_HANDLERS: dict[str, Callable[[Reader, Cue], Any]] = {
    "verb": Reader._verb,
    "participle": Reader._participle,
    "noun": Reader._noun,
    "impersonal": Reader._impersonal,
    "accord": Reader._accord,
    "relay": Reader._accord,
    "text": Reader._accord,
    "as": Reader._as,
}
