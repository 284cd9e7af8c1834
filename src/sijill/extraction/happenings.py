"""Dated happenings: clauses whose verb tells what happened, and verbal nouns that name it, with their times.

A clause begins at its verb (or at the time expression or the noun it hangs on) and ends where the next clause begins.
A word is taken for a past verb only where a clause may begin: most Arabic verbs in the past are written like nouns.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ..language.document import Document
from ..language.keys import content_keys, joined
from ..language.lexicon import Hit
from ..language.tables import table
from ..language.tokens import FOREIGN, MARK, WORD
from ..records import Happening, Mention, Statement, TimeMention

SAYING = ("say", "announce", "declare", "affirm", "report", "publish")
VERBS = ("happen", "act", "say")
FEWEST, WORDS_EACH = 6, 28
"""An article tells at most one happening for so many tokens (and may always tell a few); the best founded are kept."""

UNDATING = frozenset({"duration", "offset", "set", "set_weekday", "reference", "century", "decade", "any_day"})
"""Operators of times that date no happening: how long, how often, vaguely when, or an age."""
BEHIND = frozenset({"month", "year", "day", "ago", "hijri", "part", "season", "decade", "anaphor"})
"""Operators of times beside which an undated clause may tell of long ago."""
LEAD = 2
"""A saying without a time of its own is a happening only in the first sentences; further down it is a statement."""
LONG = 25
"""A dated clause of more tokens than this ends at the first pause after its time."""


class _Head(NamedTuple):
    """A verb at token ``i`` that begins a clause at token ``begin``; ``relative`` where it hangs on a noun."""

    i: int
    begin: int
    relative: bool
    hit: Hit


class _Clause(NamedTuple):
    begin: int
    end: int
    head: _Head | None
    name: str
    time: int | None
    weight: float
    news: bool = False


def happenings(
    doc: Document, times: Sequence[TimeMention], statements: Sequence[Statement], mentions: Sequence[Mention]
) -> list[Happening]:
    """The happenings that ``doc`` tells, in order; where there are too many, those with a time and those told first."""
    at = [doc.tokens.at(t.start) for t in times]
    found: list[_Clause] = []
    behind = _behind(doc, times, at)
    unnamed = _unnamed(doc, statements)
    for n, (i, j) in enumerate(doc.sentences):
        here = [c for c in _clauses(doc, i, j, n, times, at) if c.head is None or c.head.i not in unnamed]
        fresh = not behind[n] and not (n and behind[n - 1])
        found += [c._replace(news=n <= LEAD or c.begin == i) for c in here] if fresh else here
    most = max(FEWEST, len(doc.tokens) // WORDS_EACH)
    kept = sorted(sorted(found, key=lambda c: (-c.weight, c.begin))[:most], key=lambda c: (c.begin, c.end))
    return [_happening(doc, c) for c in kept]


def _unnamed(doc: Document, statements: Sequence[Statement]) -> frozenset[int]:
    """The tokens between an unnamed speaker and what it says: why it stays unnamed is no happening."""
    out: set[int] = set()
    for s in statements:
        if s.reason_unnamed and s.speaker is not None and s.speaker.end < s.content.start:
            out.update(range(doc.tokens.at(s.speaker.end), doc.tokens.at(s.content.start)))
    return frozenset(out)


def _behind(doc: Document, times: Sequence[TimeMention], at: Sequence[int]) -> list[bool]:
    """For each sentence whether it tells of a month, a year or a date: background, unless the date is its own."""
    far = [place for time, place in zip(times, at, strict=True) if time.expression.op in BEHIND]
    return [bisect_left(far, i) < bisect_left(far, j) for i, j in doc.sentences]


def _happening(doc: Document, clause: _Clause) -> Happening:
    head = clause.head
    own = len(head.hit.conj) if head is not None and head.i == clause.begin else 0
    span = doc.span(clause.begin, clause.end, own)
    keys = content_keys(doc, clause.begin, clause.end)
    keys = (*dict.fromkeys((*keys, "=" + clause.name)),)
    return Happening(*span, act=clause.name, action=clause.name, time=clause.time, keys=keys, rule=_rule(doc, clause))


def _rule(doc: Document, clause: _Clause) -> str:
    """How the clause was found, which tells reconciliation how an undated one may be dated."""
    head = clause.head
    if head is None:
        return "happening.noun"
    if any(h.entry.cls == "opener" and h.entry.row.get("earlier") for b in (1, 2) if head.i >= b for h in doc.hits[head.i - b]):
        return "happening.earlier"
    if head.relative:
        return "happening.relative"
    if _says(head):
        return "happening.said"
    return "happening.news" if clause.news else "happening.verb"


def _clauses(doc: Document, i: int, j: int, n: int, times: Sequence[TimeMention], at: Sequence[int]) -> list[_Clause]:
    heads = _heads(doc, i, j)
    inside = [(k, place) for k, place in enumerate(at) if i <= place < j and _dates(times[k])]
    out = []
    for k, head in enumerate(heads):
        begin, end = head.begin, _end(doc, heads, k, j)
        early = next((p for t, p in inside if p < begin), None)
        if k == 0 and early is not None and begin - early <= 8 and not head.relative:
            begin = i
        time = next((t for t, p in inside if begin <= p < _said(doc, head, end)), None)
        if end - head.i < 3 or (time is None and (head.relative or (n > LEAD and _says(head)) or _empty(doc, head, end))):
            continue
        if time is not None and end - begin > LONG:
            end = _cut(doc, doc.tokens.at(times[time].end - 1) + 1, max(begin + 8, head.i + 4), end)
        out.append(_Clause(begin, end, head, str(head.hit.entry.value), time, _weight(n, k, time, head)))
    return out + _nouns(doc, i, j, {h.i for h in heads}, inside)


def _nouns(doc: Document, i: int, j: int, heads: set[int], inside: Sequence[tuple[int, int]]) -> list[_Clause]:
    """Verbal nouns that name a happening: dated in their own phrase, or what something came after."""
    out: list[_Clause] = []
    last = i
    for k in doc.among(i, j, *VERBS):
        hit = next((h for h in doc.hits[k] if h.entry.variety == "noun" and h.entry.cls in VERBS), None)
        if hit is None or k < last or hit.prep:
            continue
        edge = k + 1
        while edge < j and edge - k < 14 and edge not in heads and doc.tokens.kind[edge] != MARK and not _boundary(doc, edge):
            edge += 1
        time = next((t for t, p in inside if k < p < edge), None)
        after = k > i and any(h.entry.value == "after" and h.end == k for b in (k - 1, k - 2) if b >= i for h in doc.hits[b])
        if edge - k >= 2 and (time is not None or after):
            out.append(_Clause(k, edge, None, str(hit.entry.value), time, 1.75 if time is not None else 0.75))
            last = edge
    return out


def _cut(doc: Document, dated: int, least: int, end: int) -> int:
    """The first pause after the time of a long clause: what follows is another matter."""
    for k in range(max(dated, least), end):
        if doc.tokens.kind[k] == MARK or _boundary(doc, k):
            return k
    return max(dated, least) if end - max(dated, least) > LONG else end


def _empty(doc: Document, head: _Head, end: int) -> bool:
    """Whether a saying stands without what is said: a sentence's introduction, no happening worth a line."""
    return _says(head) and end - head.i < 7 and _said(doc, head, end) == end


