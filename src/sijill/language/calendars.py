"""Calendars as intervals of days: units, weeks, parts of a period, the Umm al-Qura calendar, seasons.

All intervals are inclusive pairs of Gregorian days. Sources: ISO 8601 for weeks, hijridate (Umm al-Qura, 1343-1500 AH).
The intervals of parts (beginning, middle, end) are those of the dossier contract.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from hijridate import Gregorian, Hijri


class Interval(NamedTuple):
    """Days ``first`` .. ``last``, both inclusive."""

    first: date
    last: date


DAY = timedelta(days=1)
MODS = {"start": "START", "early": "START", "mid": "MID", "late": "END", "end": "END"}
_YEAR_PARTS = {"start": (1, 1), "early": (1, 3), "mid": (6, 7), "late": (10, 12), "end": (12, 12)}
_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
_MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200}
_DAYS = {"D": 1, "NI": 1, "W": 7}


def month(year: int, number: int) -> Interval:
    """A month of a year; ``number`` may lie outside 1-12 and then counts on into other years."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return Interval(date(year, number, 1), date(year, number, monthrange(year, number)[1]))


def months(year: int, first: int, last: int) -> Interval:
    """Months ``first`` to ``last`` counted from January of ``year``."""
    return Interval(month(year, first).first, month(year, last).last)


def year(number: int) -> Interval:
    """A Gregorian year."""
    return months(number, 1, 12)


def week(day: date) -> Interval:
    """The ISO week that holds ``day``."""
    first = day - timedelta(days=day.weekday())
    return Interval(first, first + 6 * DAY)


def week_name(day: date) -> str:
    """The ISO name of the week that holds ``day``: ``2018-W23``."""
    number = day.isocalendar()
    return f"{number.year:04d}-W{number.week:02d}"


def season(code: str, number: int) -> Interval:
    """A season of a year by whole months (northern); a winter is named by the year it begins in."""
    first, last = _SEASONS[code]
    return months(number, first, last if last >= first else last + 12)


def holding(unit: str, day: date) -> Interval | None:
    """The calendar unit (D W M Q H Y DE CE) that holds ``day``; None for units of the clock."""
    if unit in ("D", "NI"):
        return Interval(day, day)
    if unit == "W":
        return week(day)
    if unit in ("Q", "H"):
        size = _MONTHS[unit]
        first = (day.month - 1) // size * size + 1
        return months(day.year, first, first + size - 1)
    if unit == "DE":
        return months(day.year // 10 * 10, 1, 120)
    if unit == "CE":
        return months((day.year - 1) // 100 * 100 + 1, 1, 1200)
    return month(day.year, day.month) if unit == "M" else year(day.year) if unit == "Y" else None


def moved(day: date, unit: str, count: int) -> date | None:
    """``day`` moved by ``count`` units, the day of the month cut to what exists; None out of the calendar's range."""
    try:
        if unit in _DAYS:
            return day + timedelta(days=_DAYS[unit] * count)
        if unit in _MONTHS:
            first, last = month(day.year, day.month + _MONTHS[unit] * count)
            return min(first.replace(day=min(day.day, last.day)), last)
    except (ValueError, OverflowError):
        return None
    return day


def name(unit: str, interval: Interval) -> str:
    """The TIMEX3 value of a calendar unit."""
    first = interval.first
    if unit in ("D", "NI"):
        return first.isoformat()
    if unit == "W":
        return week_name(first)
    if unit == "M":
        return f"{first.year:04d}-{first.month:02d}"
    if unit == "Q":
        return f"{first.year:04d}-Q{(first.month + 2) // 3}"
    if unit == "H":
        return f"{first.year:04d}-H{1 if first.month < 7 else 2}"
    return f"{first.year:04d}" if unit == "Y" else f"{first.year // 10:03d}" if unit == "DE" else f"{first.year // 100:02d}"


def part(code: str, unit: str, whole: Interval) -> Interval:
    """The part ``code`` (start, early, mid, late, end) of a calendar unit, as the contract says."""
    first, last = whole
    if unit in ("M", "HM"):
        edges = {"start": (0, 9), "early": (0, 9), "mid": (10, 19)}.get(code, (20, 40))
        return Interval(first + edges[0] * DAY, min(first + edges[1] * DAY, last))
    if unit == "Y" and (first.month, first.day) == (1, 1):
        return months(first.year, *_YEAR_PARTS[code])
    if unit == "W":
        if code in ("start", "early"):
            return Interval(first, first + DAY)
        return Interval(first + 2 * DAY, last - 2 * DAY) if code == "mid" else Interval(last - DAY, last)
    third = ((last - first).days + 1) // 3
    if third == 0:
        return whole
    if code in ("start", "early"):
        return Interval(first, first + (third - 1) * DAY)
    return Interval(first + third * DAY, last - third * DAY) if code == "mid" else Interval(last - (third - 1) * DAY, last)


def hijri(number: int, of: int | None = None, day: int | None = None) -> Interval | None:
    """A year, month or day of the Umm al-Qura calendar; None where it does not exist or lies outside 1343-1500 AH."""
    try:
        first = Hijri(number, of or 1, day or 1)
        end = Hijri(number, of or 12, 1)
        last = first if day else Hijri(number, of or 12, end.month_length())
        return Interval(_plain(first.to_gregorian()), _plain(last.to_gregorian()))
    except (ValueError, OverflowError):
        return None


def hijri_date(day: date) -> tuple[int, int, int] | None:
    """Year, month and day of the Umm al-Qura calendar; None outside its range."""
    try:
        found = Gregorian(day.year, day.month, day.day).to_hijri()
    except (ValueError, OverflowError):
        return None
    return found.year, found.month, found.day


def _plain(day: date) -> date:
    return date(day.year, day.month, day.day)
