"""The timeline: events and due dates on one scale, an imprecise date as an interval, never as a point."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from babel import Locale

from ...reconciliation.undertakings.timing import standing
from .board import state_of
from .context import Context, Text

SHORT = 500
"""Days of a story below which its scale is marked in months."""
NARROWEST = 0.7
"""Percent of the scale below which an interval is drawn as a point."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A row of the timeline; ``start`` and ``size`` in percent of the scale in reading direction, ``origins`` a count."""

    anchor: str
    title: Text
    when: str
    held: str
    word: str
    start: float
    size: float
    point: bool
    origins: int
    href: str | None
    due: bool


@dataclass(frozen=True, slots=True)
class Year:
    """A mark of the scale, in percent: a year, or a month where the story is short."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The rows on the scale, the events before it, the scale's years and today's place on it."""

    marks: tuple[Mark, ...]
    background: tuple[Mark, ...]
    years: tuple[Year, ...]
    today: float | None


@dataclass(frozen=True, slots=True)
class _Found:
    earliest: date
    latest: date
    anchor: str
    title: Text
    when: str
    held: str
    word: str
    origins: int
    href: str | None
    due: bool


def timeline(context: Context) -> Timeline | None:
    """The timeline of the record; None where it has neither a dated event nor a dated due."""
    found = sorted([*_events(context), *_dues(context)], key=lambda f: (f.latest, f.earliest, f.anchor))
    if not found:
        return None
    first = min((d.published.latest for d in context.record.articles if d.published.latest), default=found[0].earliest)
    start = first - timedelta(days=45)
    stop = max([f.latest for f in found] + ([context.record.as_of_used] if context.record.as_of_used else []))
    stop += timedelta(days=max(10, (stop - start).days // 40))
    inside = [f for f in found if f.latest >= start]
    years = [Year(_share(day, start, stop), context.digits(label)) for day, label in _years(context, start, stop)]
    today = context.record.as_of_used
    return Timeline(
        tuple(_mark(f, start, stop) for f in inside),
        tuple(_mark(f, start, stop) for f in found if f.latest < start),
        tuple(years),
        _share(today, start, stop) if today else None,
    )


def _years(context: Context, start: date, stop: date) -> list[tuple[date, str]]:
    if (stop - start).days < SHORT:
        names = Locale.parse(context.words["language"]["locale"]).months["format"]["wide"]
        step = 1 if (stop - start).days < SHORT / 2 else 2
        months = (date(n // 12, n % 12 + 1, 1) for n in range(start.year * 12, stop.year * 12 + 12, step))
        return [(day, str(day.year if day.month == 1 else names[day.month])) for day in months if start < day < stop]
    step = max(1, (stop.year - start.year) // 8)
    return [(day, str(day.year)) for y in range(start.year + 1, stop.year + 1, step) if start < (day := date(y, 1, 1)) < stop]


def _share(day: date, start: date, stop: date) -> float:
    return round(100 * min(1.0, max(0.0, (day - start).days / max(1, (stop - start).days))), 2)


def _mark(f: _Found, start: date, stop: date) -> Mark:
    at, end = _share(f.earliest, start, stop), _share(f.latest + timedelta(days=1), start, stop)
    size = round(end - at, 2)
    return Mark(f.anchor, f.title, f.when, f.held, f.word, at, max(size, 0.0), f.earliest == f.latest or size < NARROWEST,
                f.origins, f.href, f.due)  # fmt: skip


def _events(context: Context) -> list[_Found]:
    found = []
    for e in context.record.events:
        latest = e.latest or e.earliest
        if latest and not e.said:
            href = context.place_href(e.mentions[0].article, e.mentions[0].start) if e.mentions else None
            found.append(_Found(
                e.earliest or latest, latest, f"{context.language}-{e.id}", context.title(e),
                context.interval(e.earliest, e.latest), e.held, context.name("held", e.held), e.origins, href, False,
            ))  # fmt: skip
    return found


def _dues(context: Context) -> list[_Found]:
    found = []
    for c in context.record.commitments:
        report = standing(c)
        latest = (report.due_latest or report.due_earliest) if report else None
        if report is None or latest is None or c.timing in ("off", "met_on_time", "met_late"):
            continue
        word, shape = state_of(context, c)
        found.append(_Found(
            report.due_earliest or latest, latest, f"{context.language}-due-{c.id}", context.title(c), context.due(report),
            "passed_no_report" if shape == "passed_no_report" else "planned", word,
            max(r.origins for r in c.history), context.commitment_href(c.id), True,
        ))  # fmt: skip
    return found
