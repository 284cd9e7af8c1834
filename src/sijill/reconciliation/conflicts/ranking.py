"""Where reports disagree, with a verdict; few, ranked, right."""

from __future__ import annotations

from collections.abc import Sequence

from ...records import Commitment, Conflict, Dated, Event, Series
from .clauses import Words, clauses
from .dates import rival_dates
from .disputes import date_conflicts, status_conflicts
from .numbers import number_conflicts


def conflicts(
    pile: Sequence[Dated], commitments: Sequence[Commitment], events: Sequence[Event], series: Sequence[Series]
) -> list[Conflict]:
    """Conflicts of dates, numbers, status, attribution, arithmetic and framing, best founded first."""
    texts = {d.article.name: d.article.text for d in pile}
    told = clauses(pile)
    words = Words(told)
    found = [
        *rival_dates(told, words),
        *number_conflicts(pile),
        *date_conflicts(commitments, texts),
        *status_conflicts(commitments, texts),
    ]
    return sorted(found, key=lambda c: (-c.weight, c.kind, c.id))
