"""Articles of one origin: reprints and shared passages under spelling variants."""

from __future__ import annotations

from collections.abc import Sequence

from ..records import Dated, Reprint


def reprints(pile: Sequence[Dated]) -> list[Reprint]:
    """Pairs that share text, most alike first; never by comparing all pairs."""
    return []


def origins(pile: Sequence[Dated], pairs: Sequence[Reprint]) -> list[tuple[str, ...]]:
    """Groups of articles (two or more) that go back to one origin, names in order."""
    return []
