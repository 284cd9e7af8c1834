"""How the parts of a time go together: the resolvers that the rules of ``ar/rules/timex`` name.

Most rules are terms written as data: ``value = "term"`` with ``term = ["day", "$day_number", ["month", "$m"]]``, where
``$label`` is the value of the part under that label, an inner list a term of its own, and ``""`` no argument.
``where = { label = value }`` (or a list of values) keeps a rule to parts of these values.
"""

from __future__ import annotations

from typing import Any

from ...language.grammar import Part, Resolver
from ...language.resolution.moments import term
from ...records import Expression
from . import clock, lists, periods
from .fitting import Parts, Row
from .fitting import fits as _fits

LONGEST = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}
"""How many days the months have that have not 31."""
FIRST, LAST = 1900, 2100
"""Years that are written after a month in digits."""


def _build(parts: Parts, template: list[Any]) -> Expression:
    op, *rest = template
    args: list[Any] = []
    for item in rest:
        if isinstance(item, list):
            args.append(_build(parts, item))
        elif isinstance(item, str) and item.startswith("$"):
            args.append(parts[item[1:]].value if item[1:] in parts else None)
        else:
            args.append(None if item == "" else item)
    return term(op, *args)


def _term(parts: Parts, row: Row) -> Expression | None:
    return _build(parts, row["term"]) if _fits(parts, row) else None


def _same(parts: Parts, row: Row) -> Any:
    """The value of the part under the label ``keep``; with ``equal``, only where those labels agree."""
    if not _fits(parts, row):
        return None
    labels = row.get("equal")
    if labels and len({parts[name].value for name in labels}) > 1:
        return None
    return parts[row["keep"]].value


def _twin(parts: Parts, row: Row) -> Any:
    """The month of two names: the same one, or names of two regions of which the second may be a slip."""
    first, second = parts["first"], parts["second"]
    return first.value if first.value == second.value or first.variety != second.variety else None


def _bare_year(parts: Parts, row: Row) -> Expression | None:
    number: int = parts["year_number"].value
    low, high = row["limits"]
    return term("year", number) if low <= number <= high else None


def _day_of(parts: Parts, row: Row) -> Expression | None:
    """A day's number in a month, where the month has that many days."""
    number = parts["dayno"].value
    of: Expression = parts["month"].value if "month" in parts else parts["month_of_relation"].value
    longest = LONGEST.get(of.args[0] if of.op == "month" else 1, 31)  # type: ignore[call-overload]
    return term("day", number, of) if number <= longest else None


def _numeric(parts: Parts, row: Row) -> Expression | None:
    day, month = parts["d"].value, parts["m"].value
    if parts["y"].value in periods.HIJRI_YEARS:
        return None
    if row.get("swapped") and day <= 12:
        return None
    return term("day", day, term("month", month, None, term("year", parts["y"].value)))


def _numeric_short(parts: Parts, row: Row) -> Expression:
    return term("day", parts["d"].value, term("month", parts["m"].value, None, term("year", parts["yy"].value)))


def _day_month(parts: Parts, row: Row) -> Expression | None:
    """Day and month in digits, with or without the weekday."""
    day, month = parts["d"].value, parts["m"].value
    if day > LONGEST.get(month, 31):
        return None
    date = term("day", day, term("month", month))
    return term("weekday_date", parts["weekday"].value, date) if "weekday" in parts else date


def _month_numeric(parts: Parts, row: Row) -> Expression | None:
    year = parts["y"].value
    return term("month", parts["m"].value, None, term("year", year)) if FIRST <= year <= LAST else None


def _day_running(parts: Parts, row: Row) -> Expression | None:
    steps = {"next": 1, "last": -1, "this": 0}
    rel, number = parts["relation"].value, (parts.get("dayno") or parts["n"]).value
    return term("day", number, term("shift", "M", steps[rel])) if rel in steps else None


def _rest_of(parts: Parts, row: Row) -> Expression:
    of = next((parts[k].value for k in ("year", "month", "week", "of") if k in parts), None)
    return term("rest", of or term("shift", parts["unit"].value, 0))


