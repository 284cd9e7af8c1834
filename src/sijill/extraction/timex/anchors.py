"""What each time is counted from, and which way its clause leans."""

from __future__ import annotations

from functools import cache
from itertools import accumulate
from typing import NamedTuple

from ...language.document import Document
from ...language.grammar import Part
from ...language.tables import table
from ...language.tokens import BREAK
from ...records import Expression, TimeMention
from .clock import halved
from .references import counted_from, relative, spoken
from .selection import spans

LOOK_BACK, LOOK_AHEAD, NEXT_TO = 30, 8, 2
"""How many tokens around a time are read for its clause's verb; how near a day stands to the clock time it belongs to."""
CLOCK = ("clock", "midnight")
STOPS = frozenset(".!?;:\n")
CALENDAR = {"day", "month", "year", "part"}
"""Operators whose clause's lean is of use even where it decides no value: a dated day told as past or as ahead."""
GRAINS = ("D", "NI", "W", "M", "Q", "H", "Y", "DE", "CE")
POINTS = {
    "day": "D", "weekday": "D", "weekday_at": "D", "weekday_in": "D", "weekday_date": "D", "weekday_number": "D",
    "month": "M", "year": "Y",
    "season": "Q", "span": "Y", "nth": "M", "decade": "DE",
}  # fmt: skip
"""Operators whose times can be pointed back at, and their units."""


def anchored(doc: Document, parts: list[Part]) -> list[TimeMention]:
    """The parts as mentions, in order, each with its anchor and lean."""
    out: list[TimeMention] = []
    told: list[tuple[int, str]] = []
    elsewhere = _elsewhere(doc, parts)
    for n, part in enumerate(parts):
        for (start, end), value in spans(doc, part):
            value, leaning = _dated(doc, parts, n, value) if value.op in CLOCK and not _day(value) else (value, part)
            names = _operators(value)
            index = _said(value, told) if names & {"anaphor", "shift_said"} else None
            anchor = "dct" if index is None else "time"
            if index is None and n in elsewhere:
                anchor, index, value = elsewhere[n].anchor, elsewhere[n].mention, elsewhere[n].value or value
                if anchor == "quote" and not relative(value):
                    anchor, index = "dct", None
            asked = _leans(value) or value.op in CALENDAR
            lean = (_lean(doc, leaning) or _company(doc, parts, n)) if asked else None
            grain = _grain(value)
            if grain:
                told.append((len(out), grain))
            out.append(TimeMention(start, end, doc.text[start:end], value, part.rules[-1], anchor, index, lean))
    return out


class _Anchor(NamedTuple):
    """What a time is counted from: the kind, the index of that mention, and the value it then has (None: its own)."""

    anchor: str
    mention: int
    value: Expression | None


def _elsewhere(doc: Document, parts: list[Part]) -> dict[int, _Anchor]:
    """The parts that are counted from a quoted moment or an event."""
    days = [n for n, p in enumerate(parts) if isinstance(p.value, Expression) and _grain(p.value) == "D"]
    quoted, events = spoken(doc, parts, days), counted_from(doc, parts)
    if not quoted and not events:
        return {}
    at = [0, *accumulate(1 if isinstance(p.value, Expression) else len(p.value) for p in parts)]
    out = {n: _Anchor("quote", at[day], None) for n, day in quoted.items()}
    return out | {n: _Anchor("event", at[event], value) for n, (event, value) in events.items()}


def _grain(value: Expression) -> str:
    """The unit of a time that can be pointed back at; "" where it cannot. Today and its neighbours are not pointed at."""
    if value.op in ("part", "mod", "daypart"):
        return next((_grain(a) for a in value.args if isinstance(a, Expression)), "")
    if value.op == "shift":
        return "" if value.args == ("D", 0) else str(value.args[0])
    if value.op in ("hijri", "feast"):
        return "D" if value.op == "feast" or len(value.args) > 2 else "M"
    return POINTS.get(value.op, "")


def _said(value: Expression, told: list[tuple[int, str]]) -> int | None:
    """The last time told that ``value`` can be counted from: no coarser than the unit it counts."""
    unit = "CE" if value.op == "anaphor" else _unit(value)
    return next((n for n, grain in reversed(told) if GRAINS.index(grain) <= GRAINS.index(unit)), None)


def _unit(value: Expression) -> str:
    if value.op == "shift_said":
        return str(value.args[0])
    return next((u for a in value.args if isinstance(a, Expression) and (u := _unit(a))), "CE")


def _day(value: Expression) -> Expression | None:
    """The day inside a time of day."""
    return next((a for a in value.args if isinstance(a, Expression)), None)


