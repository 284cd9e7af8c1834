"""Attributions by a phrase: "according to", "as officials say", "quoting", "under the agreement"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ....language.tokens import WORD
from .. import sources
from ..contents import content, shaped
from ..cues import Cue
from ..leads import Lead, lead
from ..sources import Source
from .bounds import Bounds, Report


@dataclass(slots=True)
class According(Bounds):
    """Reads attributions that stand before, after or within their content."""

    def _accord(self, cue: Cue) -> Report | None:
        scene = self.scene
        k, said = cue.j, False
        if scene.word(k) in scene.words.what:
            k += 1
        via = None
        if scene.word(k - 1) in scene.words.what or (cue.hit and scene.word(k - 1)[-2:] in scene.words.what):
            relay = scene.hit(k, "say")
            k, said = self._what_was_said(k)
            about = self._find(k, min(self._end, k + 12), "about") if relay and relay.entry.row["force"] == "relay" else None
            if about is not None:
                via, k = scene.credit(k, about), about + 1
        source = sources.after(scene, k, self._end, occasion=False)
        if source is None:
            return None
        if scene.word(source.i).startswith(scene.words.purpose) and not said:
            source = source._replace(letters=1)
        kind = sources.kind_of(scene, source)
        if cue.hit is not None and cue.hit.entry.row.get("only", kind) != kind:
            return None
        tentative = not kind and not said and not scene.mentions_in(source.i, source.j)
        if cue.sort == "text" and kind != "document":
            return None
        standard = scene.word(source.i) in scene.words.standards or scene.bare(source.i) in scene.words.standards
        if standard and cue.sort != "text":
            return None
        self._passed = source.j
        report = self._placed(cue, source, tentative, kind)
        if report is not None and via is not None:
            report.via = via.agency
        return report

    def _what_was_said(self, k: int) -> tuple[int, bool]:
        """Past the verb of "according to what X said" and a preposition after it."""
        scene = self.scene
        k += 1
        while scene.word(k) in scene.words.adverbs or scene.words.prepositions.get(scene.word(k)) == "in":
            k += 1
        return k, True

    def _placed(self, cue: Cue, source: Source, tentative: bool, kind: str) -> Report | None:
        """The attribution before, after or within its content."""
        scene = self.scene
        begin = self._begin()
        if begin <= cue.i and all(scene.kind[m] != WORD or scene.word(m) in scene.words.fillers for m in range(begin, cue.i)):
            return self._ahead(cue, source, tentative)
        if cue.sort == "text" or scene.bare(source.i).removeprefix(scene.words.purpose * 2) in scene.words.laws:
            return None
        last = self._open(cue.i) or self._just_closed(cue.i)
        if last is not None:
            self._shorten(last, cue.i)
            if last.via is None and not tentative:
                credit = scene.credit(source.i, source.j)
                last.via = credit.agency if credit else self._text(source) if kind == "media" else None
            return None
        said = self._opened(begin, cue.i)
        if said is None:
            return None
        after = scene.time_end(source.j) or source.j
        rest = self._end - after
        if cue.i - said.i < 8 and rest > 4 and scene.is_mark(after, ",") and scene.is_mark(cue.i - 1, ","):
            said = shaped(scene, said.i, self._end, said.letters) or said
        return Report(cue, said, source, "accord_tail", tentative=tentative)

    def _ahead(self, cue: Cue, source: Source, tentative: bool) -> Report | None:
        i = source.j
        stop = min(self._end, source.j + 16)
        while i < stop and not self.scene.is_mark(i, ",") and self.scene.word(i) not in self.scene.words.resuming:
            i += 1
        if i == stop:
            i = source.j
        while i < self._end and (
            self.scene.is_mark(i, ",") or self.scene.is_quote(i) or self.scene.word(i) in self.scene.words.resuming
        ):
            i += 1
        if i >= self._end - 1:
            return None
        letters = 1 if any(h.conj == self.scene.words.then for h in self.scene.doc.hits[i]) else 0
        said = content(self.scene, Lead("that", i, i, letters), self._end)
        if said is not None and (self.scene.time_end(said.i) or said.i) >= said.j:
            return None  # nothing but the time of saying: what was said stands in the sentence before
        return Report(cue, said, source, "accord_head", tentative=tentative) if said else None

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
        return self._placed(replace(following, i=cue.i), source, False, sources.kind_of(scene, source))