def _free_month(parts: Parts, row: Row) -> Expression | None:
    """A month's name that is no other word; the others have a rule of their own."""
    return None if parts["mname"].variety == "guarded" else term("month", parts["mname"].value)


def _frequency(parts: Parts, row: Row) -> Expression:
    return term("set", term("duration", (parts["frequency"].value, 1)))


def _shift(parts: Parts, row: Row) -> Expression | None:
    """A unit and a relation: the next month, this year; indefinite ones (another month) are none."""
    unit, rel = parts["unit"].value, parts["relation"].value
    steps = {"next": 1, "last": -1, "recent": -1, "this": 0}
    if not _fits(parts, row):
        return None
    if rel == "recent" and unit == "D":  # the last day of something that is told now
        return term("shift", unit, 0)
    if rel in steps:
        return term("shift", unit, steps[rel])
    if rel in ("following", "previous"):
        return term("shift_said", unit, 1 if rel == "following" else -1)
    return None


def _several(parts: Parts, row: Row) -> Expression | None:
    """Units in the plural and a relation, without a number: the coming days."""
    words = {"next": "FUTURE_REF", "following": "FUTURE_REF", "this": "PRESENT_REF"}
    return term("reference", words.get(parts["relation"].value, "PAST_REF")) if _fits(parts, row) else None


def _counted(parts: Parts, row: Row) -> Expression | None:
    """A number (or none) of units: a duration. The noun's own number must go with the count."""
    unit = parts["unit"]
    count: float | None = parts["number"].value if "number" in parts else row.get("count")
    if not _fits(parts, row) or (count is not None and not _counts(count, unit, parts.get("number"))):
        return None
    return term("duration", (unit.value, count))


def _counted_half(parts: Parts, row: Row) -> Expression | None:
    """So many units and a share of one more; the share in the next smaller unit that makes it whole."""
    unit = parts["unit"]
    count: float = row.get("count", 2 if unit.variety == "dual" else 1)
    if "number" in parts:
        count = parts["number"].value
    if not _fits(parts, row) or ("number" in parts and not _counts(count, unit, parts["number"])):
        return None
    return _with_half(unit.value, count + parts["half"].value)


def _counts(count: float, unit: Part, number: Part | None) -> bool:
    """Whether the noun's own number goes with the count; after digits newsrooms are not so careful."""
    if number is not None and number.variety == "digits" and unit.variety not in ("dual", "construct") and count < 1900:
        return True
    if unit.variety == "plural":
        return 3 <= count % 100 <= 10 or count > 100
    if unit.variety == "dual":
        return count == 2
    return not 3 <= count <= 10


def _with_half(unit: str, count: float) -> Expression:
    smaller = {"Y": ("M", 12), "D": ("TH", 24), "TH": ("TM", 60), "DE": ("Y", 10), "CE": ("Y", 100), "TM": ("TS", 60)}.get(unit)
    if smaller:
        return term("duration", (smaller[0], count * smaller[1]))
    return term("duration", (unit, count))


def _last_units(parts: Parts, row: Row) -> Expression | None:
    """The last so many units; contracts and horns are none."""
    unit = parts["unit"]
    if unit.value in LONG:
        return None
    count = parts["number"].value if "number" in parts else 2
    if "number" in parts and not _counts(count, unit, parts["number"]):
        return None
    return term("duration", (unit.value, count))


def _joined(parts: Parts, row: Row) -> Expression | None:
    """Two durations in one: two years and three months."""
    a, b = parts["first"].value, parts["second"].value
    if a.op != "duration" or b.op != "duration":
        return None
    order = ["CE", "DE", "Y", "M", "W", "D", "NI", "TH", "TM", "TS"]
    units = [p[0] for p in (*a.args, *b.args)]
    return term("duration", *a.args, *b.args) if units == sorted(set(units), key=order.index) else None


def _measured(parts: Parts, row: Row) -> Expression | None:
    return term("mod", parts["measure"].value, parts["of"].value)


LONG = {"DE", "CE"}
"""Units whose nouns also mean something else (contracts, horns)."""


