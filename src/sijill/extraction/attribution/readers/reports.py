"""Cues, sources and contents brought together into statements, one stretch of text after another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from ....language.tokens import BREAK, WORD
from .. import sources
from ..addressees import speaking
from ..contents import content, shaped
from ..cues import Cue, cues
from ..leads import Lead, lead
from ..sources import Source
from .according import According
from .bounds import Report
from .labels import Labels, labelled
from .silence import Silence

_CLOSE = 14
"""Tokens between an everyday verb and the clause it reports, at most."""
_FULL = 20
"""Tokens a text quoted in full has at least."""


@dataclass(slots=True)
class Reader(According, Silence, Labels):
    """Reads an article's stretches in order; ``reports`` are in the order of their cues."""

    def read(self) -> list[Report]:
        """All reports of the article."""
        found = cues(self.scene)
        colons = labelled(self.scene)
        at = 0
        for a, b in self.scene.stretches:
            while at < len(found) and found[at].i < a:
                at += 1
            last = at
            while last < len(found) and found[last].i < b:
                last += 1
            if last > at or a in colons:
                self._stretch(found[at:last], a, b, colons.get(a))
            at = last
        return sorted([*self.reports, *self._in_full()], key=lambda r: r.cue.i)

    def _in_full(self) -> list[Report]:
        """Texts quoted in full ("here follows the text of the statement:"): to the paragraph's end, or the article's."""
        scene = self.scene
        n = len(scene.form)
        out = []
        for k in (k for k, form in enumerate(scene.form) if form in scene.words.full_text):
            colon = next((m for m in range(k + 1, min(k + 5, n)) if scene.is_mark(m, ":")), None)
            if colon is None or colon + 1 == n:
                continue
            broken = scene.kind[colon + 1] == BREAK
            end = n if broken else next((m for m in range(colon, n) if scene.kind[m] == BREAK), n)
            said = shaped(scene, colon + 1 + broken, end, 0, "direct")
            if said is not None and said.j - said.i > _FULL:
                head = scene.hit(k + 1, "source_head")
                text = Source(k + 1, k + 2) if head is not None and head.entry.value == "document" else None
                out.append(Report(Cue(k, k + 1, "text", "say", frozenset()), said, text, "in_full"))
        return out

    def _stretch(self, found: list[Cue], a: int, b: int, colon: int | None) -> None:
        self._first, self._passed, self._start, self._end = len(self.reports), a, a, b
        self._cues = found
        self._tokens = frozenset(c.i for c in found if c.sort in ("verb", "impersonal", "participle", "accord", "relay"))
        if colon is not None and (label := self._label(colon)) is not None:
            self.reports.append(label)
        for k, cue in enumerate(found):
            if cue.i < self._passed:
                continue
            self._k = k
            report = _HANDLERS[cue.sort](self, cue)
            if report is not None:
                self.reports.append(report)

    # ---- verbs

    def _verb(self, cue: Cue) -> Report | None:
        if cue.force == "relay":
            return self._relayed(cue)
        if cue.force == "stand":
            return self._standing(cue)
        if cue.force == "rule" and self._heads_text(cue):
            return None
        silent = self._silent(cue) if self.scene.bare(cue.i) in self.scene.words.silent else None
        if (silent := silent or self._silence(cue)) is not None:
            return silent
        if cue.negated and cue.force in ("announce", "say", "add", "disclose", "decide", "point", "show", "ask", "pledge"):
            self._break(cue, cue.i - 1)
            return None
        end = self._limit(cue)
        if (quoting := self._quoting(cue, end)) is not None:
            return quoting
        found = lead(self.scene, cue, end, self._tokens)
        if cue.force == "judge" and self.scene.word(cue.i - 1) in self.scene.words.by_pronoun:
            found = Lead("bare", cue.j, cue.j) if found is None or found.kind != "that" else found
        if found is None or (cue.weak and found.kind in ("noun", "bare")):
            return None
        if cue.weak and found.kind == "that" and found.at - cue.j > _CLOSE:
            return None
        if cue.force == "learn":
            return self._learned(cue, found, end)
        source, begin = self._subject(cue, found)
        if found.kind == "bare" and not self._may_be_bare(cue, found, source):
            return None
        if source is None and self.scene.word(cue.j) in self.scene.words.in_it:
            source = self._main_subject(cue.i)
        if source is None and self._lost(cue):
            return None
        if cue.force == "rule":
            source, begin = self._text_before(cue, source, begin)
            if source is None:
                return None
        if source is None and (cue.careful or found.kind == "bare") and not self._carries():
            return None
        return self._made(cue, found, end, source, begin, f"verb_{found.kind}")

    def _heads_text(self, cue: Cue) -> bool:
        """Whether a verb of laying down is the noun "text" instead, before a text in full ("the text of the statement:")."""
        near = range(cue.j, min(cue.j + 4, self._end))
        return self.scene.word(cue.i) in self.scene.words.full_text and any(self.scene.is_mark(k, ":") for k in near)

    def _lost(self, cue: Cue) -> bool:
        """Whether a verb amid somebody's words has a subject that is no speaker ("signs that point to")."""
        outer = self._open(cue.i)
        if outer is None or self._breaks(cue, cue.i) or cue.conj:
            return False
        return cue.i > outer.content.i and self.scene.word(cue.i - 1) not in self.scene.words.by_pronoun

    def _text_before(self, cue: Cue, source: Source | None, begin: int) -> tuple[Source | None, int]:
        """The text that lays something down: the verb's subject, or the noun right before it ("a decree ordering")."""
        scene = self.scene
        if source is not None and sources.kind_of(scene, source) == "document":
            return source, begin
        head = scene.hit(cue.i - 1, "source_head") if cue.i else None
        if head is not None and head.entry.value == "document" and head.end == cue.i:
            return Source(cue.i - 1, cue.i, head.letters), cue.i
        return None, begin

    def _subject(self, cue: Cue, found: Lead) -> tuple[Source | None, int]:
        """The verb's subject and where its clause begins: after the verb, or before it where the clause is so fronted."""
        scene = self.scene
        if cue.addressed and cue.conj and (len(self.reports) > self._first or self._called_on(cue.j)):
            return None, cue.i
        if scene.word(cue.i - 1) in scene.words.by_pronoun:
            return None, cue.i
        clause = self._clause(cue.i)
        if scene.word(cue.i - 1) in scene.words.relative and found.kind in ("noun", "bare"):
            source = sources.before(scene, clause, cue.i)  # what stands after the verb is its object
            return source, source.i if source else cue.i
        first = scene.bare(clause) if scene.bare(clause) in scene.words.fronting else scene.word(clause)
        fronted = first in scene.words.fronting and clause == self._start
        plural = cue.hit is not None and cue.hit.entry.inflection is not None and cue.hit.entry.inflection.number == "p"
        if not fronted and not plural and (source := self._after(cue, found)) is not None:
            return source, cue.i
        if cue.conj and not fronted:
            return None, cue.i  # a subject before its verb leaves no conjunction on the verb
        short = self._short(cue)
        if short is not None:
            return short, short.i
        source = sources.before(scene, clause, cue.i)
        if source is None and fronted:
            return sources.after(scene, cue.j, found.at), cue.i
        return source, source.i if source else cue.i

    def _called_on(self, i: int) -> bool:
        """Whether the noun after a verb of calling on somebody is the one called on: in the oblique, or ever the addressee."""
        word = self.scene.word(i)
        oblique = word.endswith(self.scene.words.oblique) and not self.scene.mentions_in(i, i + 1)
        return bool(self.reports) and (oblique or word in self.scene.words.called_on)

    def _may_be_bare(self, cue: Cue, found: Lead, source: Source | None) -> bool:
        """Whether a bare noun phrase can be what is said: not where a judgement is passed by nobody."""
        form = cue.hit.entry.inflection if cue.hit else None
        if self.scene.word(cue.i - 1) in self.scene.words.by_pronoun:
            return self._carries()
        if cue.force == "judge" and (source is None or form is None or form.tense != "past"):
            return False
        return source is not None or found.start == cue.j

    def _carries(self) -> bool:
        """Whether somebody has been speaking already in this stretch or the one before."""
        return bool(self.reports)

    def _made(self, cue: Cue, found: Lead, end: int, source: Source | None, begin: int, rule: str) -> Report | None:
        if source is not None and not sources.plausible(self.scene, source):
            return None
        self._break(cue, begin)
        said = content(self.scene, found, self._side_remark(begin, found, end))
        if said is None:
            return None
        self._passed = max(self._passed, said.i)
        return Report(cue, said, source, rule, self._told(cue, found, source))

    def _side_remark(self, begin: int, found: Lead, end: int) -> int:
        """The end of a reporting clause that is itself subordinate ("when it announced ..., "): the next comma."""
        scene = self.scene
        before = {
            scene.word(begin - 1),
            scene.word(begin),
            scene.word(begin - 2) if scene.word(begin - 1) in scene.words.that else "",
        }
        if not before & scene.words.subordinate or scene.quotes.around(begin):
            return end
        return next((k for k in range(found.start, end) if scene.is_mark(k, ",") and not scene.quotes.around(k)), end)

    def _told(self, cue: Cue, found: Lead, source: Source | None) -> str | None:
        """The outlet that the words were said to, named between cue and content."""
        credit = self.scene.credit(cue.j, found.at)
        if credit is None or (source is not None and self._token_of(credit.start) < source.j and source.i > cue.i):
            return None
        return credit.agency

    def _token_of(self, offset: int) -> int:
        return self.scene.doc.tokens.at(offset)

    def _participle(self, cue: Cue) -> Report | None:
        end = self._limit(cue)
        if cue.force == "refuse" and self.scene.word(cue.j) in self.scene.words.silence and self._carries():
            self._break(cue, cue.i)
            said = content(self.scene, Lead("noun", cue.j, cue.j), end)
            return Report(cue, said, None, "no_comment", act="no_comment") if said else None
        found = lead(self.scene, cue, end, self._tokens)
        if found is None or (cue.weak and found.kind in ("noun", "bare")):
            return None
        source = None
        if len(self.reports) == self._first:  # nobody spoke yet in this stretch: the clause's own subject
            source = self._main_subject(cue.i)
            if source is not None and not sources.known(self.scene, source):
                source = None
            if cue.force not in ("say", "add") and source is None:
                return None
        return self._made(cue, found, end, source, cue.i, f"participle_{found.kind}")

    def _after(self, cue: Cue, found: Lead) -> Source | None:
        whole = found.kind in ("that", "colon", "quote")
        return speaking(self.scene, cue, sources.after(self.scene, cue.j, found.at, whole=whole))

    def _main_subject(self, end: int) -> Source | None:
        """The subject of the stretch's main verb: the first verb known, else the first word."""
        scene = self.scene
        start = next((k for k in range(self._start, end) if scene.kind[k] == WORD), end)
        word = scene.bare(start)
        if word in scene.words.prepositions or word in scene.words.openers:  # "in the same context, ...": past the comma
            start = next((k + 1 for k in range(start, end) if scene.is_mark(k, ",")), start)
        first = next((k for k in range(start, end) if scene.finite(k)), start)
        source = sources.after(scene, first + 1, end) if first + 1 < end else None
        return sources.narrow(scene, source) if source is not None else None

    def _noun(self, cue: Cue) -> Report | None:
        hit = cue.hit
        if hit is None:
            return None
        end = self._limit(cue)
        near = min(end, cue.j + (3 if hit.pronoun else 10))
        found = lead(self.scene, cue, near, self._tokens)
        if found is None or cue.force in ("ask", "decide", "hope", "expect") or (hit.article and found.at > cue.j):
            return None
        if found.kind in ("bare", "quote") or (found.kind == "noun" and cue.force not in ("stress", "threaten")):
            return None
        source = None if hit.pronoun else sources.after(self.scene, cue.j, found.at)
        if self.scene.word(cue.j) in self.scene.words.what:  # "repeated the assurance of what ...": the main subject's
            source = self._main_subject(cue.i)
        if (source is None) == (not hit.pronoun) or (hit.pronoun and not self._carries()):
            return None
        return self._made(cue, found, end, source, cue.i, "noun")

    def _relayed(self, cue: Cue) -> Report | None:
        """An outlet that quotes a source: "Reuters quoted an official as saying that"."""
        scene = self.scene
        end = self._limit(cue)
        about = self._find(cue.j, min(end, cue.j + 16), "about")
        mouth = next((k for k in range(cue.j, min(end, cue.j + 16)) if scene.word(k) in scene.words.mouth), None)
        if mouth is not None and (about is None or mouth < about):
            about = mouth
        if about is None:
            return self._told_on(cue)
        takes = frozenset(("that", "quote"))
        saying = next(
            (c for c in self._cues[self._k + 1 :] if c.sort == "noun" and c.hit and c.hit.pronoun and c.i < about + 24), None
        )
        relay = self._relay_after(about, end)
        if saying is not None and relay is not None and relay.i < saying.i:
            saying = None
        at = saying or relay or Cue(about, about + 1, "verb", "say", takes)
        found = lead(scene, Cue(at.i, at.j, "verb", "say", takes | at.takes), end, self._tokens)
        if found is None:
            return None
        source = sources.after(scene, relay.j if relay else about + 1, saying.i if saying else found.at)
        if source is None:
            return None
        report = self._made(cue, found, end, source, cue.i, "relayed")
        if report is not None:
            through = [self._outlet(cue.j, about), self._outlet(about + 1, relay.i) if relay else None]
            report.chain = tuple(n for n in through if n)
            report.via = through[0]
        return report

    def _relay_after(self, about: int, end: int) -> Cue | None:
        """ "quoting" between an outlet and its source: another outlet stands between them."""
        near = (c for c in self._cues[self._k + 1 :] if c.i < min(end, about + 10))
        return next((c for c in near if c.sort == "relay"), None)

    def _outlet(self, i: int, j: int) -> str | None:
        """The outlet that tokens ``i`` .. ``j`` name: as credited, else in its own words."""
        credit = self.scene.credit(i, j)
        return credit.agency if credit else self._text(sources.after(self.scene, i, j))

    def _quoting(self, cue: Cue, end: int) -> Report | None:
        """ "The agency said, quoting a paper, that": the paper speaks, the agency is what it came through."""
        scene = self.scene
        relay = self._relay_after(cue.i, min(end, cue.j + 10))
        if relay is None or relay.i <= cue.j or cue.sort != "verb" or scene.is_quote(relay.i - 1):
            return None
        if any(scene.word(k) in scene.words.that or scene.is_mark(k, ":", ".") for k in range(cue.j, relay.i)):
            return None
        found = lead(scene, replace(relay, sort="verb", takes=frozenset(("that", "quote"))), end, self._tokens)
        through = sources.after(scene, cue.j, relay.i)
        source = sources.after(scene, relay.j, found.at) if found is not None and found.kind != "noun" else None
        if found is None or source is None or (through is None and not self._carries()):
            return None
        self._passed = found.start
        report = self._made(cue, found, end, source, cue.i, "relayed")
        if report is not None:
            report.via = self._outlet(cue.j, relay.i) if through is not None else None
        return report

    def _told_on(self, cue: Cue) -> Report | None:
        """ "Sources reported that": the verb of relaying with its own clause."""
        end = self._limit(cue)
        found = lead(self.scene, cue, end, self._tokens)
        source = sources.after(self.scene, cue.j, found.at) if found is not None and found.kind == "that" else None
        return self._made(cue, found, end, source, cue.i, "verb_that") if found is not None and source is not None else None

    def _learned(self, cue: Cue, found: Lead, end: int) -> Report | None:
        """ "The paper learnt from sources that"."""
        of = self._find(cue.j, found.at, "of")
        source = sources.after(self.scene, of + 1, found.at) if of is not None else None
        if source is None:
            return None
        report = self._made(cue, found, end, source, cue.i, "learned")
        credit = self.scene.credit(cue.j, of) if of is not None else None
        if report is not None and credit is not None:
            report.via = credit.agency
        return report

    def _standing(self, cue: Cue) -> Report | None:
        """ "It says in the statement that"."""
        scene = self.scene
        end = self._limit(cue)
        at = cue.j
        if scene.words.prepositions.get(scene.word(at)) != "in":
            return None
        found = lead(scene, cue, min(end, cue.j + 24), self._tokens)
        if found is None:
            return None
        source = sources.after(scene, at + 1, found.at, occasion=False)
        if source is None or sources.kind_of(scene, source) not in ("document", "media"):
            return None
        return self._made(cue, found, end, source, cue.i, "standing")

    def _impersonal(self, cue: Cue) -> Report | None:
        start = cue.i
        within = self._open(start)
        if within is not None and not self._breaks(cue, start):
            return None
        end = self._limit(cue)
        found = lead(self.scene, cue, min(end, cue.j + 4), self._tokens)
        if found is None:
            return None
        report = self._made(cue, Lead("that", found.at, found.start), end, None, start, "impersonal")
        if report is not None:
            report.unattributed = True
        return report


_HANDLERS: dict[str, Callable[[Reader, Cue], Any]] = {
    "verb": Reader._verb,
    "participle": Reader._participle,
    "noun": Reader._noun,
    "impersonal": Reader._impersonal,
    "accord": Reader._accord,
    "relay": Reader._accord,
    "text": Reader._accord,
    "as": Reader._as,
    "silent": Reader._silent,
}
