"""Reports of undertakings: what a party is to do, has moved, denied or done.

``items`` picks the words that matter, ``rules`` finds reports among them, ``clauses`` gives each its extent, ``due`` its
time, ``parts`` what it is about.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from ...language.document import Document
from ...records import Mention, Span, Statement, TimeMention, Undertaking
from .clauses import Clause, bounds_others, clause, lead
from .conditions import Condition, condition
from .due import Due, due
from .idle import a_name, aim, aims_at, aside, asked, forecast, gone, judged, of_nothing, only_so, since, standing
from .items import Item, sentence_items
from .joining import TAKING, inherit, rest, settle, share_dates
from .parts import keys, named, object_words
from .rules import Match, matches
from .terms import hangs, lasting, length, link

__all__ = ["undertakings"]

AROUND = 14
"""How many words on either side of a clause tell what it is about."""

ONLY_LOOKS = (only_so, judged, of_nothing)
"""What else looks like an undertaking and is none."""
UNKNOWN = 0.35
"""The weight of an undated future whose verb no lexicon holds: kept only where another report speaks of it too."""


class _Found(NamedTuple):
    match: Match
    extent: Clause
    bounds: tuple[int, int]
    when: Due | None
    held: Condition | None


def undertakings(
    doc: Document, times: Sequence[TimeMention], statements: Sequence[Statement], mentions: Sequence[Mention]
) -> list[Undertaking]:
    """The reports of undertakings in ``doc``, in order of their evidence."""
    spans = [(doc.tokens.at(t.start), doc.tokens.at(t.end - 1) + 1) for t in times]
    starts = [i for i, _ in spans]
    names = sorted(mentions, key=lambda m: (m.start, m.end))
    taken = _taken(doc, statements, names)
    out: list[Undertaking] = []
    for a, b in doc.sentences:
        x, y = bisect_left(starts, a), bisect_left(starts, b)
        items = [
            item._replace(time=item.time + x) if item.type == "time" else item
            for item in sentence_items(doc, a, b, times[x:y], spans[x:y], taken)
        ]
        if len(items) > 1 or any(i.type not in ("mark", "time") for i in items):
            out += _sentence(doc, items, (a, b), names, statements, times)
    return link(out)


def _taken(doc: Document, statements: Sequence[Statement], names: Sequence[Mention]) -> set[int]:
    """The tokens of persons' names and those that begin a reporting cue: they tell no act."""
    at = doc.tokens.at
    cues = {at(s.cue.start) for s in statements if s.cue is not None}
    return cues.union(i for m in names if m.kind == "person" for i in range(at(m.start), at(m.end - 1) + 1))


def _sentence(
    doc: Document,
    items: list[Item],
    bounds: tuple[int, int],
    names: Sequence[Mention],
    statements: Sequence[Statement],
    times: Sequence[TimeMention],
) -> list[Undertaking]:
    plain = matches(items)
    found = [m for m in settle(items, inherit(items, plain)) if not aside(doc, items, m)]
    bounding = [m.items for m in found if bounds_others(items, m)]
    out: list[tuple[Undertaking, bool]] = []
    dated: set[int] = set()
    timed = any(x.type == "time" for x in items)
    for match in found:
        if not timed and match.rule.id in TAKING:
            continue  # nothing can date it
        extent = clause(items, match.items, [m for m in bounding if m != match.items], *bounds)
        when = due(items, extent, match.items, lead(items, extent, bounds[0]))
        if when is not None and match.rule.id in TAKING and when.time in dated:
            when = None  # a surer report of the sentence has the date
        term = length(doc, items, extent, times) if timed else None
        if _idle(doc, match, items, when) and not (term is not None and _goes_on(items, match, out)):
            continue
        held = condition(items, extent, bounds)
        if held is not None and held.inside:
            continue
        if asked(items, extent) or forecast(doc, items, match, when) or a_name(doc, items, match, names):
            continue
        if any(looks(doc, items, match) for looks in ONLY_LOOKS):
            continue
        more = rest(items, extent, when)
        if more:
            extent = extent._replace(b=more.a)
        found_here = _Found(match, extent, bounds, when, held)
        if when is not None:
            dated.add(when.time)
        made = _report(doc, items, found_here, names, statements)
        if match.rule.id == "set-for" and out:
            last = out[-1][0]
            made = replace(made, act=last.act, action=last.action, object=last.object, keys=last.keys, around=last.around)
        out += [(u, match not in plain) for u in lasting(made, out[-1][0] if out else None, term)]
        if more:
            dated.add(more.due.time)
            second = _span(doc, Clause(more.a, more.b, more.a, more.a))
            own = keys(doc, more.a, more.b, items)
            out.append((replace(made, evidence=(second,), time=more.due.time, due_kind=more.due.kind, keys=own), False))
    return share_dates(out)


def _goes_on(items: Sequence[Item], match: Match, before: Sequence[tuple[Undertaking, bool]]) -> bool:
    """Whether a match tells that what the sentence has dated before goes on for a term: "and lasts five days"."""
    return items[match.items[-1]].type == "continue" and bool(before) and before[-1][0].time is not None


def _idle(doc: Document, match: Match, items: Sequence[Item], when: Due | None) -> bool:
    """Whether a weakly told act has no date that would make it an undertaking."""
    if match.rule.id in TAKING and (standing(items, match, when) or (when is not None and gone(doc, items[when.k]))):
        return True
    if match.rule.id == "noun":
        head = match.items[-1]
        if match.items[0] and items[match.items[0] - 1].type in ("after", "signal") and _close(items, match.items[0]):
            return True
        fixed = head + 1 < len(items) and items[head + 1].type == "fixed"
        return when is None or not (when.signal or fixed)
    if when is None and match.rule.id in ("wished", "aimed", "willed") and aim(items[match.items[-1]]):
        return True
    if match.rule.id == "targeted":
        return not aims_at(doc, items, match)
    if match.rule.id == "date-set":
        return when is None
    if match.rule.id == "set-for":
        return when is None or when.k > match.items[-1] + 2
    if match.rule.id == "present":
        hit = items[match.items[-1]].hit
        undated = when is None and not _since(doc, items, match)
        return undated or (hit is not None and bool(hit.prep)) or aim(items[match.items[-1]])
    return False


