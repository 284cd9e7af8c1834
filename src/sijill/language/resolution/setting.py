"""What time expressions come to, and over what they are read: moments, settings, and the one reader of expressions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from ...records import Expression
from .. import calendars as cal
from ..calendars import Interval


class Moment(NamedTuple):
    """What an expression comes to. ``grain`` is the calendar unit of its interval ("" for other intervals)."""

    value: str
    first: date | None = None
    last: date | None = None
    grain: str = ""
    type: str = "DATE"
    mod: str | None = None
    calendar: str = "gregorian"

    @property
    def interval(self) -> Interval | None:
        """The interval, where both ends are known."""
        return Interval(self.first, self.last) if self.first and self.last else None


class Setting(NamedTuple):
    """Over what an expression is read: the anchor's day, the clause's lean, the earlier time; ``steps`` is filled."""

    anchor: date | None
    lean: str | None
    said: Moment | None
    steps: list[str]


OPERATORS: dict[str, Callable[..., Moment]] = {}
"""Operators by name; the modules that define them enter them here."""


def evaluate(expression: Expression, setting: Setting) -> Moment:
    """The moment of ``expression``. Raises KeyError for an operator that does not exist (a broken rule)."""
    moment = OPERATORS[expression.op](setting, *expression.args)
    plain = ", ".join(str(a) for a in expression.args if not isinstance(a, Expression) and a is not None)
    ends = f" [{moment.first} .. {moment.last}]" if moment.first else ""
    setting.steps.append(f"{expression.op}({plain}) -> {moment.value}{ends}")
    return moment


def unit_of(unit: str, day: date | None, unknown: str) -> Moment:
    """The calendar unit that holds ``day``; ``unknown`` is the value where there is none."""
    interval = cal.holding(unit, day) if day else None
    if interval is None:
        return Moment(unknown, day, day, "D") if day else Moment(unknown)
    return Moment(cal.name(unit, interval), *interval, unit)


def reference(count: int) -> str:
    """The value of a time that is only known to lie before, at or after the anchor."""
    return "PAST_REF" if count < 0 else "FUTURE_REF" if count else "PRESENT_REF"


def nearest(s: Setting, rel: str | None, candidates: list[Interval]) -> Interval | None:
    """Of yearly ``candidates`` in order the one meant from the anchor, by an explicit relation, else the lean."""
    day = s.anchor
    if day is None or not candidates:
        return None
    if rel == "next":
        return next((c for c in candidates if c.first > day), None)
    if rel in ("last", "recent"):
        return next((c for c in reversed(candidates) if c.last < day), None)
    if rel == "this":
        return next((c for c in candidates if c.first.year == day.year), None)

    def distance(c: Interval) -> tuple[int, date]:
        """Days away; against the clause's lean they count four times, for a lean read from words may err."""
        ahead, behind = (c.first - day).days, (day - c.last).days
        against = ahead > 0 if s.lean == "past" else behind > 0 and s.lean == "future"
        return max(ahead, behind, 0) * (4 if against else 1), c.first

    return min(candidates, key=distance)


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, where the calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def range_name(unit: str, found: Interval) -> str:
    """The value of an interval by the units of its ends."""
    ends = (cal.name(unit, Interval(d, d)) for d in found)
    return "/".join(ends)
