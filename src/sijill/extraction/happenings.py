"""Dated happenings, held, planned or denied."""

from __future__ import annotations

from collections.abc import Sequence

from ..language.document import Document
from ..records import Happening, Mention, Statement, TimeMention


def happenings(
    doc: Document, times: Sequence[TimeMention], statements: Sequence[Statement], mentions: Sequence[Mention]
) -> list[Happening]:
    """The happenings that ``doc`` tells, in order."""
    return []