def _says(head: _Head) -> bool:
    return head.hit.entry.cls == "say" or head.hit.entry.value in SAYING


def _said(doc: Document, head: _Head, end: int) -> int:
    """Where the time of a clause may stand to be its own: before what is said, where it says something."""
    for k in range(head.i + 1, end):
        opener = any(h.entry.cls == "opener" and h.entry.value == "join" and not h.conj for h in doc.hits[k])
        if opener or doc.tokens.form[k] == ":":
            return k
    return end


def _dates(time: TimeMention) -> bool:
    """Whether a time can date a happening: not a span of time, a habit or a vague reference."""
    return time.expression.op not in UNDATING


def _weight(sentence: int, clause: int, time: int | None, head: _Head) -> float:
    """How well founded a happening is: dated, told at the head of the report, its own clause."""
    lead = 2.0 if sentence == 0 else 1.0 if sentence <= LEAD else 0.0
    own = 0.5 if clause == 0 and not head.relative else 0.0
    act = 0.5 if head.hit.entry.cls != "say" else 0.0
    return (2.0 if time is not None else 0.0) + lead + own + act


def _heads(doc: Document, i: int, j: int) -> list[_Head]:
    out: list[_Head] = []
    for k in doc.among(i, j, *VERBS):
        hit = _past(doc, k)
        if hit is None:
            continue
        opened = _opens(doc, i, k, hit)
        if opened is not None:
            out.append(_Head(k, opened[0], opened[1], hit))
    return out


