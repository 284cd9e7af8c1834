"""Resolvers of clock times and parts of the day."""

from __future__ import annotations

from ...language.grammar import Resolver
from ...language.resolution.moments import term
from ...records import Expression
from .fitting import Parts, Row, fits


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


Told = tuple[int, int, str, Expression | None]
"""Hour, minute, the half of the day they were told in, and the day."""


def told(value: object) -> Told | None:
    """What a part's value says of the clock; None for another time."""
    if isinstance(value, Expression):
        if value.op == "midnight" and not value.args:
            return 24, 0, "TNI", None
        if value.op != "clock":
            return None
        hour, minute, day, half = (*value.args, None, "")[:4]
        return int(str(hour)), int(str(minute)), str(half or ""), day if isinstance(day, Expression) else None
    if isinstance(value, tuple):
        return value[0], value[1], value[2], None
    return (value, 0, "", None) if isinstance(value, int) and value <= 24 else None


def time_of(hour: int, minute: int, day: Expression | None, half: str) -> Expression:
    """A time of the clock on a day; without one it keeps the half of the day it was told in."""
    return term("clock", hour, minute, day) if day else term("clock", hour, minute, None, half)


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
    return time_of(hour, minute, day, half)


def _daypart_of(parts: Parts, row: Row) -> Expression | None:
    """A part of a day that is pointed at."""
    of: Expression = parts["of"].value
    return term("daypart", parts["daypart"].value, of) if of.op in ("shift", "shift_said") and of.args[0] == "D" else None


def _set_clock(parts: Parts, row: Row) -> Expression | None:
    """A clock time of each day or of each weekday of one name; a part of the day in the set says which half."""
    of: Expression = parts["each"].value
    hour, minute, half = parts["clock"].value
    if of.op == "set_weekday":
        return term("set_clock", hour, minute, of.args[0])
    inner = of.args[0] if of.op == "set" else None
    if not isinstance(inner, Expression):
        return None
    if inner.op == "daypart":
        if not half and hour <= 12:
            hour, minute, half = halved(hour, minute, str(inner.args[0]))
        return term("set_clock", hour, minute)
    return term("set_clock", hour, minute) if inner.args == (("D", 1),) else None


def _set_daypart(parts: Parts, row: Row) -> Expression | None:
    """A part of each day, of each weekday of one name."""
    of: Expression = parts["of"].value
    if of.op == "set_weekday":
        return term("set_daypart", parts["daypart"].value, of.args[0])
    inner = of.args[0] if of.op == "set" else None
    daily = isinstance(inner, Expression) and inner.args == (("D", 1),)
    return term("set_daypart", parts["daypart"].value) if daily else None


def _noon(parts: Parts, row: Row) -> tuple[int, int, str]:
    return (12, 0, "TMI")


def _night(parts: Parts, row: Row) -> Expression | None:
    """This night, this morning; the past night; the night before it."""
    code = parts["daypart"].value if "daypart" in parts else "TNI"
    days = row.get("days", 0)
    if "relation" in parts:
        rel = parts["relation"].value
        if rel not in ("last", "next"):
            return None
        days = 1 if rel == "next" else row.get("days", -1)
    if not fits(parts, row) or ("this" in parts and parts["this"].value != "this"):
        return None
    return term("daypart", code, term("shift", "D", days))


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
    "daypart_of": _daypart_of, "set_clock": _set_clock, "set_daypart": _set_daypart, "night": _night, "noon": _noon,
}  # fmt: skip
"""Resolvers of clock times."""
