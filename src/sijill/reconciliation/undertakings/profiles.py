"""What one report says of an undertaking, weighed in its pile and made ready to be compared."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from math import log
from typing import NamedTuple

from ...language.keys import key
from ...language.lexicon import lexicon
from ...language.orthography import fold_word
from ...language.tables import table
from ...records import Dated, Happening, Report, Span, Statement, Timex, Undertaking
from .hanging import Hanging, counted, hanging, span_of_time
from .lengths import shifted
from .likeness import BARE, LIGHT, Profile
from .timing import AHEAD, DONE, MOVED, Due, due

WORDS = re.compile(r"\w+")

AROUND = 0.4
"""What a word about a report's clause weighs, beside a word of it."""
CORE = 0.35
"""The least weight of a report that can found an undertaking."""
COMMON_PLACE = 0.2
"""A place that a larger share of all reports names (the story's own country) tells them not apart."""
DOERS = frozenset({"office", "government", "armed_group"})
UNNAMED = frozenset({"act", "will_be"})
"""The classes of verbs that no lexicon holds, and of "will be"."""
PASSING = 0.2
"""The weight of what is told done in passing."""
NESTED = 8
"""How many reports before a happening may reach into it."""
NEIGHBOURS = 2
"""How many reports before and after one in its article may own the words about it."""
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
    hangs: Hanging | None = None
    shift: str = ""


def telling(pile: Sequence[Dated]) -> list[Told]:
    """The reports of the dated ``pile``, in its order, each weighed by how rare its words and places are in it."""
    pool = _pool(pile)
    out = []
    for dated in pile:
        scene = _scene(dated)
        before: Told | None = None
        for u in _apart(_reports(dated)):
            one = _one(dated, u, pool, scene)
            if before is not None and _anaphoric(u):
                one = _taking(one, before)
            before = one
            if not _bygone(one):
                out.append(one)
    return out


def _reports(dated: Dated) -> list[Undertaking]:
    """The reports of undertakings, and the happenings that none of them tells: any may be what became of one."""
    told = dated.extraction.undertakings
    inside = sorted(e for u in told for e in u.evidence)
    made = [_outcome(dated, h) for h in dated.extraction.happenings if h.held == "held" and not _meets(inside, h)]
    return sorted((*told, *made), key=lambda u: u.evidence[0]) if made else list(told)


def _meets(inside: Sequence[Span], h: Happening) -> bool:
    """Whether a happening meets one of the stretches ``inside``, which are in order of their beginnings."""
    n = bisect_left(inside, (h.end, 0))
    return any(e.end > h.start for e in inside[max(0, n - NESTED) : n])


def _outcome(dated: Dated, h: Happening) -> Undertaking:
    """A held happening as a report of something done, of the least weight: kept only where it fits an undertaking."""
    words = dict.fromkeys(k for w in WORDS.findall(fold_word(dated.article.text[h.start : h.end])) if (k := key(w)))
    return Undertaking(
        evidence=(Span(h.start, h.end),),
        act=h.act,
        action=h.action,
        actors=h.actors,
        object=h.object,
        place=h.place,
        places=(h.place,) if h.place else (),
        time=h.time,
        due_kind="on",
        status="fulfilled",
        keys=(*words, "=" + h.act),
        rule=h.rule,
        weight=PASSING,
    )


def _anaphoric(u: Undertaking) -> bool:
    """Whether a clause names no act of its own: "the operation will go on for days", "it will be in June"."""
    return u.act in (*UNNAMED, *BARE) and all(k[0] == "=" or k in _anaphors() for k in u.keys)


def _taking(one: Told, before: Told) -> Told:
    """A report that speaks of the act told before it in its article, compared as that one is."""
    one.profile, one.own = _as(one.profile, before.profile), _as(one.own, before.own)
    return one


def _as(mine: Profile, theirs: Profile) -> Profile:
    return replace(theirs, earliest=mine.earliest, latest=mine.latest, status=mine.status)


@cache
def _anaphors() -> frozenset[str]:
    return frozenset(key(fold_word(w)) for w in table("undertakings")["keys"]["anaphors"])


