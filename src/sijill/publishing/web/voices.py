"""Who said what: statements grouped by speaker, how firmly each spoke over time, and where a line hardened or turned."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date

from ...pipeline import Names, turns
from ...records import Dated, Span, Statement
from .context import Context, Dating, Quote

FIRST = 4
"""Statements of a speaker that are shown at once; the rest is folded."""


@dataclass(frozen=True, slots=True)
class Said:
    """One statement: the words in their sentence, how it was quoted, how firm its content is, when and where."""

    quote: Quote
    act: str
    firm: str
    firmness: str
    how: str
    dating: Dating
    outlet: str
    through: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A line that moved: the way in words, and both statements."""

    way: str
    name: str
    before: Said
    after: Said


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker with everything attributed to it, in order of the articles' days."""

    name: str
    kind: str
    named: bool
    count: str
    first: tuple[Said, ...]
    rest: tuple[Said, ...]
    moved: tuple[Moved, ...]
    ways: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class _Group:
    """What is gathered of one speaker: kinds counted, statements with their days."""

    kinds: Counter[str] = field(default_factory=Counter)
    said: list[tuple[date, int, Said]] = field(default_factory=list)


def speakers(context: Context) -> list[Speaker]:
    """The speakers of the record, the most quoted first, one under all names; the unnamed come under their kind."""
    names = Names(context.record.entities)
    groups: dict[tuple[str, str], _Group] = defaultdict(_Group)
    at: dict[tuple[str, Span], Said] = {}
    for n, dated in enumerate(context.record.articles):
        for s in dated.extraction.statements:
            quote = context.quote(dated.article.name, [s.content])
            if quote:
                name = _name(dated, s)
                name = names.full(name) if name else ""
                group = groups[(name, "" if name else s.speaker_kind)]
                said = at[dated.article.name, s.content] = _said(context, dated, s, quote)
                group.kinds[s.speaker_kind] += 1
                group.said.append((dated.published.latest or date.max, n, said))
    moved = _moved(context, at)
    ranked = sorted(groups.items(), key=lambda g: (g[0][0] == "", -len(g[1].said), g[0]))
    return [_speaker(context, name, group, moved.get(name, [])) for (name, _), group in ranked]


def _moved(context: Context, at: dict[tuple[str, Span], Said]) -> dict[str, list[Moved]]:
    """By speaker, where the line moved, in order of the later day."""
    out: dict[str, list[Moved]] = defaultdict(list)
    for t in turns(context.record.articles, context.record.entities):
        before, after = at.get((t.article, t.content)), at.get((t.later_article, t.later_content))
        if before and after:
            out[t.speaker].append(Moved(t.way, context.name("turn", t.way), before, after))
    return out


def _name(dated: Dated, s: Statement) -> str:
    if s.speaker_name:
        return s.speaker_name
    return dated.article.text[s.speaker.start : s.speaker.end] if s.speaker else ""


def _said(context: Context, dated: Dated, s: Statement, quote: Quote) -> Said:
    return Said(
        quote=quote,
        act=context.name("act", s.act) if s.act != "claim" else "",
        firm=context.name("factuality", s.factuality),
        firmness=s.factuality,
        how=context.name("quote_type", s.quote_type),
        dating=context.dating(dated.article.name),
        outlet=context.outlet(dated.article.name),
        through=context.words["language"]["comma"].join(s.chain or ((s.via,) if s.via else ())),
    )


def _speaker(context: Context, name: str, group: _Group, moved: list[Moved]) -> Speaker:
    said = [x for _, _, x in sorted(group.said, key=lambda f: (f[0], f[1]))]
    kind = min(group.kinds, key=lambda k: (-group.kinds[k], k))
    label = context.name("speaker_kind", kind)
    count = context.count("statements", len(said))
    ways = tuple((way, context.name("turn", way)) for way in dict.fromkeys(m.way for m in moved))
    first, rest = tuple(said[:FIRST]), tuple(said[FIRST:])
    return Speaker(name or label, label if name else "", bool(name), count, first, rest, tuple(moved), ways)
