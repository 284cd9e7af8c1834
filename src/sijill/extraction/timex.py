"""Times in a document, as expressions over anchors."""

from __future__ import annotations

from ..language.document import Document
from ..records import TimeMention


def time_mentions(doc: Document) -> list[TimeMention]:
    """The times of ``doc`` in order of their starts; spans without proclitics and signals."""
    return []
