"""What every part of the page asks for: one record in one language, with its words, days, links and quotations."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ...identity import identify
from ...records import Commitment, Dated, Event, Record, Report, Span
from ..locale import word, words
from ..locale.days import count_words, day_words, due_words, interval_words
from ..locale.reasons import match_words, proof_words, step_words

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ckb", "ps"})
LONGEST_QUOTE = 420
"""Code points of a quotation on the board; the rest is a click away in the article."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words with their language and direction, for ``lang`` and ``dir``."""

    text: str
    language: str

    @property
    def direction(self) -> str:
        """``rtl`` or ``ltr``."""
        return "rtl" if self.language in RIGHT_TO_LEFT else "ltr"


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of an article: stretches of it, each marked or not as evidence, and where it stands on the page."""

    parts: tuple[tuple[str, bool], ...]
    href: str | None
    language: str
    direction: str


@dataclass(frozen=True, slots=True)
class Dating:
    """An article's day in words; ``inferred`` where no stamp states it, then ``why`` tells what it rests on."""

    words: str
    inferred: bool
    why: tuple[str, ...] = ()


class Context:
    """One record in one language.

    ``decided`` maps ids of commitments and names of articles to a person's decision; ``eastern`` writes the digits of
    the page's own words as Arabic readers east of Libya do; ``left_out`` names articles whose text is not on the page.
    """

    def __init__(
        self, record: Record, language: str, decided: Mapping[str, str] | None = None,
        eastern: bool = False, left_out: frozenset[str] = frozenset(),
    ) -> None:  # fmt: skip
        self.record = record
        self.language = language
        self.words = words(language)
        self.decided = decided or {}
        self._digits = str.maketrans("0123456789", self.words["language"]["digits"]) if eastern else {}
        self.left_out = left_out
        self.articles: dict[str, Dated] = {d.article.name: d for d in record.articles}
        self.commitments: dict[str, Commitment] = {c.id: c for c in record.commitments}

    # -- words

    def say(self, key: str, **parts: object) -> str:
        """The sentence ``key`` of the page's words, its blanks filled in."""
        return self.digits(self.words["page"][key].format(**parts))

    def digits(self, words: str) -> str:
        """``words`` with their digits as the page is asked to write them."""
        return words.translate(self._digits) if self._digits else words

    def name(self, group: str, key: object) -> str:
        """The word for a key of a vocabulary."""
        return word(self.language, group, key)

    def day(self, day: date | None) -> str:
        """A day in words."""
        return self.digits(_unbroken(day_words(day, self.language)))

    def interval(self, earliest: date | None, latest: date | None) -> str:
        """An interval in words."""
        return self.digits(_unbroken(interval_words(earliest, latest, self.language)))

    def due(self, report: Report) -> str:
        """A report's due date as people say it."""
        said = due_words(report.due_kind, report.due_earliest, report.due_latest, self.language)
        return self.digits(_unbroken(said))

    def steps(self, steps: Iterable[str]) -> tuple[str, ...]:
        """The steps of a date's arithmetic in words."""
        return tuple(self.digits(step_words(s, self.language)) for s in steps)

    def matched(self, reasons: Iterable[str]) -> tuple[str, ...]:
        """Why a report belongs to its commitment, in words."""
        return tuple(self.digits(match_words(r, self.language)) for r in reasons)

    def count(self, what: str, n: int) -> str:
        """``n`` things in the plural form of the language."""
        return self.digits(count_words(what, n, self.language))

    def title(self, thing: Commitment | Event) -> Text:
        """A title in the reader's language, in Arabic where there is no other; a bare act is told with its party and place."""
        if self.language == "en" and thing.title_en:
            return Text(thing.title_en, "en")
        title = thing.title_ar
        if isinstance(thing, Commitment) and " " not in title.strip():
            told = [*thing.actors[:1], *((thing.place,) if thing.place else ())]
            title += f": {words('ar')['language']['comma'].join(told)}" if told else ""
        return Text(title, "ar")

    # -- articles

    def outlet(self, name: str) -> str:
        """The outlet of article ``name``, or the words for an unknown one."""
        dated = self.articles.get(name)
        return (dated.article.outlet if dated else None) or self.words["page"]["unknown_outlet"]

    def dating(self, name: str) -> Dating:
        """The day of article ``name`` with what it rests on where it was inferred."""
        dated = self.articles.get(name)
        if dated is None:
            return Dating(self.day(None), False)
        when = dated.published
        said = self.interval(when.earliest, when.latest)
        inferred = when.basis == "inferred"
        proof = tuple(self.digits(proof_words(p.says, self.language)) for p in when.proof) if inferred else ()
        return Dating(said, inferred, proof)

    def who(self, by: str | None, kind: str | None) -> str:
        """Who says so: a name, the kind of an unnamed speaker, or the report itself."""
        return by or (self.name("speaker_kind", kind) if kind and kind != "unattributed" else self.words["page"]["narrator"])

    def commitment_href(self, id: str) -> str:
        """The link to a commitment's line on the board of this language."""
        return f"#{self.language}-{id}"

    def place_href(self, article: str, start: int) -> str | None:
        """The link to a place in an article; None where the article's text is not on the page."""
        shown = article in self.articles and article not in self.left_out
        return f"#{place(article, start)}" if shown else None

    def article_href(self, article: str) -> str | None:
        """The link to an article; None where its text is not on the page."""
        return f"#{anchor(article)}" if article in self.articles and article not in self.left_out else None

    def quote(self, article: str, spans: Sequence[Span]) -> Quote | None:
        """The sentence around ``spans`` with them marked; None where the article or the spans are missing."""
        dated = self.articles.get(article)
        if dated is None or not spans:
            return None
        text, ordered = dated.article.text, sorted(spans)
        whole = _around(dated, ordered[0][0], ordered[-1][1])
        start, end = _readable(text, whole, ordered[0][0], ordered[-1][1])
        before = (("\u2026 ", False),) if start > whole[0] else ()
        after = ((" \u2026", False),) if end < whole[1] else ()
        parts = (*before, *_marked(text, ordered, start, end), *after)
        tongue = dated.article.language
        return Quote(parts, self.place_href(article, ordered[0][0]), tongue, Text("", tongue).direction)


