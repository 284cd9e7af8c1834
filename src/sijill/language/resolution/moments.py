"""The operators of time expressions: each takes a setting (anchor day, lean, an earlier time) and gives a moment.

An :class:`~sijill.records.Expression` is a tree of these names; :func:`.setting.evaluate` is the only reader of it.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from ...records import Expression
from .. import calendars as cal
from ..calendars import Interval
from .setting import OPERATORS, Moment, Setting, day_of, evaluate, nearest, range_name, reference, unit_of
from .yearly import YEARLY

SIGHTED = 2
"""By how many days the sighted month may differ from the tables."""


def _year(s: Setting, number: int) -> Moment:
    return Moment(f"{number:04d}", *cal.year(number), "Y")


def _before_era(s: Setting, unit: str, number: int) -> Moment:
    """A year or century before the common era: TIMEX3 has a value for it, the calendar of days has none."""
    return Moment(f"BC{number:04d}" if unit == "Y" else f"BC{number - 1:02d}")


def _decade(s: Setting, number: int) -> Moment:
    return unit_of("DE", date(number * 10, 1, 1), "")


def _century(s: Setting, number: int) -> Moment:
    return unit_of("CE", date(number * 100 - 99, 1, 1), "")


def _shift(s: Setting, unit: str, count: int) -> Moment:
    if s.anchor is None:
        return Moment("XXXX-XX-XX" if unit == "D" else reference(count))
    return unit_of(unit, cal.moved(s.anchor, unit, count), reference(count))


def _shift_said(s: Setting, unit: str, count: int) -> Moment:
    if s.said is None or s.said.first is None or s.said.last is None:
        return Moment(reference(count))
    return unit_of(unit, cal.moved(s.said.last if count > 0 else s.said.first, unit, count), reference(count))


def _month(s: Setting, number: int, rel: str | None = None, of: Expression | None = None) -> Moment:
    if of is not None:
        whole = evaluate(of, s)
        if whole.first is None:
            return Moment(f"XXXX-{number:02d}")
        return unit_of("M", whole.first.replace(month=number, day=1), "")
    found = nearest(s, rel, [cal.month(s.anchor.year + k, number) for k in (-1, 0, 1)] if s.anchor else [])
    return unit_of("M", found.first, "") if found else Moment(f"XXXX-{number:02d}")


def _day(s: Setting, number: int, of: Expression) -> Moment:
    if of.op == "month" and len(of.args) < 3:
        month, rel = of.args[0], of.args[1] if len(of.args) > 1 else None
        assert isinstance(month, int)
        year = s.anchor.year if s.anchor else 0
        days = [d for k in (-1, 0, 1) if (d := day_of(year + k, month, number))] if s.anchor else []
        found = nearest(s, str(rel) if rel else None, [Interval(d, d) for d in days])
        return unit_of("D", found.first, "") if found else Moment(f"XXXX-{month:02d}-{number:02d}")
    whole = evaluate(of, s)
    if whole.calendar == "hijri" and whole.first:
        return unit_of("D", whole.first + timedelta(days=number - 1), "")._replace(calendar="hijri")
    day = day_of(whole.first.year, whole.first.month, number) if whole.first else None
    if day:
        return unit_of("D", day, "")
    return Moment(f"{whole.value}-{number:02d}" if len(whole.value) == 7 else "XXXX-XX-XX")


def _weekday(s: Setting, number: int, rel: str | None = None) -> Moment:
    if s.anchor is None:
        return Moment(f"XXXX-WXX-{number}")
    ahead = (number - s.anchor.isoweekday()) % 7
    if rel in ("next", "last"):
        days = (ahead or 7) if rel == "next" else ((ahead - 7) or -7)
    elif rel == "this":
        return unit_of("D", cal.week(s.anchor).first + timedelta(days=number - 1), "")
    else:
        days = ahead if s.lean == "future" or not ahead else ahead - 7
    return unit_of("D", s.anchor + timedelta(days=days), "")


def _weekday_in(s: Setting, number: int, of: Expression) -> Moment:
    whole = evaluate(of, s)
    if whole.first is None:
        return Moment(f"XXXX-WXX-{number}")
    return unit_of("D", whole.first + timedelta(days=(number - whole.first.isoweekday()) % 7), "")


def _nth_weekday(s: Setting, number: int, weekday: int, of: Expression) -> Moment:
    """The ``number``-th day of that name in a period, the last where negative; the period where it has not so many."""
    whole = evaluate(of, s)
    if whole.first is None or whole.last is None:
        return Moment(f"XXXX-WXX-{weekday}")
    if number < 0:
        return unit_of("D", whole.last - timedelta(days=(whole.last.isoweekday() - weekday) % 7), "")
    day = whole.first + timedelta(days=(weekday - whole.first.isoweekday()) % 7 + 7 * (number - 1))
    return unit_of("D", day, "") if day <= whole.last else whole


def _weekday_date(s: Setting, number: int, of: Expression) -> Moment:
    """A date with its weekday: a missing year is the one in which the day falls on it, else as without the weekday."""
    found = evaluate(of, s)
    if found.calendar == "hijri" and found.grain == "D" and found.first:  # the moon may be seen a day off the tables
        off = (number - found.first.isoweekday() + 3) % 7 - 3
        day = found.first + timedelta(days=off)
        return found._replace(value=day.isoformat(), first=day, last=day) if 0 < abs(off) <= SIGHTED else found
    if s.anchor is None or found.first is None or of.op != "day" or found.first.isoweekday() == number:
        return found
    month = of.args[1]
    if not isinstance(month, Expression) or month.op != "month" or len(month.args) > 1:
        return found
    years = (s.anchor.year, s.anchor.year + 1, s.anchor.year - 1)
    days = (day_of(y, found.first.month, found.first.day) for y in years)
    return next((unit_of("D", d, "") for d in days if d and d.isoweekday() == number), found)


def _weekday_number(s: Setting, number: int, day: int) -> Moment:
    """The day of that name and number nearest to the anchor, within half a year."""
    if s.anchor is None:
        return Moment(f"XXXX-WXX-{number}")
    near = (s.anchor + timedelta(days=k * way) for k in range(184) for way in (1, -1))
    return next((unit_of("D", d, "") for d in near if d.day == day and d.isoweekday() == number), _weekday(s, number))


def _rest(s: Setting, of: Expression) -> Moment:
    """What is left of a period after the anchor's day; the value is that of the period."""
    whole = evaluate(of, s)
    if s.anchor and whole.first and whole.last and whole.first <= s.anchor <= whole.last:
        return whole._replace(first=s.anchor)
    return whole


