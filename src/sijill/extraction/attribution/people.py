"""Who a description means: full names, surnames, titles and short names of bodies brought together in one article.

Where the article's mentions know the name they decide; what they do not know is read from the description's own shape:
a title, then a name after its last definite noun, or a name and then a title.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from ...language.lexicon import lexicon
from ...language.orthography import SKIP, fold_key
from ...language.tokens import NUMBER, WORD
from ...records import Mention
from .issuers import Issuers
from .scene import Scene
from .sources import Source, kind_of, namesake

ANONYMOUS = frozenset({"anonymous_official", "anonymous_source"})
_BODIES = frozenset({"institution", "government", "country", "armed_group", "place"})


_SOON = 5
"""Tokens from the beginning of a sentence within which its subject stands."""


class Speaker(NamedTuple):
    """Whom a source means: canonical name, kind, and the description's own span (None where it is carried over)."""

    name: str | None
    kind: str
    source: Source | None = None


class _Shape(NamedTuple):
    """A description cut in two: token indices of its title and of its name."""

    title: tuple[int, ...]
    name: tuple[int, ...]


@dataclass(slots=True)
class Registry:
    """The named speakers of one article: filled from all descriptions first, asked afterwards."""

    scene: Scene
    _people: dict[tuple[str, ...], str] = field(default_factory=dict)
    _titles: list[tuple[frozenset[str], tuple[str, ...]]] = field(default_factory=list)
    _unnamed: dict[str, str] = field(default_factory=dict)
    _wholes: list[tuple[frozenset[str], str]] = field(default_factory=list)
    _bodies: dict[str, str] = field(default_factory=dict)
    _seen: dict[Source, Speaker] = field(default_factory=dict)
    _issuers: Issuers | None = None
    _heads: dict[str, Speaker] = field(default_factory=dict)

    @property
    def issuers(self) -> Issuers:
        """Who issued the texts that the article speaks of."""
        if self._issuers is None:
            self._issuers = Issuers(self.scene)
        return self._issuers

    def enter(self, source: Source) -> None:
        """Take note of a description."""
        kind = kind_of(self.scene, source)
        if kind in ("document", "media"):
            return
        if kind in ANONYMOUS and source.j - source.i > 1:
            self._unnamed.setdefault(self._plain(source.i), self._span_text(source))
        shape = _shape(self.scene, source, kind)
        name = tuple(self._plain(k) for k in shape.name)
        if name and (kind in ("title", "anonymous_official") or len(name) > 1):
            described = not kind and self.scene.word(source.i).startswith(self.scene.words.article)
            if (kind == "institution" and not shape.title) or described:
                pass  # "the national carrier": nobody's name
            else:
                self._people.setdefault(name, self._text(shape.name))
                if shape.title:
                    self._titles.append((frozenset(self._plain(k) for k in shape.title), name))
                return
        if kind == "institution":
            words = [self._plain(k) for k in range(source.i, source.j) if self.scene.kind[k] == WORD]
            if len(words) > 1:
                self._bodies.setdefault(words[0], self._span_text(source))
                self._wholes.append((frozenset(words), self._span_text(source)))

    def who(self, source: Source) -> Speaker:
        """The speaker a description means."""
        known = self._seen.get(source)
        if known is None:
            known = self._seen[source] = self._who(source)
        if known.kind == "document" and (issuer := self.issuers.issuer(source)) is not None:
            return known._replace(name=issuer)  # whose text it is may change as the article goes on
        return known

    def knows(self, source: Source) -> bool:
        """Whether anything in the article says who a description is: a head, a mention, a name met before."""
        if kind_of(self.scene, source) or self.scene.mentions_in(source.i, source.j):
            return True
        name = tuple(self._plain(k) for k in range(source.i, source.j) if self.scene.kind[k] == WORD)
        return self._full(name) is not None or self._government(source) is not None

    def mentioned_first(self, i: int, j: int) -> Speaker | None:
        """The person that a sentence on tokens ``i`` .. ``j`` first speaks of, if it does so at once."""
        for m in self.scene.mentions_in(i, min(i + _SOON, j)):
            resolved = m.kind == "person" or (m.kind == "office" and fold_key(m.entity) != fold_key(m.text))
            if resolved:
                return Speaker(m.entity, "named_person")
        return None

    def same(self, source: Source) -> Speaker | None:
        """Whom "the same source" means: the last speaker described by that word."""
        words = self.scene.words.same
        ks = [k for k in range(source.i, source.j) if self.scene.kind[k] == WORD]
        if not any(self.scene.bare(k) in words for k in ks):
            return None
        head = next((self._plain(k) for k in ks if self.scene.bare(k) not in words), None)
        known = self._heads.get(head.lstrip(self.scene.words.purpose)) or self._heads.get(head) if head else None
        return known._replace(source=source) if known is not None else None

    def heard(self, speaker: Speaker) -> None:
        """Take note of who spoke, by the first word of the description."""
        if speaker.source is not None and speaker.name is not None:
            self._heads[self._plain(speaker.source.i)] = speaker

    def points_back(self, source: Source) -> bool:
        """Whether a description only points back ("this organisation")."""
        return self.scene.word(source.i) in self.scene.words.demonstratives

    def _who(self, source: Source) -> Speaker:
        kind = kind_of(self.scene, source)
        text = self._span_text(source)
        mentioned = self._mentioned(source, kind)
        if mentioned is not None:
            return mentioned
        if kind in ANONYMOUS and source.j - source.i == 1 and self.scene.word(source.i) != self._plain(source.i):
            fuller = self._unnamed.get(self._plain(source.i))
            if fuller:
                return Speaker(fuller, kind, source)
        if kind in ("document", "media", "anonymous_source"):
            return Speaker(text, kind, source)
        shape = _shape(self.scene, source, kind)
        name = tuple(self._plain(k) for k in shape.name)
        full = self._full(name) if name else None
        if full and (kind or len(name) > 1 or full != self._text(shape.name)):
            return Speaker(full, "named_person", source)
        if kind in ("title", "anonymous_official"):
            held = self._holder(self._office(shape.title))
            if held:
                return Speaker(held, "named_person", source)
            return Speaker(text, "named_person" if kind == "title" else kind, source)
        government = self._government(source)
        if government:
            return Speaker(government, "institution", source)
        whole = next((body for words, body in self._wholes if name and words >= set(name)), None)
        if whole and not kind:
            return Speaker(whole, "institution", source)
        if not kind and self._crowd(source):
            return Speaker(text, "anonymous_source", source)
        if not kind and _personal(self.scene, source, len(name)):
            return Speaker(text, "named_person", source)
        return Speaker(self._body(source, text), "institution", source)

    def _mentioned(self, source: Source, kind: str) -> Speaker | None:
        """Whom the article's mentions say that a description means."""
        found = self.scene.mentions_in(source.i, source.j)
        if kind in ("document", "media"):
            return None
        people = list(dict.fromkeys(m.entity for m in found if m.kind == "person"))
        surname = source.j - source.i == 1  # that is also a word for somebody ("the witness")
        if people and (kind != "anonymous_source" or surname) and (kind or not self._of_another(source, found)):
            return Speaker(
                self.scene.words.conjunction.join(people) if self._joined(found) else people[0], "named_person", source
            )
        if not found or found[0].start > self.scene.doc.tokens.end[min(source.i + 1, source.j - 1)]:
            return None
        first = found[0]
        if first.kind == "office":
            held = first.entity if fold_key(first.entity) != fold_key(first.text) else None
            return Speaker(held, "named_person", source) if held else None
        place = self.scene.hit(source.i, "place")
        if first.kind == "place" and place is not None and place.end < source.j and namesake(self.scene, source.i, place):
            return Speaker(self._span_text(source), "named_person", source)
        if first.kind in _BODIES and kind in ("", "institution") and first.start <= self.scene.doc.tokens.start[source.i] + 2:
            return Speaker(self._together(source, found), "institution", source)
        return None

    def _of_another(self, source: Source, found: list[Mention]) -> bool:
        """Whether the person only stands after a preposition in an unknown description ("supporters of ...")."""
        first = next(m for m in found if m.kind == "person")
        at = self.scene.doc.tokens.at(first.start)
        return any(self.scene.word(k) in self.scene.words.prepositions for k in range(source.i, at))

    def _together(self, source: Source, found: list[Mention]) -> str:
        """The bodies that speak together, joined where each after the first carries a conjunction."""
        tokens = self.scene.doc.tokens
        names = [found[0].entity]
        for m in found[1:]:
            k = tokens.at(m.start)
            if m.kind in _BODIES and any(h.conj for h in self.scene.doc.hits[k]):
                names.append(m.entity)
        return self.scene.words.conjunction.join(dict.fromkeys(names))

    def _joined(self, found: list[Mention]) -> bool:
        """Whether two persons speak together: the second's description carries a conjunction."""
        spots = [m.start for m in found if m.kind == "person"]
        if len(spots) < 2:
            return False
        tokens = self.scene.doc.tokens
        a, b = tokens.at(spots[0]), tokens.at(spots[1])
        return any(any(h.conj for h in self.scene.doc.hits[k]) for k in range(a + 1, b + 1))

    def _government(self, source: Source) -> str | None:
        """The country whose government a place speaks for (a capital for its country)."""
        hit = self.scene.hit(source.i, "country") or self.scene.hit(source.i, "place")
        if hit is None or hit.end < source.j:
            return None
        if hit.entry.cls == "country":
            return str(hit.entry.value)
        return _countries().get(hit.entry.row.get("iso", "")) if hit.entry.row.get("kind") == "capital" else None

    def _body(self, source: Source, text: str) -> str:
        words = [k for k in range(source.i, source.j) if self.scene.kind[k] == WORD]
        return self._bodies.get(self._plain(words[0]), text) if len(words) == 1 else text

    def _full(self, name: tuple[str, ...]) -> str | None:
        """The fullest known name that holds all words of ``name``."""
        asked = set(name)
        best = None
        for known, text in self._people.items():
            if asked <= set(known) and (best is None or len(known) > len(best[0])):
                best = (known, text)
        return best[1] if best else None

    def _crowd(self, source: Source) -> bool:
        """Whether an unknown description counts people ("some of ...") or ends in a plural of persons."""
        word = self.scene.word(source.i)
        if word in self.scene.words.quantifiers or (word.endswith(self.scene.words.plural) and len(word) > 5):
            return True
        # a broken plural of men ("the pirates") goes with a masculine verb though it ends like a feminine
        broken = word.startswith(self.scene.words.article) and word.endswith(self.scene.words.feminine)
        return broken and _of_a_man(self.scene, source.i)

    def _office(self, title: tuple[int, ...]) -> frozenset[str]:
        """The words of a title up to the phrase that tells where it is held."""
        prepositions = self.scene.words.prepositions
        cut = next((n for n, k in enumerate(title) if n and self.scene.word(k) in prepositions), len(title))
        return frozenset(self._plain(k) for k in title[:cut])

    def _holder(self, title: frozenset[str]) -> str | None:
        """The person whose title, as the article gives it, holds the words of ``title``."""
        best = None
        for words, name in self._titles:
            shared = len(title & words)
            if shared and shared >= 0.75 * len(title) and (best is None or shared > best[0]):
                best = (shared, name)
        return self._full(best[1]) if best else None

    def _plain(self, k: int) -> str:
        """The folded word without the article."""
        word = self.scene.word(k).rstrip(SKIP)
        for start in (self.scene.words.article, self.scene.words.purpose * 2):
            if word.startswith(start) and len(word) > len(start) + 1:
                return word[len(start) :]
        return word

    def _text(self, ks: tuple[int, ...]) -> str:
        return " ".join(self.scene.doc.tokens.raw(k) for k in ks)

    def _span_text(self, source: Source) -> str:
        ks = [k for k in range(source.i, source.j) if self.scene.kind[k] in (WORD, NUMBER)]
        first = self.scene.doc.text[slice(*self.scene.doc.span(ks[0], ks[0] + 1, source.letters))]
        of = self.scene.words.purpose
        if source.letters and first.startswith(of) and self.scene.word(ks[0]).startswith(of * 2):
            first = self.scene.words.article + first[len(of) :]  # "of the" is written without the article's alef
        return " ".join([first, *(self.scene.doc.tokens.raw(k) for k in ks[1:])])


