"""What a report's own words say about the day it was written."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
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
PAST, AHEAD, MONTH, CRAWL = 1.5, 0.8, 4.0, 4.0
"""What a time told as past, one told as ahead, the current month named, and the weekday before a crawl weigh."""
SURE, LEAD, REST = 0.98, 1.0, 0.8
"""How often the weekday told of the day of writing is right; what weekdays named in an opening, and further down, weigh."""
SEASON = 0.6
"""What one such day counts beside others, which often are of one event."""
OPENING = (0, 1)
"""The sentences of a report that hold its news."""
SINCE = {
    True: (0.67, 0.25, 0.03, 0.01, 0.01, 0.01, 0.02),
    False: (0.35, 0.38, 0.11, 0.06, 0.05, 0.03, 0.03),
}
"""How many days after a past weekday that it names (in its opening or not) a report is written; 3,300 dated ones."""
UNTIL = (0.43, 0.25, 0.10, 0.05, 0.04, 0.04, 0.09)
"""And how many days before one still to come."""
SEASONS: dict[tuple[bool, str, str], tuple[tuple[int, int, float], ...]] = {
    (True, "", "past"): ((-2, 30, 1.6), (31, 90, 0.5)),
    (True, "", "future"): ((-30, 0, 2.2), (-90, -31, 1.1)),
    (True, "", ""): ((-21, 15, 1.2), (-60, -22, 0.4), (16, 60, 0.4)),
    (True, "last", "past"): ((1, 45, 2.1), (46, 100, 1.5)),
    (True, "last", ""): ((1, 45, 2.1), (46, 100, 1.5)),
    (True, "next", "past"): ((-45, -1, 2.3), (-100, -46, 1.8)),
    (True, "next", "future"): ((-45, -1, 2.3), (-100, -46, 1.8)),
    (True, "next", ""): ((-45, -1, 2.3), (-100, -46, 1.8)),
    (False, "last", "past"): ((15, 120, 1.1),),
    (False, "next", "past"): ((-100, -10, 1.3),),
    (False, "next", "future"): ((-100, -10, 1.3),),
    (False, "next", ""): ((-100, -10, 1.3),),
    (False, "", "future"): ((-90, 0, 1.2),),
    (False, "", "past"): ((0, 130, 0.9),),
}
"""How many days after a day (True) or month of no year, called so and told so, a report is written, and how surely."""
OLDEST = date(1990, 1, 1)
"""Times before this bound nothing: no report read here is older."""


@dataclass(frozen=True, slots=True)
class Clue:
    """One reason to believe that the day lies in ``earliest`` .. ``latest`` (None: open). ``kind`` names the reason.

    ``weight``: the logarithm of how much likelier a day inside is than one outside.
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


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How likely the day of writing is each weekday (``shares``, Monday first), as the weekdays that a report names tell.

    ``weight``: what an agreeing weekday adds, as a power of the shares; ``weekday``: the ISO number of the likeliest.
    """

    shares: tuple[float, ...]
    weight: float
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
            yield Clue("past", t.earliest, None, PAST, Proof(f"past {t.earliest}", m.start, m.end))
        elif m.lean == "future" and sure != "past":
            yield Clue("ahead", None, t.latest, AHEAD, Proof(f"ahead {t.latest}", m.start, m.end))


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
            yield Clue("month", a, b, MONTH, Proof(f"month {a}..{b}", m.start, m.end))


def seasons(x: Extraction, first: date, last: date) -> Iterator[Clue]:
    """Days around the days and months that a report names without their year, in the years from ``first`` to ``last``."""
    seen: set[tuple[int, int | None, str]] = set()
    for m in x.times:
        named = _named(m.expression) if m.anchor == "dct" else None
        if named is None or named in seen:
            continue
        seen.add(named)
        number, day, called = named
        bands = SEASONS.get((day is not None, called, m.lean or ""), ())
        for year in range(first.year - 1, last.year + 2):
            told = _date(year, number, day or 15)
            if told is None:
                continue
            for a, b, weight in bands:
                low, high = told + timedelta(days=a), told + timedelta(days=b)
                if low <= last and first <= high:
                    yield Clue("season", low, high, SEASON * weight, Proof(f"season {told}", m.start, m.end))


def _named(e: Expression) -> tuple[int, int | None, str] | None:
    """Month, day (None for the month or a part of it) and what it is called (last, next, nothing); None with a year."""
    e = _bare(e)
    day = None
    if e.op == "day" and isinstance(e.args[0], int) and isinstance(e.args[1], Expression):
        day, e = e.args[0], e.args[1]
    elif e.op == "part" and isinstance(e.args[1], Expression):
        e = e.args[1]
    if e.op != "month" or not isinstance(e.args[0], int) or len(e.args) > 2:
        return None
    called = e.args[1] if len(e.args) > 1 and e.args[1] is not None else ""
    return (e.args[0], day, called) if isinstance(called, str) and called != "this" else None


def _date(year: int, number: int, day: int) -> date | None:
    try:
        return date(year, number, day)
    except ValueError:
        return None


def rhythms(x: Extraction, said: Sequence[Today]) -> list[Rhythm]:
    """The weekdays of writing that a report tells: today's where it names it (``said``), else those near what it tells."""
    count = Counter(t.weekday for t in said).most_common(2)
    if count and (len(count) == 1 or count[0][1] > count[1][1]):
        weekday = count[0][0]
        shares = tuple(SURE if k == weekday - 1 else (1 - SURE) / 6 for k in range(7))
        proof = next(t.proof for t in said if t.weekday == weekday)
        return [Rhythm(shares, 1.0, weekday, proof)]
    starts = [s for s, _ in x.sentences]
    found: dict[bool, dict[tuple[str, int], tuple[tuple[float, ...], TimeMention]]] = {True: {}, False: {}}
    for m in x.times:
        told = told_day(m)
        if told is None or told[0] == "off":
            continue
        opening = bisect_right(starts, m.start) - 1 in OPENING
        found[opening].setdefault(told[:2], (_shares(told[0], told[1], opening), m))
    return [_mixed(rows, LEAD if opening else REST) for opening, rows in found.items() if rows]


def _shares(way: str, weekday: int, opening: bool) -> tuple[float, ...]:
    out = [0.0] * 7
    for days, share in enumerate(SINCE[opening] if way == "past" else UNTIL):
        out[(weekday - 1 + (days if way == "past" else -days)) % 7] += share
    return tuple(out)


def _mixed(rows: dict[tuple[str, int], tuple[tuple[float, ...], TimeMention]], weight: float) -> Rhythm:
    """One rhythm of all weekdays named: their mean."""
    shares = tuple(sum(s[k] for s, _ in rows.values()) / len(rows) for k in range(7))
    best = max(range(7), key=lambda k: (round(shares[k], 9), -k)) + 1
    (_, named), (_, m) = next(((k, v) for k, v in rows.items() if k[1] == best), next(iter(rows.items())))
    return Rhythm(shares, weight, best, Proof(f"named {named}", m.start, m.end))


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
        CRAWL,
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
