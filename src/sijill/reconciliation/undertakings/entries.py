"""A group of reports as one entry of the record: its title, history, status, timing and slippage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from ...identity import identify
from ...records import Commitment, Dated, Report, State
from ..voices import voiced
from .matching import KEEP, Group, groups, worth
from .profiles import Told, telling
from .slippage import moved, slip_days
from .timing import final_status, last_due, late_days, next_day, timing
from .titles import entitled


def commitments(
    pile: Sequence[Dated], origins: Sequence[tuple[str, ...]], as_of: date | None, state_days: Sequence[date] = ()
) -> list[Commitment]:
    """The undertakings of the pile, each with its history, status, timing and slippage at ``as_of``.

    ``origins`` groups articles of one origin; ``state_days`` are days for which ``states`` are wanted.
    """
    told = telling(pile)
    voices = {name: n for n, group in enumerate(origins) for name in group}
    by_name = {d.article.name: d for d in pile}
    made = [_commitment(g, voices, as_of, state_days, by_name) for g in groups(told) if worth(g)]
    return sorted(made, key=lambda c: (_first_due(c), c.title_ar, c.id))


def _first_due(c: Commitment) -> date:
    return min((r.due_latest for r in c.history if r.due_latest), default=date.max)


def _naming(members: Sequence[Told]) -> Told:
    """The report that names the undertaking: of its commonest act, surely told, with an object, the first such."""
    sure = [m for m in members if m.weight >= KEEP] or list(members)
    acts = Counter(m.undertaking.act for m in sure)
    return max(sure, key=lambda m: (acts[m.undertaking.act], m.undertaking.object is not None))


def _commitment(
    group: Group, voices: dict[str, int], as_of: date | None, days: Sequence[date], by_name: Mapping[str, Dated]
) -> Commitment:
    members = group.members
    first = _naming(members)
    history = voiced([m.report for m in members], voices)
    status = final_status(history)
    last = last_due(history)
    made = Commitment(
        id=identify("commitment", members[0].digest, *members[0].report.evidence[0]),
        title_ar=" ".join(x for x in (first.undertaking.action, first.undertaking.object) if x),
        title_en=None,
        actors=tuple(dict.fromkeys(a for m in members for a in m.undertaking.actors)),
        action=first.undertaking.action,
        object=first.undertaking.object,
        place=next((m.undertaking.place for m in members if m.undertaking.place), None),
        condition=next((m.undertaking.condition for m in members if m.undertaking.condition), None),
        history=history,
        final_status=status,
        timing=timing(history, status, as_of),
        moved=moved(history),
        slip_days=slip_days(history),
        late_days=late_days(history, status),
        next_due=_next_due(members, last, as_of),
        states=tuple(state(history, d) for d in days),
    )
    return entitled(made, first.undertaking, by_name)


def _next_due(members: Sequence[Told], last: Report | None, as_of: date | None) -> date | None:
    """The next day at which the undertaking is due: of one that recurs, counted from its report; else the last stated."""
    for m in members:
        if m.period:
            return next_day(m.report.published, m.period, as_of)
    ahead = last is not None and as_of is not None and last.due_latest is not None and last.due_latest >= as_of
    return last.due_latest if ahead and last else None


def state(history: Sequence[Report], day: date) -> State:
    """Status and latest due as known on ``day``: the same functions over what had been published by then."""
    known = [r for r in history if r.published is not None and r.published <= day]
    if not known:
        return State(day, None, None)
    last = last_due(known)
    return State(day, final_status(known), last.due_latest if last else None)
