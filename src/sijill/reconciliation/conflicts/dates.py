"""Conflicts of dates between clauses that tell the same thing: one day against another, or a day against its month."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date

from ...identity import identify
from ...records import Conflict, Timex
from .clauses import Clause, Words

ALIKE = 0.6
"""How much of the lighter clause two clauses must share to tell the same thing."""
NEAR = 62
"""Days of one thing at most this far apart; further apart they are two things."""
ONE_NEWS = 3
"""Days up to which two reports that put a thing on days of their own (Monday, yesterday) tell one piece of news."""
LONG_AGO = 365
YEARS = 3
"""Years by which one day or month of one thing may be mistaken."""
SPANS = 6
WORTH = {"contradiction": 0.85, "update": 0.75, "refinement": 0.3, "error": 0.8}


def rival_dates(told: Sequence[Clause], words: Words) -> list[Conflict]:
    """Groups of clauses of differing articles that are alike and put what they tell on differing days."""
    linked: dict[int, list[tuple[float, int, str]]] = {}
    for a, b in words.pairs(told):
        verdict = _verdict(told[a], told[b])
        if verdict is None:
            continue
        share = words.share(told[a].keys, told[b].keys)
        if share >= ALIKE:
            linked.setdefault(a, []).append((share, b, verdict))
    out, used = [], set()
    for a in sorted(linked, key=lambda k: (-max(s for s, _, _ in linked[k]), k)):
        others = [(s, b, v) for s, b, v in sorted(linked[a], key=lambda x: (-x[0], x[1])) if b not in used]
        if a in used or not others:
            continue
        used |= {a, *(b for _, b, _ in others)}
        out.append(_conflict(told, a, others))
    return out


def _verdict(a: Clause, b: Clause) -> str | None:
    """How the two clauses' days differ; None where they do not, where one has none, or where they are far apart."""
    x, y = a.time, b.time
    if x is None or y is None or not (x.earliest and x.latest and y.earliest and y.latest):
        return None
    if (x.earliest, x.latest) == (y.earliest, y.latest):
        return None
    if x.earliest <= y.latest and y.earliest <= x.latest:
        nested = (x.earliest <= y.earliest and y.latest <= x.latest) or (y.earliest <= x.earliest and x.latest <= y.latest)
        return "refinement" if nested and not (_background(a) or _background(b)) else None
    if _year_slip(x, y):
        return "error"
    gap = (max(x.earliest, y.earliest) - min(x.latest, y.latest)).days
    if gap > NEAR or gap < 2 or _two_news(a, b):
        return None
    ordered = sorted((a, b), key=lambda c: c.published or date.max)
    first, last = (c.time.latest for c in ordered if c.time is not None and c.time.latest is not None)
    later = ordered[0].published != ordered[1].published and first < last
    return "update" if later and (a.status or b.status) else "contradiction"


def _background(c: Clause) -> bool:
    """Whether a clause tells of long ago: a year beside its month is then no news to an editor."""
    told = c.time.latest if c.time else None
    return told is not None and c.published is not None and (c.published - told).days > LONG_AGO


def _year_slip(x: Timex, y: Timex) -> bool:
    """Whether two times are one day or month of years that lie near, and one of them is written with its year."""
    if not (x.earliest and x.latest and y.earliest and y.latest):
        return False
    same = [(t.earliest.month, t.earliest.day, t.latest.month, t.latest.day) for t in (x, y) if t.earliest and t.latest]
    apart = abs(x.earliest.year - y.earliest.year)
    whole = (x.latest - x.earliest).days < 31
    return whole and same[0] == same[1] and 0 < apart <= YEARS and any(_written(t) for t in (x, y))


def _written(t: Timex) -> bool:
    """Whether a time is written with its year."""
    return t.earliest is not None and str(t.earliest.year) in re.sub(r"\D", " ", unicodedata.normalize("NFKD", t.text)).split()


def _two_news(a: Clause, b: Clause) -> bool:
    """Whether both clauses count their days from their own reports, and these are of different news."""
    if a.published is None or b.published is None or a.time is None or b.time is None:
        return False
    own = not any(ch.isdigit() for t in (a.time, b.time) for ch in t.text)
    return own and abs((a.published - b.published).days) > ONE_NEWS


def _conflict(told: Sequence[Clause], a: int, others: Sequence[tuple[float, int, str]]) -> Conflict:
    verdicts = [v for _, _, v in others]
    verdict = next(v for v in ("contradiction", "error", "update", "refinement") if v in verdicts)
    kept = [told[a], *(told[b] for _, b, _ in others)][:SPANS]
    spans = tuple(dict.fromkeys(c.place for c in kept))
    note = " / ".join(dict.fromkeys(" ".join(c.time.text.split()) for c in kept if c.time))
    weight = WORTH[verdict] * others[0][0]
    return Conflict(identify("conflict", "date", spans[0].article, spans[0].start), "date", verdict, spans, note, weight)
