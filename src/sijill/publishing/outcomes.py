"""What was done: the report that says so, and the events that are the same deed, so that nothing is told twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from ..reconciliation.undertakings.timing import DONE
from ..records import Commitment, Event, Record, Report


class Outcome(NamedTuple):
    """A kept commitment: the last report that says so, and the day or days of the deed, None where no event tells them."""

    report: Report
    earliest: date | None
    latest: date | None
    events: frozenset[str]


def outcomes(record: Record) -> dict[str, Outcome]:
    """The outcome of every commitment that was kept, by its id; events belong to it where their words are its reports'."""
    told: dict[str, list[tuple[int, int, Event]]] = defaultdict(list)
    for e in record.events:
        for m in e.mentions:
            told[m.article].append((m.start, m.end, e))
    return {c.id: made for c in record.commitments if (made := _outcome(c, told))}


def deeds(found: Iterable[Outcome]) -> frozenset[str]:
    """The ids of all events that are the outcome of a commitment."""
    return frozenset(e for o in found for e in o.events)


def _outcome(c: Commitment, told: dict[str, list[tuple[int, int, Event]]]) -> Outcome | None:
    kept = [r for r in c.history if r.status in DONE]
    if not kept or c.final_status not in DONE:
        return None
    same = {
        e.id: e
        for r in kept
        for start, end, e in told.get(r.article, ())
        if any(s.start < end and start < s.end for s in r.evidence)
    }
    dated = [e for e in same.values() if e.latest and not e.said]
    best = min(dated, key=lambda e: (_width(e), e.latest, e.id), default=None)
    return Outcome(kept[-1], best.earliest if best else None, best.latest if best else None, frozenset(same))


def _width(e: Event) -> int:
    return (e.latest - e.earliest).days if e.latest and e.earliest else 9999
