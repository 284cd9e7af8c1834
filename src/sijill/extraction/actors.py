"""Who and what a document names: people, bodies, places, armed groups, with their canonical names."""

from __future__ import annotations

from ..language.document import Document
from ..records import Mention


def mentions(doc: Document) -> list[Mention]:
    """Names and descriptions of entities in ``doc``, in order of their starts."""
    return []