def _personal(scene: Scene, source: Source, names: int) -> bool:
    """Whether a description without any known head looks like a person's name: no article first, or a lone surname."""
    word = scene.word(source.i)
    if scene.hit(source.i, "country") or scene.hit(source.i, "place"):
        return False
    if source.j - source.i == 1:
        named = not word.startswith(scene.words.article) and _of_a_man(scene, source.i)
        return not word.endswith(scene.words.collective) or named
    return not word.startswith(scene.words.article) and 1 < names <= 5


def _of_a_man(scene: Scene, i: int) -> bool:
    """Whether the verb right before a subject, and so the subject, is masculine singular."""
    forms = [h.entry.inflection for h in scene.doc.hits[i - 1]] if i else []
    return any(f is not None and (f.gender, f.number) == ("m", "s") for f in forms)


@cache
def _countries() -> dict[str, str]:
    return {str(e.row["iso"]): str(e.value) for e in lexicon().entries("country")}


def _shape(scene: Scene, source: Source, kind: str) -> _Shape:
    """Title and name in a description."""
    segments = _segments(scene, source)
    if not segments:
        return _Shape((), ())
    heads = [scene.hit(s[0], "source_head") for s in segments]
    first = heads[0]
    if first is None:
        cut = next((n for n, k in enumerate(segments[0]) if scene.hit(k, "source_head") and n), len(segments[0]))
        title = segments[0][cut:] + (segments[1] if len(segments) > 1 and heads[1] else ())
        return _Shape(title, segments[0][:cut])
    if kind not in ("title", "anonymous_official"):
        tail = _name_in(scene, segments[0])
        has_title = any(
            h is not None and h.entry.value == "title" for k in segments[0][1:] if (h := scene.hit(k, "source_head"))
        )
        return _Shape(segments[0], tail if has_title else ())
    name = _name_in(scene, segments[0])
    if name:
        return _Shape(tuple(k for k in segments[0] if k not in name), name)
    if len(segments) > 1 and heads[1] is None:
        return _Shape(segments[0], segments[1])
    return _Shape(segments[0], ())