def _apart(reports: Sequence[Undertaking]) -> Iterator[Undertaking]:
    """Each report without the words about it that are another's own: those tell of the other act."""
    for n, u in enumerate(reports):
        others = {k for o in reports[max(0, n - NEIGHBOURS) : n + NEIGHBOURS + 1] if o is not u for k in o.keys}
        yield replace(u, around=tuple(k for k in u.around if k not in others)) if u.around else u


class _Pool(NamedTuple):
    """How many reports of the pile hold a word and name a place, and how many there are."""

    words: Counter[str]
    places: Counter[str]
    total: int


class _Scene(NamedTuple):
    """The countries that an article names, and its doers: offices, governments and forces, which acts are rarely done to."""

    countries: frozenset[str]
    doers: frozenset[str]


def _pool(pile: Sequence[Dated]) -> _Pool:
    words: Counter[str] = Counter()
    places: Counter[str] = Counter()
    total = 0
    for dated in pile:
        for u in dated.extraction.undertakings:
            words.update({*u.keys, *u.around, "=" + u.act})
            places.update(set(u.places))
            total += 1
    for place, count in places.most_common(1):
        places[place] = max(count, total)  # the story's own country or town
    return _Pool(words, places, total)


def _scene(dated: Dated) -> _Scene:
    named = dated.extraction.mentions
    return _Scene(
        frozenset(m.entity for m in named if m.kind == "country"), frozenset(m.entity for m in named if m.kind in DOERS)
    )


def _bygone(one: Told) -> bool:
    """Whether an act told in passing lies behind its report: what was begun or named then is no undertaking now."""
    last = one.report.due_latest or one.report.due_earliest
    if one.weight >= CORE or last is None or one.report.published is None:
        return False
    return one.report.status in AHEAD and last < one.report.published


def _one(dated: Dated, u: Undertaking, pool: _Pool, scene: _Scene) -> Told:
    article = dated.article
    index, time = _time(dated, u)
    when = due(u, time, _timex(dated, u.lasts))
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
        time=index,
        published=dated.published.latest,
        rule=u.rule,
    )
    profile = _profile(u, when, pool, scene, article.name)
    period = dated.timexes[u.time].value if u.recurs and u.time is not None and u.time < len(dated.timexes) else ""
    own = replace(profile, keys={k: w for k, w in profile.keys.items() if k not in u.around})
    hangs = hanging(dated, u) if u.condition or time is None or time.type == "DURATION" else None
    if hangs is not None and hangs.day is not None and report.due_latest is None:
        report = counted(report, hangs, hangs.day)
    return Told(report, u, _without(profile, hangs), _without(own, hangs), article.digest or article.name,
                _weight(u, report), period, hangs=hangs, shift=_shift(dated, u, report))  # fmt: skip


def _shift(dated: Dated, u: Undertaking, report: Report) -> str:
    """The length (TIMEX3) by which a report moves a day that it does not name: "put off by two weeks"; else nothing."""
    n = span_of_time(dated, u) if report.status in MOVED and report.due_latest is None else None
    return dated.timexes[n].value if n is not None else ""


def _without(profile: Profile, hangs: Hanging | None) -> Profile:
    """What is compared of a report less the acts it only hangs on."""
    drop = {"=" + act for act in hangs.acts} - {"=" + profile.act} if hangs else set()
    return replace(profile, keys={k: w for k, w in profile.keys.items() if k not in drop}) if drop else profile


def _time(dated: Dated, u: Undertaking) -> tuple[int | None, Timex | None]:
    """The time that dates a report, and its index: its own, or the length that counts to or from that in its clause."""
    if u.time is None or u.time >= len(dated.timexes):
        return u.time, None
    event = dated.timexes[u.time]
    for n, mention in enumerate(dated.extraction.times):
        inside = any(e.start <= mention.start and mention.end <= e.end for e in u.evidence)
        if inside and mention.anchor == "event" and mention.anchor_index == u.time and event.earliest and event.latest:
            way = mention.expression.args[0]
            days = shifted(event.earliest, event.latest, dated.timexes[n].value, way if isinstance(way, int) else 1)
            if days:
                return n, replace(dated.timexes[n], earliest=days[0], latest=days[1])
    return u.time, event


