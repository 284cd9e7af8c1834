"""Operators of what comes round with the year: seasons, the Hijri calendar, feasts, cycles over two years."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ...records import Expression
from .. import calendars as cal
from ..calendars import Interval
from .setting import Moment, Setting, day_of, evaluate, nearest, range_name, reference


def _season(s: Setting, code: str, of: Expression | None = None, rel: str | None = None) -> Moment:
    if of is not None:
        whole = evaluate(of, s)
        year = whole.first.year if whole.first else None
    else:
        year = None
        if s.anchor:
            found = nearest(s, rel, [cal.season(code, s.anchor.year + k) for k in (-1, 0, 1)])
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
        found = nearest(s, rel, near) if rel != "this" else cal.hijri(now[0], month, day)
    if found is None:
        return Moment("XXXX", calendar="hijri")
    if day:
        return Moment(found.first.isoformat(), *found, "D", calendar="hijri")
    return Moment(range_name("D", found), *found, "HM" if month else "HY", calendar="hijri")


def _hijri_shift(s: Setting, count: int) -> Moment:
    now = cal.hijri_date(s.anchor) if s.anchor else None
    return _hijri(s, now[0] + count) if now else Moment(reference(count), calendar="hijri")


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
    found = nearest(s, rel, [Interval(d, d) for d in near])
    return found.first if found else None


def _yearly(calendar: str, month: int, day: int, year: int) -> date | None:
    """The first day of a yearly feast in a Gregorian year."""
    if calendar == "gregorian":
        return day_of(year, month, day)
    base = cal.hijri_date(date(year, 1, 1))
    if base is None:
        return None
    found = (cal.hijri(base[0] + k, month, day) for k in (0, 1))
    return next((i.first for i in found if i and i.first.year == year), None)


def _fiscal(s: Setting, first: int, last: int, start: int) -> Moment:
    """A fiscal, school or sporting year over two calendar years, from month ``start`` to June."""
    interval = Interval(date(first, start, 1), date(last, 6, 30))
    return Moment(range_name("M", interval), *interval, "")


def _eid(s: Setting) -> Moment:
    """The feast that is not named: of the two of the Hijri year the nearest."""
    if s.anchor is None:
        return Moment("XXXX-XX-XX", calendar="hijri")
    years = [s.anchor.year + k for k in (-1, 0, 1)]
    days = [(d, days) for y in years for month, day, days in EIDS if (d := _yearly("hijri", month, day, y))]
    found = nearest(s, None, [Interval(d, d + (n - 1) * cal.DAY) for d, n in sorted(days)])
    return Moment(found.first.isoformat(), *found, "D", calendar="hijri") if found else Moment("XXXX-XX-XX", calendar="hijri")


def _league(s: Setting, count: int) -> Moment:
    """A season of sport, from July to June, ``count`` from the one that runs."""
    if s.anchor is None:
        return Moment(reference(count))
    first = s.anchor.year + count - (s.anchor.month < SEASON_STARTS)
    return _fiscal(s, first, first + 1, SEASON_STARTS)


EIDS = ((10, 1, 3), (12, 10, 4))
"""The two feasts: month and day of the Hijri year, and how many days."""
SEASON_STARTS = 7
"""The month in which a season of sport begins."""

YEARLY: dict[str, Callable[..., Moment]] = {
    "season": _season, "hijri": _hijri, "feast": _feast, "hijri_shift": _hijri_shift, "hijri_near": _hijri_near,
    "fiscal": _fiscal, "eid": _eid, "league": _league,
}  # fmt: skip
"""These operators by name."""