def _weekday_at(s: Setting, number: int, of: Expression) -> Moment:
    """A deictic day with its weekday: the day nearest to it with that name, for the weekday is what was printed."""
    day = evaluate(of, s)
    if day.first is None:
        return Moment(f"XXXX-WXX-{number}")
    off = (number - day.first.isoweekday()) % 7
    return unit_of("D", day.first + timedelta(days=off if off <= 3 else off - 7), "")


def _part(s: Setting, code: str, of: Expression) -> Moment:
    whole = evaluate(of, s)
    mod = cal.MODS[code]
    if whole.interval is None:
        return whole._replace(mod=mod)
    first, last = cal.part(code, whole.grain if not whole.mod else "", whole.interval)
    return whole._replace(mod=mod, first=first, last=last)


def _half(s: Setting, number: int, of: Expression) -> Moment:
    """The first or second half of any period; its value is that of the period."""
    whole = evaluate(of, s)
    mod = "START" if number == 1 else "END"
    if whole.first is None or whole.last is None:
        return whole._replace(mod=mod)
    middle = whole.first + ((whole.last - whole.first) + cal.DAY) // 2
    if number == 1:
        return whole._replace(mod=mod, last=max(whole.first, middle - cal.DAY))
    return whole._replace(mod=mod, first=middle)


def _mod(s: Setting, mod: str, of: Expression) -> Moment:
    inner = evaluate(of, s)
    return inner if inner.mod else inner._replace(mod=mod)


def _daypart(s: Setting, code: str, of: Expression) -> Moment:
    day = evaluate(of, s)
    known = day.first is not None or day.value.startswith("XXXX-")
    return day._replace(value=(day.value[:10] if known else "XXXX-XX-XX") + code, type="TIME")


