"""Due days of reports, and where a commitment stands on a day: pure arithmetic over reports and days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from ...records import Commitment, Report, Timex, Undertaking
from .lengths import PERIOD, later

AHEAD = frozenset({"planned", "conditional", "confirmed", "in_progress"})
MOVED = frozenset({"postponed", "extended", "brought_forward"})
OFF = frozenset({"cancelled", "denied", "refused"})
DONE = frozenset({"fulfilled", "partly_fulfilled"})


class Due(NamedTuple):
    """When a report says an act is due; unknown ends are None."""

    earliest: date | None
    latest: date | None
    kind: str


def due(report: Undertaking, time: Timex | None, term: Timex | None = None) -> Due:
    """The due interval of ``report``, whose time resolves to ``time`` and the length counted from it to ``term``.

    A deadline (by, until) binds by its latest day; from and not_before by their earliest; on and within take the whole
    interval. A span of a week, a month or a year without a part named is ``within``. A duration alone dates nothing.
    """
    if report.due_kind == "upon_condition":
        return Due(None, None, "upon_condition")
    kind = report.due_kind
    if time is None or (time.earliest is None and time.latest is None):
        return Due(None, None, "within" if kind == "within" else "open")
    length = PERIOD.match(term.value) if term is not None else None
    if length and time.earliest and time.latest and (time.latest - time.earliest).days <= 1:
        return Due(time.earliest, later(time.earliest, int(length[1]), length[2]), kind)
    time = _week(time)
    if kind == "after_event" and time.type == "DURATION":
        return Due(time.earliest, time.latest, "on")  # counted from the event: a day of its own
    if kind == "after_event":
        return Due(time.earliest, None, "not_before")
    if kind in ("by", "until"):
        return Due(None, time.latest, kind)
    if kind == "not_before":
        return Due(_after(time), None, kind)
    if kind == "from":
        return Due(time.earliest, time.latest if _punctual(report) else None, kind)
    return Due(time.earliest, time.latest, _width(kind, time))


PUNCTUAL = frozenset({"=start", "=resume", "=truce", "=launch", "=open", "=hold"})


def _punctual(report: Undertaking) -> bool:
    """Whether what is from a day on is a beginning, which is that day."""
    return report.status in ("planned", "confirmed", "conditional") and not PUNCTUAL.isdisjoint(report.keys)


def _week(time: Timex) -> Timex:
    """A week of the calendar as newsrooms of Arab countries count it, from Sunday (the TIMEX3 value stays the ISO week)."""
    if "-W" not in time.value or len(time.value) != len("2018-W23") or time.earliest is None or time.latest is None:
        return time
    one = timedelta(days=1)
    return replace(time, earliest=time.earliest - one, latest=time.latest - one)


def _after(time: Timex) -> date | None:
    """The first day after a single day or a whole year or month; within a longer one the event's own day is not known."""
    if time.latest is None:
        return time.earliest
    return time.latest + timedelta(days=1)


def _width(kind: str, time: Timex) -> str:
    if time.earliest is None or time.latest is None:
        return kind
    days = (time.latest - time.earliest).days
    if kind == "on" and days >= 5 and time.mod is None:
        return "within"
    return "on" if kind == "within" and days == 0 else kind


def final_status(history: Sequence[Report]) -> str:
    """The status after the last report that settles anything, in the order given (of publication).

    What was done stays done, unless a later report speaks of a later due day. Among the reports of the last day the one
    that tells most counts; one that still looks to a day ahead outweighs an undated "done" of the same day, which then
    tells of a part or of something before.
    """
    if not history:
        return "planned"
    last = history[-1].published
    today = [r for r in history if r.published == last]
    done = [r for r in history if r.status in DONE]
    if done and not any(_ahead(r, done[-1]) for r in today):
        return done[-1].status
    open_today = [r for r in today if r.status not in DONE] or today
    return max(open_today, key=lambda r: (_rank(r.status), r.due_latest is not None)).status


def _ahead(report: Report, done: Report) -> bool:
    """Whether a report looks to a day after its publication and after the day told as done, or tells it is called off."""
    if report.status in DONE:
        return False
    if report.due_latest is None or report.published is None:
        return report.status in OFF or report.status in MOVED
    return report.due_latest > report.published and (done.due_latest is None or report.due_latest > done.due_latest)


