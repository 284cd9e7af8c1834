"""Undertakings that hang on others: which one it is, and their due days counted again when that one moves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from ...records import Dated, Report
from .hanging import Hanging, counted
from .likeness import family
from .matching import Group
from .profiles import Told
from .timing import DONE, last_due

HERE = 1.0
"""What counts for an undertaking that the same article tells of, beside the weights of words shared."""
TELLING = 0.3
"""The least share of the words for what a report hangs on that a report of that uses too."""


class Dependence:
    """What each of some groups hangs on, by its number; ``pile`` gives the days of what has happened."""

    def __init__(self, groups: Sequence[Group], pile: Sequence[Dated]) -> None:
        """Find for every report that hangs on an act the group of that act, else the day on which it happened."""
        self._groups = groups
        self._index = _index(groups)
        self._happened = _Happened(pile)
        self._by_name = {d.article.name: d for d in pile}
        self._of = {(m.report.article, m.report.evidence): n for n, g in enumerate(groups) for m in g.members}
        self.on: dict[int, int] = {}
        for n, group in enumerate(groups):
            target = next((t for m in group.members if m.hangs and (t := self._target(n, m, m.hangs)) is not None), None)
            if target is not None:
                self.on[n] = target

    def history(self, n: int, day: date | None = None) -> list[Report]:
        """The reports of group ``n`` published by ``day`` (None: all), due days counted as known then."""
        return [self._counted(n, m, day, frozenset()) for m in self._known(n, day)]

    def dues(self, n: int, day: date | None = None) -> list[date]:
        """The latest due days of group ``n`` in the order in which they came to be known, by report or by a move elsewhere."""
        days = sorted({m.report.published for k in (n, self.on.get(n, n)) for m in self._known(k, day) if m.report.published})
        out: list[date] = []
        for known in days:
            last = last_due([r for r in self.history(n, known) if r.status not in DONE])
            if last is not None and last.due_latest is not None and (not out or out[-1] != last.due_latest):
                out.append(last.due_latest)
        return out

    def _known(self, n: int, day: date | None) -> list[Told]:
        members = self._groups[n].members
        return [m for m in members if day is None or (m.report.published is not None and m.report.published <= day)]

    def _counted(self, n: int, told: Told, day: date | None, seen: frozenset[int]) -> Report:
        """The report, dated from what it hangs on where it has a length and no day of its own."""
        report, hangs = told.report, told.hangs
        named = report.due_earliest or report.due_latest
        if hangs is None or (named and hangs.day is None):
            return report
        base = self._base(n, hangs, day, seen | {n})
        return counted(report, hangs, base) if base else report

    def _base(self, n: int, hangs: Hanging, day: date | None, seen: frozenset[int]) -> date | None:
        """The day of what a report hangs on, as known on ``day``: of the undertaking, of the event, or of its own words."""
        target = self.on.get(n)
        if target is not None and target not in seen:
            known = [self._counted(target, m, day, seen) for m in self._known(target, day)]
            done = [r.due_latest for r in known if r.status in DONE and r.due_latest]
            last = last_due(known)
            if done or (last and last.due_latest):
                return done[-1] if done else last.due_latest if last else None
        return hangs.day or self._happened.day(hangs)

    def _target(self, n: int, told: Told, hangs: Hanging) -> int | None:
        """The group whose act is what a report hangs on: of its family, sharing most words, rather in the same article.

        Where no words are shared, the only undertaking of that act in the article.
        """
        bound = self._bound(told)
        if bound is not None and bound != n and not self._reaches(bound, n):
            return bound
        found: list[tuple[float, int]] = []
        here: list[int] = []
        for k in sorted({k for act in hangs.acts for k in self._index[family(act)]} - {n}):
            if self._reaches(k, n):
                continue
            members = self._groups[k].members
            told_here = any(m.report.article == told.report.article and m.undertaking.act in hangs.acts for m in members)
            here += [k] if told_here else []
            if max(len(hangs.words & m.own.keys.keys()) for m in members) >= TELLING * max(1, len(hangs.words)):
                found.append((max(_shared(hangs, m) for m in members) + HERE * told_here, -k))
        if found:
            return -max(found)[1]
        return here[0] if len(here) == 1 else None

    def _bound(self, told: Told) -> int | None:
        """The group of the report that the article's own words bind a report to."""
        d, at = self._by_name.get(told.report.article), told.undertaking.depends
        if d is None or at is None or at >= len(d.extraction.undertakings):
            return None
        return self._of.get((told.report.article, d.extraction.undertakings[at].evidence))

    def _reaches(self, start: int, goal: int) -> bool:
        """Whether ``start`` hangs, directly or through others, on ``goal``."""
        at: int | None = start
        while at is not None and at != goal:
            at = self.on.get(at)  # no circle is ever closed, so this ends
        return at == goal


def _shared(hangs: Hanging, told: Told) -> float:
    """The weights of the words that what is hung on shares with a report of it."""
    return sum(w for k, w in told.own.keys.items() if k in hangs.words)


def _index(groups: Sequence[Group]) -> Mapping[str, list[int]]:
    """The groups by the families of their reports' acts."""
    out: dict[str, list[int]] = defaultdict(list)
    for n, group in enumerate(groups):
        for act in sorted({family(m.undertaking.act) for m in group.members}):
            out[act].append(n)
    return out


class _Event(NamedTuple):
    words: frozenset[str]
    day: date


class _Happened:
    """The dated happenings of a pile by the family of their act."""

    def __init__(self, pile: Sequence[Dated]) -> None:
        self._by: dict[str, list[_Event]] = defaultdict(list)
        for d in pile:
            for h in d.extraction.happenings:
                time = d.timexes[h.time] if h.time is not None and h.time < len(d.timexes) else None
                if h.held == "held" and time is not None and time.latest is not None:
                    self._by[family(h.act)].append(_Event(frozenset(h.keys), time.latest))

    def day(self, hangs: Hanging) -> date | None:
        """The day of the happening that shares most words with what a report hangs on; the first told of equals."""
        found = [(len(hangs.words & e.words), e.day) for act in sorted(hangs.acts) for e in self._by[family(act)]]
        best = max(found, key=lambda x: x[0], default=(0, None))
        return best[1] if best[0] else None