def _segments(scene: Scene, source: Source) -> list[tuple[int, ...]]:
    out: list[list[int]] = [[]]
    for k in range(source.i, source.j):
        if scene.is_mark(k, ",", "(", ")", "-"):
            out.append([])
        elif scene.kind[k] == WORD:
            out[-1].append(k)
    return [tuple(s) for s in out if s]


def _name_in(scene: Scene, segment: tuple[int, ...]) -> tuple[int, ...]:
    """The name after a title: the first bare word once the title's last definite noun has passed."""
    words = scene.words
    closed, start = False, None
    n = 0
    while n < len(segment):
        k = segment[n]
        word = scene.word(k)
        head = scene.hit(k, "source_head")
        if head is not None:
            if start is not None:
                return segment[start:n]
            closed = head.article or head.entry.row.get("honorific", False)
            n += head.end - head.start
            continue
        if start is None:
            if word in words.title_links:
                closed = False if word.startswith((words.by, words.purpose)) else closed
            elif word.startswith((words.article, words.purpose * 2, words.by_article)) or word in words.that:
                closed = True
            elif word in words.prepositions or scene.word(k - 1) in words.prepositions:
                closed = scene.word(k - 1) in words.prepositions
            elif word in words.same:
                pass  # "the minister himself"
            elif closed and not any(h.prep or h.conj for h in scene.doc.hits[k]) and not _attached(scene, k):
                start = n
        n += 1
    return segment[start:] if start is not None else ()


def _attached(scene: Scene, k: int) -> bool:
    """A word with a preposition or conjunction before the article, or that joins on: no name begins with it."""
    words, word = scene.words, scene.word(k)
    article = words.article
    return word[1:].startswith(article) and word[0] in words.conjunctions | {words.by, words.purpose}
