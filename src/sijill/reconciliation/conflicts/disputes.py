"""Conflicts over undertakings: due dates and statuses that reports of one commitment give differently."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from ...identity import identify
from ...records import Commitment, Conflict, Place, Report, Span

CLASSES = {
    "planned": "ahead", "conditional": "ahead", "confirmed": "ahead", "in_progress": "ahead",
    "postponed": "moved", "extended": "moved", "brought_forward": "moved",
    "cancelled": "off", "denied": "off", "refused": "off", "missed": "off",
    "fulfilled": "done", "partly_fulfilled": "done",
}  # fmt: skip
ENDS = frozenset(("on", "by", "until", "within"))
"""Kinds of due dates that say when it is over; the others say when it begins."""
SPANS, LONGEST = 6, 300
WORTH = {"contradiction": 0.9, "update": 0.75, "refinement": 0.6}


def date_conflicts(commitments: Sequence[Commitment], texts: dict[str, str]) -> list[Conflict]:
    """Commitments whose reports give more than one due date of one kind."""
    return [c for k in commitments for ends in (True, False) if (c := _dates(k, ends, texts)) is not None]


def _dates(commitment: Commitment, ends: bool, texts: dict[str, str]) -> Conflict | None:
    dated = [r for r in commitment.history if _due(r, ends) is not None and (r.due_kind in ENDS) == ends]
    days = sorted({d for r in dated if (d := _due(r, ends)) is not None})
    if len({r.article for r in dated}) < 2 or len(days) < 2 or (days[-1] - days[0]).days <= 1:
        return None
    verdict = _date_verdict(dated, ends)
    spans = _spans(_first_each(dated, lambda r: _due(r, ends)), texts)
    told = " / ".join(d.isoformat() for d in days)
    weight = WORTH[verdict] * (0.6 + 0.1 * min(4, len(dated) - 1)) / max(1, len(days) - 2)
    return _made("date", verdict, spans, f"{commitment.title_ar}: {told}", weight)


def _due(r: Report, ends: bool) -> date | None:
    return r.due_latest if ends else r.due_earliest


def _date_verdict(reports: Sequence[Report], ends: bool) -> str:
    spans = [(r.due_earliest, r.due_latest) for r in reports]
    pairs = [(a, b) for n, a in enumerate(spans) for b in spans[n + 1 :] if a != b]
    if all(_within(a, b) or _within(b, a) for a, b in pairs):
        return "refinement"
    ordered = sorted(reports, key=lambda r: r.published or date.max)
    days = [d for r in ordered if (d := _due(r, ends)) is not None]
    later = len({r.published for r in ordered}) > 1 and all(a <= b for a, b in pairwise(days))
    return "update" if later or any(CLASSES.get(r.status) == "moved" for r in reports) else "contradiction"


def _within(a: tuple[date | None, date | None], b: tuple[date | None, date | None]) -> bool:
    return bool(a[0] and a[1] and b[0] and b[1] and b[0] <= a[0] and a[1] <= b[1])


def status_conflicts(commitments: Sequence[Commitment], texts: dict[str, str]) -> list[Conflict]:
    """Commitments that reports tell as ahead and as moved, off or done."""
    return [c for k in commitments if (c := _status(k, texts)) is not None]


def _status(commitment: Commitment, texts: dict[str, str]) -> Conflict | None:
    told = [r for r in commitment.history if r.status in CLASSES]
    classes = [CLASSES[r.status] for r in told]
    if len(set(classes)) < 2 or len({r.article for r in told}) < 2:
        return None
    ordered = sorted(told, key=lambda r: r.published or date.max)
    verdict = "update" if _one_way([CLASSES[r.status] for r in ordered]) else "contradiction"
    spans = _spans(_first_each(ordered, lambda r: CLASSES[r.status]), texts)
    firm = 0.25 * bool({"moved", "off"} & set(classes)) + 0.15 * any(r.due_latest for r in told)
    words = " / ".join(dict.fromkeys(r.status for r in ordered))
    weight = WORTH[verdict] * (0.45 + firm) * (0.7 if len(told) > 8 else 1.0)
    return _made("status", verdict, spans, f"{commitment.title_ar}: {words}", weight)


def _one_way(classes: Sequence[str]) -> bool:
    """Whether the reports go from ahead over moved to an end, without a way back."""
    rank = {"ahead": 0, "moved": 1, "off": 2, "done": 2}
    steps = [rank[c] for c in classes]
    return all(a <= b for a, b in pairwise(steps)) and not {"off", "done"} <= set(classes)


def _first_each(reports: Sequence[Report], side: object) -> list[Report]:
    """The first report of every side, then more, at most ``SPANS``."""
    first: dict[object, Report] = {}
    for r in reports:
        first.setdefault(side(r), r)  # type: ignore[operator]
    kept = list(first.values())[:SPANS]
    return kept + [r for r in reports if r not in kept][: SPANS - len(kept)]


def _spans(reports: Sequence[Report], texts: dict[str, str]) -> tuple[Place, ...]:
    places = []
    for r in reports:
        span = max(r.evidence, key=lambda s: (min(s[1] - s[0], LONGEST), -s[0]))
        span = Span(span[0], min(span[1], span[0] + LONGEST))
        places.append(Place(r.article, span.start, span.end, texts.get(r.article, "")[span.start : span.end]))
    return tuple(dict.fromkeys(places))


def _made(kind: str, verdict: str, spans: tuple[Place, ...], note: str, weight: float) -> Conflict | None:
    if len(spans) < 2:
        return None
    return Conflict(identify("conflict", kind, spans[0].article, spans[0].start), kind, verdict, spans, note, weight)
