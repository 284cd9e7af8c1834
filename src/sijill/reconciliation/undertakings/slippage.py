"""How a commitment's due day moved from report to report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ...records import Report
from .timing import DONE, current


class Move(NamedTuple):
    """One report that moved the due day: the days before and after (None: none known), and how many days that is."""

    report: Report
    before: date | None
    after: date | None
    days: int | None


def stated(history: Sequence[Report]) -> list[date]:
    """The latest due days stated before fulfilment, in order of report."""
    return [r.due_latest for r in current(history) if r.due_latest is not None and r.status not in DONE]


def moved(history: Sequence[Report]) -> bool:
    """Whether more than one latest due day was stated."""
    return len(set(stated(history))) > 1


def slip_days(history: Sequence[Report]) -> int | None:
    """Days from the first stated latest due day to the last; None where fewer than one was stated."""
    days = stated(history)
    return (days[-1] - days[0]).days if days else None


def moves(history: Sequence[Report]) -> Iterator[Move]:
    """Every report of ``history`` (in order) that states another latest due day, or puts off without naming one."""
    known: date | None = None
    off = False  # put off already, with no new day told since
    for r in current(history):
        if r.status in DONE:
            continue
        put_off = r.status in ("postponed", "extended") and r.due_latest is None
        if (put_off and not off) or (r.due_latest and known and r.due_latest != known):
            days = (r.due_latest - known).days if r.due_latest and known else None
            yield Move(r, known, r.due_latest, days)
        known = r.due_latest or known
        off = put_off or (off and r.due_latest is None)
