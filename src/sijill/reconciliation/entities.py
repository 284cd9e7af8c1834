"""One entity under all its spellings and titles."""

from __future__ import annotations

from collections.abc import Sequence

from ..records import Dated, Entity, Site


def entities(pile: Sequence[Dated]) -> list[Entity]:
    """People, bodies, groups and places of the pile, most mentioned first."""
    return []


def sites(pile: Sequence[Dated]) -> list[Site]:
    """Places that undertakings speak of."""
    return []
