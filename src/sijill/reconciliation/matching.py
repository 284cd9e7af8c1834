"""Reports of one undertaking over all articles brought together, with reasons for and against each match."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..records import Commitment, Dated


def commitments(
    pile: Sequence[Dated], origins: Sequence[tuple[str, ...]], as_of: date | None, state_days: Sequence[date] = ()
) -> list[Commitment]:
    """The undertakings of the pile, each with its history, status, timing and slippage at ``as_of``."""
    return []