def _clock(s: Setting, hour: int, minute: int, of: Expression | None = None, half: str = "") -> Moment:
    day = evaluate(of, s) if of else _shift(s, "D", 0)
    value = day.value[:10] if day.first else "XXXX-XX-XX"
    return day._replace(value=f"{value}T{hour:02d}:{minute:02d}", type="TIME", grain="D")


def _midnight(s: Setting, of: Expression | None = None) -> Moment:
    """The end of the day it is told of; without a day the midnight last passed, in a clause of the future the next."""
    day = evaluate(of, s) if of else _shift(s, "D", 0 if s.lean == "future" else -1)
    if day.first is None:
        return day._replace(value="XXXX-XX-XXT24:00", type="TIME")
    return day._replace(value=f"{day.value[:10]}T24:00", last=day.first + cal.DAY, type="TIME")


def _weekend(s: Setting, rel: str | None = None) -> Moment:
    """Saturday and Sunday of the ISO week, whatever days a country rests; without a relation the nearest by the lean."""
    if s.anchor is None:
        return Moment("XXXX-WXX-WE")
    first = cal.week(s.anchor).first + 5 * cal.DAY
    if rel == "last" or (rel is None and s.lean != "future" and first > s.anchor):
        first -= 7 * cal.DAY
    elif rel == "next" and first <= s.anchor:
        first += 7 * cal.DAY
    return Moment(f"{cal.week_name(first)}-WE", first, first + cal.DAY, "")


def _nth(s: Setting, number: int, unit: str, of: Expression, span: int = 1) -> Moment:
    """The ``number``-th ``span`` units of a period, from its end where negative."""
    whole = evaluate(of, s)
    if whole.first is None or whole.last is None:
        return Moment(f"XXXX-{unit}{number}" if unit in "QH" else "PRESENT_REF")
    if number > 0:
        first = cal.moved(whole.first, unit, (number - 1) * span) or whole.first
        last = (cal.moved(first, unit, span) or first) - cal.DAY
    else:
        after = cal.moved(whole.last + cal.DAY, unit, (number + 1) * span) or whole.last
        first, last = cal.moved(after, unit, -span) or whole.first, after - cal.DAY
    if not whole.first <= first <= whole.last:  # the period holds no so many
        return whole
    last = min(last, whole.last)
    found = Interval(first, last)
    for whole_unit in (unit, "Q", "H", "Y"):
        if cal.holding(whole_unit, first) == found:
            return Moment(cal.name(whole_unit, found), first, last, whole_unit, calendar=whole.calendar)
    if unit == "W" and whole.grain == "M" and number == 1:  # seven days from the first, not a calendar week
        return whole._replace(last=last, mod="START")
    if unit == "W":
        return Moment(cal.week_name(first + 3 * cal.DAY), first, last, "W")
    return Moment(range_name(unit, found), first, last, calendar=whole.calendar)


def _span(s: Setting, first: Expression, last: Expression) -> Moment:
    a, b = evaluate(first, s), evaluate(last, s)
    if "/" in a.value and a.first and b.last:  # years of another calendar
        return Moment(range_name("D", Interval(a.first, b.last)), a.first, b.last, calendar=a.calendar)
    return Moment(f"{a.value}/{b.value}", a.first, b.last)


def _reference_word(s: Setting, value: str) -> Moment:
    return Moment(value)


def _amount(unit: str, count: float | None) -> str:
    clock = unit.startswith("T")
    number = "X" if count is None else str(int(count)) if float(count).is_integer() else str(count)
    letters = {"NI": "D"}.get(unit, unit[1:] if clock else unit)
    return ("T" if clock else "") + number + letters


def _duration(s: Setting, *parts: tuple[str, float | None]) -> Moment:
    if not parts:
        return Moment("PX", type="DURATION")
    out = "P"
    for unit, count in parts:
        text = _amount(unit, count)
        out += text[1:] if text[0] == "T" and "T" in out else text
    return Moment(out, type="DURATION")


def _set(s: Setting, of: Expression) -> Moment:
    inner = evaluate(of, s._replace(anchor=None, said=None))
    return inner._replace(type="SET", first=None, last=None)


