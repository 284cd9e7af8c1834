"""Reprints in an archive: reports that share a band, their exact containment, and the groups these pairs make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import combinations
from typing import Any, NamedTuple

from ..reconciliation.reprints import containment, relate
from ..reconciliation.shingles import POSTINGS, Likeness
from .archive import Archive
from .signatures import unpacked

ORIGIN = ("same_text", "edited")
"""The relations of one origin; a shared passage makes none."""
JOINED = 0.7
"""How much of one article of a group must stand in another: in an archive lesser likenesses chain reports of one event."""


class Pair(NamedTuple):
    """Two articles of one origin, by number."""

    a: int
    b: int
    relation: str
    containment: float


class Found(NamedTuple):
    """The pairs of one origin, and how many pairs were compared to find them."""

    pairs: list[Pair]
    compared: int


def candidates(bands: Iterable[list[int]]) -> list[tuple[int, int]]:
    """The pairs to compare, in order. A band that very many share is a formula: its members meet the first few only."""
    found: set[tuple[int, int]] = set()
    for numbers in bands:
        found.update(combinations(numbers[:POSTINGS], 2))
        for late in numbers[POSTINGS:]:
            found.update((first, late) for first in numbers[:4])
    return sorted(found)


def compare(archive: Archive, pairs: list[tuple[int, int]]) -> Found:
    """The exact likeness of the candidate ``pairs``: those that have one origin."""
    wanted = {n for pair in pairs for n in pair}
    kept = {
        row["number"]: row["shingles"]
        for part in archive.parts()
        for row in archive.each(part, ("number", "shingles"))
        if row["number"] in wanted
    }

    @lru_cache(maxsize=4096)
    def _shingles(number: int) -> frozenset[int]:
        return unpacked(kept[number])

    out = []
    for a, b in pairs:
        x, y = _shingles(a), _shingles(b)
        shared = len(x & y)
        like = Likeness(a, b, shared, shared / max(1, len(x)), shared / max(1, len(y)))
        relation = relate(like)
        if relation in ORIGIN and containment(like) >= JOINED:
            out.append(Pair(a, b, str(relation), containment(like)))
    return Found(out, len(pairs))


def components(edges: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The connected components of a graph, each in order, in the order of their first members."""
    leader: dict[int, int] = {}

    def _find(n: int) -> int:
        leader.setdefault(n, n)
        while leader[n] != n:
            leader[n] = n = leader[leader[n]]
        return n

    for a, b in edges:
        x, y = sorted((_find(a), _find(b)))
        leader[y] = x
    members: dict[int, list[int]] = {}
    for n in sorted(leader):
        members.setdefault(_find(n), []).append(n)
    return list(members.values())


def rows(found: Found, articles: Mapping[int, Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """The rows of the table of reprints: for each article of a group the group, its first article, its nearest likeness."""
    nearest: dict[int, Pair] = {}
    for pair in found.pairs:
        for n in (pair.a, pair.b):
            if n not in nearest or pair.containment > nearest[n].containment:
                nearest[n] = pair
    for group in components((p.a, p.b) for p in found.pairs):
        first = min(group, key=lambda n: (articles[n]["latest"] is None, articles[n]["latest"], n))
        for n in group:
            yield {
                "group": articles[group[0]]["article"],
                "article": articles[n]["article"],
                "first": articles[first]["article"],
                "relation": nearest[n].relation,
                "containment": nearest[n].containment,
            }
