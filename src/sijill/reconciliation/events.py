"""One entry for each happening over all its mentions."""

from __future__ import annotations

from collections.abc import Sequence

from ..records import Dated, Event


def events(pile: Sequence[Dated], origins: Sequence[tuple[str, ...]]) -> list[Event]:
    """The events of the pile in order of their days, undated ones last."""
    return []
