"""The milestone-trend chart: report day across, due day upwards, one stepped line a commitment, drawn on the server.

A flat line is on time, a rising one slips, one that meets the diagonal (the day itself) has fallen due. Time runs in
the language's reading direction. Coordinates are in units of the drawing's own box.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from babel import Locale

from ...records import Commitment, Report
from .context import Context, Text

BRIGHT = 8
"""Lines in a colour of their own; the others are faint until they are picked."""
ASIDE = (0.0, 3.6, -3.6, 7.2, -7.2)
"""Units by which lines are drawn beside their level, so that commitments due on one day do not hide one another."""
DAY_STEPS = (1, 2, 5, 10, 15)
MONTH_STEPS = (1, 3, 6, 12, 24, 60, 120)


@dataclass(frozen=True, slots=True)
class Dot:
    """A stated due date: where it is drawn, the words it links to, and what it says."""

    x: float
    y: float
    href: str | None
    says: str


@dataclass(frozen=True, slots=True)
class Line:
    """One commitment: a number on the chart and in the legend, its path, its points, and where it was kept."""

    number: int
    hue: int | None
    id: str
    href: str
    title: Text
    path: str
    tail: str
    dots: tuple[Dot, ...]
    end: tuple[float, float]
    kept: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis, its label and a second line of it, and whether a year starts there."""

    at: float
    label: str
    under: str
    year: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """The chart at one size; ``x0``..``x1`` and ``y0``..``y1`` bound the plot, ``today`` is the diagonal's path."""

    size: str
    width: int
    height: int
    x0: float
    x1: float
    y0: float
    y1: float
    lines: tuple[Line, ...]
    across: tuple[Tick, ...]
    upwards: tuple[Tick, ...]
    today: str
    today_at: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Cell:
    """A row of the table twin."""

    title: Text
    href: str
    day: str
    due: str
    who: str
    place: str | None


@dataclass(frozen=True, slots=True)
class Trend:
    """The chart at two sizes, its table twin, and what was left out of the drawing, in numbers."""

    drawings: tuple[Drawing, ...]
    cells: tuple[Cell, ...]
    faded: int
    left: int


@dataclass(frozen=True, slots=True)
class _Frame:
    """Days to coordinates; ``mirrored`` where time runs from right to left."""

    width: int
    height: int
    left: float
    right: float
    top: float
    bottom: float
    start: date
    stop: date
    low: date
    high: date
    mirrored: bool

    def x(self, day: date) -> float:
        """Where a report's day is drawn."""
        share = (day - self.start).days / max(1, (self.stop - self.start).days)
        inner = self.width - self.left - self.right
        return round(self.left + inner * (1 - share if self.mirrored else share), 1)

    def y(self, day: date) -> float:
        """Where a due day is drawn."""
        share = (day - self.low).days / max(1, (self.high - self.low).days)
        return round(self.height - self.bottom - (self.height - self.top - self.bottom) * share, 1)


def trend(context: Context) -> Trend | None:
    """The chart of the record's commitments; None where none has a dated due in a dated report."""
    drawn = {c.id: points for c in context.record.commitments if (points := _points(c))}
    if not drawn:
        return None
    first = min(day for points in drawn.values() for day, _, _ in points)
    shown = _within(context, drawn, first)
    left = sum(len(points) for points in drawn.values()) - sum(len(points) for points in shown.values())
    order = sorted(shown, key=lambda id: _prominence(context.commitments[id], shown[id]))
    drawings = tuple(_drawing(context, size, order, shown, first) for size in ("wide", "narrow")) if order else ()
    return Trend(drawings, tuple(_cells(context, drawn)), max(0, len(order) - BRIGHT), left)


def _points(c: Commitment) -> list[tuple[date, date, Report]]:
    found = [(r.published, due, r) for r in c.history if r.published and (due := r.due_latest or r.due_earliest)]
    return sorted(found, key=lambda p: p[0])


def _within(
    context: Context, drawn: dict[str, list[tuple[date, date, Report]]], first: date
) -> dict[str, list[tuple[date, date, Report]]]:
    """The points from the first report on and not far above the bright lines, which set the scale for all."""
    later = {id: kept for id, points in drawn.items() if (kept := [p for p in points if p[1] >= first])}
    order = sorted(later, key=lambda id: _prominence(context.commitments[id], later[id]))
    top = max((due for id in order[:BRIGHT] for _, due, _ in later[id]), default=first)
    top = max(top, context.record.as_of_used or first)
    top += (top - first) / 4
    return {id: kept for id, points in later.items() if (kept := [p for p in points if p[1] <= top])}


def _prominence(c: Commitment, points: list[tuple[date, date, Report]]) -> tuple[bool, int, int, str]:
    return (not c.moved, -len({due for _, due, _ in points}), -len(points), c.id)


def _drawing(
    context: Context, size: str, order: list[str], shown: dict[str, list[tuple[date, date, Report]]], first: date
) -> Drawing:
    frame = _frame(context, size, shown, first)
    lines = [_line(context, frame, n, context.commitments[id], shown[id]) for n, id in enumerate(order, 1)]
    stop = min(frame.stop, frame.high)
    word = frame.start + (stop - frame.start) * 0.3
    most = 9 if size == "wide" else 4
    return Drawing(
        size, frame.width, frame.height,
        x0=frame.left, x1=frame.width - frame.right, y0=frame.top, y1=frame.height - frame.bottom,
        lines=tuple(_apart(lines)),
        across=tuple(_ticks(context, frame.start, frame.stop, most, frame.x)),
        upwards=tuple(_ticks(context, frame.low, frame.high, 7, frame.y)),
        today=f"M{frame.x(frame.start)} {frame.y(frame.start)}L{frame.x(stop)} {frame.y(stop)}",
        today_at=(frame.x(word), frame.y(word)),
    )  # fmt: skip


