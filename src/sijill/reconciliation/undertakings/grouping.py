"""Reports put into groups by how well they fit: average linkage over the likely pairs only, never all pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush

Pairs = Mapping[tuple[int, int], float]

UNLIKE = -1.5
"""What a pair that was never compared adds to the mean of two groups: they shared too little to be looked at."""


def group(count: int, pairs: Pairs, together: float, apart: Iterable[tuple[int, int]] = ()) -> list[list[int]]:
    """Groups of the items ``0 .. count-1``, joined while the mean of their ``pairs`` is at least ``together``.

    ``pairs`` holds sums of reasons by (smaller, larger) index; no group holds both items of a pair of ``apart``,
    whatever else speaks for it. Ties are settled by index, so the result is one.
    """
    members: dict[int, list[int]] = {i: [i] for i in range(count)}
    barred: dict[int, set[int]] = defaultdict(set)
    for i, j in apart:
        barred[i].add(j)
        barred[j].add(i)
    links: dict[int, dict[int, tuple[float, int]]] = defaultdict(dict)
    for (i, j), value in pairs.items():
        links[i][j] = links[j][i] = (value, 1)
    heap = [(-v, i, j) for (i, j), v in pairs.items() if v >= together]
    heapify(heap)
    while heap:
        value, i, j = heappop(heap)
        if i not in members or j not in members or _mean(links[i].get(j), len(members[i]) * len(members[j])) != -value:
            continue
        if not barred[i].isdisjoint(members[j]):
            continue
        barred[i] |= barred.pop(j, set())
        _join(i, j, members, links)
        for k in sorted(links[i]):
            mean = _mean(links[i][k], len(members[i]) * len(members[k]))
            if mean >= together:
                heappush(heap, (-mean, min(i, k), max(i, k)))
    return [sorted(m) for _, m in sorted(members.items())]


def _mean(link: tuple[float, int] | None, size: int) -> float:
    if link is None:
        return UNLIKE
    total, known = link
    return (total + UNLIKE * (size - known)) / size


def _join(i: int, j: int, members: dict[int, list[int]], links: dict[int, dict[int, tuple[float, int]]]) -> None:
    members[i] += members.pop(j)
    for k, (value, known) in links.pop(j).items():
        del links[k][j]
        if k != i:
            old, n = links[i].get(k, (0.0, 0))
            links[i][k] = links[k][i] = (old + value, n + known)


def attach(one: Sequence[tuple[int, float]], groups: Mapping[int, int], sizes: Mapping[int, int]) -> tuple[int, float]:
    """The group (by its number) that an item's ``one`` scored pairs (other item, sum) speak for, and how strongly.

    The best pair counts, and the mean over the group's members half as much; -1 where none is there.
    """
    best: dict[int, float] = {}
    total: dict[int, float] = defaultdict(float)
    for other, value in one:
        g = groups.get(other, -1)
        if g >= 0:
            best[g] = max(best.get(g, value), value)
            total[g] += max(value, 0.0)
    ranked = [(0.7 * b + 0.3 * total[g] / sizes[g], -g) for g, b in best.items()]
    if not ranked:
        return -1, 0.0
    value, g = max(ranked)
    return -g, value