def _units(of: Expression) -> set[object]:
    return {p[0] for p in of.args if isinstance(p, tuple)}


def _short_length(parts: Parts, row: Row) -> Expression | None:
    of: Expression = parts["length"].value
    return None if _units(of) & LONG else of


def _long_length(parts: Parts, row: Row) -> Expression | None:
    of: Expression = parts["length"].value
    return of if _units(of) & LONG else None


def _counted_relation(parts: Parts, row: Row) -> Expression | None:
    unit, count = parts["unit"], parts["number"].value
    return term("duration", (unit.value, count)) if _fits(parts, row) and count > 1 else None


def _ago_counted(parts: Parts, row: Row) -> Expression | None:
    """As `ago`, where a number stands and the unit is no longer than a year; else the length is a stretch up to now."""
    of = _ago(parts, row)
    return of if of and of.args[1] is not None and of.args[0] not in LONG and not of.args[2] else None


def _month_of_pointer(parts: Parts, row: Row) -> Expression | None:
    of: Expression = parts["pointer"].value
    return term("month", parts["mname"].value, None, of) if of.op == "shift_said" and of.args[0] == "Y" else None


def _day_of_pointer(parts: Parts, row: Row) -> Expression | None:
    of: Expression = parts["pointer"].value
    return term("day", parts["dayno"].value, of) if of.op == "shift_said" and of.args[0] == "M" else None


def _same_in(parts: Parts, row: Row) -> Expression | None:
    of: Expression = parts["pointer"].value
    pointed = of.op == "shift_said" and of.args[0] in ("D", "M") and of.args[1] == 0
    return term("same_in", of, parts["of"].value) if pointed else None


def _follows(parts: Parts, row: Row) -> Expression:
    return term("shift_said", parts["unit"].value, parts["way"].value)


def _set_of(parts: Parts, row: Row) -> Expression | None:
    """Each so many units; each contract is no decade, and each night has a rule of its own."""
    of: Expression = parts["of"].value
    return None if _units(of) & {*LONG, "NI"} else term("set", of)


def _that_unit(parts: Parts, row: Row) -> Expression | None:
    return term("shift_said", parts["unit"].value, 0) if _fits(parts, row) else None


def _nothing(parts: Parts, row: Row) -> str:
    return "none"


def _about(parts: Parts, row: Row) -> Expression | None:
    """A date or a clock time blurred; a measure that compares amounts says nothing of it."""
    of = parts["of"].value
    if parts["measure"].value != "APPROX":
        return None
    return term("mod", "APPROX", clock.clock_on({"clock": parts["of"]}, row) if isinstance(of, tuple) else of)


def _ago(parts: Parts, row: Row) -> Expression | None:
    of: Expression = parts["duration"].value
    mod = None
    if of.op == "mod":
        mod, inner = of.args
        assert isinstance(inner, Expression)
        of = inner
    if of.op != "duration" or len(of.args) != 1:
        return None
    (measure,) = of.args
    assert isinstance(measure, tuple)
    return term("ago", *measure, mod)


RESOLVERS: dict[str, Resolver] = {
    "term": _term, "same": _same, "twin": _twin, "bare_year": _bare_year, "day_of": _day_of, "numeric": _numeric,
    "numeric_short": _numeric_short, "day_month": _day_month, "month_numeric": _month_numeric, "last_units": _last_units,
    "frequency": _frequency, "free_month": _free_month, "day_running": _day_running, "rest_of": _rest_of, "shift": _shift,
    "several": _several, "counted": _counted, "joined": _joined, "measured": _measured, "about": _about, "ago": _ago,
    "counted_half": _counted_half, "short_length": _short_length, "long_length": _long_length,
    "counted_relation": _counted_relation, "ago_counted": _ago_counted, "that_unit": _that_unit, "set_of": _set_of,
    "day_of_pointer": _day_of_pointer, "follows": _follows, "same_in": _same_in,
    "month_of_pointer": _month_of_pointer, "nothing": _nothing, **clock.RESOLVERS, **lists.RESOLVERS, **periods.RESOLVERS,
}  # fmt: skip
"""Resolvers by the name a rule's ``value`` gives."""