def _frame(context: Context, size: str, shown: dict[str, list[tuple[date, date, Report]]], first: date) -> _Frame:
    dues = [due for points in shown.values() for _, due, _ in points]
    reports = [day for points in shown.values() for day, _, _ in points]
    stop = max([*reports, context.record.as_of_used or first, first + timedelta(days=7)])
    high = max([*dues, stop])
    pad = timedelta(days=max(3, (high - first).days // 20))
    mirrored = context.words["language"]["direction"] == "rtl"
    width, height, axis, free = (960, 470, 96, 40) if size == "wide" else (380, 420, 66, 26)
    left, right = (free, axis) if mirrored else (axis, free)
    return _Frame(width, height, left, right, 16, 52, first, stop, first, high + pad, mirrored)


def _line(context: Context, frame: _Frame, n: int, c: Commitment, points: list[tuple[date, date, Report]]) -> Line:
    aside = ASIDE[(n - 1) % len(ASIDE)]
    path = "".join(_steps(frame, points, aside))
    last_day, last_due, _ = points[-1]
    kept_day = _kept(c)
    until = max(last_day, kept_day or context.record.as_of_used or last_day)
    level = round(frame.y(last_due) + aside, 1)
    tail, kept = f"M{frame.x(last_day)} {level}H{frame.x(until)}", None
    if kept_day:
        kept = (frame.x(until), frame.y(until))
        tail += f"V{kept[1]}"
    dots = tuple(
        Dot(frame.x(day), round(frame.y(due) + aside, 1), _words_href(context, r),
            f"{context.day(day)}: {context.due(r)} ({context.who(r.by, r.by_kind)})")
        for day, due, r in points
    )  # fmt: skip
    end = (frame.x(until), level)
    hue = n if n <= BRIGHT else None
    return Line(n, hue, c.id, context.commitment_href(c.id), context.title(c), path, tail, dots, end, kept)


def _words_href(context: Context, r: Report) -> str | None:
    return context.place_href(r.article, r.evidence[0][0]) if r.evidence else None


def _kept(c: Commitment) -> date | None:
    if c.final_status != "fulfilled":
        return None
    return next((r.published for r in reversed(c.history) if r.status == "fulfilled" and r.published), None)


def _steps(frame: _Frame, points: list[tuple[date, date, Report]], aside: float) -> Iterator[str]:
    for n, (day, due, _) in enumerate(points):
        level = round(frame.y(due) + aside, 1)
        yield f"H{frame.x(day)}V{level}" if n else f"M{frame.x(day)} {level}"


def _apart(lines: list[Line]) -> Iterator[Line]:
    """The lines with the numbers at their ends moved apart, so that none hides another."""
    used: list[tuple[float, float]] = []
    for line in sorted(lines, key=lambda x: (x.end[1], x.number)):
        x, y = line.end
        if line.hue:
            for other, level in used:
                if abs(other - x) < 20 and abs(level - y) < 17:
                    y = level + 17
            used.append((x, y))
        yield Line(line.number, line.hue, line.id, line.href, line.title, line.path, line.tail, line.dots, (x, round(y, 1)),
                   line.kept)  # fmt: skip


def _ticks(context: Context, start: date, stop: date, most: int, at: Callable[[date], float]) -> Iterator[Tick]:
    if (stop - start).days < 31 * most:
        yield from _day_ticks(context, start, stop, most, at)
        return
    months = (stop.year - start.year) * 12 + stop.month - start.month + 1
    step = next((s for s in MONTH_STEPS if months / s <= most), MONTH_STEPS[-1])
    names = Locale.parse(context.words["language"]["locale"]).months["format"]["wide"]
    for n in range(start.year * 12, stop.year * 12 + 12, step):
        day = date(n // 12, n % 12 + 1, 1)
        if start <= day <= stop:
            whole = step >= 12
            label, under = (str(day.year), "") if whole else (str(names[day.month]), str(day.year))
            yield Tick(at(day), context.digits(label), context.digits(under), day.month == 1)


def _day_ticks(context: Context, start: date, stop: date, most: int, at: Callable[[date], float]) -> Iterator[Tick]:
    """The ticks of a stretch too short for one a month: days 1, 6, 11 ... or days 1 and 16 of each month."""
    names = Locale.parse(context.words["language"]["locale"]).months["format"]["wide"]
    days = (stop - start).days + 1
    step = next((s for s in DAY_STEPS if days / s <= most), DAY_STEPS[-1])
    for day in (start + timedelta(days=n) for n in range(days)):
        if (day.day - 1) % step == 0 and (day.day + step // 2 <= 31 or step == 1):
            yield Tick(at(day), context.digits(str(day.day)), str(names[day.month]), (day.month, day.day) == (1, 1))


def _cells(context: Context, drawn: dict[str, list[tuple[date, date, Report]]]) -> Iterator[Cell]:
    for id, points in drawn.items():
        c = context.commitments[id]
        for day, _, r in points:
            where = _words_href(context, r)
            yield Cell(context.title(c), context.commitment_href(id), context.day(day), context.due(r),
                       context.who(r.by, r.by_kind), where)  # fmt: skip
