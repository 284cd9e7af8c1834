"""What an undertaking hangs on, in its report's words: a condition, or an act that a length of time is counted from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import NamedTuple

from ...language.document import Document
from ...language.keys import key
from ...language.orthography import fold_word
from ...language.tables import table
from ...language.tokens import WORD
from ...records import Dated, Report, Span, Timex, Undertaking
from .lengths import PERIOD, shifted
from .likeness import BARE, LIGHT

NAMING = ("act", "affair", "phase")
BEFORE = 400
"""How many letters about a report its condition is looked for."""
COUNTED = 8
"""How many words after a length tell what it is counted from."""


class Hanging(NamedTuple):
    """``acts`` and ``words`` (keys) of what comes first; ``length`` (TIMEX3) counted from it, with its time's index.

    ``way``: 1 after, -1 before, 0 within the length. ``day``: the day the words themselves give what comes first.
    """

    acts: frozenset[str]
    words: frozenset[str]
    length: str | None
    way: int
    time: int | None
    day: date | None


def hanging(dated: Dated, u: Undertaking) -> Hanging | None:
    """What the report hangs on; None where its words name no act that must come first."""
    n = u.depends_after if u.depends_after is not None and u.depends_after < len(dated.timexes) else span_of_time(dated, u)
    if u.depends_keys:
        where = _condition(dated, u)
        acts = frozenset(k[1:] for k in u.depends_keys if k[0] == "=") - BARE
        words = frozenset(k for k in u.depends_keys if k[0] != "=")
        return _made(dated, acts - LIGHT or acts, words, n, _dated(dated, where) if where else None)
    if u.condition:
        where = _condition(dated, u)
        acts, words = named(_untimed(dated, where) if where else u.condition)
        day = _dated(dated, where) if where else None
        free = n is not None and (where is None or not _inside(dated.timexes[n], where))
        return _made(dated, acts, words, n if free else None, day)
    if n is None:
        return None
    end = dated.timexes[n].end
    tail = _untimed(dated, Span(end, end + BEFORE)).split("\n", 1)[0].split()
    if not tail or fold_word(tail[0]) not in _of():
        return None
    acts, words = named(" ".join(_to_stop(tail[1 : 1 + COUNTED])))
    return _made(dated, acts, words, n, None)


def counted(report: Report, hangs: Hanging, base: date) -> Report:
    """The report with its due days counted from ``base``, the day of what it hangs on; as it is without a length."""
    days = shifted(base, base, hangs.length, hangs.way or 1) if hangs.length else None
    if days is None:
        return report
    first, kind = (base, "within") if hangs.way == 0 else (days[0], "on")
    return replace(report, due_earliest=first, due_latest=days[1], due_kind=kind, time=hangs.time)


def named(phrase: str) -> tuple[frozenset[str], frozenset[str]]:
    """The classes of the acts that a phrase names, and the keys of its other words.

    Words that only carry an act ("the holding of tests") count where it names no other.
    """
    doc = Document(phrase)
    at = doc.of(*NAMING)
    acts = frozenset(str(h.entry.value) for i in at for h in doc.hits[i] if h.entry.cls in NAMING) - BARE
    skip = {*at, *doc.of("clause")}
    tokens = doc.tokens
    words = (key(tokens.form[i]) for i in range(len(tokens)) if tokens.kind[i] == WORD and i not in skip)
    return acts - LIGHT or acts, frozenset(w for w in words if w)


def _made(dated: Dated, acts: frozenset[str], words: frozenset[str], n: int | None, day: date | None) -> Hanging | None:
    if not acts:
        return None
    length = dated.timexes[n].value if n is not None else None
    return Hanging(acts, words, length, _way(dated, n), n, day)


def span_of_time(dated: Dated, u: Undertaking) -> int | None:
    """The length of time in a report's own words that is not yet counted from a told day."""
    for n, t in enumerate(dated.timexes):
        inside = any(e.start <= t.start and t.end <= e.end for e in u.evidence)
        if inside and t.type == "DURATION" and PERIOD.match(t.value) and dated.extraction.times[n].anchor != "event":
            return n
    return None


def _way(dated: Dated, n: int | None) -> int:
    if n is None:
        return 0
    before = dated.article.text[: dated.timexes[n].start].rsplit(None, 1)
    word = fold_word(before[-1]) if before else ""
    return 1 if word in _words("after") else -1 if word in _words("before") else 0


def _condition(dated: Dated, u: Undertaking) -> Span | None:
    """Where the words of the condition stand, near the report."""
    first, last = u.evidence[0].start, u.evidence[-1].end
    words = u.condition or ""
    at = dated.article.text.find(words, max(0, first - BEFORE), last + BEFORE)
    return Span(at, at + len(words)) if at >= 0 else None


def _untimed(dated: Dated, where: Span) -> str:
    """The words there less those of times."""
    text, start = dated.article.text, where.start
    out = []
    for t in dated.timexes:
        if start <= t.start < where.end:
            out.append(text[start : t.start])
            start = t.end
    return " ".join((*out, text[start : where.end]))


def _dated(dated: Dated, where: Span) -> date | None:
    return next((t.latest for t in dated.timexes if t.latest and _inside(t, where)), None)


def _inside(time: Timex, where: Span) -> bool:
    return where.start <= time.start and time.end <= where.end


def _to_stop(words: list[str]) -> list[str]:
    """The words up to the first that ends in a mark."""
    for n, w in enumerate(words):
        if not w[-1].isalnum():
            return words[: n + 1]
    return words


def _of() -> frozenset[str]:
    return _words("of")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(fold_word(w) for w in table("anchors")[name])
