"""Labels: a speaker's name, a colon and the words ("X: ..."), as headlines and lists give them."""

from __future__ import annotations

from dataclasses import dataclass

from ....language.tokens import BREAK, MARK, WORD
from .. import sources
from ..contents import content
from ..cues import Cue
from ..leads import Lead
from ..scene import Scene
from ..sources import Source
from .bounds import Bounds, Report

_LONG = 12
"""Tokens of the longest label."""
_NAME = 3
"""Words of the longest name that only the rest of the article knows."""
_SAID = 4
"""Words an unquoted utterance has at least."""


def labelled(scene: Scene) -> dict[int, int]:
    """Beginnings of stretches that have a colon near, each with that colon's token: where a label may stand."""
    out = {}
    colons = [k for k, form in enumerate(scene.form) if form == ":" and scene.kind[k] == MARK]
    at = 0
    for a, b in scene.stretches:
        while at < len(colons) and colons[at] < a:
            at += 1
        if at < len(colons) and colons[at] < min(b, a + _LONG):
            out[a] = colons[at]
    return out


@dataclass(slots=True)
class Labels(Bounds):
    """Reads utterances that only a label gives to somebody."""

    def _label(self, colon: int) -> Report | None:
        """The utterance after the label that ends at token ``colon``; None where no speaker alone stands before it."""
        scene = self.scene
        i = self._start
        while i < colon and scene.kind[i] != WORD:
            i += 1
        if i == colon or any(k in self._tokens for k in range(i, colon)) or scene.kind[colon + 1 : colon + 2] in ([], [BREAK]):
            return None
        source = sources.after(scene, i, colon, occasion=False)
        if source is None or source.i != i or source.j != colon:
            return None
        sure = self._speaks(source)
        cue = Cue(colon, colon + 1, "label", "say", frozenset({"quote"}))
        said = content(scene, Lead("colon", colon, colon + 1), self._end)
        if said is None or not (said.closed or (sure and self._uttered(said.i, said.j))):
            return None
        if not sure and (sources.kind_of(scene, source) or source.j - source.i > _NAME):
            return None
        return Report(cue, said, source, "label", tentative=not sure)

    def _speaks(self, source: Source) -> bool:
        """Whether a label is nothing but a speaker: a person, or a body or office that is known."""
        scene = self.scene
        kind = sources.kind_of(scene, source)
        if kind in ("document", "anonymous_source", "media"):
            return False
        found = scene.mentions_in(source.i, source.j)
        given = scene.hit(source.i, "given_name")
        if any(m.kind == "person" for m in found) or (given is not None and given.end < source.j <= source.i + _NAME):
            return True
        whole = bool(found) and found[0].kind in ("institution", "government", "armed_group", "office")
        return (whole and scene.named_until(source.j)) or kind == "title"

    def _uttered(self, i: int, j: int) -> bool:
        """Whether what follows is a sentence and no list, title or score: it has a verb, or is negated or led by a particle."""
        scene, words = self.scene, self.scene.words
        if sum(scene.kind[k] == WORD for k in range(i, j)) < _SAID or scene.kind[i] != WORD:
            return False
        near = range(i, min(j, i + _LONG))
        return any(
            scene.finite(k)
            or scene.word(k) in words.that
            or scene.word(k) in words.negation
            or scene.word(k).startswith(words.shall)
            for k in near
        )
