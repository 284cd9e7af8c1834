"""Resolvers of lists: members that share a month, a year or a relation said once. A list's value is its member parts."""

from __future__ import annotations

from dataclasses import replace

from ...language.grammar import Part, Resolver
from ...language.resolution.moments import term
from ...records import Expression
from .fitting import Parts, Row

Members = tuple[Part, ...]


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
}  # fmt: skip
"""Resolvers of lists."""
