"""Silent edits: a sentence that a line of the record rested on, changed in a later version of its article."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ...identity import identify
from ...records import Article, Extraction, Notice, Record, Span
from .edits import Edit, edits
from .families import Family, settled

KINDS = ("commitment", "event", "statement")
"""What a sentence may carry, the weightiest first: an edit names the lines of the first kind that rested on it."""


class _Line(NamedTuple):
    """A line of a record with what it rests on: (article, start, end)."""

    id: str
    aliases: tuple[str, ...]
    kind: str
    title_ar: str
    title_en: str | None
    places: tuple[tuple[str, int, int], ...]


class _Pair(NamedTuple):
    """Two successive versions of a family: what differs, from which day, and where that is in the version that stands."""

    family: Family
    old: Extraction
    new: Extraction
    day: date | None
    edits: list[Edit]
    now: dict[Span, Span | None]


def silent_edits(
    found: Sequence[Family], told: Record, build: Callable[[list[Extraction]], Record], as_of: date | None = None
) -> tuple[Notice, ...]:
    """A notice for each line that rested on a sentence that was changed since, in order of day.

    ``told`` is the record with the newest versions; ``build`` makes the record of another choice of versions, and is
    called once for each further generation of versions that has edits, not at all where nothing was edited.
    """
    known = [family.known(as_of) for family in found]
    out: list[Notice] = []
    for step in range(max((len(v) for v in known), default=1) - 1):
        pairs = [p for f, v in zip(found, known, strict=True) if len(v) > step + 1 if (p := _pair(f, v, step)).edits]
        if not pairs:
            continue
        chosen = {id(p.family): p.old for p in pairs}
        then = build([settled(f, chosen.get(id(f), v[-1][0])) for f, v in zip(found, known, strict=True)])
        for pair in pairs:
            out += _noticed(pair, then, told)
    return tuple(sorted(out, key=lambda n: (n.day or date.max, n.article, n.line, n.before)))


def _pair(family: Family, versions: Sequence[tuple[Extraction, date | None]], step: int) -> _Pair:
    (old, _), (new, day) = versions[step : step + 2]
    here = edits(old, new)
    now = here if step + 2 == len(versions) or not here else edits(old, versions[-1][0])
    return _Pair(family, old, new, day, here, {e.before: e.after for e in now})


def _noticed(pair: _Pair, then: Record, now: Record) -> Iterator[Notice]:
    name = pair.family.root.name
    before, after = _lines(then, name), _lines(now, name)
    for edit in pair.edits:
        hit = [x for x in before if _rests(x, name, edit.before)]
        first = min((KINDS.index(x.kind) for x in hit), default=0)
        for line in hit:
            if line.kind == KINDS[first]:
                yield _notice(pair, edit, line, after)


def _notice(pair: _Pair, edit: Edit, line: _Line, after: list[_Line]) -> Notice:
    article: Article = pair.new.article
    place = pair.now.get(edit.before, edit.before)  # back again where it was: close enough to find its line by
    successor = _successor(line, after, pair.family.root.name, place)
    here = successor or line
    return Notice(
        "silent_edit", here.id, here.title_ar, here.title_en, pair.family.root.name, article.outlet, article.url, pair.day,
        before=_words(pair.old, edit.before), after=_words(pair.new, edit.after) if edit.after else None,
        version=pair.old.article.digest, standing=successor is not None,
        start=place.start if place else None, end=place.end if place else None,
    )  # fmt: skip


def _successor(line: _Line, after: list[_Line], name: str, place: Span | None) -> _Line | None:
    """What became of a line: the one of its id, else the one of its kind that rests on the changed sentence."""
    ids = {line.id, *line.aliases}
    same = next((x for x in after if ids & {x.id, *x.aliases}), None)
    if same is None and place is not None:
        same = next((x for x in after if x.kind == line.kind and _rests(x, name, place)), None)
    return same


def _rests(line: _Line, name: str, span: Span) -> bool:
    return any(a == name and start < span.end and span.start < end for a, start, end in line.places)


def _lines(record: Record, name: str) -> list[_Line]:
    """The lines of a record (statements only of the article ``name``)."""
    out = []
    for c in record.commitments:
        places = tuple((r.article, *span) for r in c.history for span in r.evidence)
        out.append(_Line(c.id, c.aliases, "commitment", c.title_ar, c.title_en, places))
    for e in record.events:
        out.append(_Line(e.id, (), "event", e.title_ar, e.title_en, tuple((m.article, m.start, m.end) for m in e.mentions)))
    for d in record.articles:
        if d.article.name == name:
            out += [
                _Line(identify("statement", d.article.digest, *s.content), (), "statement", s.speaker_name or "", None,
                      ((name, *s.content),))
                for s in d.extraction.statements
            ]  # fmt: skip
    return out


def _words(x: Extraction, span: Span) -> str:
    return " ".join(x.article.text[span.start : span.end].split())
