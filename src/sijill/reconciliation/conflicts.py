"""Where reports disagree, with a verdict; few, ranked, right."""

from __future__ import annotations

from collections.abc import Sequence

from ..records import Commitment, Conflict, Dated, Event, Series


def conflicts(
    pile: Sequence[Dated], commitments: Sequence[Commitment], events: Sequence[Event], series: Sequence[Series]
) -> list[Conflict]:
    """Conflicts of dates, numbers, status, attribution, arithmetic and framing, best founded first."""
    return []