def _profile(u: Undertaking, when: Due, pool: _Pool, scene: _Scene, article: str) -> Profile:
    own = (*u.keys, "=" + u.act) if "=" + u.act not in u.keys else u.keys
    rare = {k: log((pool.total + 1) / max(1, pool.words[k])) + 0.2 for k in (*u.around, *own)}
    countries = [p for p in u.places if p in scene.countries]
    thing = _thing(u)
    places = frozenset(p for p in u.places if p not in scene.countries and pool.places[p] <= COMMON_PLACE * pool.total)
    names = _nations() | {key(w) for a in u.actors if a in scene.doers for w in WORDS.findall(fold_word(a))}
    return Profile(
        act=u.act,
        keys={k: AROUND * rare[k] for k in u.around} | {k: rare[k] for k in own},
        actors=frozenset(u.actors),
        places=places,
        earliest=when.earliest,
        latest=when.latest,
        status=u.status,
        article=article,
        home=frozenset(countries) or scene.countries,
        thing=frozenset(thing),
        head=thing[0] if thing else "",
        numbers=frozenset(k for k in u.keys if k[0].isdigit()),
        ordinals=frozenset(n for k in u.keys if (n := _ordinals().get(k))),
        words=frozenset(k for k in u.keys if k[0] != "=" and not k[0].isdigit()) - names,
        acts=_acts(u),
        located=any(key(w) in thing for p in places for w in WORDS.findall(fold_word(p))),
    )


def _thing(u: Undertaking) -> list[str]:
    """The keys of what the act is done to, in order; of a report without an object none."""
    return [k for w in WORDS.findall(fold_word(u.object or "")) if (k := key(w)) and not k[0].isdigit()]


def _acts(u: Undertaking) -> frozenset[str]:
    """The acts a report is about: its own, or those that its own only puts off, calls off or carries out."""
    if u.act not in BARE and u.action not in table("undertakings")["light"]["actions"]:
        return frozenset({u.act})
    named = {k[1:] for k in u.keys if k[0] == "="} - BARE - LIGHT - {u.act}
    return frozenset(named) or (frozenset() if u.act in BARE else frozenset({u.act}))


@cache
def _nations() -> frozenset[str]:
    """The keys of the names of countries and of what belongs to them: who acts or where, rarely what is done."""
    entries = (e for cls in ("country", "nationality") for e in lexicon().entries(cls))
    return frozenset(key(w) for e in entries for w in e.words)


@cache
def _ordinals() -> Mapping[str, int]:
    """The keys of "second", "third" ... and their numbers; "first" and "one" say too many other things."""
    entries = [e for e in lexicon().entries("time_ordinal") if len(e.words) == 1 and e.value > 1]
    return {key(e.words[0]): int(e.value) for e in entries}


def _weight(u: Undertaking, report: Report) -> float:
    """How surely a report tells of an undertaking: a due day that lies ahead of its publication settles it."""
    last = report.due_latest or report.due_earliest
    ahead = last is not None and report.published is not None and last >= report.published
    if ahead and report.status not in DONE:
        return 1.0
    if last is not None and report.published is not None and (report.published - last).days > STALE:
        return 0.4 * u.weight
    return u.weight


def _timex(dated: Dated, n: int | None) -> Timex | None:
    return dated.timexes[n] if n is not None and n < len(dated.timexes) else None


def _said(dated: Dated, u: Undertaking) -> Statement | None:
    said = dated.extraction.statements
    return said[u.statement] if u.statement is not None and u.statement < len(said) else None


def _told_status(u: Undertaking, latest: date | None, published: date | None) -> str:
    """The report's status; a present tense with a day gone by tells what happened."""
    past = latest is not None and published is not None and latest < published
    return "fulfilled" if u.rule == "present" and past else u.status
