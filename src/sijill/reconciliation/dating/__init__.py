"""A day, or an interval of days, for every article, and its times resolved over it.

A stamp, a day in the address and a stated line are taken as they are (and reported where the text contradicts them).
For the rest a belief over days is weighed (:mod:`.belief`): where the reports of known days lie and which of them tell the
same event (:mod:`.companions`), days told in both (:mod:`.coincidences`), what the report's own words say (:mod:`.clues`).
Nothing is guessed: where the belief is spread the interval stays wide or unknown (:mod:`.weighing`).
Never looked at: copyright lines, words of addresses, the latest date in a text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from ...language.resolution import resolve_all
from ...records import Dated, Extraction, Problem, Published
from .belief import pile as prior
from .clues import Clue, bounds, months, on_crawl, rhythms, seasons, todays
from .coincidences import Days
from .companions import Comparison, Known, companions, compare, copied
from .weighing import NARROW, contradicted, settle

ROUNDS = 2
CLOSE = 3
"""Days up to which a placed report may place others."""
ANCHORED = 31
"""Days up to which times are counted from the middle of an inferred interval."""


def place(pile: Sequence[Extraction]) -> list[Dated]:
    """Every article with its published interval (stated or inferred, with proof) and its times resolved, in order."""
    days = [x.article.published for x in pile]
    open_ = [n for n, p in enumerate(days) if p.earliest is None]
    out = list(pile)
    for n, x in enumerate(pile):
        if days[n].earliest is not None:
            doubt = contradicted(days[n], todays(x))
            if doubt:
                out[n], days[n] = _reported(x, days[n], doubt), doubt
    if open_:
        # in order of name, so that ties between reports fall the same way however the pile came in
        order = sorted(range(len(pile)), key=lambda n: (pile[n].article.name, pile[n].article.digest))
        at = {n: k for k, n in enumerate(order)}
        inferred = [days[n] for n in order]
        _infer([pile[n] for n in order], inferred, sorted(at[n] for n in open_))
        days = [inferred[at[n]] for n in range(len(pile))]
    return [Dated(x, p, resolve_all(x.times, anchor(p))) for x, p in zip(out, days, strict=True)]


def anchor(p: Published) -> date | None:
    """The day that times are counted from: the last known one; the middle of an inferred interval that is not too wide.

    Where the interval ends on the day it was crawled, that day: news is mostly crawled when it is new.
    """
    if p.basis != "inferred" or not (p.earliest and p.latest) or any(q.says == f"crawled {p.latest}" for q in p.proof):
        return p.day
    days = (p.latest - p.earliest).days
    return p.earliest + timedelta(days=days // 2) if days < ANCHORED else None


def _reported(x: Extraction, stamp: Published, doubt: Published) -> Extraction:
    message = (
        f"stamped {stamp.day}, but its own words give the day of writing another weekday; its day is taken as "
        f"{doubt.earliest}..{doubt.latest}, give it with --published if you know it"
    )
    return replace(x, problems=(*x.problems, Problem(x.article.name, "dating", "stamp_contradicted", message)))


def _infer(pile: Sequence[Extraction], days: list[Published], open_: Sequence[int]) -> None:
    """Fill ``days`` for the reports of ``open_``; those placed almost to the day place others in a second round."""
    shared = compare(pile)
    first = {n: days[n] for n in open_}
    known: dict[int, Known] = {}
    for _ in range(ROUNDS):
        before, known = known, _known(pile, days)
        left = [n for n in open_ if _wide(days[n])]
        if (left and known.keys() != before.keys()) or not before:
            _settle(pile, days, left, shared, known, first)


def _settle(
    pile: Sequence[Extraction],
    days: list[Published],
    open_: Sequence[int],
    shared: Comparison,
    known: Mapping[int, Known],
    first: Mapping[int, Published],
) -> None:
    stamped = sorted(k.day for k in known.values())
    around = prior(stamped)
    told = Days(known, pile)
    copies = _copies(shared, known)
    for n in open_:
        x, said = pile[n], todays(pile[n])
        crawled = first[n] if first[n].latest else None
        clues = [*bounds(x), *(c for c in [on_crawl(said, first[n])] if c), *copies.get(n, ())]
        if around is not None:
            clues += [*months(x, stamped[:1] + stamped[-1:]), *seasons(x, around.first, around.last)]
            clues += told.clues(x, n, known)
        days[n] = settle(around, companions(shared.alike[n], known), clues, rhythms(x, said), crawled)


def _wide(p: Published) -> bool:
    return p.earliest is None or p.latest is None or (p.latest - p.earliest).days >= NARROW


def _known(pile: Sequence[Extraction], days: Sequence[Published]) -> dict[int, Known]:
    out = {}
    for n, (x, p) in enumerate(zip(pile, days, strict=True)):
        if p.earliest and p.latest and (p.latest - p.earliest).days < CLOSE:
            exact = (p.latest - p.earliest).days <= 1
            out[n] = Known(x, p, resolve_all(x.times, anchor(p) if exact else None))
    return out


def _copies(shared: Comparison, known: Mapping[int, Known]) -> dict[int, list[Clue]]:
    """For each report the clue of the known report that it copies most; copies of one text are one witness."""
    best: dict[int, tuple[float, Clue]] = {}
    for found in shared.copies:
        for n, m in ((found.a, found.b), (found.b, found.a)):
            clue = copied(found, known[m]) if m in known and n not in known else None
            high = max(found.of_a, found.of_b)
            if clue and high > best.get(n, (0.0, clue))[0]:
                best[n] = (high, clue)
    return {n: [clue] for n, (_, clue) in best.items()}
