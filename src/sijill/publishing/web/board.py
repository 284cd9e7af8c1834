"""The commitments board: one row an undertaking, with every due date ever stated for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ...reconciliation.undertakings.timing import standing
from ...records import Commitment, Report
from .context import Context, Dating, Quote, Text

ORDER = ("due", "upcoming", "passed_no_report", "no_date", "met_late", "met_on_time", "off")
TOLD_BY_TIMING = frozenset({"met_on_time", "met_late", "passed_no_report"})
"""Where the timing says more than the status does."""


@dataclass(frozen=True, slots=True)
class Step:
    """One report of a commitment. ``due`` in words, ``said`` the due date's own words in the article."""

    dating: Dating
    outlet: str
    due: str
    said: str | None
    status: str
    shape: str
    who: str
    kind: str
    quote: Quote | None
    reason: str | None
    why: tuple[str, ...]
    matched: tuple[str, ...]
    changed: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One commitment as a line of the board, and what opening it shows. ``slip`` is a signed count of days in words."""

    id: str
    anchor: str
    title: Text
    state: str
    shape: str
    timing: str
    due: str
    slip: str | None
    later: bool
    voices: str
    newest: Quote | None
    newest_who: str
    history: tuple[Step, ...]
    parties: tuple[str, ...]
    place: str | None
    condition: str | None
    depends: tuple[str, Text] | None
    decided: str | None
    signature: str


def board(context: Context) -> list[Row]:
    """The rows, what is still open first and by due date, then what is done, then what is off."""
    return [_row(context, c) for c in sorted(context.record.commitments, key=_rank)]


def signed_days(context: Context, days: int) -> str:
    """A slip as ``+109 days`` in the language."""
    sign = "+" if days > 0 else "\u2212" if days < 0 else ""
    said, number = context.count("days", abs(days)), context.digits(str(abs(days)))
    return said.replace(number, f"\u2066{sign}{number}\u2069") if number in said else sign + said


def state_of(context: Context, c: Commitment) -> tuple[str, str]:
    """A commitment's state as a word and the name of its shape."""
    if c.timing in TOLD_BY_TIMING:
        return context.name("timing", c.timing), c.timing
    return context.name("status", c.final_status), c.final_status


def _rank(c: Commitment) -> tuple[int, date, str]:
    report = standing(c)
    day = c.next_due or (report and (report.due_latest or report.due_earliest)) or date.max
    return (ORDER.index(c.timing) if c.timing in ORDER else len(ORDER), day, c.id)


def _row(context: Context, c: Commitment) -> Row:
    state, shape = state_of(context, c)
    dated, newest = standing(c), c.history[-1] if c.history else None
    other = context.commitments.get(c.depends_on or "")
    return Row(
        id=c.id,
        anchor=f"{context.language}-{c.id}",
        title=context.title(c),
        state=state,
        shape=shape,
        timing="" if c.timing in TOLD_BY_TIMING else context.name("timing", c.timing),
        due=context.due(dated) if dated else _open(context, newest),
        slip=signed_days(context, c.slip_days) if c.slip_days else None,
        later=(c.slip_days or 0) > 0,
        voices=_voices(context, c),
        newest=context.quote(newest.article, newest.evidence) if newest else None,
        newest_who=context.who(newest.by, newest.by_kind) if newest else "",
        history=_steps(context, c),
        parties=c.actors,
        place=c.place,
        condition=c.condition,
        depends=(context.commitment_href(other.id), context.title(other)) if other else None,
        decided=context.decided.get(c.id),
        signature=f"{c.final_status}|{c.timing}|{len(c.history)}|{c.next_due}",
    )


def _open(context: Context, newest: Report | None) -> str:
    return context.due(newest) if newest else context.name("due_phrase", "open")


def _voices(context: Context, c: Commitment) -> str:
    origins = max((r.origins for r in c.history), default=0)
    articles = len({r.article for r in c.history})
    return context.say("voices_in", origins=context.count("origins", origins), reports=context.count("in_reports", articles))


def _steps(context: Context, c: Commitment) -> tuple[Step, ...]:
    steps, before = [], None
    for r in c.history:
        day = r.due_latest or r.due_earliest
        steps.append(_step(context, r, changed=bool(day and before and day != before)))
        before = day or before
    return tuple(steps)


def _step(context: Context, r: Report, changed: bool) -> Step:
    dated = context.articles.get(r.article)
    time = dated.timexes[r.time] if dated and r.time is not None and r.time < len(dated.timexes) else None
    return Step(
        dating=context.dating(r.article),
        outlet=context.outlet(r.article),
        due=context.due(r),
        said=time.text if time else None,
        status=context.name("status", r.status),
        shape=r.status,
        who=context.who(r.by, r.by_kind),
        kind=context.name("speaker_kind", r.by_kind) if r.by and r.by_kind else "",
        quote=context.quote(r.article, r.evidence),
        reason=r.reason,
        why=context.steps(time.steps) if time else (),
        matched=context.matched(r.why),
        changed=changed,
    )
