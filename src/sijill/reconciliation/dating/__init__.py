"""A day, or an interval of days, for every article, and its times resolved over it.

A stamp, a day in the address and a stated line are taken as they are (and reported where the text contradicts them).
For the rest clues are intersected: :mod:`.clues` (what the report's own words say), :mod:`.companions` (what reports of
known days say), :mod:`.weighing`. Nothing is guessed: where clues say too little the interval stays wide or unknown.
Never looked at: copyright lines, words of addresses, the latest date in a text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from ...language.resolution import resolve_all
from ...records import Dated, Extraction, Problem, Published
from ..reprints import relate
from .clues import Clue, bounds, months, on_crawl, todays
from .companions import Comparison, Known, compare, copied, fresh, freshest, retold, same_day
from .weighing import contradicted, settle

ROUNDS = 2
"""Rounds in which a report placed by others may itself place one more."""
CLOSE = 7
"""Days up to which a placed report may place others."""
AGAIN = 0.5
"""What a second reason from the same witness counts."""
ANCHORED = 31
"""Days up to which times are counted from the middle of an inferred interval."""


def place(pile: Sequence[Extraction]) -> list[Dated]:
    """Every article with its published interval (stated or inferred, with proof) and its times resolved, in order."""
    days = [x.article.published for x in pile]
    open_ = [n for n, p in enumerate(days) if p.earliest is None]
    out = list(pile)
    for n, x in enumerate(pile):
        if days[n].earliest is not None:
            doubt = contradicted(days[n], todays(x))
            if doubt:
                out[n], days[n] = _reported(x, days[n], doubt), doubt
    if open_:
        # in order of name, so that ties between reports fall the same way however the pile came in
        order = sorted(range(len(pile)), key=lambda n: (pile[n].article.name, pile[n].article.digest))
        at = {n: k for k, n in enumerate(order)}
        inferred = [days[n] for n in order]
        _infer([pile[n] for n in order], inferred, sorted(at[n] for n in open_))
        days = [inferred[at[n]] for n in range(len(pile))]
    return [Dated(x, p, resolve_all(x.times, anchor(p))) for x, p in zip(out, days, strict=True)]


def anchor(p: Published) -> date | None:
    """The day that times are counted from: the last known one; the middle of an inferred interval that is not too wide."""
    if p.basis != "inferred" or not (p.earliest and p.latest):
        return p.day
    days = (p.latest - p.earliest).days
    return p.earliest + timedelta(days=days // 2) if days < ANCHORED else None


def _reported(x: Extraction, stamp: Published, doubt: Published) -> Extraction:
    message = (
        f"stamped {stamp.day}, but its own words give the day of writing another weekday; its day is taken as "
        f"{doubt.earliest}..{doubt.latest}, give it with --published if you know it"
    )
    return replace(x, problems=(*x.problems, Problem(x.article.name, "dating", "stamp_contradicted", message)))


def _infer(pile: Sequence[Extraction], days: list[Published], open_: Sequence[int]) -> None:
    """Fill ``days`` for the reports of ``open_``, in rounds: what is placed in one may place others in the next."""
    shared = compare(pile)
    said = {n: todays(pile[n]) for n in open_}
    stated = {n: [*bounds(pile[n]), *(c for c in [on_crawl(said[n], days[n])] if c)] for n in open_}
    leaders = _origins(shared, len(pile))
    first = {n: days[n] for n in open_}
    for _ in range(ROUNDS):
        known = _known(pile, days)
        span = [p.latest for k in known.values() if (p := k.published).latest]
        found = _companions(pile, shared, known, set(open_))
        before = list(days)
        for n in open_:
            told = _once(found.get(n, ()), leaders)
            told += months(pile[n], span)
            days[n] = settle([*stated[n], *told], said[n], first[n] if first[n].latest else None)
        if days == before:
            break


def _known(pile: Sequence[Extraction], days: Sequence[Published]) -> dict[int, Known]:
    out = {}
    for n, (x, p) in enumerate(zip(pile, days, strict=True)):
        if p.earliest and p.latest and (p.latest - p.earliest).days < CLOSE:
            exact = (p.latest - p.earliest).days <= 1
            out[n] = Known(x, p, resolve_all(x.times, anchor(p) if exact else None))
    return out


def _companions(
    pile: Sequence[Extraction], shared: Comparison, known: Mapping[int, Known], wanted: set[int]
) -> dict[int, list[tuple[int, Clue]]]:
    """For each report of ``wanted``, the clues that each report of a known day gives."""
    out: dict[int, list[tuple[int, Clue]]] = {}
    for n, m, clue in _pairwise(pile, shared, known, wanted):
        out.setdefault(n, []).append((m, clue))
    return out


def _pairwise(
    pile: Sequence[Extraction], shared: Comparison, known: Mapping[int, Known], wanted: set[int]
) -> Iterator[tuple[int, int, Clue]]:
    for found in shared.copies:
        for n, m in ((found.a, found.b), (found.b, found.a)):
            if n in wanted and m in known and (copy := copied(found, known[m], pile[m].article.name)):
                yield n, m, copy
    for n in sorted(wanted):
        best = freshest(shared.fresh[n], known)
        if best:
            m, name = best[0], pile[best[0]].article.name
            if clue := fresh(best[1], known[m], name):
                yield from ((n, m, c) for c in [clue, *same_day(pile[n], known[m], name)])
    for (a, b), pairs in shared.sentences.items():
        for n, m in ((a, b), (b, a)):
            if n in wanted and m in known:
                rows = [(p.i, p.j, p.weight) if n == a else (p.j, p.i, p.weight) for p in pairs]
                yield from ((n, m, c) for c in retold(pile[n], known[m], rows, pile[m].article.name))


def _origins(shared: Comparison, size: int) -> list[int]:
    """For each report the first of those that are copies of one another: copies are one witness."""
    leader = list(range(size))
    for found in shared.copies:
        if relate(found) in ("same_text", "edited"):
            a, b = sorted((_lead(leader, found.a), _lead(leader, found.b)))
            leader[b] = a
    return [_lead(leader, n) for n in range(size)]


def _lead(leader: list[int], n: int) -> int:
    while leader[n] != n:
        leader[n] = n = leader[leader[n]]
    return n


def _once(found: Sequence[tuple[int, Clue]], leaders: Sequence[int]) -> list[Clue]:
    """Of each kind and origin the clue of most weight; an origin's further kinds add little, for it is one witness."""
    best: dict[tuple[int, str], Clue] = {}
    for m, clue in found:
        key = (leaders[m], clue.kind)
        if key not in best or clue.weight > best[key].weight:
            best[key] = clue
    out: list[Clue] = []
    heard: set[int] = set()
    for (origin, _), clue in sorted(best.items(), key=lambda item: (-item[1].weight, item[0])):
        out.append(replace(clue, weight=round(AGAIN * clue.weight, 3)) if origin in heard else clue)
        heard.add(origin)
    return out
