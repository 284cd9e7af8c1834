"""Days, intervals, due dates and counts as people say them; months and plural categories from CLDR."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import cache

from babel import Locale

from . import words


@cache
def month_name(month: int, language: str) -> str:
    """The wide name of a month; where the language's regions name it differently, both: Levant / Egypt and Gulf."""
    names: list[str] = []
    for region in words(language)["language"]["regions"].split():
        name = str(Locale.parse(region).months["format"]["wide"][month])
        if name not in names:
            names.append(name)
    return "/".join(names)


def day_words(day: date | None, language: str) -> str:
    """A day in full, or the words for an unknown one."""
    w = words(language)["date"]
    if day is None:
        return w["unknown"]
    return w["day"].format(day=day.day, month=month_name(day.month, language), year=day.year)


def interval_words(earliest: date | None, latest: date | None, language: str) -> str:
    """An interval (both ends inclusive, None unknown) as a day, a month, a year, or from one to the other."""
    w = words(language)["date"]
    if earliest is None and latest is None:
        return w["unknown"]
    if latest is None:
        return w["from"].format(a=day_words(earliest, language))
    if earliest is None:
        return w["until"].format(b=day_words(latest, language))
    if earliest == latest:
        return day_words(latest, language)
    return _whole(earliest, latest, language) or _stretch(earliest, latest, language)


def due_words(kind: str, earliest: date | None, latest: date | None, language: str) -> str:
    """A due date as people say it, from its kind (``by``, ``on``, ``until`` ...) and its interval."""
    w = words(language)["due_phrase"]
    if earliest is None and latest is None:
        return w.get(kind, w["open"]) if kind == "upon_condition" else w["open"]
    if kind in ("by", "until") and latest is not None:
        end = _end_of(latest, language)
        return w[f"{kind}_end"].format(x=end) if end else w[kind].format(x=day_words(latest, language))
    if kind in ("from", "not_before"):
        return w[kind].format(x=day_words(earliest or latest, language))
    if earliest is None or latest is None:
        return w["by" if latest else "from"].format(x=day_words(latest or earliest, language))
    said = interval_words(earliest, latest, language)
    if earliest == latest:
        return w["on"].format(x=said)
    if not _whole(earliest, latest, language):
        return said
    return w["within" if kind == "within" else "in"].format(x=said)


def count_words(what: str, n: int, language: str) -> str:
    """``n`` things of the group ``count_{what}`` in the plural form that the language has for that number."""
    return words(language)[f"count_{what}"][str(Locale.parse(language).plural_form(n))].format(n=n)


def _end_of(day: date, language: str) -> str | None:
    w = words(language)["date"]
    if (day.month, day.day) == (12, 31):
        return w["year"].format(year=day.year)
    if day.day == monthrange(day.year, day.month)[1]:
        return w["month"].format(month=month_name(day.month, language), year=day.year)
    return None


def _stretch(earliest: date, latest: date, language: str) -> str:
    """From one day to another, saying month and year once where they are the same."""
    w = words(language)["date"]
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        month = month_name(latest.month, language)
        return w["days"].format(a=earliest.day, b=latest.day, month=month, year=latest.year)
    first = day_words(earliest, language)
    if earliest.year == latest.year:
        first = w["day_of_year"].format(day=earliest.day, month=month_name(earliest.month, language))
    return w["between"].format(a=first, b=day_words(latest, language))


def _part(earliest: date, latest: date, language: str) -> str | None:
    """The third of a month that an interval is: days 1 to 10, 11 to 20, 21 to the last."""
    last = monthrange(latest.year, latest.month)[1]
    part = {(1, 10): "start", (11, 20): "mid", (21, last): "end"}.get((earliest.day, latest.day))
    if part is None or (earliest.year, earliest.month) != (latest.year, latest.month):
        return None
    w = words(language)["date"]
    return w[part].format(x=w["month"].format(month=month_name(latest.month, language), year=latest.year))


def _whole(earliest: date, latest: date, language: str) -> str | None:
    w = words(language)["date"]
    if part := _part(earliest, latest, language):
        return part
    if earliest.day != 1 or latest.day != monthrange(latest.year, latest.month)[1] or earliest.year != latest.year:
        return None
    if earliest.month == latest.month:
        return w["month"].format(month=month_name(latest.month, language), year=latest.year)
    return w["year"].format(year=latest.year) if (earliest.month, latest.month) == (1, 12) else None
