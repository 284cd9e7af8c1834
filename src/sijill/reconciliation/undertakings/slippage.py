"""How a commitment's due day moved from report to report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ...records import Report
from .timing import DONE


def stated(history: Sequence[Report]) -> list[date]:
    """The latest due days stated before fulfilment, in order of report."""
    return [r.due_latest for r in history if r.due_latest is not None and r.status not in DONE]


def moved(history: Sequence[Report]) -> bool:
    """Whether more than one latest due day was stated."""
    return len(set(stated(history))) > 1


def slip_days(history: Sequence[Report]) -> int | None:
    """Days from the first stated latest due day to the last; None where fewer than one was stated."""
    days = stated(history)
    return (days[-1] - days[0]).days if days else None
