"""Where reports disagree, with a verdict; few, ranked, right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...records import Commitment, Conflict, Dated, Event, Place, Series
from .arithmetic import sums
from .attributions import rival_speakers
from .clauses import Sentences, Words, clauses
from .dates import rival_dates
from .disputes import date_conflicts, status_conflicts
from .framing import framings
from .numbers import number_conflicts
from .slips import slips

ENOUGH, WEAK = 10, 0.3
"""Weakly founded ones are left out once a reader has this many."""


def conflicts(
    pile: Sequence[Dated], commitments: Sequence[Commitment], events: Sequence[Event], series: Sequence[Series]
) -> list[Conflict]:
    """Conflicts of dates, numbers, status, attribution, arithmetic and framing, best founded first."""
    texts = {d.article.name: d.article.text for d in pile}
    told = clauses(pile)
    words = Words(told)
    found = [
        *rival_dates(told, words),
        *rival_speakers(pile),
        *slips(pile),
        *sums(pile),
        *framings(pile),
        *number_conflicts(pile),
        *date_conflicts(commitments, texts, words),
        *status_conflicts(commitments, texts, words),
    ]
    shown = Sentences(pile)
    found = [replace(c, spans=_shown(shown, c)) for c in found]
    ranked = sorted((c for c in found if len(c.spans) > 1), key=lambda c: (-c.weight, c.kind, c.id))
    return [c for n, c in enumerate(ranked) if n < ENOUGH or c.weight > WEAK]


def _shown(shown: Sentences, conflict: Conflict) -> tuple[Place, ...]:
    """A conflict's spans in their sentences; where days or statuses differ, of one country only."""
    spans = tuple(dict.fromkeys(shown.around(p) for p in conflict.spans))
    if conflict.kind == "arithmetic":
        return conflict.spans
    return shown.one_country(spans) if conflict.kind in ("date", "status") and conflict.verdict != "error" else spans
