"""Resolvers of longer periods: shares of a year, decades, seasons, fiscal years, Hijri dates and feasts."""

from __future__ import annotations

from ...language.grammar import Resolver
from ...language.resolution.moments import term
from ...records import Expression
from .fitting import Parts, Row, fits

HIJRI_YEARS = range(1300, 1501)
MOST = {"Q": 4, "H": 2, "M": 12, "DE": 10}
"""How many of a unit the period above it holds."""
MOST_WEEKDAYS, FEAST_DAYS, RAMADAN = 5, 4, 9
"""How many days of one name a month has at most, and days the longer feast; the number of the month of fasting."""
STEPS = {"next": 1, "last": -1, "this": 0}
"""How many units a relation goes from the one that runs."""
STARTS = {"fiscal": 7, "school": 9, "sport": 7}
"""The month in which a cycle over two calendar years begins."""


def _hijri_number(parts: Parts, row: Row) -> int | None:
    number: int = parts["year_number"].value
    return number if number in HIJRI_YEARS else None


def _hijri_month_of(parts: Parts, row: Row) -> Expression | None:
    number = parts["year_number"].value
    return term("hijri", number, parts["hmonth"].value) if number in HIJRI_YEARS else None


def _hijri_day(parts: Parts, row: Row) -> Expression | None:
    day, of = parts["dayno"].value, parts["of"].value
    year, month, _, rel = (*of.args, None, None)[:4]
    return term("hijri", year, month, day, rel) if day <= 30 else None


def _hijri_full(parts: Parts, row: Row) -> Expression | None:
    day, year = parts["dayno"].value, parts["year"].value if "year" in parts else None
    if day > 30 or (year is not None and year not in HIJRI_YEARS):
        return None
    return term("hijri", year, parts["hmonth"].value, day)


def _hijri_digits(parts: Parts, row: Row) -> Expression | None:
    day, month, year = (parts[k].value for k in ("d", "m", "year"))
    return term("hijri", year, month, day) if year in HIJRI_YEARS and day <= 30 else None


def _feast(parts: Parts, row: Row) -> Expression | None:
    rel = parts["relation"].value if "relation" in parts else None
    if rel not in (None, "next", "last", "this"):
        return None
    year = parts["year"].value if "year" in parts else None
    if "hijri_year" in parts:
        year = term("hijri", parts["hijri_year"].value)
    return term("feast", *parts["feast"].value.split(), year, rel)


def _last_of(parts: Parts, row: Row) -> Expression | None:
    if not fits(parts, row):
        return None
    unit, of = parts["unit"].value, parts["of"].value
    if unit == "W":  # the last seven days, not a calendar week
        return term("part", "end", of)
    return term("nth", -1, unit, of)


def _nth_of(parts: Parts, row: Row) -> Expression | None:
    """The so-manieth unit of a period (of this year where none is told), where it can hold so many."""
    unit, number = parts["unit"].value, parts["n"].value
    of = parts["of"].value if "of" in parts else term("shift", "Y", 0)
    return term("nth", number, unit, of) if fits(parts, row) and number <= MOST.get(unit, 31) else None


def _nth_weekday(parts: Parts, row: Row) -> Expression | None:
    """The so-manieth (at most fifth) or the last day of one name in a period."""
    number = parts["n"].value if "n" in parts else -1
    name = (parts.get("name") or parts["weekday"]).value
    return term("nth_weekday", number, name, parts["of"].value) if number <= MOST_WEEKDAYS and fits(parts, row) else None


def _ten_days(parts: Parts, row: Row) -> Expression | None:
    of: Expression = parts["of"].value if "of" in parts else term("hijri", None, RAMADAN)
    if not fits(parts, row) or of.op not in ("hijri", "month"):
        return None
    return term("nth", {"early": 1, "mid": 2, "late": -1}[parts["which"].value], "D", of, 10)


def _league_season(parts: Parts, row: Row) -> Expression | None:
    rel = parts["relation"].value if "relation" in parts else parts["this"].value
    return term("league", STEPS[rel]) if rel in STEPS else None


def _beyond(parts: Parts, row: Row) -> Expression | None:
    """One step further than the relation says."""
    step = STEPS.get(parts["relation"].value, 0)
    return term("shift", parts["unit"].value, 2 * step) if step else None


