"""``why``: everything one line of the record rests on, down to the words, the rule and the arithmetic."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...records import Article, Commitment, Conflict, Dated, Event, Place, Record, Report, Span, Statement
from ..export.dossier import statement_id
from ..locale import say, word, words
from ..locale.days import day_words, due_words, interval_words
from ..locale.reasons import match_words, proof_words, step_words
from ..rulebook import rule_says

OPEN, CLOSE = "\u27e6", "\u27e7"
"""What stands around the words of evidence in their sentence."""

LONGEST = 700
"""How much of a passage is shown, in characters."""


class Line(NamedTuple):
    """One line of an explanation: how deep it stands, its label (may be empty) and its text."""

    depth: int
    label: str
    text: str


def explain(record: Record, item: str, language: str) -> list[Line] | None:
    """All that the line or article ``item`` of ``record`` rests on; None where the record has no such line."""
    explainer = _Explainer(record, language)
    for c in record.commitments:
        if item == c.id or item in c.aliases:
            return list(explainer.commitment(c))
    for e in record.events:
        if item == e.id:
            return list(explainer.event(e))
    for x in record.conflicts:
        if item == x.id:
            return list(explainer.conflict(x))
    for d in record.articles:
        if item in (d.article.name, d.article.digest):
            return list(explainer.article(d))
        for s in d.extraction.statements:
            if item == statement_id(d.article, s):
                return list(explainer.statement(d, s))
    return None


def in_context(article: Article, sentences: tuple[Span, ...], spans: tuple[Span, ...]) -> str:
    """The sentences that hold ``spans``, each span between marks; what is too long is cut at both ends."""
    first, last = min(s[0] for s in spans), max(s[1] for s in spans)
    start = max((s[0] for s in sentences if s[0] <= first), default=first)
    end = min((s[1] for s in sentences if s[1] >= last), default=last)
    start, end = max(start, first - LONGEST // 2), min(end, max(last, first + LONGEST))
    out, at = [], start
    for s in sorted(spans):
        out += [article.text[at : s[0]], OPEN, article.text[max(at, s[0]) : s[1]], CLOSE]
        at = max(at, s[1])
    return " ".join(("".join(out) + article.text[at:end]).split())


class _Explainer:
    """Makes the lines of one record in one language."""

    def __init__(self, record: Record, language: str) -> None:
        self.language = language
        self.words = words(language)["why"]
        self.dated = {d.article.name: d for d in record.articles}
        self.titles = {c.id: f"{c.title_ar} ({c.id})" for c in record.commitments}

    def commitment(self, c: Commitment) -> Iterator[Line]:
        """A commitment and each report of it."""
        yield Line(0, self.words["commitment"], c.title_ar if not c.title_en else f"{c.title_en} · {c.title_ar}")
        yield from self._pairs(0, (
            ("status", word(self.language, "status", c.final_status)), ("timing", word(self.language, "timing", c.timing)),
            ("actors", words(self.language)["language"]["comma"].join(c.actors)),
            ("depends", self.titles.get(c.depends_on or "")),
            ("counted", self._due(c.counted) if c.counted else None),
            ("place", c.place), ("condition", c.condition), ("aliases", ", ".join(c.aliases)),
        ))  # fmt: skip
        for key, n in (("slip", c.slip_days), ("late", c.late_days)):
            if n:
                yield Line(0, "", say(self.language, "why", key, n=n))
        for n, report in enumerate(c.history, 1):
            yield Line(0, "", "")
            yield Line(0, say(self.language, "why", "report", n=n, of=len(c.history)), self._source(report.article))
            yield from self._report(report, first=n == 1)

    def _report(self, r: Report, first: bool) -> Iterator[Line]:
        d = self.dated.get(r.article)
        if d and r.evidence:
            yield Line(1, self.words["evidence"], in_context(d.article, d.extraction.sentences, r.evidence))
        kind = f" ({word(self.language, 'speaker_kind', r.by_kind)})" if r.by_kind else ""
        yield Line(1, self.words["says"], f"{r.by}{kind}" if r.by else self.words["nobody"])
        dated = r.due_earliest or r.due_latest or r.due_kind == "upon_condition"
        due = self._due(r) if dated else self.words["no_due"]
        yield from self._pairs(1, (("due", due), ("status", word(self.language, "status", r.status)), ("reason", r.reason)))
        yield from self._rule(1, r.rule)
        if d and r.time is not None and r.time < len(d.timexes):
            yield from self._steps(1, d, r.time)
        if r.why:
            yield Line(1, self.words["matched"], "")
            yield from (Line(2, "", match_words(reason, self.language)) for reason in r.why)
        elif first:
            yield Line(1, self.words["matched"], self.words["first_report"])
        yield Line(1, self.words["voices"], str(r.origins))

    def event(self, e: Event) -> Iterator[Line]:
        """An event and each mention of it."""
        yield Line(0, self.words["event"], e.title_ar if not e.title_en else f"{e.title_en} · {e.title_ar}")
        when = interval_words(e.earliest, e.latest, self.language) if e.earliest or e.latest else None
        yield from self._pairs(0, (
            ("due", when), ("status", word(self.language, "held", e.held)), ("place", e.place), ("voices", str(e.origins)),
        ))  # fmt: skip
        for place in e.mentions:
            yield from self._place(place)
            d = self.dated.get(place.article)
            told = [h for h in d.extraction.happenings if (h.start, h.end) == (place.start, place.end)] if d else []
            for h in told[:1]:
                yield from self._rule(1, h.rule)
                if d and h.time is not None and h.time < len(d.timexes):
                    yield from self._steps(1, d, h.time)

    def conflict(self, x: Conflict) -> Iterator[Line]:
        """A conflict and each place where it shows."""
        yield Line(0, self.words["conflict"], word(self.language, "conflict_kind", x.kind))
        yield from self._pairs(0, (("verdict", word(self.language, "verdict", x.verdict)), ("reason", x.note)))
        for place in x.spans:
            yield from self._place(place)

    def statement(self, d: Dated, s: Statement) -> Iterator[Line]:
        """A statement: who says so, in which words, how firmly."""
        yield Line(0, self.words["statement"], self._source(d.article.name))
        spans = tuple(x for x in (s.cue, s.speaker, s.content) if x)
        yield Line(1, self.words["evidence"], in_context(d.article, d.extraction.sentences, spans))
        kind = word(self.language, "speaker_kind", s.speaker_kind)
        yield Line(1, self.words["says"], f"{s.speaker_name} ({kind})" if s.speaker_name else kind)
        yield from self._pairs(1, (
            ("reason", s.reason_unnamed), ("certainty", word(self.language, "factuality", s.factuality)),
            ("chain", " > ".join((*s.chain, *((s.via,) if s.via and s.via not in s.chain else ())))),
        ))  # fmt: skip
        yield from self._rule(1, s.rule)

    def article(self, d: Dated) -> Iterator[Line]:
        """An article: its day and why, whom it credits, what was found in it."""
        yield Line(0, self.words["article"], d.article.name)
        p = d.published
        when = interval_words(p.earliest, p.latest, self.language) if p.latest or p.earliest else day_words(None, self.language)
        yield Line(0, self.words["published"], f"{when} ({word(self.language, 'basis', p.basis)})")
        for proof in p.proof:
            yield Line(1, self.words["proof"], proof_words(proof.says, self.language))
            if proof.start is not None and proof.end is not None:
                span = Span(proof.start, proof.end)
                yield Line(1, self.words["evidence"], in_context(d.article, d.extraction.sentences, (span,)))
        for c in d.extraction.credits:
            yield Line(0, self.words["credits"], c.agency)
        counts = (("commitments", d.extraction.undertakings), ("statements", d.extraction.statements),
                  ("figures", d.extraction.figures), ("events", d.extraction.happenings))  # fmt: skip
        found = [f"{word(self.language, 'view', name)} {len(items)}" for name, items in counts]
        yield Line(0, self.words["counts"], words(self.language)["language"]["comma"].join(found))

    def _place(self, place: Place) -> Iterator[Line]:
        d = self.dated.get(place.article)
        yield Line(0, "", "")
        yield Line(0, self.words["article"], self._source(place.article))
        if d:
            spans = (Span(place.start, place.end),)
            yield Line(1, self.words["evidence"], in_context(d.article, d.extraction.sentences, spans))

    def _steps(self, depth: int, d: Dated, index: int) -> Iterator[Line]:
        time = d.timexes[index]
        yield Line(depth, self.words["steps"], f"{time.text} = {time.value}{f' {time.mod}' if time.mod else ''}")
        yield from (Line(depth + 1, "", step_words(step, self.language)) for step in time.steps)
        yield from self._rule(depth + 1, time.rule)

    def _rule(self, depth: int, rule: str) -> Iterator[Line]:
        for one in rule.split("+") if rule else ():
            says = rule_says(one)
            yield Line(depth, self.words["rule"], f"{one}: {says}" if says else one)

    def _source(self, name: str) -> str:
        d = self.dated.get(name)
        if d is None:
            return name
        known = d.published.latest or d.published.earliest
        when = interval_words(d.published.earliest, d.published.latest, self.language) if known else None
        return " · ".join(x for x in (name, d.article.outlet, when) if x)

    def _due(self, r: Report) -> str:
        return due_words(r.due_kind, r.due_earliest, r.due_latest, self.language)

    def _pairs(self, depth: int, pairs: tuple[tuple[str, str | None], ...]) -> Iterator[Line]:
        yield from (Line(depth, self.words[key], text) for key, text in pairs if text)
