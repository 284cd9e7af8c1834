"""Who said what: statements grouped by speaker, and how firmly each spoke over time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from ...records import Dated, Statement
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
class Speaker:
    """A speaker with everything attributed to it, in order of the articles' days."""

    name: str
    kind: str
    named: bool
    count: str
    first: tuple[Said, ...]
    rest: tuple[Said, ...]


def speakers(context: Context) -> list[Speaker]:
    """The speakers of the record, the most quoted first; statements nobody is named for come under their kind."""
    groups: dict[tuple[str, str], list[tuple[date, int, Said]]] = defaultdict(list)
    for n, dated in enumerate(context.record.articles):
        for s in dated.extraction.statements:
            quote = context.quote(dated.article.name, [s.content])
            if quote:
                day = dated.published.latest or date.max
                groups[(_name(dated, s), s.speaker_kind)].append((day, n, _said(context, dated, s, quote)))
    ranked = sorted(groups.items(), key=lambda g: (g[0][0] == "", -len(g[1]), g[0]))
    return [_speaker(context, name, kind, found) for (name, kind), found in ranked]


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


def _speaker(context: Context, name: str, kind: str, found: list[tuple[date, int, Said]]) -> Speaker:
    said = [x for _, _, x in sorted(found, key=lambda f: (f[0], f[1]))]
    label = context.name("speaker_kind", kind)
    count = context.count("statements", len(said))
    return Speaker(name or label, label if name else "", bool(name), count, tuple(said[:FIRST]), tuple(said[FIRST:]))
