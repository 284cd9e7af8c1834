"""One entry for each happening over all its mentions.

Mentions are brought together when they share enough content words (weighted by how rare they are in the pile) and their
days can be the same. Candidates come from an inverted index of words, so that only mentions that share rare words are
compared.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from ..identity import identify
from ..language.naming import compose_title
from ..records import Dated, Event, Happening, Place

ALIKE, ALIKE_UNDATED = 0.5, 0.62
"""How much of the lighter mention's weight must be shared, where both have a day and where one has none."""
COMMON = 24
"""A word that more mentions than this share proposes no candidates."""


class _Mention(NamedTuple):
    dated: Dated
    told: Happening
    earliest: date | None
    latest: date | None
    stated: bool
    keys: frozenset[str] = frozenset()
    weight: float = 0.0


@dataclass
class _Group:
    mentions: list[_Mention]
    keys: Counter[str] = field(default_factory=Counter)


def events(pile: Sequence[Dated], origins: Sequence[tuple[str, ...]]) -> list[Event]:
    """The events of the pile in order of their days, undated ones last."""
    mentions = [m for d in pile for m in _mentions(d)]
    weights = _weights(mentions)
    mentions = [m._replace(keys=frozenset(m.told.keys), weight=sum(weights[k] for k in m.told.keys)) for m in mentions]
    groups: list[_Group] = []
    index: dict[str, list[int]] = {}
    for mention in mentions:
        n = _best(mention, groups, index, weights)
        if n is None:
            n = len(groups)
            groups.append(_Group([]))
        groups[n].mentions.append(mention)
        for key in mention.told.keys:
            if not groups[n].keys[key]:
                index.setdefault(key, []).append(n)
            groups[n].keys[key] += 1
    one = {name: group[0] for group in origins for name in group}
    told = [_event(g, one) for g in groups]
    return sorted(told, key=lambda e: (e.latest or date.max, e.earliest or date.max, e.id))


def _mentions(d: Dated) -> list[_Mention]:
    """A report's happenings with their days; what lies after the report's own day has not happened yet and is left out."""
    lead = d.extraction.sentences[1].end if len(d.extraction.sentences) > 1 else len(d.article.text)
    day = d.published.latest
    out = []
    for told in d.extraction.happenings:
        time = d.timexes[told.time] if told.time is not None and told.time < len(d.timexes) else None
        earliest, latest = (time.earliest, time.latest) if time else (None, None)
        if earliest and day and earliest > day:
            continue
        stated = bool(latest)
        new = told.rule in ("happening.said", "happening.news") or (told.start < lead and told.rule == "happening.verb")
        if not stated and new and d.published.earliest and day:
            # the head of a report tells what is new, and what it quotes was said for it: that day's or the day before's
            earliest, latest = d.published.earliest - timedelta(days=1), day
        out.append(_Mention(d, told, earliest, min(latest, day) if latest and day else latest, stated))
    return out


def _weights(mentions: Sequence[_Mention]) -> dict[str, float]:
    """How much a word tells: the rarer in the pile the more."""
    counts = Counter(key for m in mentions for key in m.told.keys)
    total = len(mentions) + 1
    return {key: math.log(total / n) + 0.1 for key, n in counts.items()}


def _best(mention: _Mention, groups: Sequence[_Group], index: dict[str, list[int]], weights: dict[str, float]) -> int | None:
    shared: Counter[int] = Counter()
    for key in mention.told.keys:
        places = index.get(key, ())
        if len(places) <= COMMON:
            shared.update(places)
    best, most = None, 0.0
    for n, count in sorted(shared.items()):
        if count >= 2 and (score := _alike(mention, groups[n], weights)) > most:
            best, most = n, score
    return best


def _alike(mention: _Mention, group: _Group, weights: dict[str, float]) -> float:
    """The share of the lighter mention's weight that stands in a mention of the group too; 0 where it is too little."""
    most = 0.0
    for other in group.mentions:
        if not _same_days(mention, other):
            return 0.0
        # in the order of the words: sums over a set would differ in the last digit from run to run
        common = sum(weights[k] for k in mention.told.keys if k in other.keys)
        lighter = min(mention.weight, other.weight) or 1.0
        needed = ALIKE if mention.latest and other.latest else ALIKE_UNDATED
        if common / lighter >= needed:
            most = max(most, common / lighter)
    return most


def _same_days(a: _Mention, b: _Mention) -> bool:
    if a.latest is None or b.latest is None:
        return True
    slack = timedelta(days=1)
    low_a, low_b = a.earliest or a.latest, b.earliest or b.latest
    return low_a <= b.latest + slack and low_b <= a.latest + slack


def _event(group: _Group, one: dict[str, str]) -> Event:
    first = group.mentions[0]
    known = [m for m in group.mentions if m.latest]
    best = min(known, key=lambda m: (not m.stated, (m.latest - (m.earliest or m.latest)).days if m.latest else 0), default=None)
    a = first.dated.article
    title = min((_words(m) for m in group.mentions), key=lambda t: (abs(len(t) - 60), t))
    return Event(
        id=identify("event", a.digest, first.told.start, first.told.end),
        title_ar=title,
        title_en=compose_title(first.told.act, first.told.actors, first.told.object, first.told.place),
        earliest=best.earliest if best else None,
        latest=best.latest if best else None,
        held="held",
        place=None,
        mentions=tuple(Place(m.dated.article.name, m.told.start, m.told.end, _text(m)) for m in group.mentions),
        origins=len({one.get(m.dated.article.name, m.dated.article.name) for m in group.mentions}),
        said=all(m.told.rule == "happening.said" for m in group.mentions),
    )


def _text(m: _Mention) -> str:
    return m.dated.article.text[m.told.start : m.told.end]


def _words(m: _Mention) -> str:
    """A mention's words on one line, cut at a word."""
    text = " ".join(_text(m).split())
    return text if len(text) <= 110 else text[:110].rsplit(" ", 1)[0] + " \u2026"
