"""What one report says of an undertaking, weighed in its pile and made ready to be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import log

from ...records import Dated, Report, Statement, Undertaking
from .likeness import Profile
from .timing import AHEAD, DONE, due

AROUND = 0.4
"""What a word about a report's clause weighs, beside a word of it."""
CORE = 0.35
"""The least weight of a report that can found an undertaking."""
COMMON_PLACE = 0.2
"""A place that a larger share of all reports names (the story's own country) tells them not apart."""
STALE = 90
"""After so many days an act done or begun is background, unless other reports speak of it as ahead."""


@dataclass(slots=True)
class Told:
    """A report with what is needed to compare it."""

    report: Report
    undertaking: Undertaking
    profile: Profile
    own: Profile
    digest: str
    weight: float
    period: str = ""
    fit: float = 0.0


def telling(pile: Sequence[Dated]) -> list[Told]:
    """The reports of the dated ``pile``, in its order, each weighed by how rare its words and places are in it."""
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


def _bygone(one: Told) -> bool:
    """Whether an act told in passing lies behind its report: what was begun or named then is no undertaking now."""
    last = one.report.due_latest or one.report.due_earliest
    if one.weight >= CORE or last is None or one.report.published is None:
        return False
    return one.report.status in AHEAD and last < one.report.published


def _one(dated: Dated, u: Undertaking, counts: Counter[str], seen: Counter[str], total: int) -> Told:
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
    return Told(report, u, profile, own, article.digest or article.name, _weight(u, report), period)


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


def _told_status(u: Undertaking, latest: date | None, published: date | None) -> str:
    """The report's status; a present tense with a day gone by tells what happened."""
    past = latest is not None and published is not None and latest < published
    return "fulfilled" if u.rule == "present" and past else u.status
