"""Reports of undertakings: what a party is to do, has moved, denied or done."""

from __future__ import annotations

from collections.abc import Sequence

from ..language.document import Document
from ..records import Mention, Statement, TimeMention, Undertaking


def undertakings(
    doc: Document, times: Sequence[TimeMention], statements: Sequence[Statement], mentions: Sequence[Mention]
) -> list[Undertaking]:
    """The reports of undertakings in ``doc``, in order of their evidence."""
    return []
