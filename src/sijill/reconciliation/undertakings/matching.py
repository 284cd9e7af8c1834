"""Reports of one undertaking over all articles brought together, with reasons for and against each match."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ...records import Report
from .grouping import attach, group
from .likeness import Profile, akin, likeness, weigh
from .profiles import CORE, Told
from .timing import AHEAD, DONE

TOGETHER = 0.9
"""The least sum of reasons that joins a report to an undertaking."""
KEEP = 0.4
"""The least weight at which an undertaking is kept that one report alone tells."""
ATTACH = 2.6
"""The least at which a report that announces nothing itself is put to an undertaking."""
BEFORE = 30
"""An act done more days than this before an undertaking was first reported is not its fulfilment."""
CLOSE = 300
"""Reports so many letters apart share their surroundings anyhow: only their own words are compared."""
FAR = 60
"""A due day more days ahead than this is not met by something done in passing."""
COMMON = 400
"""How many of the last reports with a word are looked at: very common words tell nothing."""
PLANNED = frozenset({"planned", "confirmed"})
BESIDE = 200
"""Letters between two reports that stand side by side."""
HALF = 0.5
"""The share of words below which two acts of one article with two days are two."""
CANDIDATES = 40
"""The most undertakings a report is compared with (those sharing most of its words)."""


@dataclass(slots=True)
class Group:
    """The reports of one undertaking, in order of publication."""

    members: list[Told] = field(default_factory=list)


def groups(told: Sequence[Told]) -> list[Group]:
    """The surely announced reports put together first; then the others (done, begun, in passing) where they fit."""
    pairs = _compare(told)
    core = [n for n, t in enumerate(told) if t.weight >= CORE]
    at = {n: k for k, n in enumerate(core)}
    inner = {(at[i], at[j]): v for (i, j), v in pairs.items() if i in at and j in at}
    apart = [(at[i], at[j]) for i, j in pairs if i in at and j in at and _two_phases(told[i], told[j])]
    found = [[core[k] for k in g] for g in group(len(core), inner, TOGETHER, apart)]
    of = {n: g for g, members in enumerate(found) for n in members}
    sizes = {g: len(members) for g, members in enumerate(found)}
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
        if g >= 0 and value >= ATTACH and not _before(told[n], [told[m] for m in found[g]]):
            found[g].append(n)
            told[n].fit = value
    return [_made(sorted(g), told, pairs) for g in found]


def _same_thing(a: Told, b: Told) -> bool:
    """Whether the clauses themselves, not what stands around them, share a word beside the act."""
    return any(k in b.own.keys for k in a.own.keys if k[0] != "=")


def _before(one: Told, group: Sequence[Told]) -> bool:
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


def _made(members: Sequence[int], told: Sequence[Told], pairs: Mapping[tuple[int, int], float]) -> Group:
    out = Group()
    for k, n in enumerate(members):
        beside = next((m for m in members[:k] if (m, n) in pairs), None)
        reasons = () if beside is None else weigh(*_compared(told[beside], told[n]))[1]
        told[n].report = replace(told[n].report, why=reasons)
        out.members.append(told[n])
    return out


def _two_phases(a: Told, b: Told) -> bool:
    """Whether one article sets two days ahead for two acts, rather than for one that moved or that it doubts.

    So it does in one sentence or two beside each other, and wherever most of the words of the two differ.
    """
    one, other = a.report, b.report
    if one.article != other.article or one.due_latest is None or other.due_latest is None or one.due_latest == other.due_latest:
        return False
    if one.status not in PLANNED or other.status not in PLANNED:
        return False
    return _gap(one, other) <= BESIDE or (_ahead(one) and _ahead(other) and _alike(a, b) < HALF)


def _ahead(report: Report) -> bool:
    return report.published is not None and report.due_latest is not None and report.due_latest > report.published


def _alike(a: Told, b: Told) -> float:
    """The share of the shorter report's own words, acts aside, that the other has too."""
    one, other = ({k for k in t.own.keys if k[0] != "="} for t in (a, b))
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def _gap(a: Report, b: Report) -> int:
    """The letters between the beginnings of two reports of one article."""
    return abs(a.evidence[0].start - b.evidence[0].start)


def _compare(told: Sequence[Told]) -> dict[tuple[int, int], float]:
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


def comparisons(told: Sequence[Told]) -> int:
    """How many pairs of the reports are compared at all."""
    return len(_compare(told))


def _compared(here: Told, there: Told) -> tuple[Profile, Profile]:
    """What is compared of two reports: of two close together in one article their own words alone."""
    close = here.report.article == there.report.article and _gap(here.report, there.report) < CLOSE
    return (here.own, there.own) if close else (here.profile, there.profile)


def worth(group: Group) -> bool:
    """Whether a group is an undertaking that matters: surely announced, or dated, or told more than once."""
    if all(m.report.status in DONE for m in group.members):
        return False  # history: nobody is reported to have undertaken it
    return max(m.weight for m in group.members) >= KEEP
