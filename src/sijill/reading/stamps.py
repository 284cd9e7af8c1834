"""Stamps of records to days: ISO 8601, RFC 2822, seconds since 1970, a day in a web address."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

from ..records import Problem

FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)
"""A stamp outside of these is no day of publication: newspapers on the web are younger, and nobody reads ahead so far."""

_ISO = re.compile(r"\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_BASIC = re.compile(r"\s*(\d{4})(\d{2})(\d{2})(?:T\d+.*)?$")
_IN_URL = re.compile(r"/(20\d\d|19\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/_.-]|$)")


def stamp_day(stamp: Any) -> date | None:
    """The day of a stamp, in its own offset; None where it is none that can be read."""
    if isinstance(stamp, bool) or stamp is None:
        return None
    if isinstance(stamp, int | float):
        return _seconds(float(stamp))
    text = str(stamp)[:100]
    for pattern, order in ((_ISO, (1, 2, 3)), (_DAY_FIRST, (3, 2, 1)), (_BASIC, (1, 2, 3))):
        if m := pattern.match(text):
            return _day(*(int(m.group(k)) for k in order))
    if text.strip().isdecimal():
        return _seconds(float(text[:20]))
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def url_day(url: str | None) -> date | None:
    """The day written as parts of an address's path (``/2031/05/17/``)."""
    path = url.partition("?")[0].partition("#")[0] if url else ""
    m = _IN_URL.search(path)
    return _day(*(int(x) for x in m.groups())) if m else None


def possible(day: date | None) -> bool:
    """Whether ``day`` can be a day of publication."""
    return day is not None and FIRST <= day <= LAST


def _seconds(value: float) -> date | None:
    for scale in (1.0, 1e3, 1e6):
        if 1e8 <= value / scale < 4.2e9:
            return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=value / scale)).date()
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def believed(name: str, key: str, value: Any, problems: list[Problem]) -> date | None:
    """The day that a field ``key`` of the article ``name`` states; None, with a Problem, where it can be none."""
    if value is None or value == "":
        return None
    day = stamp_day(value)
    if day is None or not possible(day):
        shown = str(value)[:40]
        message = f"{key} {shown!r} is no possible day of publication; it is left out, give the day with --published"
        problems.append(Problem(name, "reading", "impossible_date" if day else "unreadable_date", message))
        return None
    return day
