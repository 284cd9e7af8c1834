"""What a report's own words say about the day it was written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ...language.calendars import month
from ...language.resolution import resolve
from ...records import Expression, Extraction, Proof, Published, TimeMention

STILL_AHEAD = frozenset({"planned", "conditional", "confirmed", "in_progress"})
"""How an undertaking is told whose due day has not come."""
NEAR = timedelta(days=31)
"""How far from the known days of its pile a report of the same story is looked for."""
SOON = 2
"""Days after which a crawler has usually seen a report."""
OLDEST = date(1990, 1, 1)
"""Times before this bound nothing: no report read here is older."""


@dataclass(frozen=True, slots=True)
class Clue:
    """One reason to believe that the day lies in ``earliest`` .. ``latest`` (None: open). ``kind`` names the reason.

    ``weight``: how far it is believed; two right clues of weight 1 outweigh any one.
    """

    kind: str
    earliest: date | None
    latest: date | None
    weight: float
    proof: Proof


@dataclass(frozen=True, slots=True)
class Today:
    """The report says which weekday the day of writing is (ISO number)."""

    weekday: int
    proof: Proof


def bounds(x: Extraction) -> Iterator[Clue]:
    """Days that the report tells of as past, or as still ahead, with their years."""
    for n, m in enumerate(x.times):
        if m.anchor != "dct":
            continue
        t = resolve(m, None)
        if not (t.earliest and t.latest) or t.type not in ("DATE", "TIME") or t.earliest < OLDEST:
            continue
        sure = _told(x, n)
        if m.lean == "past" and sure == "past" and m.expression.op in ("day", "month", "year"):
            yield Clue("past", t.earliest, None, 0.5, Proof(f"past {t.earliest}", m.start, m.end))
        elif m.lean == "future" and sure != "past":
            yield Clue("ahead", None, t.latest, 0.3, Proof(f"ahead {t.latest}", m.start, m.end))


def _deadline(x: Extraction, n: int) -> bool:
    """Whether time ``n`` is the day by which something is still to be done."""
    return any(u.time == n and u.status in STILL_AHEAD and u.due_kind in ("by", "until", "within") for u in x.undertakings)


def _told(x: Extraction, n: int) -> str | None:
    """Whether time ``n`` is that of a happening that was, or the due date of something that is to be."""
    if any(u.time == n and u.status in STILL_AHEAD for u in x.undertakings):
        return "future"
    if any(h.time == n and h.held == "held" for h in x.happenings):
        return "past"
    return None


def todays(x: Extraction) -> list[Today]:
    """Weekdays told of the day of writing: today Monday, yesterday Sunday, tomorrow Tuesday."""
    out = []
    for m in x.times:
        found = today(m)
        if found:
            out.append(found)
    return out


def today(m: TimeMention) -> Today | None:
    """The weekday of writing that one mention tells, if it does."""
    e = _bare(m.expression)
    if m.anchor != "dct" or e.op != "weekday_at":
        return None
    number, of = e.args[0], e.args[1]
    if not isinstance(number, int) or not isinstance(of, Expression) or of.op != "shift" or of.args[0] != "D":
        return None
    days = of.args[1]
    if not isinstance(days, int):
        return None
    weekday = (number - days - 1) % 7 + 1
    return Today(weekday, Proof(f"weekday {weekday}", m.start, m.end))


def told_day(m: TimeMention) -> tuple[str, int, int] | None:
    """What a mention of a weekday says relative to the day of writing: which way, the weekday, and the days off if told.

    ("past", weekday, 0), ("future", weekday, 0): on such a day before or after; ("off", weekday, days): so many days
    from it. None for what names no weekday.
    """
    e = _bare(m.expression)
    if m.anchor != "dct":
        return None
    number = e.args[0] if e.args else None
    if e.op == "weekday" and len(e.args) == 1 and isinstance(number, int):
        return (m.lean or "past", number, 0)
    if e.op == "weekday_at" and isinstance(number, int) and isinstance(e.args[1], Expression):
        of = e.args[1]
        if of.op == "shift" and of.args[0] == "D" and isinstance(of.args[1], int):
            return ("off", number, of.args[1])
    return None


def months(x: Extraction, known: Sequence[date]) -> Iterator[Clue]:
    """Windows from months told as the current one, where only one year brings them near to days ``known`` of the pile."""
    if not known:
        return
    first, last = min(known) - NEAR, max(known) + NEAR
    for n, m in enumerate(x.times):
        found = _this_month(m.expression)
        if m.anchor != "dct" or found is None:
            continue
        number, day = found
        ahead = m.lean == "future" or _deadline(x, n)
        windows = [_within(y, number, day, ahead) for y in range(first.year, last.year + 1)]
        near = [(a, b) for a, b in windows if a <= last and first <= b]
        if len(near) == 1:
            a, b = near[0]
            yield Clue("month", a, b, 0.8, Proof(f"month {a}..{b}", m.start, m.end))


def _this_month(e: Expression) -> tuple[int, int | None] | None:
    """Month and day (None for the month or a part of it) of an expression that calls a month the current one."""
    e = _bare(e)
    day = None
    if e.op == "day" and isinstance(e.args[0], int) and isinstance(e.args[1], Expression):
        day, e = e.args[0], e.args[1]
    elif e.op == "part" and isinstance(e.args[1], Expression):
        e = e.args[1]
    if e.op == "month" and len(e.args) == 2 and e.args[1] == "this" and isinstance(e.args[0], int):
        return e.args[0], day
    return None


def _within(year: int, number: int, day: int | None, ahead: bool) -> tuple[date, date]:
    """The month's days on which a report could say it: those up to a day that it tells as ahead."""
    whole = month(year, number)
    if day is None or day > whole.last.day or not ahead:
        return whole.first, whole.last
    return whole.first, date(year, number, day)


def on_crawl(said: Sequence[Today], crawled: Published) -> Clue | None:
    """The weekday that a report gives to its own day, on the day it was crawled or just before."""
    if crawled.latest is None or len({t.weekday for t in said}) != 1:
        return None
    back = (crawled.latest.isoweekday() - said[0].weekday) % 7
    if back > SOON:
        return None
    day = crawled.latest - timedelta(days=back)
    return Clue(
        "crawl",
        day,
        day,
        0.8,
        Proof(f"crawl {crawled.latest} weekday {said[0].weekday}", said[0].proof.start, said[0].proof.end),
    )


def _bare(e: Expression) -> Expression:
    """An expression without the part of the day, the clock's time and the measure around it."""
    while e.op in ("daypart", "clock", "mod"):
        inner = e.args[-1]
        if not isinstance(inner, Expression):
            break
        e = inner
    return e
