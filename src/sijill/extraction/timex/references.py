"""Times that are not counted from the article's day: said in quoted words of a told day, or from an event's time.

A quotation's relative times (tomorrow, next Sunday) are counted from the day on which it was said, where the sentence
around it tells that day beside a word of saying: ``he said on Saturday: "..."``. A length before or after something
(``a month before the elections scheduled for October``) is counted from the time told of it in the same clause.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from ...language.document import Document
from ...language.grammar import Part
from ...language.orthography import fold_word
from ...language.quotes import quotes
from ...language.resolution.moments import term
from ...language.tables import table
from ...language.tokens import BREAK
from ...records import Expression

RELATIVE = frozenset((
    "shift", "weekday", "weekday_at", "weekday_number", "ago", "weekend", "midnight", "month", "season", "eid", "feast",
    "league", "hijri", "hijri_shift",
))  # fmt: skip
"""Operators whose value depends on the day of speaking."""
SAYING = ("say", "say_noun", "saying", "source_head")
"""Classes of the words that tell of a saying."""
FEWEST = 4
"""How many tokens a quotation has at least; fewer are a name or a distancing."""
FRAME = 40
"""How many tokens before a quotation its frame may begin, at most."""
BESIDE = 8
"""How many tokens may stand between a word of saying and the day it was said on."""
REACH = 14
"""How many tokens after a length the time of its event is looked for."""


def relative(value: Expression) -> bool:
    """Whether the value of a time depends on the day it is said on."""
    return value.op in RELATIVE or any(relative(a) for a in value.args if isinstance(a, Expression))


def spoken(doc: Document, parts: Sequence[Part], days: Sequence[int]) -> dict[int, int]:
    """For each part in quoted words the part that tells on which day they were said, where the frame before them does.

    ``days``: the indices of those parts that are single days and no today, in order.
    """
    if not days:
        return {}
    out: dict[int, int] = {}
    starts, told = [p.i for p in parts], [parts[n].i for n in days]
    before = 0
    for a, b in doc.once(quotes).close_of.items():
        if a < before:  # a quotation inside the one before
            continue
        first, last = bisect_left(starts, a), bisect_left(starts, b)
        if b - a > FEWEST and first < last:
            day = _said_on(doc, parts, days[bisect_left(told, max(before, a - FRAME)) : bisect_left(told, a)], a)
            if day is None:
                day = _said_after(doc, parts, days[bisect_left(told, b) : bisect_left(told, b + BESIDE)], b)
            if day is not None:
                out |= dict.fromkeys(range(first, last), day)
        before = b
    return out


def _said_on(doc: Document, parts: Sequence[Part], days: Sequence[int], opening: int) -> int | None:
    """Of ``days`` before a quotation the last in its sentence that stands beside a word of saying."""
    for n in reversed(days):
        part = parts[n]
        if _sentence_ends(doc, part.j, opening):
            return None
        near = doc.among(max(0, part.i - BESIDE), min(opening, part.j + BESIDE), *SAYING)
        if any(not _sentence_ends(doc, *sorted((k, part.i))) for k in near):
            return n
    return None


def _said_after(doc: Document, parts: Sequence[Part], days: Sequence[int], closing: int) -> int | None:
    """The first of ``days`` after a quotation, where a word of saying stands between: ``"...", he said on Saturday``."""
    if not days or _sentence_ends(doc, closing + 1, parts[days[0]].i):
        return None
    return days[0] if doc.among(closing + 1, parts[days[0]].i, *SAYING) else None


def _sentence_ends(doc: Document, i: int, j: int) -> bool:
    marks = _ends()
    return any(doc.tokens.kind[k] == BREAK or doc.tokens.form[k] in marks for k in range(i, j))


@cache
def _ends() -> frozenset[str]:
    return frozenset(table("anchors")["ends"])


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(fold_word(w) for w in table("anchors")[key])


def counted_from(doc: Document, parts: Sequence[Part]) -> dict[int, tuple[int, Expression]]:
    """For each length before or after an event the part that tells the event's time, and the time as so far from it."""
    out: dict[int, tuple[int, Expression]] = {}
    for n, (part, event) in enumerate(pairwise(parts)):
        if part.type != "duration" or not isinstance(part.value, Expression) or not isinstance(event.value, Expression):
            continue
        form = doc.tokens.form
        before = form[part.i - 1] if part.i and not part.letters else ""
        way = -1 if before in _words("before") else 1 if before in _words("after") else 0
        if way and form[part.j : part.j + 1] and form[part.j] in _words("of") and _tells(doc, part.j + 1, event):
            out[n] = (n + 1, term("offset", way, part.value))
    return out


def _tells(doc: Document, i: int, event: Part) -> bool:
    """Whether the words from ``i`` lead up to the time of what they name: no new clause, a verb only after a relative."""
    if event.type not in ("day", "month", "year", "week", "period", "time", "alone") or event.i - i > REACH:
        return False
    opened = False
    for k in range(i, event.i):
        if doc.tokens.kind[k] == BREAK or doc.tokens.form[k] in _ends() or doc.tokens.form[k] == ",":
            return False
        opened = opened or doc.tokens.form[k] in _words("relative")
        if not opened and any(h.entry.inflection is not None and h.entry.inflection.tense in TENSES for h in doc.hits[k]):
            return False
    return True


TENSES = ("past", "present", "future")
"""Tenses of the verbs that open a clause of their own."""
