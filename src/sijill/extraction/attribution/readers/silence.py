"""Reported silence: who declined to comment, could not be reached, kept quiet. An act of its own, never a claim."""

from __future__ import annotations

from dataclasses import dataclass

from .. import sources
from ..contents import content, shaped
from ..cues import Cue
from ..leads import Lead
from ..sources import Source
from .bounds import Bounds, Report

_NEAR = 12
"""Tokens from the verb within which the text says what was not said."""


@dataclass(slots=True)
class Silence(Bounds):
    """Reads the clauses that tell that nothing was said."""

    def _silence(self, cue: Cue) -> Report | None:
        """A source that would not say: "declined to comment", "did not comment"."""
        scene = self.scene
        quiet = cue.force == "refuse" and not cue.negated
        k = cue.j
        while quiet and k < min(self._end, cue.j + 14) and scene.word(k) not in scene.words.silence:
            k += 1
        quiet = quiet and k < min(self._end, cue.j + 14) and scene.word(k) in scene.words.silence
        if not quiet and scene.word(cue.i - 1) in scene.words.what:
            return None  # "whenever it concerns", written like "did not comment"
        if not quiet and not (cue.negated and cue.hit and cue.hit.entry.value in scene.words.comments):
            return None
        stop = k if quiet else min(self._end, cue.j + _NEAR)
        source = sources.after(scene, cue.j, stop) or sources.before(scene, self._clause(cue.i), cue.i - (not quiet))
        self._break(cue, cue.i)
        said = content(scene, Lead("noun", stop, k if quiet else cue.i - 1), self._limit(cue))
        return Report(cue, said, source, "no_comment", act="no_comment") if said else None

    def _silent(self, cue: Cue) -> Report | None:
        """A clause whose verb and object together tell of silence ("could not be reached", "kept silent")."""
        scene = self.scene
        way = scene.words.silent[scene.bare(cue.i)]
        if way.negated and scene.bare(cue.i - 1) not in scene.words.negation:
            return None
        if not way.negated and scene.bare(cue.i - 1) in scene.words.negation:
            return None
        begin = cue.i - way.negated
        at = next((k for k in range(cue.j, min(self._end, cue.j + _NEAR)) if scene.word(k) in way.then), None)
        if at is None or any(scene.is_mark(k, ".", ":") for k in range(cue.j, at)):
            return None
        source = self._asked(at + 1) if way.asked else self._quiet(cue, begin, at)
        if way.asked and (source is None or not self._somebody(source)):
            return None
        self._break(cue, begin)
        end = next((k for k in range(at, self._end) if scene.is_mark(k, ",", ";")), self._end)
        said = shaped(scene, begin, max(end, source.j if source else end), 1 if scene.bare(begin) != scene.word(begin) else 0)
        self._passed = at
        return Report(cue, said, source, "no_comment", act="no_comment") if said else None

    def _quiet(self, cue: Cue, begin: int, at: int) -> Source | None:
        return sources.after(self.scene, cue.j, at) or sources.before(self.scene, self._clause(begin), begin)

    def _somebody(self, source: Source) -> bool:
        """Whether one can ask what could not be reached: somebody with a title, a body or a person."""
        named = any(m.kind != "place" for m in self.scene.mentions_in(source.i, source.j))
        return named or bool(sources.kind_of(self.scene, source))

    def _asked(self, i: int) -> Source | None:
        """Who could not be asked or gave out nothing: the noun after the next preposition."""
        scene, words = self.scene, self.scene.words
        for k in range(i, min(self._end, i + _NEAR)):
            word = scene.word(k)
            if word in words.asked_of:
                return sources.after(scene, k + 1, self._end, occasion=False)
            if word.startswith(words.by_article) or (word.startswith(words.by) and any(h.prep for h in scene.doc.hits[k])):
                source = sources.after(scene, k, self._end, occasion=False)
                return source._replace(letters=1) if source else None
        return None
