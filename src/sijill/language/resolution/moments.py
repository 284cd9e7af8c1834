"""The operators of time expressions: each takes a setting (anchor day, lean, an earlier time) and gives a moment.

An :class:`~sijill.records.Expression` is a tree of these names; :func:`evaluate` is the only reader of it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, NamedTuple

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


def evaluate(expression: Expression, setting: Setting) -> Moment:
    """The moment of ``expression``. Raises KeyError for an operator that does not exist (a broken rule)."""
    moment = _OPERATORS[expression.op](setting, *expression.args)
    plain = ", ".join(str(a) for a in expression.args if not isinstance(a, Expression) and a is not None)
    ends = f" [{moment.first} .. {moment.last}]" if moment.first else ""
    setting.steps.append(f"{expression.op}({plain}) -> {moment.value}{ends}")
    return moment


def _unit(unit: str, day: date | None, unknown: str) -> Moment:
    interval = cal.holding(unit, day) if day else None
    if interval is None:
        return Moment(unknown, day, day, "D") if day else Moment(unknown)
    return Moment(cal.name(unit, interval), *interval, unit)


def _reference(count: int) -> str:
    return "PAST_REF" if count < 0 else "FUTURE_REF" if count else "PRESENT_REF"


def _year(s: Setting, number: int) -> Moment:
    return Moment(f"{number:04d}", *cal.year(number), "Y")


def _decade(s: Setting, number: int) -> Moment:
    return _unit("DE", date(number * 10, 1, 1), "")


def _century(s: Setting, number: int) -> Moment:
    return _unit("CE", date(number * 100 - 99, 1, 1), "")


def _shift(s: Setting, unit: str, count: int) -> Moment:
    if s.anchor is None:
        return Moment("XXXX-XX-XX" if unit == "D" else _reference(count))
    return _unit(unit, cal.moved(s.anchor, unit, count), _reference(count))


def _shift_said(s: Setting, unit: str, count: int) -> Moment:
    if s.said is None or s.said.first is None or s.said.last is None:
        return Moment(_reference(count))
    return _unit(unit, cal.moved(s.said.last if count > 0 else s.said.first, unit, count), _reference(count))


def _nearest(s: Setting, rel: str | None, candidates: list[Interval]) -> Interval | None:
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


def _month(s: Setting, number: int, rel: str | None = None, of: Expression | None = None) -> Moment:
    if of is not None:
        whole = evaluate(of, s)
        if whole.first is None:
            return Moment(f"XXXX-{number:02d}")
        return _unit("M", whole.first.replace(month=number, day=1), "")
    found = _nearest(s, rel, [cal.month(s.anchor.year + k, number) for k in (-1, 0, 1)] if s.anchor else [])
    return _unit("M", found.first, "") if found else Moment(f"XXXX-{number:02d}")


def _day(s: Setting, number: int, of: Expression) -> Moment:
    if of.op == "month" and len(of.args) < 3:
        month, rel = of.args[0], of.args[1] if len(of.args) > 1 else None
        assert isinstance(month, int)
        year = s.anchor.year if s.anchor else 0
        days = [d for k in (-1, 0, 1) if (d := _make(year + k, month, number))] if s.anchor else []
        found = _nearest(s, str(rel) if rel else None, [Interval(d, d) for d in days])
        return _unit("D", found.first, "") if found else Moment(f"XXXX-{month:02d}-{number:02d}")
    whole = evaluate(of, s)
    if whole.calendar == "hijri" and whole.first:
        return _unit("D", whole.first + timedelta(days=number - 1), "")._replace(calendar="hijri")
    day = _make(whole.first.year, whole.first.month, number) if whole.first else None
    if day:
        return _unit("D", day, "")
    return Moment(f"{whole.value}-{number:02d}" if len(whole.value) == 7 else "XXXX-XX-XX")


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _weekday(s: Setting, number: int, rel: str | None = None) -> Moment:
    if s.anchor is None:
        return Moment(f"XXXX-WXX-{number}")
    ahead = (number - s.anchor.isoweekday()) % 7
    if rel in ("next", "last"):
        days = (ahead or 7) if rel == "next" else ((ahead - 7) or -7)
    elif rel == "this":
        return _unit("D", cal.week(s.anchor).first + timedelta(days=number - 1), "")
    else:
        days = ahead if s.lean == "future" or not ahead else ahead - 7
    return _unit("D", s.anchor + timedelta(days=days), "")


def _weekday_in(s: Setting, number: int, of: Expression) -> Moment:
    whole = evaluate(of, s)
    if whole.first is None:
        return Moment(f"XXXX-WXX-{number}")
    return _unit("D", whole.first + timedelta(days=(number - whole.first.isoweekday()) % 7), "")


def _weekday_date(s: Setting, number: int, of: Expression) -> Moment:
    """A date with its weekday: a missing year is the one in which the day falls on it, else as without the weekday."""
    found = evaluate(of, s)
    if s.anchor is None or found.first is None or of.op != "day" or found.first.isoweekday() == number:
        return found
    month = of.args[1]
    if not isinstance(month, Expression) or month.op != "month" or len(month.args) > 1:
        return found
    years = (s.anchor.year, s.anchor.year + 1, s.anchor.year - 1)
    days = (_make(y, found.first.month, found.first.day) for y in years)
    return next((_unit("D", d, "") for d in days if d and d.isoweekday() == number), found)


def _weekday_number(s: Setting, number: int, day: int) -> Moment:
    """The day of that name and number nearest to the anchor, within half a year."""
    if s.anchor is None:
        return Moment(f"XXXX-WXX-{number}")
    near = (s.anchor + timedelta(days=k * way) for k in range(184) for way in (1, -1))
    return next((_unit("D", d, "") for d in near if d.day == day and d.isoweekday() == number), _weekday(s, number))


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
    return _unit("D", day.first + timedelta(days=off if off <= 3 else off - 7), "")


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
    return day._replace(value=day.value[:10] + code, type="TIME")


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
    return Moment(_range_name(unit, found), first, last)


def _range_name(unit: str, found: Interval) -> str:
    ends = (cal.name(unit, Interval(d, d)) for d in found)
    return "/".join(ends)


def _season(s: Setting, code: str, of: Expression | None = None, rel: str | None = None) -> Moment:
    if of is not None:
        whole = evaluate(of, s)
        year = whole.first.year if whole.first else None
    else:
        year = None
        if s.anchor:
            found = _nearest(s, rel, [cal.season(code, s.anchor.year + k) for k in (-1, 0, 1)])
            year = found.first.year if found else None
    if year is None:
        return Moment(f"XXXX-{code}")
    return Moment(f"{year:04d}-{code}", *cal.season(code, year), "SE")


def _hijri(s: Setting, year: int | None, month: int | None = None, day: int | None = None, rel: str | None = None) -> Moment:
    found = None
    if year is not None:
        found = cal.hijri(year, month, day)
    elif s.anchor and (now := cal.hijri_date(s.anchor)):
        near = [i for k in (-1, 0, 1) if (i := cal.hijri(now[0] + k, month, day))]
        found = _nearest(s, rel, near) if rel != "this" else cal.hijri(now[0], month, day)
    if found is None:
        return Moment("XXXX", calendar="hijri")
    if day:
        return Moment(found.first.isoformat(), *found, "D", calendar="hijri")
    return Moment(_range_name("D", found), *found, "HM" if month else "HY", calendar="hijri")


def _hijri_shift(s: Setting, count: int) -> Moment:
    now = cal.hijri_date(s.anchor) if s.anchor else None
    return _hijri(s, now[0] + count) if now else Moment(_reference(count), calendar="hijri")


def _hijri_near(s: Setting) -> Moment:
    """The Hijri year whose beginning is nearest: the new year."""
    now = cal.hijri_date(s.anchor) if s.anchor else None
    return _hijri(s, now[0] + (now[1] > 6)) if now else Moment("XXXX", calendar="hijri")


def _feast(s: Setting, calendar: str, when: str, length: str, of: Expression | None = None, rel: str | None = None) -> Moment:
    """A yearly feast: ``when`` is month-day in its calendar, ``length`` its days."""
    month, day, days = *(int(n) for n in when.split("-")), int(length)
    start = _feast_day(s, calendar, month, day, of, rel)
    if start is None:
        return Moment("XXXX-XX-XX", calendar=calendar)
    last = start + (days - 1) * cal.DAY
    return Moment(start.isoformat(), start, last, "D", calendar=calendar)


def _feast_day(s: Setting, calendar: str, month: int, day: int, of: Expression | None, rel: str | None) -> date | None:
    if of is not None:
        whole = evaluate(of, s)
        if whole.first is None or whole.last is None:
            return None
        years = range(whole.first.year, whole.last.year + 1)
        days = [_yearly(calendar, month, day, y) for y in years]
        return next((d for d in days if d and whole.first <= d <= whole.last), None)
    if s.anchor is None:
        return None
    near = [d for k in (-1, 0, 1) if (d := _yearly(calendar, month, day, s.anchor.year + k))]
    found = _nearest(s, rel, [Interval(d, d) for d in near])
    return found.first if found else None


def _yearly(calendar: str, month: int, day: int, year: int) -> date | None:
    """The first day of a yearly feast in a Gregorian year."""
    if calendar == "gregorian":
        return _make(year, month, day)
    base = cal.hijri_date(date(year, 1, 1))
    if base is None:
        return None
    found = (cal.hijri(base[0] + k, month, day) for k in (0, 1))
    return next((i.first for i in found if i and i.first.year == year), None)


def _span(s: Setting, first: Expression, last: Expression) -> Moment:
    a, b = evaluate(first, s), evaluate(last, s)
    return Moment(f"{a.value}/{b.value}", a.first, b.last)


def _fiscal(s: Setting, first: int, last: int, start: int) -> Moment:
    """A fiscal, school or sporting year over two calendar years, from month ``start`` to June."""
    interval = Interval(date(first, start, 1), date(last, 6, 30))
    return Moment(_range_name("M", interval), *interval, "")


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


def _set_weekday(s: Setting, number: int) -> Moment:
    return Moment(f"XXXX-WXX-{number}", type="SET")


def _ago(s: Setting, unit: str, count: float | None, mod: str | None = None) -> Moment:
    if count is None:
        return Moment("PAST_REF")
    if unit.startswith("T"):
        return _unit("D", s.anchor, "PAST_REF")
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


def _anaphor(s: Setting, fallback: str = "PAST_REF") -> Moment:
    return s.said._replace(type="DATE") if s.said else Moment(fallback)


_OPERATORS: dict[str, Callable[..., Moment]] = {
    "year": _year, "decade": _decade, "century": _century, "shift": _shift, "shift_said": _shift_said, "month": _month,
    "day": _day, "weekday": _weekday, "weekday_in": _weekday_in,
    "weekday_number": _weekday_number, "rest": _rest, "weekday_date": _weekday_date, "weekday_at": _weekday_at,
    "part": _part, "half": _half, "mod": _mod, "daypart": _daypart, "clock": _clock, "midnight": _midnight, "weekend": _weekend,
    "nth": _nth, "season": _season, "hijri": _hijri, "feast": _feast, "hijri_shift": _hijri_shift,
    "hijri_near": _hijri_near, "span": _span, "fiscal": _fiscal, "reference": _reference_word, "duration": _duration,
    "set": _set, "set_weekday": _set_weekday, "ago": _ago, "any_day": _any_day, "anaphor": _anaphor,
}  # fmt: skip


def term(op: str, *args: Any) -> Expression:
    """An expression; the short way to write one. Raises ValueError for an operator that does not exist."""
    if op not in _OPERATORS:
        raise ValueError(f"no operator {op!r}; there are {', '.join(sorted(_OPERATORS))}")
    return Expression(op, args)
