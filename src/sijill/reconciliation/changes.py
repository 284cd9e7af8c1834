"""What changed from day to day in a record: the one notion behind ``show changes``, the page and whoever watches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from ..records import Commitment, Event, Notice, Record, Report
from .undertakings.timing import DONE, OFF, final_status, last_due, timing
from .versions.edits import differing


class Change(NamedTuple):
    """One thing that became known on a day.

    ``id`` is the line's; ``kind`` one of new, moved (another due day), status, passed (a due day went by in silence; its
    day is the one after it), silent_edit (the words it rested on were changed). ``before`` and ``after`` are days, statuses
    or words by the kind; ``day`` is None where the report has none. ``by`` says it, in ``article``; both None where a day
    passed and nobody spoke.
    """

    id: str
    kind: str
    day: date | None
    before: date | str | None
    after: date | str | None
    by: str | None
    article: str | None


def changes(record: Record) -> list[Change]:
    """Every change of the record's undertakings and events up to its day, in order of day; undated ones last.

    A line's changes depend on its own reports alone, so that they stay the same while others come in.
    """
    days = {d.article.name: d.published.latest for d in record.articles}
    found = [x for c in record.commitments for x in _undertaking(c, record.as_of_used)]
    found += [_told(e, days) for e in record.events]
    found += [_edited(n) for n in record.notices]
    return sorted(found, key=lambda x: (x.day or date.max, x.id, x.kind))


def _told(event: Event, days: dict[str, date | None]) -> Change:
    """An event becomes known with the first mention of it."""
    first = min(event.mentions, key=lambda m: (days.get(m.article) or date.max, m.article))
    return Change(event.id, "new", days.get(first.article), None, event.latest or event.earliest, None, first.article)


def _edited(notice: Notice) -> Change:
    """A silent edit, by the words in which the two sentences differ."""
    before, after = differing(notice.before, notice.after) if notice.after else (notice.before, None)
    return Change(notice.line, notice.kind, notice.day, before, after, notice.outlet, notice.article)


def _undertaking(c: Commitment, used: date | None) -> Iterator[Change]:
    """How the line stood after each day on which it was reported, against the day before, and the days that passed."""
    told: list[Report] = []
    status: str | None = None
    due: date | None = None
    for today in _daily(c.history):
        yield from _passed(c, told, today[0].published)
        told += today
        now, last = final_status(told), last_due(told)
        known = last.due_latest if last else None
        report = _teller(today, now, known)
        if status is None:
            yield Change(c.id, "new", report.published, None, known, report.by, report.article)
        else:
            if known != due and now not in DONE and now not in OFF:
                dated = next((r for r in today if r.due_latest == known), report)
                yield Change(c.id, "moved", dated.published, due, known, dated.by, dated.article)
            if now != status:
                yield Change(c.id, "status", report.published, status, now, report.by, report.article)
        status, due = now, known
    yield from _passed(c, told, used + timedelta(days=1) if used else None)


def _daily(history: Sequence[Report]) -> Iterator[list[Report]]:
    """The reports of each day of publication together, in the order given."""
    today: list[Report] = []
    for report in history:
        if today and report.published != today[0].published:
            yield today
            today = []
        today.append(report)
    if today:
        yield today


def _teller(today: Sequence[Report], status: str, due: date | None) -> Report:
    """The report of a day that tells what stands after it."""
    return max(today, key=lambda r: (r.status == status, r.due_latest == due))


def _passed(c: Commitment, told: Sequence[Report], until: date | None) -> Iterator[Change]:
    """The due day that went by after ``told`` and before ``until`` (exclusive), with no word of what came of it."""
    last = last_due(told) if told else None
    if last is None or last.due_latest is None or until is None:
        return
    after = last.due_latest + timedelta(days=1)
    newest = told[-1].published
    if (newest is None or newest < after) and after < until and timing(told, final_status(told), after) == "passed_no_report":
        yield Change(c.id, "passed", after, last.due_latest, None, None, None)
