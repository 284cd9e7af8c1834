"""What is counted, where, as of when, by whom."""

from __future__ import annotations

from collections.abc import Sequence

from ..records import Dated, Series


def series(pile: Sequence[Dated]) -> list[Series]:
    """Figures of the same counted thing and place brought together, points in order of their days."""
    return []
