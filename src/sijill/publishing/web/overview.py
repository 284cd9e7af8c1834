"""The first screen: what is due next, what has moved, what has happened, what passed in silence; then the conflicts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ...reconciliation.undertakings.timing import standing
from ...records import Commitment, Conflict, Event, Report, Span
from ..outcomes import deeds, outcomes
from .board import signed_days, state_of
from .context import Context, Quote, Text

FIRST = 3
"""How many lines each of the four questions gets; the rest is on the board below."""
SIDES = 3
"""How many quotations of a conflict are shown at once, of different words; the others are folded."""
ISO_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")


@dataclass(frozen=True, slots=True)
class Item:
    """One answer: a title that opens its record, and short facts. ``old`` and ``new`` are due dates in words."""

    title: Text
    href: str
    shape: str
    when: str = ""
    distance: str = ""
    old: str = ""
    new: str = ""
    who: str = ""
    earlier: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One of the four questions with its first answers, how many more there are, and what was looked for if none."""

    key: str
    items: tuple[Item, ...]
    rest: int
    empty: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A conflict: its verdict and kind in words, the words that stand against each other, and a note."""

    id: str
    label: str
    verdict: str
    quotes: tuple[tuple[Quote, str, str], ...]
    rest: tuple[tuple[Quote, str, str], ...]
    note: str


def questions(context: Context) -> list[Question]:
    """The four questions and what the record answers."""
    n, day = len(context.record.commitments), context.day(context.record.as_of_used)
    since = context.day(_start(context))
    return [
        _question("next", _next(context), context.say("none_next", day=day, n=n)),
        _question("moved", _moved(context), context.say("none_moved", n=n)),
        _question("happened", _happened(context), context.say("none_happened", day=since)),
        _question("silent", _silent(context), context.say("none_silent", day=day, n=n)),
    ]


def disagreements(context: Context) -> list[Disagreement]:
    """The conflicts, best founded first, as the record ranks them."""
    return [_disagreement(context, x) for x in context.record.conflicts]


def _question(key: str, items: list[Item], empty: str) -> Question:
    return Question(key, tuple(items[:FIRST]), max(0, len(items) - FIRST), empty)


def _start(context: Context) -> date | None:
    return min((d.published.latest for d in context.record.articles if d.published.latest), default=None)


def _distance(context: Context, day: date | None) -> str:
    today = context.record.as_of_used
    if day is None or today is None:
        return ""
    days = (day - today).days
    if days == 0:
        return context.say("is_today")
    return context.say("in_days" if days > 0 else "days_ago", days=context.count("from_days", abs(days)))


def _by_due(commitments: list[Commitment], latest_first: bool = False) -> list[tuple[Commitment, Report, date]]:
    found = []
    for c in commitments:
        report = standing(c)
        day = c.next_due or (report.due_latest or report.due_earliest if report else None)
        if report and day:
            found.append((c, report, day))
    return sorted(found, key=lambda x: (x[2], x[0].id), reverse=latest_first)


def _next(context: Context) -> list[Item]:
    open_ones = [c for c in context.record.commitments if c.timing in ("upcoming", "due")]
    return [
        Item(context.title(c), context.commitment_href(c.id), state_of(context, c)[1], when=context.due(r),
             distance=_distance(context, day), who=context.who(r.by, r.by_kind))
        for c, r, day in _by_due(open_ones)
    ]  # fmt: skip


def _silent(context: Context) -> list[Item]:
    past = [c for c in context.record.commitments if c.timing == "passed_no_report"]
    return [
        Item(context.title(c), context.commitment_href(c.id), "passed_no_report", when=context.due(r),
             distance=_distance(context, day), who=context.who(r.by, r.by_kind))
        for c, r, day in _by_due(past, latest_first=True)
    ]  # fmt: skip


def _moved(context: Context) -> list[Item]:
    found = []
    for c in context.record.commitments:
        dated = [r for r in c.history if r.due_latest]
        if not c.moved or len(dated) < 2:
            found += _put_off(context, c)
            continue
        new = dated[-1]
        at = next((i for i in range(len(dated) - 1, 0, -1) if dated[i].due_latest != dated[i - 1].due_latest), len(dated) - 1)
        turn, old = dated[at], dated[0] if dated[0].due_latest != new.due_latest else dated[at - 1]
        item = Item(
            context.title(c), context.commitment_href(c.id), state_of(context, c)[1],
            distance=signed_days(context, c.slip_days) if c.slip_days else "",
            old=context.due(old), new=context.due(new), who=context.who(turn.by, turn.by_kind),
            earlier=(c.slip_days or 0) < 0,
        )  # fmt: skip
        found.append((abs(c.slip_days or 0), turn.published or date.min, c.id, item))
    return [x[-1] for x in sorted(found, key=lambda x: (-x[1].toordinal(), -x[0], x[2]))]


def _put_off(context: Context, c: Commitment) -> list[tuple[int, date, str, Item]]:
    """An undertaking that stands put off, no new day being told: it moved, to nobody says when."""
    if c.final_status not in ("postponed", "extended"):
        return []
    at = next(i for i, r in enumerate(c.history) if r.status == c.final_status)
    turn, old = c.history[at], next((r for r in reversed(c.history[:at]) if r.due_latest), None)
    item = Item(
        context.title(c), context.commitment_href(c.id), state_of(context, c)[1],
        old=context.due(old) if old else "", new=context.say("no_new_day"), who=context.who(turn.by, turn.by_kind),
    )  # fmt: skip
    return [(0, turn.published or date.min, c.id, item)]


def _happened(context: Context) -> list[Item]:
    """Commitments kept, newest first; then the events with most origins; what was only said stands under who said what."""
    start = _start(context) or date.min
    found: list[tuple[bool, int, date, str, Item]] = []
    done = outcomes(context.record)
    same = deeds(done.values())
    for c in context.record.commitments:
        if c.id in done:
            kept = done[c.id].report
            days = c.late_days or 0
            late = context.say("days_late", days=context.count("from_days", days)) if days > 0 else ""
            state, shape = state_of(context, c)
            item = Item(context.title(c), context.commitment_href(c.id), shape, when=state, distance=late,
                        who=context.who(kept.by, kept.by_kind))  # fmt: skip
            found.append((True, 0, kept.published or start, c.id, item))
    for e in context.record.events:
        if e.held == "held" and not e.said and e.id not in same and e.latest and e.latest >= start:
            found.append((False, e.origins, e.latest, e.id, _event(context, e)))
    return [x[-1] for x in sorted(found, key=lambda x: (not x[0], -x[1], -x[2].toordinal(), x[3]))]


def _event(context: Context, e: Event) -> Item:
    return Item(context.title(e), f"#{context.language}-{e.id}", "held", when=context.interval(e.earliest, e.latest),
                who=context.count("origins", e.origins))  # fmt: skip


def _disagreement(context: Context, x: Conflict) -> Disagreement:
    first: list[tuple[Quote, str, str]] = []
    rest: list[tuple[Quote, str, str]] = []
    seen: set[str] = set()
    for span in x.spans:
        quote = context.quote(span.article, [Span(span.start, span.end)])
        if quote:
            told = (quote, context.outlet(span.article), context.dating(span.article).words)
            (first if span.text not in seen and len(first) < SIDES else rest).append(told)
            seen.add(span.text)
    note = ISO_DAY.sub(lambda m: context.day(_day(m[0])), x.note)
    label = context.say("conflict_on", verdict=context.name("verdict", x.verdict), kind=context.name("conflict_on", x.kind))
    return Disagreement(x.id, label, x.verdict, tuple(first), tuple(rest), note)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
