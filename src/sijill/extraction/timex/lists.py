"""Resolvers of lists: members that share a month, a year or a relation said once. A list's value is its member parts."""

from __future__ import annotations

from dataclasses import replace

from ...language.grammar import Part, Resolver
from ...language.resolution.moments import term
from ...records import Expression
from . import clock
from .fitting import Parts, Row

Members = tuple[Part, ...]
YEARS, CENTURY = (1800, 2100), 100
"""Years that a bare range may name, and how far apart they are at most."""
FEW = 2
"""How many more than the first the elided second number of a pair may be."""


def _rest(parts: Parts, *labels: str) -> Members:
    for label in labels:
        if label in parts:
            part = parts[label]
            return part.value if isinstance(part.value, tuple) else (part,)
    return ()


def _share_month(parts: Parts, row: Row) -> Members | None:
    """Days before a date take its month; each must come before the next one."""
    rest, first = _rest(parts, "rest"), parts["first"]
    date: Expression = rest[0].value
    if first.type == "dayno" and not rest[0].prep and rest[0].conj and _compound(first, rest[0]):
        return None
    if date.op != "day" or not isinstance(number := date.args[0], int) or first.value >= number:
        return None
    return (replace(first, value=term("day", first.value, date.args[1])), *rest)


def _compound(first: Part, second: Part) -> bool:
    """Whether two ordinals are one: the sixth and twentieth."""
    number = second.value.args[0]
    return first.article and number in (20, 30) and int(first.value) < 10


def _share_year(parts: Parts, row: Row) -> Members | None:
    """Months before a month of a year take its year, the year before it where the list runs over its end."""
    rest, first = _rest(parts, "rest"), parts["first"]
    month: Expression = rest[0].value
    if month.op != "month" or not isinstance(number := month.args[0], int) or len(month.args) < 2 or first.value == number:
        return None
    shared = month.args[1:]
    if len(shared) == 2 and isinstance(year := shared[1], Expression) and year.op == "year" and first.value > number:
        shared = (None, term("year", int(str(year.args[0])) - 1))
    return (replace(first, value=term("month", first.value, *shared)), *rest)


def _share_relation(parts: Parts, row: Row) -> Members | None:
    rel = parts["relation"].value
    if rel not in ("next", "last", "this"):
        return None
    first, second, tail = parts["first"], parts["second"], parts["relation"]
    return (
        replace(first, value=term("weekday", first.value, rel)),
        replace(second, value=term("weekday", second.value, rel), j=tail.j),
    )


def _measure(value: Expression) -> tuple[str, float] | None:
    """Unit and count of a length of one unit; not of decades and centuries, whose nouns also mean something else."""
    if value.op != "duration" or len(value.args) != 1 or not isinstance(value.args[0], tuple):
        return None
    unit, count = value.args[0]
    return (unit, count) if count is not None and unit not in ("DE", "CE") else None


def _share_unit(parts: Parts, row: Row) -> Members | None:
    """Numbers before a length that take its unit; each must come before the next one."""
    first, rest = parts["first"], parts["rest"]
    measure = _measure(rest.value)
    if measure is None or not first.value < measure[1]:
        return None
    return (replace(first, value=term("duration", (measure[0], first.value))), rest)


def _elided_unit(parts: Parts, row: Row) -> Members | None:
    """A length, and a number that counts the same unit: one more than it, or a few."""
    first, more = parts["first"], parts["n"]
    measure = _measure(first.value)
    if measure is None or not measure[1] < more.value <= measure[1] + FEW or more.article:
        return None
    return (first, replace(more, value=term("duration", (measure[0], more.value))))


def _two_lengths(parts: Parts, row: Row) -> Members | None:
    """Two lengths of one unit."""
    first, rest = parts["first"], parts["rest"]
    a, b = _measure(first.value), _measure(rest.value)
    return (first, rest) if a is not None and b is not None and a[0] == b[0] else None


def _two_years(parts: Parts, row: Row) -> Members | None:
    """Years in order, of one century's length at most."""
    first, last = parts["first"], parts["rest"]
    if not (YEARS[0] <= first.value < last.value <= YEARS[1]) or last.value - first.value > CENTURY:
        return None
    return (replace(first, value=term("year", first.value)), replace(last, value=term("year", last.value)))


def _share_half(parts: Parts, row: Row) -> Members | None:
    """Hours of which one is told with its part of the day: the other is of the same, unless it would lie wrong."""
    first, last = parts["first"], parts["rest"] if "rest" in parts else parts["ordinal"]
    a, b = clock.told(first.value), clock.told(last.value)
    if a is None or b is None:
        return None
    (hour, minute, half, _), (to, past, other, day) = a, b
    if other and not half and hour <= 12:
        moved = clock.halved(hour, minute, other)
        if moved[:2] < (to, past):
            hour, minute, half = moved
    elif not half and first.type == "ordinal" and hour + 12 < to:  # the last is told with its day, its half spent
        hour += 12
    elif half and not other and to <= 12:
        moved = clock.halved(to, past, half)
        if moved[:2] > (hour, minute):
            to, past, other = moved
    return (
        replace(first, value=clock.time_of(hour, minute, day, half)),
        replace(last, value=clock.time_of(to, past, day, other)),
    )


def _members(parts: Parts, row: Row) -> Members:
    """A list after the noun it counts: the noun belongs to the first member."""
    label = "days" if "days" in parts else "months"
    first, *rest = parts[label].value
    nouns = [p for name, p in parts.items() if name.endswith("_noun")]
    if nouns:
        first = replace(first, i=nouns[0].i, letters=nouns[0].letters, conj=nouns[0].conj, prep=nouns[0].prep)
    return (first, *rest)


RESOLVERS: dict[str, Resolver] = {
    "share_month": _share_month, "share_year": _share_year, "share_relation": _share_relation, "members": _members,
    "share_unit": _share_unit, "elided_unit": _elided_unit, "two_lengths": _two_lengths, "share_half": _share_half,
    "two_years": _two_years,
}  # fmt: skip
"""Resolvers of lists."""
