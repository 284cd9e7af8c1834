"""Resolvers of clock times and parts of the day."""

from __future__ import annotations

from ...language.grammar import Resolver
from ...language.resolution.moments import term
from ...records import Expression
from .fitting import Parts, Row


def _clock(parts: Parts, row: Row) -> tuple[int, int, str] | None:
    """Hour and minute of a clock and the half of the day it was told in ("" where it was not)."""
    hour = parts["hour"].value
    minute = parts["minute"].value if "minute" in parts else row.get("minute", 0)
    if not (0 <= hour <= 24 and 0 <= minute < 60):
        return None
    half = row.get("half", "")
    return (hour, minute, half) if half or "part" not in parts else halved(hour, minute, parts["part"].value)


def halved(hour: int, minute: int, part: str) -> tuple[int, int, str]:
    """A time of the clock told in twelve hours, by the part of the day it is told with."""
    if part == "TMO":
        return (0 if hour == 12 else hour, minute, part)
    if part == "TNI":
        return (0 if hour == 12 else hour if hour < 6 else hour + 12 if hour < 12 else hour, minute, part)
    return (hour + 12 if hour < 12 and not (part == "TMI" and hour > 9) else hour, minute, part)


def _clock_less(parts: Parts, row: Row) -> tuple[int, int, str]:
    return ((parts["hour"].value - 2) % 12 + 1, parts["minute"].value, "")


def _clock_half(parts: Parts, row: Row) -> tuple[int, int, str] | None:
    if "hour" in parts:
        hour = parts["hour"].value
        return halved(hour, 0, parts["part"].value) if 1 <= hour <= 12 else None
    hour, minute, half = parts["clock" if "clock" in parts else "of"].value
    return halved(hour, minute, parts["part"].value) if not half else None


def clock_on(parts: Parts, row: Row) -> Expression:
    """A clock time on a day, or on none: the day is then told elsewhere. Its part says which half of the day it is."""
    hour, minute, half = parts["clock"].value
    day: Expression | None = next((parts[k].value for k in ("day", "daytime") if k in parts), None)
    if day is not None and day.op == "daypart":
        part, inner = day.args
        assert isinstance(inner, Expression)
        day = inner
        if not half and hour <= 12:
            hour, minute, half = halved(hour, minute, str(part))
    return term("clock", hour, minute, day) if day else term("clock", hour, minute, None, half)


def _daypart(parts: Parts, row: Row) -> Expression | None:
    """A part of a day, unless the day is no single one."""
    return term("daypart", parts["daypart"].value, parts["day"].value)


def _day_moment(parts: Parts, row: Row) -> Expression:
    day: Expression = next(parts[k].value for k in ("day", "daytime") if k in parts)
    if day.op == "daypart":
        return term("mod", "START" if parts["moment"].value == "TMO" else "END", day)
    inside = term("daypart", parts["daypart"].value if "daypart" in parts else parts["moment"].value, day)
    return term("mod", "START", inside) if "mod" in row else inside


def _period_moment(parts: Parts, row: Row) -> Expression:
    of: Expression = next(parts[k].value for k in ("month", "year", "week", "day") if k in parts)
    return of


def _midnight(parts: Parts, row: Row) -> Expression | None:
    if parts["bound"].value != "mid" or parts["daypart"].value != "TNI":
        return None
    return term("midnight", parts["day"].value) if "day" in parts else term("midnight")


RESOLVERS: dict[str, Resolver] = {
    "clock": _clock, "clock_less": _clock_less, "clock_half": _clock_half, "clock_on": clock_on, "daypart": _daypart,
    "day_moment": _day_moment, "period_moment": _period_moment, "midnight": _midnight,
}  # fmt: skip
"""Resolvers of clock times."""