def _any_day(s: Setting) -> Moment:
    return Moment("XXXX-XX-XX")


def _set_daypart(s: Setting, code: str, weekday: int | None = None) -> Moment:
    """A part of every day, or of every weekday of one name."""
    return Moment((f"XXXX-WXX-{weekday}" if weekday else "XXXX-XX-XX") + code, type="SET")


def _set_weekday(s: Setting, number: int) -> Moment:
    return Moment(f"XXXX-WXX-{number}", type="SET")


def _set_clock(s: Setting, hour: int, minute: int, weekday: int | None = None) -> Moment:
    """A clock time of every day, or of every weekday of one name."""
    days = f"XXXX-WXX-{weekday}" if weekday else "XXXX-XX-XX"
    return Moment(f"{days}T{hour:02d}:{minute:02d}", type="SET")


def _ago(s: Setting, unit: str, count: float | None, mod: str | None = None) -> Moment:
    if count is None:
        return Moment("PAST_REF")
    if unit.startswith("T"):
        return unit_of("D", s.anchor, "PAST_REF")
    whole = _shift(s, unit, -int(count))
    turned = {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER"}
    whole = whole._replace(mod=turned.get(mod or "", mod))
    if whole.mod == "BEFORE" and s.anchor and (middle := cal.moved(s.anchor, unit, -int(count))):
        first = cal.moved(middle, unit, -1)
        whole = whole._replace(first=first, last=middle - cal.DAY)
    elif unit == "W" and s.anchor and count < 5000:
        middle = s.anchor - timedelta(weeks=count)
        whole = whole._replace(first=middle - 3 * cal.DAY, last=middle + 3 * cal.DAY)
    return whole


def _offset(s: Setting, way: int, of: Expression) -> Moment:
    """A length before (``way`` -1) or after (1) an earlier time: with the days that lie so far from it, where it is counted."""
    length = evaluate(of, s)
    inner = next((a for a in of.args if isinstance(a, Expression)), of) if of.op == "mod" else of
    if s.said is None or s.said.interval is None or len(inner.args) != 1 or not isinstance(inner.args[0], tuple):
        return length
    unit, count = inner.args[0]
    if count is None or unit.startswith("T"):
        return length
    first, last = (cal.moved(day, unit, way * int(count)) for day in s.said.interval)
    return length._replace(first=first, last=last) if first and last else length


def _same_in(s: Setting, of: Expression, year: Expression) -> Moment:
    """The day or month of an earlier time in another year."""
    found, other = evaluate(of, s), evaluate(year, s)
    if found.first is None or other.first is None:
        return other
    unit = "D" if found.grain == "D" else "M"
    day = day_of(other.first.year, found.first.month, found.first.day if unit == "D" else 1)
    return unit_of(unit, day, other.value) if day else other


def _anaphor(s: Setting, fallback: str = "PAST_REF") -> Moment:
    return s.said._replace(type="DATE") if s.said else Moment(fallback)


OPERATORS.update(YEARLY)
OPERATORS.update({
    "year": _year, "decade": _decade, "century": _century, "shift": _shift, "shift_said": _shift_said, "month": _month,
    "day": _day, "weekday": _weekday, "weekday_in": _weekday_in, "nth_weekday": _nth_weekday,
    "weekday_number": _weekday_number, "rest": _rest, "weekday_date": _weekday_date, "weekday_at": _weekday_at,
    "part": _part, "half": _half, "mod": _mod, "daypart": _daypart, "clock": _clock, "midnight": _midnight, "weekend": _weekend,
    "nth": _nth, "span": _span, "reference": _reference_word, "duration": _duration, "set": _set,
    "set_weekday": _set_weekday, "set_clock": _set_clock, "ago": _ago, "any_day": _any_day,
    "offset": _offset, "same_in": _same_in, "before_era": _before_era,
    "set_daypart": _set_daypart, "anaphor": _anaphor,
})  # fmt: skip


def term(op: str, *args: Any) -> Expression:
    """An expression; the short way to write one. Raises ValueError for an operator that does not exist."""
    if op not in OPERATORS:
        raise ValueError(f"no operator {op!r}; there are {', '.join(sorted(OPERATORS))}")
    return Expression(op, args)
