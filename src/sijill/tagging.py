"""Plain text in, times and quantities out: the taggers as a library, no record and no ledger."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from .extraction.figures import figures as read_figures
from .extraction.timex import time_mentions
from .extraction.timex.explanation import Applied, explained
from .language.document import Document
from .language.resolution import resolve_all
from .records import Figure, TimeMention, Timex


class Derivation(NamedTuple):
    """How a time came to its value: the time, the expression over its anchor, and the rules over their words."""

    time: Timex
    mention: TimeMention
    rules: tuple[Applied, ...]


def timexes(text: str, day: date | None = None) -> list[Timex]:
    """The times of ``text`` in order, as TIMEX3 values and calendar intervals; spans are code points into it.

    ``day``: the day the text is of, which its relative times are counted from. Without it they keep an open value
    (``XXXX-WXX-5``, ``FUTURE_REF``) and no interval; nothing is guessed.
    """
    return list(resolve_all(time_mentions(Document(text)), day))


def explain(text: str, day: date | None = None) -> list[Derivation]:
    """The times of ``text`` as :func:`timexes` gives them, each with the rules that built it."""
    found = explained(Document(text))
    resolved = resolve_all([mention for mention, _ in found], day)
    return [Derivation(t, m, tuple(rules)) for t, (m, rules) in zip(resolved, found, strict=True)]


def figures(text: str) -> list[Figure]:
    """The quantities of ``text`` but times, in order; spans are code points into it, values in base units."""
    doc = Document(text)
    return read_figures(doc, time_mentions(doc))
