"""Reports of one undertaking over all articles brought together, with reasons for and against each match."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from math import log

from ..identity import identify
from ..records import Commitment, Dated, Report, State, Statement, Undertaking
from .grouping import attach, group
from .likeness import Profile, akin, likeness, weigh
from .slippage import moved, slip_days
from .timing import AHEAD, DONE, due, final_status, last_due, late_days, next_day, timing
from .titles import entitled
from .voices import voiced

TOGETHER = 1.4
"""The least sum of reasons that joins a report to an undertaking."""
KEEP = 0.4
"""The least weight at which an undertaking is kept that one report alone tells."""
AROUND = 0.4
"""What a word about a report's clause weighs, beside a word of it."""
ATTACH = 2.6
"""The least at which a report that announces nothing itself is put to an undertaking."""
CORE = 0.35
"""The least weight of a report that can found an undertaking."""
COMMON_PLACE = 0.2
"""A place that a larger share of all reports names (the story's own country) tells them not apart."""
BEFORE = 30
"""An act done more days than this before an undertaking was first reported is not its fulfilment."""
CLOSE = 300
"""Reports so many letters apart share their surroundings anyhow: only their own words are compared."""
FAR = 60
"""A due day more days ahead than this is not met by something done in passing."""
STALE = 90
"""After so many days an act done or begun is background, unless other reports speak of it as ahead."""
COMMON = 400
"""How many of the last reports with a word are looked at: very common words tell nothing."""
PLANNED = frozenset({"planned", "confirmed"})
BESIDE = 200
"""Letters between two reports that stand side by side."""
CANDIDATES = 40
"""The most undertakings a report is compared with (those sharing most of its words)."""


@dataclass(slots=True)
class _Told:
    """A report with what is needed to compare it."""

    report: Report
    undertaking: Undertaking
    profile: Profile
    own: Profile
    digest: str
    weight: float
    period: str = ""
    fit: float = 0.0


@dataclass(slots=True)
class _Group:
    members: list[_Told] = field(default_factory=list)


def commitments(
    pile: Sequence[Dated], origins: Sequence[tuple[str, ...]], as_of: date | None, state_days: Sequence[date] = ()
) -> list[Commitment]:
    """The undertakings of the pile, each with its history, status, timing and slippage at ``as_of``.

    ``origins`` groups articles of one origin; ``state_days`` are days for which ``states`` are wanted.
    """
    told = _told(pile)
    voices = {name: n for n, group in enumerate(origins) for name in group}
    by_name = {d.article.name: d for d in pile}
    made = [_commitment(g, voices, as_of, state_days, by_name) for g in _groups(told) if _worth(g)]
    return sorted(made, key=lambda c: (_first_due(c), c.title_ar, c.id))


def _first_due(c: Commitment) -> date:
    return min((r.due_latest for r in c.history if r.due_latest), default=date.max)


def _told(pile: Sequence[Dated]) -> list[_Told]:
    counts: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    articles = 0
    for dated in pile:
        for u in dated.extraction.undertakings:
            counts.update({*u.keys, *u.around})
            seen.update(set(u.places))
            articles += 1
    for place, count in seen.most_common(1):
        seen[place] = max(count, articles)  # the story's own country or town
    out = []
    for dated in pile:
        for u in dated.extraction.undertakings:
            one = _one(dated, u, counts, seen, articles)
            if not _bygone(one):
                out.append(one)
    return out


def _bygone(one: _Told) -> bool:
    """Whether an act told in passing lies behind its report: what was begun or named then is no undertaking now."""
    last = one.report.due_latest or one.report.due_earliest
    if one.weight >= CORE or last is None or one.report.published is None:
        return False
    return one.report.status in AHEAD and last < one.report.published


def _one(dated: Dated, u: Undertaking, counts: Counter[str], seen: Counter[str], total: int) -> _Told:
    article = dated.article
    when = due(u, dated.timexes[u.time] if u.time is not None and u.time < len(dated.timexes) else None)
    said = _said(dated, u)
    status = _told_status(u, when.latest, dated.published.latest)
    report = Report(
        article=article.name,
        evidence=u.evidence,
        due_earliest=when.earliest,
        due_latest=when.latest,
        due_kind=when.kind,
        status=status,
        by=(said.speaker_name if said else None) or article.outlet,
        by_kind=said.speaker_kind if said else None,
        reason=u.reason,
        time=u.time,
        published=dated.published.latest,
        rule=u.rule,
    )
    weights = {k: AROUND * (log((total + 1) / counts[k]) + 0.2) for k in u.around}
    weights |= {k: log((total + 1) / counts[k]) + 0.2 for k in u.keys}
    places = frozenset(p for p in u.places if seen[p] <= COMMON_PLACE * total)
    profile = Profile(u.act, "", weights, frozenset(u.actors), places, when.earliest, when.latest, u.status, article.name)
    period = dated.timexes[u.time].value if u.recurs and u.time is not None and u.time < len(dated.timexes) else ""
    own = replace(profile, keys={k: w for k, w in weights.items() if k in u.keys})
    return _Told(report, u, profile, own, article.digest or article.name, _weight(u, report), period)


def _weight(u: Undertaking, report: Report) -> float:
    """How surely a report tells of an undertaking: a due day that lies ahead of its publication settles it."""
    last = report.due_latest or report.due_earliest
    ahead = last is not None and report.published is not None and last >= report.published
    if ahead and report.status not in DONE:
        return 1.0
    if last is not None and report.published is not None and (report.published - last).days > STALE:
        return 0.4 * u.weight
    return u.weight


