"""Articles of one origin: reprints, edited reprints, shared passages, and one wire in two translations."""

from __future__ import annotations

from collections.abc import Sequence

from ..records import Dated, Reprint
from .shingles import Likeness, likenesses

SAME = 0.93
EDITED, EDITED_OTHER = 0.5, 0.25
"""An edited reprint: half of one report's runs of words stand in the other, and a quarter of the other's in it."""
PASSAGE, RUNS = 0.15, 25
"""A shared passage: so much of one report, and so many runs of words ..."""
LONG = 45
"""... or so many runs of words, however long the reports are."""
STRONG, STEMS, STRONG_COVER = 0.5, 9, 0.12
"""One sentence told alike is a shared passage where it is so like, so rich and so much of one report (no mere formula)."""
RETOLD, RETOLD_COVER = 5, 0.35
"""So many sentences told alike that make up so much of the shorter report: one origin, be it in two translations."""


def reprints(pile: Sequence[Dated]) -> list[Reprint]:
    """Pairs that share text, most alike first; never by comparing all pairs."""
    names = [d.article.name for d in pile]
    out = []
    for found in likenesses([d.extraction for d in pile]):
        relation = relate(found)
        if relation:
            a, b = sorted((names[found.a], names[found.b]))
            out.append(Reprint(a, b, relation, containment(found), retold(found)))
    return sorted(out, key=lambda r: (-r.containment, r.a, r.b))


def relate(found: Likeness) -> str | None:
    """same_text, edited, shares_passages, or None: the two tell of the same things in words of their own."""
    high, low = max(found.of_a, found.of_b), min(found.of_a, found.of_b)
    if low >= SAME:
        return "same_text"
    if high >= EDITED and low >= EDITED_OTHER and found.shared >= RUNS:
        return "edited"
    if found.shared >= LONG or (high >= PASSAGE and found.shared >= RUNS):
        return "shares_passages"
    strong = any(p.weight >= STRONG and p.shared >= STEMS for p in found.parallels)
    if (strong and max(found.cover_a, found.cover_b) >= STRONG_COVER) or retold(found):
        return "shares_passages"
    return None


def containment(found: Likeness) -> float:
    """How much of one stands in the other: by runs of words, or by sentences told alike, whichever is more."""
    return round(max(found.of_a, found.of_b, found.cover_a, found.cover_b), 3)


def retold(found: Likeness) -> bool:
    """Whether one report tells the other, sentence by sentence."""
    return len(found.parallels) >= RETOLD and max(found.cover_a, found.cover_b) >= RETOLD_COVER


def origins(pile: Sequence[Dated], pairs: Sequence[Reprint]) -> list[tuple[str, ...]]:
    """Groups of articles (two or more) that go back to one origin, names in order.

    A reprint has its origin in common with what it reprints; one shared quotation does not make one origin, a report
    retold sentence by sentence does.
    """
    leader = {d.article.name: d.article.name for d in pile}

    def find(name: str) -> str:
        """The leader of the group that ``name`` is in."""
        while leader[name] != name:
            leader[name] = name = leader[leader[name]]
        return name

    for pair in pairs:
        if pair.relation in ("same_text", "edited") or pair.retold:
            a, b = sorted((find(pair.a), find(pair.b)))
            leader[b] = a
    groups: dict[str, list[str]] = {}
    for name in sorted(leader):
        groups.setdefault(find(name), []).append(name)
    return [tuple(group) for _, group in sorted(groups.items()) if len(group) > 1]
