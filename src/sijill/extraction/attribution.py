"""Who says what: cue, source, content."""

from __future__ import annotations

from collections.abc import Sequence

from ..language.document import Document
from ..records import Article, Credit, Mention, Statement, TimeMention


def statements(
    doc: Document, article: Article, mentions: Sequence[Mention], times: Sequence[TimeMention], credited: Sequence[Credit]
) -> list[Statement]:
    """The attributed statements of ``doc``, in order of their contents."""
    return []
