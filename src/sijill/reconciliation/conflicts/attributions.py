"""Conflicts of attribution: the same words given to differing speakers by differing articles."""

from __future__ import annotations

from collections.abc import Sequence

from ...identity import identify
from ...language.keys import skeleton, stem
from ...language.orthography import fold_key
from ...records import Conflict, Dated, Span, Statement
from .clauses import Clause, Words, clause

ALIKE, SHARED = 0.7, 5
"""How much of the lighter content, and how many words, two statements must share to be one claim."""
ONE_NEWS = 7
"""Days within which one claim of two speakers is a rivalry and no repetition."""
SPANS = 6
NAMED, LOOSE = 0.72, 0.4
"""Worth where both speakers are named, and where one report leaves the speaker out."""


def rival_speakers(pile: Sequence[Dated]) -> list[Conflict]:
    """Claims that one article gives to one speaker and another to another, or to none."""
    told: list[tuple[Clause, Statement]] = []
    for d in pile:
        told += [(clause(d, Span(*s.content), None, None), s) for s in d.extraction.statements]
    contents = [c for c, _ in told]
    words = Words(contents)
    groups: dict[int, list[int]] = {}
    taken: set[int] = set()
    for a, b in words.pairs(contents):
        if b not in taken and words.share(contents[a].keys, contents[b].keys, SHARED) >= ALIKE:
            groups.setdefault(a, []).append(b)
            taken.add(b)
    return [c for a in sorted(groups) if (c := _conflict([told[a], *(told[b] for b in groups[a])])) is not None]


def _conflict(told: Sequence[tuple[Clause, Statement]]) -> Conflict | None:
    first_clause, first = told[0]
    others = [(c, s) for c, s in told[1:] if _differ(first, s) and _one_news(first_clause, c)]
    others = [(c, s) for c, s in others if not (_tells(c, first) or _tells(first_clause, s))]
    if not others:
        return None
    firm = _named(first) and any(_named(s) for _, s in others)
    kept = [told[0], *others][:SPANS]
    spans = tuple(dict.fromkeys(c.place for c, _ in kept))
    note = " / ".join(dict.fromkeys(s.speaker_name or "-" for _, s in kept))
    weight = NAMED if firm else LOOSE
    key = identify("conflict", "attribution", first_clause.article, first_clause.span.start)
    return Conflict(key, "attribution", "contradiction" if firm else "refinement", spans, note, weight)


def _one_news(a: Clause, b: Clause) -> bool:
    """Whether two claims came out so near one another that they may be one; later ones repeat, they do not rival."""
    return a.published is None or b.published is None or abs((a.published - b.published).days) <= ONE_NEWS


def _tells(clause: Clause, other: Statement) -> bool:
    """Whether the words of one claim name the other's speaker: then one report tells whom the other only quotes."""
    words = {stem(w) for w in fold_key(other.speaker_name or "").split()} - {""}
    return bool(words) and {skeleton(w) for w in words} <= clause.keys


def _named(s: Statement) -> bool:
    """Whether a claim is given to somebody by name: a person or a body."""
    return bool(s.speaker_name) and s.speaker_kind in ("named_person", "institution")


def _differ(a: Statement, b: Statement) -> bool:
    """Whether two speakers are two: no word of the one's name in the other's; a document speaks for who issued it."""
    if a.act != "claim" or b.act != "claim" or "document" in (a.speaker_kind, b.speaker_kind):
        return False
    mine, theirs = (set(fold_key(s.speaker_name or "").split()) for s in (a, b))
    return mine.isdisjoint(theirs) and bool(mine or theirs)