def _said(dated: Dated, u: Undertaking) -> Statement | None:
    said = dated.extraction.statements
    return said[u.statement] if u.statement is not None and u.statement < len(said) else None


def _groups(told: Sequence[_Told]) -> list[_Group]:
    """The surely announced reports put together first; then the others (done, begun, in passing) where they fit."""
    pairs = _compare(told)
    core = [n for n, t in enumerate(told) if t.weight >= CORE]
    at = {n: k for k, n in enumerate(core)}
    inner = {(at[i], at[j]): v for (i, j), v in pairs.items() if i in at and j in at}
    apart = [(at[i], at[j]) for i, j in pairs if i in at and j in at and _two_phases(told[i].report, told[j].report)]
    groups = [[core[k] for k in g] for g in group(len(core), inner, TOGETHER, apart)]
    of = {n: g for g, members in enumerate(groups) for n in members}
    sizes = {g: len(members) for g, members in enumerate(groups)}
    beside: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for (i, j), v in pairs.items():
        done = told[i].report.status in DONE or told[j].report.status in DONE
        if akin(told[i].profile, told[j].profile, done) and _same_thing(told[i], told[j]):
            beside[i].append((j, v))
            beside[j].append((i, v))
    for n in range(len(told)):
        if n in at:
            continue
        g, value = attach(beside[n], of, sizes)
        if g >= 0 and value >= ATTACH and not _before(told[n], [told[m] for m in groups[g]]):
            groups[g].append(n)
            told[n].fit = value
    return [_made(sorted(g), told, pairs) for g in groups]


def _same_thing(a: _Told, b: _Told) -> bool:
    """Whether the clauses themselves, not what stands around them, share a word beside the act."""
    return any(k in b.own.keys for k in a.own.keys if k[0] != "=")


def _before(one: _Told, group: Sequence[_Told]) -> bool:
    """Whether something done cannot be the undertaking's fulfilment.

    It is told of a day well before the first report of the undertaking, or, undated, long before the
    undertaking is due.
    """
    report = one.report
    if report.status not in DONE or report.published is None:
        return False
    told_of = report.due_latest or report.due_earliest
    days = [m.report.published for m in group if m.report.published is not None]
    if told_of is not None:
        return bool(days) and (min(days) - told_of).days > BEFORE
    ahead = [m.report.due_latest for m in group if m.report.status in AHEAD and m.report.due_latest]
    return any((d - report.published).days > FAR for d in ahead)


def _made(members: Sequence[int], told: Sequence[_Told], pairs: Mapping[tuple[int, int], float]) -> _Group:
    out = _Group()
    for k, n in enumerate(members):
        beside = next((m for m in members[:k] if (m, n) in pairs), None)
        reasons = () if beside is None else weigh(*_compared(told[beside], told[n]))[1]
        told[n].report = replace(told[n].report, why=reasons)
        out.members.append(told[n])
    return out


def _two_phases(a: Report, b: Report) -> bool:
    """Whether one sentence or two beside each other set two days ahead: that is two acts, not one that moved."""
    if a.article != b.article or a.due_latest is None or b.due_latest is None or a.due_latest == b.due_latest:
        return False
    return a.status in PLANNED and b.status in PLANNED and _gap(a, b) <= BESIDE


def _gap(a: Report, b: Report) -> int:
    """The letters between the beginnings of two reports of one article."""
    return abs(a.evidence[0].start - b.evidence[0].start)


def _compare(told: Sequence[_Told]) -> dict[tuple[int, int], float]:
    """The sums of reasons of the likely pairs: each report beside those that share most of its words."""
    by_key: dict[str, list[int]] = defaultdict(list)
    pairs: dict[tuple[int, int], float] = {}
    for n, t in enumerate(told):
        shared: dict[int, float] = defaultdict(float)
        for k, w in t.profile.keys.items():
            for m in by_key[k][-COMMON:]:
                shared[m] += w
            by_key[k].append(n)
        for m, _ in sorted(shared.items(), key=lambda x: (-x[1], x[0]))[:CANDIDATES]:
            pairs[m, n] = likeness(*_compared(told[m], t))
    return pairs


def _compared(here: _Told, there: _Told) -> tuple[Profile, Profile]:
    """What is compared of two reports: of two close together in one article their own words alone."""
    close = here.report.article == there.report.article and _gap(here.report, there.report) < CLOSE
    return (here.own, there.own) if close else (here.profile, there.profile)


def _told_status(u: Undertaking, latest: date | None, published: date | None) -> str:
    """The report's status; a present tense with a day gone by tells what happened."""
    past = latest is not None and published is not None and latest < published
    return "fulfilled" if u.rule == "present" and past else u.status


def _worth(group: _Group) -> bool:
    """Whether a group is an undertaking that matters: surely announced, or dated, or told more than once."""
    if all(m.report.status in DONE for m in group.members):
        return False  # history: nobody is reported to have undertaken it
    return max(m.weight for m in group.members) >= KEEP


def _naming(members: Sequence[_Told]) -> _Told:
    """The report that names the undertaking: of its commonest act, surely told, with an object, the first such."""
    sure = [m for m in members if m.weight >= KEEP] or list(members)
    acts = Counter(m.undertaking.act for m in sure)
    return max(sure, key=lambda m: (acts[m.undertaking.act], m.undertaking.object is not None))


def _commitment(
    group: _Group, voices: dict[str, int], as_of: date | None, days: Sequence[date], by_name: Mapping[str, Dated]
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


def _next_due(members: Sequence[_Told], last: Report | None, as_of: date | None) -> date | None:
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
