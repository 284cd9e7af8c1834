"""Verbs that take the one spoken to as their object: "called on", "accused". Which noun speaks, and which is spoken to."""

from __future__ import annotations

from .cues import Cue
from .scene import Scene
from .sources import Source, head_kind, somebodys


def speaking(scene: Scene, cue: Cue, source: Source | None) -> Source | None:
    """The subject after ``cue``: None where the first noun is the one spoken to, cut before that one else."""
    if source is None or not cue.addressed:
        return source
    if _disagrees(scene, source.i, cue.gender):
        return None
    k = next((k for k in range(source.i + 1, source.j) if _spoken_to(scene, k)), source.j)
    return source._replace(j=k)


def _disagrees(scene: Scene, i: int, gender: str) -> bool:
    """Whether a noun with the article right after a verb in the singular cannot be its subject: it is of the other gender."""
    word, words = scene.word(i), scene.words
    if not word.startswith(words.article):
        return False
    feminine = word.endswith(words.collective)
    if gender == "m":
        several = any(h.entry.cls == "body_kind" and h.entry.variety == "plural" for h in scene.doc.hits[i])
        return (feminine or several) and head_kind(scene, i) == "institution"
    if gender != "f" or feminine:
        return False
    return any(
        (h.entry.cls, h.entry.variety) in (("title", "m"), ("body_kind", "bound")) and not h.prep for h in scene.doc.hits[i]
    )


def _spoken_to(scene: Scene, k: int) -> bool:
    """Whether a second noun with the article begins at ``k``, one of people: the object after its verb's subject."""
    word, words = scene.word(k), scene.words
    if not (scene.word(k - 1).startswith(words.article) or scene.named_until(k)):
        return False
    if not word.startswith(words.article):
        return somebodys(scene, k)
    if word.endswith(words.oblique) and not scene.mentions_in(k, k + 1):
        return not scene.word(k - 1).endswith(words.oblique)
    head = scene.hit(k, "source_head")
    crowd = head is not None and head.entry.value == "anonymous_source" and not word.endswith(words.collective)
    return crowd or word in words.called_on