def _rank(status: str) -> int:
    """Which of two reports of one day tells more: done and called off before moved, moved before planned."""
    if status in DONE:
        return 4
    if status in OFF or status == "missed":
        return 2
    return 3 if status in MOVED else 1


def last_due(history: Sequence[Report]) -> Report | None:
    """The report whose due date stands: the last that names one, fulfilments aside.

    A later one that names only a first day counts where that day lies after what had been named before. None after a
    postponement that names no new day.
    """
    begins: Report | None = None
    for report in reversed(current(history)):
        if report.status in DONE:
            continue
        if report.due_latest is not None:
            return begins if _outlives(begins, report.due_latest) else report
        if begins is None and report.due_earliest is not None:
            begins = report
        if report.status == "postponed":
            return begins
    return begins or next((r for r in reversed(history) if r.due_latest is not None), None)


def current(history: Sequence[Report]) -> list[Report]:
    """The reports less those that only retell an older day: one gone by when they were published, and moved since."""
    out: list[Report] = []
    latest: date | None = None
    for report in history:
        day = report.due_latest
        gone = day is not None and report.published is not None and day < report.published and report.status not in DONE
        if gone and day is not None and latest is not None and day < latest:
            continue
        latest = max(latest or day, day) if day and report.status not in DONE else latest
        out.append(report)
    return out


def standing(c: Commitment) -> Report | None:
    """The report whose due date stands, its days counted from another undertaking's where it hangs on that."""
    return c.counted or last_due(c.history)


def _outlives(begins: Report | None, latest: date) -> bool:
    return begins is not None and begins.due_earliest is not None and begins.due_earliest > latest


def timing(history: Sequence[Report], status: str, used: date | None) -> str:
    """Where a commitment stands at ``used``: see the contract's ``timing``."""
    if status in OFF:
        return "off"
    last = last_due(history)
    if status in DONE:
        return _met(history, status)
    if last is None or used is None:
        return "no_date"
    if last.due_latest is None:
        return "upcoming" if last.due_earliest is not None and used < last.due_earliest else "no_date"
    if used > last.due_latest:
        return "passed_no_report"
    begins = last.due_earliest if last.due_earliest is not None else last.due_latest
    return "due" if begins <= used else "upcoming"


def late_days(history: Sequence[Report], status: str) -> int | None:
    """Days between the last stated latest due day and the stated day of fulfilment; None where either is not stated.

    The day on which a fulfilment was reported is no day of fulfilment: it only bounds it.
    """
    last = _promised(history)
    if status not in DONE or last is None or last.due_latest is None:
        return None
    day = next((r.due_latest for r in _fulfilments(history, last) if _stated(r)), None)
    return (day - last.due_latest).days if day else None


def _met(history: Sequence[Report], status: str) -> str:
    """In time or late; ``no_date`` where neither follows from what was stated and when it was reported.

    Without a stated day of fulfilment, it was in time if told by the due day, and late if some report after the due day
    still told it as open.
    """
    late = late_days(history, status)
    if late is not None:
        return "met_late" if late > 0 else "met_on_time"
    last = _promised(history)
    if last is None or last.due_latest is None:
        return "no_date"
    told = next((r.published for r in _fulfilments(history, last) if r.published), None)
    if told is not None and told <= last.due_latest:
        return "met_on_time"
    still = [r.published for r in history if r.status not in DONE and r.published is not None]
    return "met_late" if any(last.due_latest < day and (told is None or day < told) for day in still) else "no_date"


def _promised(history: Sequence[Report]) -> Report | None:
    """The last report that stated a latest due day of what was not yet done."""
    return next((r for r in reversed(history) if r.status not in DONE and r.due_latest is not None), None)


def _fulfilments(history: Sequence[Report], last: Report) -> list[Report]:
    """The reports of fulfilment since ``last`` was published; the last one of all where none is that young."""
    done = [r for r in history if r.status in DONE]
    since = last.published
    return [r for r in done if since is None or r.published is None or r.published >= since] or done[-1:]


def _stated(report: Report) -> bool:
    """Whether a report of fulfilment states its day, which cannot lie after the report."""
    day = report.due_latest
    return day is not None and (report.published is None or day <= report.published)