def anchor(article: str) -> str:
    """The id of an article on the page."""
    return identify("article", article)


def place(article: str, start: int) -> str:
    """The id of the place in an article where a span starts."""
    return f"{anchor(article)}-{start}"


def _unbroken(words: str) -> str:
    """``words`` with the two names of a month kept on one line (a word joiner on both sides of the slash)."""
    return words.replace("/", "\u2060/\u2060")


def _around(dated: Dated, start: int, end: int) -> tuple[int, int]:
    """The sentence (else the line) that holds the code points ``start`` to ``end``."""
    text, sentences = dated.article.text, dated.extraction.sentences
    at = bisect_right(sentences, start, key=lambda s: s.start) - 1
    if at >= 0 and sentences[at].end >= min(end, sentences[at].end) > start:
        low, high = sentences[at].start, max(end, sentences[at].end)
    else:
        low = text.rfind("\n", 0, start) + 1
        stop = text.find("\n", end)
        high = len(text) if stop < 0 else stop
    return low, high


def _readable(text: str, whole: tuple[int, int], start: int, end: int) -> tuple[int, int]:
    """``whole`` cut between words to a readable length around the code points ``start`` to ``end``."""
    low, high = whole
    if high - low > LONGEST_QUOTE:
        first, last = max(low, start - LONGEST_QUOTE // 3), min(high, max(end, start + LONGEST_QUOTE))
        low = low if first == low else text.find(" ", first, start) + 1 or start
        high = high if last == high else max(text.rfind(" ", end, last), end)
    return low, high


def _marked(text: str, spans: Sequence[Span], low: int, high: int) -> tuple[tuple[str, bool], ...]:
    parts: list[tuple[str, bool]] = []
    at = low
    for start, end in spans:
        start, end = max(start, at), min(end, high)
        if end <= start:
            continue
        if start > at:
            parts.append((text[at:start], False))
        parts.append((text[start:end], True))
        at = end
    if at < high:
        parts.append((text[at:high], False))
    return tuple(parts)