def _dated(doc: Document, parts: list[Part], n: int, value: Expression) -> tuple[Expression, Part]:
    """A clock time with the day told beside it in its sentence, and the part that tells it; else as it is."""
    part = parts[n]
    after = [p for p in parts[n + 1 : n + 2] if p.i - part.j <= NEXT_TO and not _parted(doc, part.j, p.i)]
    before = [p for p in reversed(parts[max(0, n - 3) : n]) if not _parted(doc, p.j, part.i)]
    close = [p for p in before if part.i - p.j <= NEXT_TO]
    for other in (*close, *after, *before):
        day = other.value
        if isinstance(day, Expression) and other.type in ("day", "time", "alone"):
            inner = _day(day) if day.op in ("daypart", *CLOCK) else day
            if inner is not None:
                return _at(value, inner, str(day.args[0]) if day.op == "daypart" else ""), other
    return value, part


def _at(value: Expression, day: Expression, part: str) -> Expression:
    """A clock time on ``day``; the part of the day it was told with says which half, where the clock did not."""
    if value.op != "clock":
        return Expression(value.op, (day,))
    hour, minute, *_, half = value.args
    assert isinstance(hour, int)
    assert isinstance(minute, int)
    if part and not half and hour <= 12:
        hour, minute, _ = halved(hour, minute, part)
    return Expression("clock", (hour, minute, day))


def _parted(doc: Document, i: int, j: int) -> bool:
    return j - i > LOOK_BACK or not STOPS.isdisjoint(doc.tokens.form[i:j])


def _operators(value: Expression) -> set[str]:
    out = {value.op}
    for arg in value.args:
        if isinstance(arg, Expression):
            out |= _operators(arg)
    return out


def _leans(value: Expression) -> bool:
    """Whether the lean decides the value: a weekday, a month or a feast without a relation or a year."""
    inner = [a for a in value.args if isinstance(a, Expression)]
    if value.op in ("weekday", "month", "season", "feast", "hijri", "midnight", "weekend", "eid"):
        return not inner
    return any(_leans(a) for a in inner)


def _lean(doc: Document, part: Part) -> str | None:
    """``future`` or ``past`` by the nearest sign before the time in its clause, else by one close after it."""
    form, kind = doc.tokens.form, doc.tokens.kind
    for k in range(part.i - 1, max(part.i - LOOK_BACK, -1), -1):
        if kind[k] == BREAK or form[k] in STOPS:
            break
        sign = _sign(doc, k)
        if sign == "clause" and "," not in form[k : part.i]:
            return None
        if sign == "future" and _aside(doc, k, part.i):
            continue
        if sign and sign != "clause":
            return sign
    for k in range(part.j, min(part.j + LOOK_AHEAD, len(form))):
        if kind[k] == BREAK or form[k] in STOPS:
            break
        sign = _sign(doc, k)
        if sign:
            return None if sign == "clause" else sign
    return None


def _company(doc: Document, parts: list[Part], n: int) -> str | None:
    """The future, where a time shortly before in the sentence lies ahead in so many words (tomorrow, the coming week)."""
    if n == 0 or _parted(doc, parts[n - 1].j, parts[n].i):
        return None
    other = parts[n - 1].value
    return "future" if isinstance(other, Expression) and _ahead(other) else None


def _ahead(value: Expression) -> bool:
    if value.op == "shift":
        return isinstance(value.args[1], int) and value.args[1] > 0
    return "next" in value.args or any(_ahead(a) for a in value.args if isinstance(a, Expression))


def _aside(doc: Document, k: int, i: int) -> bool:
    """Whether the sign at ``k`` opens a relative clause that is closed before token ``i``."""
    return k > 0 and "," in doc.tokens.form[k:i] and any(h.entry.value == "clause" for h in doc.hits[k - 1])


def _sign(doc: Document, k: int) -> str | None:
    hits = doc.hits[k]
    for hit in hits:
        if hit.entry.cls == "time_lean":
            return str(hit.entry.value)
        if hit.entry.cls == "time_signal":  # a preposition that is spelt like a verb
            return None
    for hit in hits:
        if hit.entry.inflection is not None and hit.entry.inflection.tense in ("past", "future"):
            return hit.entry.inflection.tense
    return "future" if _future(doc.tokens.form[k]) else None


@cache
def _future(form: str) -> bool:
    """Whether a folded form looks like a verb with the prefix of the future."""
    data = table("tense")
    body = form[1:] if form[:1] in table("morphology")["proclitics"]["conjunctions"] else form
    if len(body) < data["shortest"] or not body.startswith(data["future"]) or body[1] not in data["persons"]:
        return False
    return not body.startswith(tuple(data["lookalikes"]))
