"""Days counted by lengths of time (TIMEX3 periods): calendar arithmetic alone."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

PERIOD = re.compile(r"P(\d+)([DWMY])$")


def later(since: date, n: int, unit: str) -> date:
    """``n`` (may be negative) days, weeks, months or years after ``since``; the last of the month where it is shorter."""
    if unit in "DW":
        return since + timedelta(days=n * (7 if unit == "W" else 1))
    months = since.month - 1 + n * (12 if unit == "Y" else 1)
    year, month = since.year + months // 12, months % 12 + 1
    return date(year, month, min(since.day, monthrange(year, month)[1]))


def shifted(first: date, last: date, period: str, way: int) -> tuple[date, date] | None:
    """The days ``first`` .. ``last`` moved by a ``period``, forwards (``way`` 1) or back (-1); None for another period.

    Whole months stay whole months: a month before October is September.
    """
    found = PERIOD.match(period)
    if found is None:
        return None
    n, unit = way * int(found[1]), found[2]
    try:
        begins, ends = later(first, n, unit), later(last, n, unit)
    except (ValueError, OverflowError):
        return None  # beyond the years a calendar knows
    if unit in "MY" and first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        ends = ends.replace(day=monthrange(ends.year, ends.month)[1])
    return begins, ends


def next_day(since: date | None, period: str, used: date | None) -> date | None:
    """The first day after ``used`` at whole the ``period`` (TIMEX3: P6M) from ``since``; None where either is not known."""
    found = PERIOD.match(period)
    if since is None or used is None or found is None or not int(found[1]):
        return None
    count, unit = int(found[1]), found[2]
    n = 0
    day = since
    while day <= used:
        n += count
        day = later(since, n, unit)
    return day
