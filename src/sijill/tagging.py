"""Plain text in, times and quantities out: the taggers as a library, no record and no ledger."""

from __future__ import annotations

from .extraction.figures import figures as read_figures
from .extraction.timex import time_mentions
from .language.document import Document
from .records import Figure


def figures(text: str) -> list[Figure]:
    """The quantities of ``text`` but times, in order; spans are code points into it, values in base units."""
    doc = Document(text)
    return read_figures(doc, time_mentions(doc))