def _past(doc: Document, k: int) -> Hit | None:
    if doc.tokens.form[k] in _not_verbs():
        return None
    noun = doc.text[doc.tokens.end[k] - 1] == table("undertakings")["not_verbs"]["feminine"] or any(
        h.entry.variety == "noun" and h.pronoun and h.entry.cls in VERBS for h in doc.hits[k]
    )
    for hit in doc.hits[k]:
        if noun and hit.pronoun:
            continue
        form = hit.entry.inflection
        told = form is not None and form.tense == "past" and form.person == 3
        if told and hit.entry.cls in VERBS and not hit.prep and not hit.article:
            return hit
    return None


@cache
def _not_verbs() -> frozenset[str]:
    """Words written like a past verb that hardly ever are one, folded, bare or joined."""
    return joined(table("undertakings")["not_verbs"]["never"])


def _opens(doc: Document, i: int, k: int, hit: Hit) -> tuple[int, bool] | None:
    """Where the clause of the verb at ``k`` begins and whether it is relative; None where no clause can begin."""
    if k == i or hit.conj:
        return (k, False) if not _verbal_noun(doc, k) or k == i else None
    before = k - 1
    if doc.tokens.kind[before] == MARK:
        return k, False
    clause = next((h.entry.value for h in doc.hits[before] if h.entry.cls == "opener" and h.end == k), None)
    if clause == "relative":
        return _noun_before(doc, i, before), True
    if clause == "join":
        return k, False
    if clause is not None:
        return None
    if hit.entry.inflection is not None and hit.entry.inflection.gender == "m" and hit.entry.inflection.number == "s":
        return None  # after a noun the bare form is read as a noun
    return (_subject(doc, i, k), False) if doc.tokens.kind[before] in (WORD, FOREIGN) else None


def _verbal_noun(doc: Document, k: int) -> bool:
    return any(h.entry.variety == "noun" and h.entry.cls in VERBS and not h.pronoun for h in doc.hits[k])


def _noun_before(doc: Document, i: int, k: int) -> int:
    """The first token of the noun phrase that a relative at ``k`` hangs on: back to a mark or a clause word, four at most."""
    begin = k
    while begin > i and k - begin < 4 and doc.tokens.kind[begin - 1] == WORD and not _boundary(doc, begin - 1):
        begin -= 1
    return begin


def _subject(doc: Document, i: int, k: int) -> int:
    begin = k
    while begin > i and k - begin < 12 and doc.tokens.kind[begin - 1] != MARK and not _boundary(doc, begin - 1):
        begin -= 1
    return begin


def _boundary(doc: Document, k: int) -> bool:
    return any(h.entry.cls == "opener" for h in doc.hits[k])


def _end(doc: Document, heads: Sequence[_Head], k: int, j: int) -> int:
    """Where clause ``k`` ends: before the next clause of the same rank, at most forty words on."""
    head = heads[k]
    end = j
    for later in heads[k + 1 :]:
        if later.relative and not head.relative:
            continue
        if later.begin > head.i + 2:
            end = later.begin
            break
    end = min(end, head.begin + 45)
    while end > head.i + 1 and (doc.tokens.kind[end - 1] == MARK or _boundary(doc, end - 1)):
        end -= 1
    return end