def _hijri_month_in(parts: Parts, row: Row) -> Expression | None:
    of: Expression = parts["of"].value
    if of.op != "shift" or of.args[1] not in (-1, 0, 1):
        return None
    return term("hijri", None, parts["hmonth"].value, None, {-1: "last", 0: "this", 1: "next"}[int(str(of.args[1]))])


def _before_era(parts: Parts, row: Row) -> Expression | None:
    if "of" in parts:
        of: Expression = parts["of"].value
        return term("before_era", "CE", of.args[0]) if of.op == "century" else None
    return term("before_era", "Y", parts["n"].value)


def _eid_day(parts: Parts, row: Row) -> Expression | None:
    number = parts["n"].value if "n" in parts else None
    if number is None:
        return term("eid")
    return term("nth", number, "D", term("eid")) if number <= FEAST_DAYS else None


def _half(parts: Parts, row: Row) -> Expression | None:
    if parts["half"].value != "H" or parts["n"].value > 2:
        return None
    return term("half", parts["n"].value, parts["of"].value)


def _first_units(parts: Parts, row: Row) -> Expression | None:
    unit, count, of = parts["unit"].value, parts["k"].value, parts["of"].value
    if parts["n"].value != 1 or unit not in ("M", "W", "D", "Y") or not 2 <= count <= 400:
        return None
    return term("nth", 1, unit, of, count)


def _decade(parts: Parts, row: Row) -> Expression | None:
    tens: int = parts["decade_name"].value
    century: Expression | None = parts["century"].value if "century" in parts else None
    if century is not None and century.op == "century":
        return term("decade", (int(str(century.args[0])) - 1) * 10 + tens)
    return term("decade", 190 + tens) if century is None or century.args == ("CE", -1) else term("decade", 200 + tens)


def _season(parts: Parts, row: Row) -> Expression | None:
    if "this" in parts:
        return term("season", parts["season_name"].value, None, "this") if parts["this"].value == "this" else None
    if "relation" in parts:
        rel = parts["relation"].value
        return term("season", parts["season_name"].value, None, rel) if rel in ("next", "last", "this") else None
    return term("season", parts["season_name"].value, parts["year"].value)


def _fiscal(parts: Parts, row: Row) -> Expression | None:
    first, last = parts["a"].value, parts["b"].value
    if first > last:  # printed from right to left
        first, last = last, first
    if first in HIJRI_YEARS:
        return term("span", term("hijri", first), term("hijri", last)) if last - first == 1 else None
    kind = parts["cycle_kind"].value if "cycle_kind" in parts else "sport"
    return term("fiscal", first, last, STARTS[kind]) if last - first == 1 else None


def _cycle_year(parts: Parts, row: Row) -> Expression | None:
    if "year" in parts:
        of: Expression = parts["year"].value
        return of
    rel = parts["relation"].value
    return term("shift", "Y", STEPS[rel]) if rel in STEPS else None


def _hijri_relation(parts: Parts, row: Row) -> Expression | None:
    """A Hijri year by a relation, the new one (the nearest to begin), or a part of the running one."""
    if "bound" in parts:
        return term("part", parts["bound"].value, term("hijri_shift", 0))
    if "relation" not in parts:
        return term("hijri_near")
    rel = parts["relation"].value
    return term("hijri_shift", STEPS[rel]) if rel in STEPS else None


def _weekend(parts: Parts, row: Row) -> Expression | None:
    rel = parts["relation"].value if "relation" in parts else None
    return term("weekend", rel) if rel in (None, "next", "last", "this") else None


RESOLVERS: dict[str, Resolver] = {
    "hijri_number": _hijri_number, "hijri_month_of": _hijri_month_of, "hijri_day": _hijri_day, "hijri_full": _hijri_full,
    "hijri_digits": _hijri_digits, "feast": _feast, "last_of": _last_of, "nth_of": _nth_of,
    "half": _half, "first_units": _first_units, "decade": _decade, "season": _season, "fiscal": _fiscal,
    "cycle_year": _cycle_year, "hijri_relation": _hijri_relation, "weekend": _weekend,
    "nth_weekday": _nth_weekday, "ten_days": _ten_days, "league_season": _league_season, "beyond": _beyond, "eid_day": _eid_day,
    "before_era": _before_era, "hijri_month_in": _hijri_month_in,
}  # fmt: skip
"""Resolvers of longer periods."""
