"""What clues and companions come to: an interval with its proof, a bound, or nothing; and stamps that the text contradicts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ...records import Proof, Published
from .belief import Pile, fullest, narrowest, weigh
from .clues import Clue, Rhythm, Today

NARROW, ENOUGH = 14, 0.7
"""Days of an interval that places a report, and how much of the belief it must hold."""
REST = 0.97
"""How much of what such an interval holds its inner part must hold to stand for it."""
WIDE, NEARLY_ALL = 92, 0.98
"""Days of the widest interval that is told, and how much of the belief it must hold."""
SOON, FRESH = 2, 2.0
"""Days within which most reports are crawled after they came out, and how surely."""
TELLING = 0.15
"""The least share of what speaks for an interval that a companion must have to be named in the proof."""
PROOFS = 8


@dataclass(frozen=True, slots=True)
class Companion:
    """A report of a known day that may tell the same event: the odds that it does, and the proof that says so."""

    day: date
    odds: float
    proof: Proof


def settle(
    pile: Pile | None,
    companions: Sequence[Companion] = (),
    clues: Sequence[Clue] = (),
    rhythms: Sequence[Rhythm] = (),
    crawled: Published | None = None,
) -> Published:
    """The interval that the clues come to; unknown where they say too little. ``crawled``: a day it was seen on, at most.

    The proof lists what speaks for the interval, the weightiest first.
    """
    limit = crawled.latest if crawled else None
    if pile is None or (limit is not None and limit < pile.first):
        return _bounded(clues, crawled)
    if limit is not None:
        # a report seen on a day is not of a later one, whatever the clues say
        proof = Proof(f"crawled {limit}")
        soon = Clue("crawled", limit - timedelta(days=SOON), limit, FRESH, proof)
        clues = [*clues, Clue("crawled", None, limit, 50.0, proof), soon]
    alike: dict[date, float] = {}
    for c in companions:
        alike[c.day] = max(c.odds, alike.get(c.day, 0.0))
    mass = weigh(pile, alike, clues, rhythms)
    found = _interval(mass)
    if found is None:
        return _bounded(clues, crawled)
    low, high = (pile.first + timedelta(days=k) for k in found)
    if limit is not None:
        high = min(high, limit)
    proofs = _proofs(low, high, companions, clues, rhythms, crawled)
    return Published(min(low, high), high, "inferred", proofs)


def _interval(mass: Sequence[float]) -> tuple[int, int] | None:
    _, _, held = fullest(mass, NARROW)
    if held >= ENOUGH:
        return narrowest(mass, held * REST)
    low, high = narrowest(mass, NEARLY_ALL)
    return (low, high) if high - low < WIDE else None


def _bounded(clues: Sequence[Clue], crawled: Published | None) -> Published:
    """What the report's own words alone say: the day before its crawl that they name, or days that it tells as past."""
    limit = crawled.latest if crawled else None
    sure = next((c for c in clues if c.kind == "crawl"), None)
    if sure is not None and crawled is not None:
        return Published(sure.earliest, sure.latest, "inferred", (*crawled.proof, sure.proof))
    past = [c for c in clues if c.kind == "past" and c.earliest and (limit is None or c.earliest <= limit)]
    if not past and limit is None:
        return Published()
    earliest = max((c.earliest for c in past if c.earliest), default=None)
    kept = [c.proof for c in past if c.earliest == earliest]
    return Published(earliest, limit, "inferred", tuple(dict.fromkeys([*(crawled.proof if crawled else ()), *kept])))


def _proofs(
    low: date,
    high: date,
    companions: Sequence[Companion],
    clues: Sequence[Clue],
    rhythms: Sequence[Rhythm],
    crawled: Published | None,
) -> tuple[Proof, ...]:
    """What speaks for the interval: clues that meet it, companions that lie in it, weekdays that fall in it."""
    near = [c for c in companions if low <= c.day <= high]
    most = sum(c.odds for c in near)
    said = [(c.odds, c.proof) for c in near if c.odds >= TELLING * most]
    said = sorted(said, key=lambda s: (-s[0], s[1].says))[:3]
    own = [(c.weight, c.proof) for c in clues if _meets(c, low, high) and c.kind != "crawled"]
    days = {(low + timedelta(days=k)).isoweekday() for k in range(min(7, (high - low).days + 1))}
    own += [(2 * r.weight, r.proof) for r in rhythms if r.weekday in days]
    own.sort(key=lambda s: (-s[0], s[1].says, s[1].start or 0))
    listed = [p for _, p in [*own[: PROOFS - len(said)], *said]]
    return tuple(dict.fromkeys([*(crawled.proof if crawled else ()), *listed]))


def _meets(c: Clue, low: date, high: date) -> bool:
    return (c.earliest is None or c.earliest <= high) and (c.latest is None or low <= c.latest)


def contradicted(stated: Published, todays: Sequence[Today]) -> Published | None:
    """Where the report's own weekday is not its stamp's: the interval from one to the other, with both as proof."""
    day = stated.earliest
    if day is None or day != stated.latest or not todays:
        return None
    wrong = [t for t in todays if t.weekday != day.isoweekday()]
    if 2 * len(wrong) <= len(todays):
        return None
    off = (wrong[0].weekday - day.isoweekday()) % 7
    other = day + timedelta(days=off if off <= 1 else off - 7)
    return Published(min(day, other), max(day, other), stated.basis, (*stated.proof, wrong[0].proof))