def _close(items: Sequence[Item], k: int) -> bool:
    """Whether nothing stands between item ``k`` and the one before it."""
    return items[k - 1].j == items[k].i


def _report(
    doc: Document, items: list[Item], found: _Found, names: Sequence[Mention], statements: Sequence[Statement]
) -> Undertaking:
    match, extent, bounds, when, held = found
    head = _told_act(items, match)
    span = _span(doc, extent)
    own = keys(doc, extent.a, extent.b, items)
    actors, places = named(doc, extent, names)
    status = _status(doc, items, match, when)
    event = hangs(doc, items, held)
    again = next((x.time for x in items if x.variety == "set" and extent.a <= x.i < extent.b), None)
    return Undertaking(
        evidence=(span,),
        act=_act(head),
        action=_action(doc, head),
        actors=actors,
        object=object_words(doc, extent, items),
        place=places[0] if places else None,
        places=places,
        condition=doc.tokens.raw(held.a, held.b) if held else None,
        time=when.time if when else again,
        recurs=again is not None,
        due_kind=_kind(match, when, held),
        status="conditional" if held and held.firm and status in ("planned", "confirmed", "refused") else status,
        statement=_statement(statements, span),
        keys=own,
        around=tuple(w for w in keys(doc, *_about(items, extent, bounds), items) if w not in own),
        depends_keys=event.keys if event else (),
        depends_after=event.after if event else None,
        rule=match.rule.id,
        weight=_weight(match, head, when),
    )


def _status(doc: Document, items: Sequence[Item], match: Match, when: Due | None) -> str:
    """The rule's status; what is told in the present since a day goes on."""
    if match.rule.id == "present" and _since(doc, items, match):
        return "in_progress"
    if match.rule.id == "deadline" and _passed(items, match):
        return "missed"
    return str(match.rule.row["status"])


def _since(doc: Document, items: Sequence[Item], match: Match) -> bool:
    """Whether "since" stands behind the head, before anything else is told."""
    for x in items[match.items[-1] + 1 :]:
        if x.verbal or x.type in ("mark", "plan"):
            return False
        if x.type in ("signal", "time") and x.j > x.i and doc.tokens.form[x.i] in since():
            return True
    return False


def _passed(items: Sequence[Item], match: Match) -> bool:
    """Whether a deadline is told to have ended without the act: "the time given ran out without any ..."."""
    k = match.items[0]
    ended = any(x.type == "end" for x in items[max(0, k - 2) : k])
    return ended and any(x.type == "no_noun" for x in items[match.items[-1] :])


def _told_act(items: Sequence[Item], match: Match) -> Item:
    """The act itself: of "the signing will take place" the noun before the verb."""
    head = items[match.items[-1]]
    return items[match.items[0]] if head.type in ("carry", "never") and len(match.items) > 1 else head


def _weight(match: Match, head: Item, when: Due | None) -> float:
    """How surely the rule's words make an undertaking; less where only the verb's first letters tell that it is one."""
    weight = float(match.rule.row["weight"])
    unknown = head.type == "act" and head.hit is None and when is None
    return min(weight, UNKNOWN) if unknown else weight


def _kind(match: Match, when: Due | None, held: Condition | None) -> str:
    """What is begun on a day goes on from it."""
    if when is None:
        return "upon_condition" if held else "open"
    if match.rule.id == "deadline" and when.kind in ("on", "within"):
        return "by"
    return "from" if match.rule.id == "begun" and when.kind in ("on", "within") else when.kind


def _act(head: Item) -> str:
    if head.type == "plan":
        return {"agreed": "agree", "holds": "include"}.get(head.variety, "hold")
    if head.type not in ("act", "affair"):
        return head.type
    return str(head.hit.entry.value) if head.hit else "act"


def _about(items: Sequence[Item], extent: Clause, bounds: tuple[int, int]) -> tuple[int, int]:
    """The words about a clause that help to tell what it is about: to the next full stop or reporting word."""
    a, b = max(bounds[0], extent.a - AROUND), min(bounds[1], extent.b + AROUND)
    for x in items:
        if x.type == "said_that" or (x.type == "mark" and x.variety in ":;"):
            if x.j <= extent.a:
                a = max(a, x.j)
            elif x.i >= extent.b:
                b = min(b, x.i)
    return a, b


def _span(doc: Document, extent: Clause) -> Span:
    b = extent.b
    while b > extent.a + 1 and doc.tokens.form[b - 1] in ',.;:"»«-)(':
        b -= 1
    return doc.span(extent.a, b)


def _action(doc: Document, head: Item) -> str:
    if head.hit is None:
        return doc.tokens.raw(head.i)
    row = head.hit.entry.row
    nouns = row.get("noun") or row.get("forms") or [row.get("past") or doc.tokens.raw(head.i)]
    return str(nouns[0])


def _statement(statements: Sequence[Statement], span: Span) -> int | None:
    """The innermost statement whose content holds ``span``."""
    holding = [
        (s.content.end - s.content.start, n)
        for n, s in enumerate(statements)
        if s.content.start <= span.start and span.end <= s.content.end + 2
    ]
    return min(holding)[1] if holding else None
