"""Whose words a text holds: a statement is its issuer's, a letter its writer's; reports and treaties speak for themselves."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...language.tokens import WORD
from .scene import Scene
from .sources import Source

_NEAR = 5
"""Tokens from the word for a text within which the text names its issuer."""
_BACK = 8
"""Tokens before a cue within which a text stands that the speaker issued ("in a statement, ... said")."""
_WHO = frozenset({"person", "institution", "government", "armed_group", "country"})


@dataclass(slots=True)
class Issuers:
    """The texts that one article speaks of, each word for a text with who issued the last one of that name."""

    scene: Scene
    _of: dict[str, str] = field(default_factory=dict)
    _read: int = 0

    def text_at(self, i: int) -> str | None:
        """The dictionary form of the word for an issued text at token ``i``, proclitics and case ending off."""
        return self.scene.words.issued.get(self.scene.word(i))

    def spoke(self, name: str | None, i: int, j: int) -> None:
        """``name`` spoke on tokens ``i`` .. ``j``: a text named there, or right before, is theirs."""
        if name is None:
            return
        first, self._read = max(self._read, i - _BACK, 0), max(self._read, j)
        for k in range(first, j):
            text = self.text_at(k)
            told_of = self.scene.word(k).startswith(self.scene.words.definite)
            if text is not None and not told_of and not self._joint(k):
                self._of[text] = name

    def issuer(self, source: Source) -> str | None:
        """Who issued the text that a description names: told with it, else the last who issued one; None where unknown."""
        text = self.text_at(source.i)
        if text is None or self._joint(source.i):
            return None
        scene = self.scene
        near = range(source.i + 1, min(source.i + 1 + _NEAR, len(scene.form)))
        near = range(near.start, next((k for k in near if scene.is_mark(k)), near.stop))
        by = any(scene.word(k) in scene.words.issued_by for k in near)
        for m in scene.mentions_in(source.i + 1, self._clause_end(near.stop) if by else min(source.j, near.stop)):
            resolved = m.kind in _WHO or (m.kind == "office" and m.entity.split() != m.text.split())
            if resolved:
                return m.entity
        words = [k for k in range(source.i + 1, source.j) if scene.kind[k] == WORD]
        head = scene.hit(words[0], "source_head") if words else None
        bound = head is not None and head.entry.value in ("institution", "title")
        if bound and not scene.word(source.i).startswith(scene.words.article):
            return self._named(words[0], source.j)
        return None if words and not self._points(source, words) else self._of.get(text)

    def _clause_end(self, i: int) -> int:
        """Where what is said of a text, from token ``i``, ends: at the next mark."""
        stop = min(i + _NEAR, len(self.scene.form))
        return next((k for k in range(i, stop) if self.scene.is_mark(k)), stop)

    def _named(self, i: int, j: int) -> str:
        """The words on ``i`` .. ``j``, "of the" read as "the"."""
        tokens, article, of = self.scene.doc.tokens, self.scene.words.article, self.scene.words.purpose
        first = tokens.raw(i)
        if first.startswith(of * 2):
            first = article + first[2 * len(of) :]
        return " ".join([first, *(tokens.raw(k) for k in range(i + 1, j) if self.scene.kind[k] == WORD)])

    def _points(self, source: Source, words: list[int]) -> bool:
        """Whether a description only points to a text told of before: with the article, adjectives after it at most."""
        article = self.scene.words.article
        return self.scene.word(source.i).startswith(article) and all(self.scene.word(k).startswith(article) for k in words)

    def _joint(self, i: int) -> bool:
        return any(self.scene.word(k) in self.scene.words.joint for k in range(i + 1, i + 4))
