"""Reports of undertakings: what a party is to do, has moved, denied or done.

``items`` picks the words that matter, ``rules`` finds reports among them, ``clauses`` gives each its extent, ``due`` its
time, ``parts`` what it is about.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ...language.document import Document
from ...records import Mention, Span, Statement, TimeMention, Undertaking
from .clauses import Clause, clause
from .due import Due, due
from .items import Item, sentence_items
from .parts import keys, named, object_words
from .rules import Match, matches

__all__ = ["undertakings"]


def undertakings(
    doc: Document, times: Sequence[TimeMention], statements: Sequence[Statement], mentions: Sequence[Mention]
) -> list[Undertaking]:
    """The reports of undertakings in ``doc``, in order of their evidence."""
    spans = [(doc.tokens.at(t.start), doc.tokens.at(t.end - 1) + 1) for t in times]
    starts = [i for i, _ in spans]
    names = sorted(mentions, key=lambda m: (m.start, m.end))
    out: list[Undertaking] = []
    for a, b in doc.sentences:
        x, y = bisect_left(starts, a), bisect_left(starts, b)
        items = [
            item._replace(time=item.time + x) if item.type == "time" else item
            for item in sentence_items(doc, a, b, times[x:y], spans[x:y])
        ]
        if len(items) > 1 or any(i.type not in ("mark", "time") for i in items):
            out += _sentence(doc, items, (a, b), names, statements)
    return out


def _sentence(
    doc: Document, items: list[Item], bounds: tuple[int, int], names: Sequence[Mention], statements: Sequence[Statement]
) -> list[Undertaking]:
    found = matches(items)
    used = [m.items for m in found]
    out = []
    for n, match in enumerate(found):
        others = used[:n] + used[n + 1 :]
        extent = clause(items, match.items, others, *bounds)
        when = due(items, extent, match.items, extent.a)
        if _idle(match, items, when):
            continue
        out.append(_report(doc, items, match, extent, when, names, statements))
    return out


def _idle(match: Match, items: Sequence[Item], when: Due | None) -> bool:
    """Whether a weakly told act has no date that would make it an undertaking."""
    if match.rule.id == "noun":
        return when is None or not when.signal
    return match.rule.id == "present" and when is None


def _report(
    doc: Document,
    items: list[Item],
    match: Match,
    extent: Clause,
    when: Due | None,
    names: Sequence[Mention],
    statements: Sequence[Statement],
) -> Undertaking:
    head = items[match.items[-1]]
    span = _span(doc, extent)
    actors, place = named(doc, extent, names)
    act = head.type if head.type not in ("act", "affair") else (str(head.hit.entry.value) if head.hit else "act")
    return Undertaking(
        evidence=(span,),
        act=act,
        action=_action(doc, head),
        actors=actors,
        object=object_words(doc, extent, items),
        place=place,
        time=when.time if when else None,
        due_kind=when.kind if when else "open",
        status=str(match.rule.row["status"]),
        statement=_statement(statements, span),
        keys=keys(doc, extent, items),
        rule=match.rule.id,
        weight=float(match.rule.row["weight"]),
    )


def _span(doc: Document, extent: Clause) -> Span:
    b = extent.b
    while b > extent.a + 1 and doc.tokens.form[b - 1] in ',.;:"»«-)(':
        b -= 1
    return doc.span(extent.a, b)


def _action(doc: Document, head: Item) -> str:
    if head.hit is None:
        return doc.tokens.raw(head.i)
    row = head.hit.entry.row
    nouns = row.get("noun") or [row.get("past") or doc.tokens.raw(head.i)]
    return str(nouns[0])


def _statement(statements: Sequence[Statement], span: Span) -> int | None:
    """The innermost statement whose content holds ``span``."""
    holding = [
        (s.content.end - s.content.start, n)
        for n, s in enumerate(statements)
        if s.content.start <= span.start and span.end <= s.content.end + 2
    ]
    return min(holding)[1] if holding else None
