"""A group of reports as one entry of the record: its title, history, status, timing and slippage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TypedDict

from ...identity import identify
from ...records import Commitment, Dated, Report, State
from ..voices import voiced
from .dependence import Dependence
from .lengths import next_day, shifted
from .matching import KEEP, Group, groups, worth
from .profiles import Told, telling
from .slippage import moved, slip_days
from .timing import DONE, final_status, last_due, late_days, standing, timing
from .titles import entitled


def commitments(
    pile: Sequence[Dated], origins: Sequence[tuple[str, ...]], as_of: date | None, state_days: Sequence[date] = ()
) -> list[Commitment]:
    """The undertakings of the pile, each with its history, status, timing and slippage at ``as_of``.

    ``origins`` groups articles of one origin; ``state_days`` are days for which ``states`` are wanted.
    """
    voices = {name: n for n, group in enumerate(origins) for name in group}
    by_name = {d.article.name: d for d in pile}
    kept = [g for g in groups(telling(pile)) if worth(g)]
    for group in kept:
        _shift(group)
    hung = Dependence(kept, pile)
    ids = [_id(g) for g in kept]
    made = []
    for n, group in enumerate(kept):
        said = voiced([m.report for m in group.members], voices)
        entry = _standing(_commitment(group, said), hung.history(n), as_of)
        states = tuple(state(hung.history(n, day), day) for day in state_days)
        entry = replace(entry, next_due=_next_due(group.members, entry, as_of), states=states, **_hung(hung, n, ids))
        made.append(entitled(entry, _naming(group.members).undertaking, by_name))
    return sorted(made, key=lambda c: (_first_due(c), c.title_ar, c.id))


def _shift(group: Group) -> None:
    """Give the reports that move the day by a length ("by two weeks") the day that the one told before them comes to."""
    before: Report | None = None
    for told in group.members:
        report = told.report
        if told.shift and before is not None and before.due_latest is not None:
            first, way = before.due_earliest or before.due_latest, -1 if report.status == "brought_forward" else 1
            days = shifted(first, before.due_latest, told.shift, way)
            if days:
                earliest = days[0] if before.due_earliest else None
                report = replace(report, due_earliest=earliest, due_latest=days[1], due_kind=before.due_kind)
                told.report = report
        if report.due_latest is not None and report.status not in DONE:
            before = report


def _id(group: Group) -> str:
    """An entry's id is that of its founding report."""
    first = group.members[0]
    return identify("commitment", first.digest, *first.report.evidence[0])


class _Moved(TypedDict, total=False):
    depends_on: str
    moved: bool
    slip_days: int | None


def _hung(hung: Dependence, n: int, ids: Sequence[str]) -> _Moved:
    """What an entry hangs on, and how it moved with that."""
    if n not in hung.on:
        return {}
    dues = hung.dues(n)
    slip = (dues[-1] - dues[0]).days if dues else None
    return {"depends_on": ids[hung.on[n]], "moved": len(set(dues)) > 1, "slip_days": slip}


def _first_due(c: Commitment) -> date:
    return min((r.due_latest for r in c.history if r.due_latest), default=date.max)


def _naming(members: Sequence[Told]) -> Told:
    """The report that names the undertaking: of its commonest act, with an object, in the words most reports use."""
    sure = [m for m in members if m.weight >= KEEP] or list(members)
    acts = Counter(m.undertaking.act for m in sure)
    words = Counter(w for m in sure for w in m.profile.words)
    return max(sure, key=lambda m: (acts[m.undertaking.act], m.undertaking.object is not None, _common(m, words)))


def _common(told: Told, words: Counter[str]) -> float:
    """By how many reports, in the mean, a report's own words are used."""
    own = told.profile.words
    return sum(words[w] for w in own) / len(own) if own else 0.0


def _commitment(group: Group, history: tuple[Report, ...]) -> Commitment:
    members = group.members
    first = _naming(members)
    return Commitment(
        id=_id(group),
        title_ar=" ".join(x for x in (first.undertaking.action, first.undertaking.object) if x),
        title_en=None,
        actors=tuple(dict.fromkeys(a for m in members for a in m.undertaking.actors)),
        action=first.undertaking.action,
        object=first.undertaking.object,
        place=next((m.undertaking.place for m in members if m.undertaking.place), None),
        condition=next((m.undertaking.condition for m in members if m.undertaking.condition), None),
        history=history,
        final_status="planned",
        timing="no_date",
        moved=False,
        slip_days=None,
        late_days=None,
    )


def _standing(entry: Commitment, now: Sequence[Report], as_of: date | None) -> Commitment:
    """The entry with where it stands at ``as_of``; ``now`` is its history with the days counted from what it hangs on."""
    status = final_status(now)
    last = last_due(now)
    said = {(r.article, r.evidence, r.due_latest) for r in entry.history}
    return replace(
        entry,
        final_status=status,
        timing=timing(now, status, as_of),
        moved=moved(now),
        slip_days=slip_days(now),
        late_days=late_days(now, status),
        counted=last if last and (last.article, last.evidence, last.due_latest) not in said else None,
    )


def _next_due(members: Sequence[Told], entry: Commitment, as_of: date | None) -> date | None:
    """The next day at which the undertaking is due: of one that recurs, counted from its report; else the one that stands."""
    for m in members:
        if m.period:
            return next_day(m.report.published, m.period, as_of)
    last = standing(entry)
    ahead = last is not None and as_of is not None and last.due_latest is not None and last.due_latest >= as_of
    return last.due_latest if ahead and last else None


def state(history: Sequence[Report], day: date) -> State:
    """Status and latest due as known on ``day``: the same functions over what had been published by then."""
    known = [r for r in history if r.published is not None and r.published <= day]
    if not known:
        return State(day, None, None)
    last = last_due(known)
    return State(day, final_status(known), last.due_latest if last else None)
