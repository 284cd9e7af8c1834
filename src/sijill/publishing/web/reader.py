"""The reader: each article as published, with what was read in it highlighted and furniture folded away.

Rendered once for both languages: words of the interface come in pairs (:class:`Both`), the text is the article's own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise

from markupsafe import Markup

from ...records import Dated, Record, Span
from ..locale import LANGUAGES, words
from .context import Context, Text, anchor, place
from .sources import headline, safe_address

PAIR = Markup('<span class="ar" lang="ar">{}</span><span class="en" lang="en">{}</span>')
KINDS = ("commitment", "statement", "time", "figure", "credit")


@dataclass(frozen=True, slots=True)
class Both:
    """The same words in both languages of the page."""

    ar: str
    en: str


@dataclass(frozen=True, slots=True)
class Card:
    """The record behind a highlight: its kind, its words, facts as pairs (key of the page's words, value)."""

    id: str
    kind: str
    start: int
    end: int
    text: str
    facts: tuple[tuple[str, Both], ...]
    commitment: str | None = None
    lines: tuple[Both, ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the same highlights: their kinds, their cards (the narrowest first), its place's ids."""

    text: str
    kinds: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """Paragraphs of the article proper, or a run of page furniture."""

    furniture: bool
    paragraphs: list[list[Segment]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Page:
    """One article of the reader."""

    anchor: str
    title: Text
    outlet: Both
    byline: str | None
    day: Both
    inferred: bool
    why: tuple[str, ...]
    web: str | None
    language: str
    direction: str
    blocks: tuple[Block, ...]
    cards: tuple[Card, ...]


def both_words(key: str, group: str = "page") -> Markup:
    """A word of the interface in both languages; style shows the one that the reader has chosen."""
    return pair(Both(*(words(language)[group][key] for language in LANGUAGES)))


def pair(both: Both) -> Markup:
    """The same words in both languages as markup."""
    return PAIR.format(both.ar, both.en)


def reader(record: Record, arabic: Context, english: Context) -> list[Page]:
    """The record's articles with their highlights, in the record's order."""
    evidence = _evidence(record)
    places = _places(record)
    return [_page(d, arabic, english, evidence.get(d.article.name, []), places.get(d.article.name, set()))
            for d in record.articles if d.article.name not in arabic.left_out]  # fmt: skip


def _page(d: Dated, arabic: Context, english: Context, evidence: list[tuple[Span, str]], places: set[int]) -> Page:
    a = d.article
    cards = tuple(_cards(d, arabic, english, evidence))
    dating = arabic.dating(a.name)
    return Page(
        anchor=anchor(a.name),
        title=headline(a),
        outlet=Both(arabic.outlet(a.name), english.outlet(a.name)),
        byline=a.byline,
        day=Both(dating.words, english.dating(a.name).words),
        inferred=dating.inferred,
        why=dating.why,
        web=safe_address(a.url),
        language=a.language,
        direction=Text("", a.language).direction,
        blocks=tuple(_blocks(d, cards, places)),
        cards=cards,
    )


def _evidence(record: Record) -> dict[str, list[tuple[Span, str]]]:
    """Of every article the spans that reports of commitments rest on, each with its commitment's id."""
    found: dict[str, list[tuple[Span, str]]] = {}
    for c in record.commitments:
        for r in c.history:
            found.setdefault(r.article, []).extend((s, c.id) for s in r.evidence)
    return found


def _places(record: Record) -> dict[str, set[int]]:
    """Of every article the starts that other parts of the page link to."""
    found: dict[str, set[int]] = {}
    for c in record.commitments:
        for r in c.history:
            found.setdefault(r.article, set()).update(s[0] for s in r.evidence)
    for e in record.events:
        for m in e.mentions:
            found.setdefault(m.article, set()).add(m.start)
    for x in record.conflicts:
        for p in x.spans:
            found.setdefault(p.article, set()).add(p.start)
    for d in record.articles:
        found.setdefault(d.article.name, set()).update(s.content[0] for s in d.extraction.statements)
    return found


# ---- cards: the record behind a highlight -------------------------------------------------------------------------


def _cards(d: Dated, arabic: Context, english: Context, evidence: list[tuple[Span, str]]) -> Iterator[Card]:
    both = partial(_both, arabic, english)
    base = anchor(d.article.name)
    for n, (span, id) in enumerate(evidence):
        title = both(lambda c, id=id: c.title(c.commitments[id]).text)  # type: ignore[misc]
        yield _card(d, f"{base}-c{n}", "commitment", span, (("what", title),), commitment=id)
    for n, s in enumerate(d.extraction.statements):
        yield _card(d, f"{base}-s{n}", "statement", s.content, tuple(_statement_facts(d, n, both)))
    for n, t in enumerate(d.timexes):
        facts = [("value", _plain(f"{t.value} {t.mod or ''}".strip()))]
        if t.earliest or t.latest:
            facts.append(("interval", both(lambda c, t=t: c.interval(t.earliest, t.latest))))  # type: ignore[misc]
        if t.rule:
            facts.append(("rule", _plain(t.rule)))
        steps = tuple(map(Both, arabic.steps(t.steps), english.steps(t.steps)))
        yield _card(d, f"{base}-t{n}", "time", Span(t.start, t.end), tuple(facts), lines=steps)
    for n, _ in enumerate(d.extraction.figures):
        yield _figure(d, base, n, both)
    for n, x in enumerate(d.extraction.credits):
        yield _card(d, f"{base}-w{n}", "credit", Span(x.start, x.end), (("agency", _plain(x.agency)),))


def _both(arabic: Context, english: Context, say: Callable[[Context], str]) -> Both:
    return Both(say(arabic), say(english))


def _card(
    d: Dated, id: str, kind: str, span: Span, facts: tuple[tuple[str, Both], ...],
    commitment: str | None = None, lines: tuple[Both, ...] = (),
) -> Card:  # fmt: skip
    return Card(id, kind, span[0], span[1], d.article.text[span[0] : span[1]], facts, commitment, lines)


def _plain(text: str) -> Both:
    return Both(text, text)


def _statement_facts(d: Dated, n: int, both: Callable[[Callable[[Context], str]], Both]) -> Iterator[tuple[str, Both]]:
    s = d.extraction.statements[n]
    name = s.speaker_name or (d.article.text[s.speaker.start : s.speaker.end] if s.speaker else "")
    kind = both(lambda c: c.name("speaker_kind", s.speaker_kind))
    yield "speaker", Both(f"{name} ({kind.ar})", f"{name} ({kind.en})") if name else kind
    if s.via or s.chain:
        yield "through", both(lambda c: c.words["language"]["comma"].join(s.chain or (s.via or "",)))
    yield "firm", both(lambda c: c.name("factuality", s.factuality))
    yield "quoted", both(lambda c: c.name("quote_type", s.quote_type))
    if s.act != "claim":
        yield "act", both(lambda c: c.name("act", s.act))
    if s.rule:
        yield "rule", _plain(s.rule)


def _figure(d: Dated, base: str, n: int, both: Callable[[Callable[[Context], str]], Both]) -> Card:
    f = d.extraction.figures[n]
    ends = [f"{x:,.10g}" for x in (f.low, f.high) if x is not None]
    value = "\u2013".join(dict.fromkeys(ends)) + (f" {f.unit}" if f.unit else "")
    facts = [("value", both(lambda c: f"{value} ({c.name('comparator', f.comparator)})"))]
    if f.counted:
        facts.append(("counted", _plain(f.counted)))
    if f.place:
        facts.append(("place", _plain(f.place)))
    if f.rule:
        facts.append(("rule", _plain(f.rule)))
    return _card(d, f"{base}-f{n}", "figure", Span(f.start, f.end), tuple(facts))


# ---- text: paragraphs cut where a highlight starts or ends ---------------------------------------------------------


def _blocks(d: Dated, cards: tuple[Card, ...], places: set[int]) -> Iterator[Block]:
    text, chrome = d.article.text, sorted(d.article.chrome)
    starts = [s[0] for s in chrome]
    ordered = sorted((c for c in cards if c.end > c.start), key=lambda c: (c.start, -c.end, c.id))
    wanted = sorted(places)
    base, at, block, reached, placed = d.article.name, 0, None, 0, 0
    active: list[Card] = []
    for line in text.split("\n"):
        low, high = at, at + len(line)
        at = high + 1
        while reached < len(ordered) and ordered[reached].start < at:
            active.append(ordered[reached])
            reached += 1
        fresh = placed
        while placed < len(wanted) and wanted[placed] < at:
            placed += 1
        if line.strip():
            furniture = _inside(chrome, starts, low, high, line)
            if block is None or block.furniture != furniture:
                if block:
                    yield block
                block = Block(furniture)
            block.paragraphs.append(_segments(text, low, high, active, base, wanted[fresh:placed]))
        active = [c for c in active if c.end > at]
    if block:
        yield block


def _inside(chrome: list[Span], starts: list[int], low: int, high: int, line: str) -> bool:
    first, last = low + len(line) - len(line.lstrip()), high - (len(line) - len(line.rstrip()))
    at = bisect_right(starts, first) - 1
    return at >= 0 and chrome[at][1] >= last


def _segments(text: str, low: int, high: int, active: list[Card], article: str, wanted: list[int]) -> list[Segment]:
    here = [c for c in active if c.start < high and c.end > low]
    marks = {low, high, *(p for p in wanted if low <= p < high)}
    for c in here:
        marks.update((max(low, c.start), min(high, c.end)))
    cuts, found = sorted(marks), []
    ids = {p: place(article, p) for p in wanted}
    for start, end in pairwise(cuts):
        over = sorted((c for c in here if c.start < end and c.end > start), key=lambda c: (c.end - c.start, c.id))
        kinds = tuple(k for k in KINDS if any(c.kind == k for c in over))
        spots = (ids[start],) if start in ids else ()
        found.append(Segment(text[start:end], kinds, tuple(c.id for c in over), spots))
    return found
