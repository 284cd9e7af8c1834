"""Conflicts over undertakings: due dates and statuses that reports of one commitment give differently."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise

from ...identity import identify
from ...records import Commitment, Conflict, Place, Report, Span
from .clauses import Words, content

CLASSES = {
    "planned": "ahead", "conditional": "ahead", "confirmed": "ahead", "in_progress": "ahead",
    "postponed": "moved", "extended": "moved", "brought_forward": "moved",
    "cancelled": "off", "denied": "off", "refused": "off", "missed": "off",
    "fulfilled": "done", "partly_fulfilled": "done",
}  # fmt: skip
ENDS = frozenset(("on", "by", "until", "within"))
"""Kinds of due dates that say when it is over; the others say when it begins."""
SPANS, LONGEST = 6, 300
WEAK = 0.2
"""Worth where only the commitment holds the reports together, not their words."""
ALIKE, SHARED = 0.35, 2
"""How much of the lighter clause, and how many words, two reports must share to be set against each other."""
LONG = 3 * 365
"""Days that no undertaking of one time lies apart from its being done."""
REPRINTED = 0.9
"""The share of their words from which two clauses are one sentence."""
WORTH = {"contradiction": 0.9, "update": 0.75, "refinement": 0.6}


def date_conflicts(commitments: Sequence[Commitment], texts: dict[str, str], words: Words) -> list[Conflict]:
    """Commitments whose reports give more than one due date of one kind, in clauses that are alike."""
    return [c for k in commitments for ends in (True, False) if (c := _dates(k, ends, texts, words)) is not None]


def _dates(commitment: Commitment, ends: bool, texts: dict[str, str], words: Words) -> Conflict | None:
    dated = [r for r in commitment.history if _due(r, ends) is not None and (r.due_kind in ENDS) == ends]
    dated = _of_one_time(dated, ends)
    days = sorted({d for r in dated if (d := _due(r, ends)) is not None})
    if len({r.article for r in dated}) < 2 or len(days) < 2 or (days[-1] - days[0]).days <= 1:
        return None
    pairs = _opposed(dated, lambda r: _due(r, ends), texts, words)
    kept = _members(pairs) if pairs else _first_each(dated, lambda r: _due(r, ends))
    verdict = _date_verdict(kept, ends)
    spans = _spans(kept, texts)
    stated = {_due(r, ends) for r in kept}
    told = " / ".join(d.isoformat() for d in days if d in stated)
    weight = WORTH[verdict] * (0.3 + 0.7 * pairs[0][0] if pairs else WEAK)
    return _made("date", verdict, spans, f"{commitment.title_ar}: {told}", weight)


def _of_one_time(reports: Sequence[Report], ends: bool) -> list[Report]:
    """The reports without those of an earlier time: done so long before the others' dates that it was another undertaking."""
    last = max((d for r in reports if (d := _due(r, ends)) is not None), default=None)
    return [r for r in reports if CLASSES.get(r.status) != "done" or not _long_before(_due(r, ends), last)]


def _long_before(day: date | None, last: date | None) -> bool:
    return day is not None and last is not None and (last - day).days > LONG


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


def status_conflicts(commitments: Sequence[Commitment], texts: dict[str, str], words: Words) -> list[Conflict]:
    """Commitments that reports tell as ahead and as moved, off or done, in clauses that are alike."""
    return [c for k in commitments if (c := _status(k, texts, words)) is not None]


def _status(commitment: Commitment, texts: dict[str, str], words: Words) -> Conflict | None:
    told = [r for r in commitment.history if r.status in CLASSES]
    classes = [CLASSES[r.status] for r in told]
    if len(set(classes)) < 2 or len({r.article for r in told}) < 2:
        return None
    pairs = _opposed(told, lambda r: CLASSES[r.status], texts, words)
    kept = _members(pairs) if pairs else _first_each(told, lambda r: CLASSES[r.status])
    kept = sorted(kept, key=lambda r: (r.published or date.max, r.article))
    classes = [CLASSES[r.status] for r in kept]
    verdict = "update" if _one_way(classes) else "contradiction"
    firm = 0.2 * bool({"moved", "off"} & set(classes))
    note = " / ".join(dict.fromkeys(r.status for r in kept))
    weight = WORTH[verdict] * (0.2 + firm + 0.6 * pairs[0][0] if pairs else WEAK + firm / 2)
    return _made("status", verdict, _spans(kept, texts), f"{commitment.title_ar}: {note}", weight)


def _one_way(classes: Sequence[str]) -> bool:
    """Whether the reports go from ahead over moved to an end, without a way back."""
    rank = {"ahead": 0, "moved": 1, "off": 2, "done": 2}
    steps = [rank[c] for c in classes]
    return all(a <= b for a, b in pairwise(steps)) and not {"off", "done"} <= set(classes)


def _opposed(
    reports: Sequence[Report], side: Callable[[Report], object], texts: dict[str, str], words: Words
) -> list[tuple[float, Report, Report]]:
    """Pairs of reports of differing articles on differing sides whose clauses share enough, the most alike first."""
    keyed = [(r, content(_text(r, texts))) for r in reports]
    out = []
    for n, (a, mine) in enumerate(keyed):
        for b, theirs in keyed[n + 1 :]:
            if a.article == b.article or side(a) == side(b) or _same_words(mine, theirs):
                continue
            if (share := words.share(mine, theirs, SHARED)) >= ALIKE:
                out.append((share, a, b))
    return sorted(out, key=lambda p: (-p[0], p[1].article, p[1].evidence, p[2].article, p[2].evidence))


def _same_words(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two clauses are one sentence printed twice: however they were read, they do not disagree."""
    return len(a & b) >= REPRINTED * len(a | b)


def _first_each(reports: Sequence[Report], side: Callable[[Report], object]) -> list[Report]:
    """The first report of every side, then more, at most ``SPANS``."""
    first: dict[object, Report] = {}
    for r in reports:
        first.setdefault(side(r), r)
    kept = list(first.values())[:SPANS]
    return kept + [r for r in reports if r not in kept][: SPANS - len(kept)]


def _members(pairs: Sequence[tuple[float, Report, Report]]) -> list[Report]:
    """The reports of the pairs, the best founded first, at most ``SPANS``."""
    out: list[Report] = []
    for _, *pair in pairs:
        out += [r for r in pair if r not in out]
    return out[:SPANS]


def _longest(r: Report) -> Span:
    span = max(r.evidence, key=lambda s: (min(s[1] - s[0], LONGEST), -s[0]))
    return Span(span[0], min(span[1], span[0] + LONGEST))


def _text(r: Report, texts: dict[str, str]) -> str:
    span = _longest(r)
    return texts.get(r.article, "")[span.start : span.end]


def _spans(reports: Sequence[Report], texts: dict[str, str]) -> tuple[Place, ...]:
    places = []
    for r in reports:
        places.append(Place(r.article, *_longest(r), _text(r, texts)))
    return tuple(dict.fromkeys(places))


def _made(kind: str, verdict: str, spans: tuple[Place, ...], note: str, weight: float) -> Conflict | None:
    if len(spans) < 2:
        return None
    return Conflict(identify("conflict", kind, spans[0].article, spans[0].start), kind, verdict, spans, note, weight)
