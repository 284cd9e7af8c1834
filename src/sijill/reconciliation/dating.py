"""A day, or an interval of days, for every article, and its times resolved over it."""

from __future__ import annotations

from collections.abc import Sequence

from ..language.resolution import resolve_all
from ..records import Dated, Extraction


def place(pile: Sequence[Extraction]) -> list[Dated]:
    """Every article with its published interval (stated or inferred, with proof) and its times resolved, in order."""
    return [Dated(x, x.article.published, resolve_all(x.times, x.article.published.day)) for x in pile]
