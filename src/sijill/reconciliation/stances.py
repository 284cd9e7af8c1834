"""How a speaker's line moved: the same thing said again, firmer or less firm, or the other way round."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from ..language.keys import stem
from ..language.naming import person_key
from ..language.orthography import fold_key
from ..language.tokens import NUMBER, WORD, Tokens
from ..records import Dated, Entity, Span, Turn

_FIRM = {"possible": 0, "conditional": 0, "planned": 1, "asserted": 2}
"""How firm a content is put; a denied one stands on the other side."""
_SHARED = 3
"""Content words that two statements share at least, to be of the same thing."""
_PART = 0.4
"""... and which part of the shorter one's, where one denies it."""
_MOST = 0.5
"""... of the longer one's, where it is only firmer or less firm: much in a story is said again in passing."""
_RECENT = 64
"""How many earlier statements with one word are looked at, the latest first."""


@dataclass(frozen=True, slots=True)
class _Said:
    article: str
    content: Span
    firm: str
    day: date
    keys: frozenset[str]


@dataclass(slots=True)
class _Line:
    """All that one speaker has said so far, by the words in it."""

    said: list[_Said] = field(default_factory=list)
    index: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def before(self, new: _Said) -> _Said | None:
        """The earlier statement of another day that shares most with ``new``; the later of two."""
        shared: Counter[int] = Counter()
        for key in sorted(new.keys):
            shared.update(self.index[key][-_RECENT:])
        best: tuple[int, int] | None = None
        for n, count in sorted(shared.items()):
            old = self.said[n]
            turned = _way(old.firm, new.firm) == "turned"
            part = _PART * min(len(old.keys), len(new.keys)) if turned else _MOST * max(len(old.keys), len(new.keys))
            alike = count >= max(_SHARED, part)
            if alike and old.day < new.day and (best is None or (count, n) > best):
                best = (count, n)
        return self.said[best[1]] if best else None

    def add(self, new: _Said) -> None:
        """Take ``new`` in."""
        for key in sorted(new.keys):
            self.index[key].append(len(self.said))
        self.said.append(new)


class Names:
    """The full name of a speaker, from what the record knows: a name or variant that one entity alone bears.

    A person is known by first and last name too, where only one has both.
    """

    def __init__(self, entities: Iterable[Entity]) -> None:
        """Index names, variants and the ends of persons' names."""
        bearers: dict[object, set[str]] = defaultdict(set)
        for e in entities:
            for name in (e.name_ar, *e.variants):
                bearers[fold_key(name)].add(e.name_ar)
            if e.kind == "person":
                bearers[_ends(e.name_ar)].add(e.name_ar)
        self._full = {key: next(iter(names)) for key, names in bearers.items() if key and len(names) == 1}

    def full(self, name: str) -> str:
        """The full name for ``name``; ``name`` itself where the record knows no more."""
        known = self._full.get(fold_key(name))
        return known or self._full.get(_ends(name), name)


def _ends(name: str) -> tuple[str, ...]:
    key = person_key(name)
    return (key[0], key[-1]) if len(key) > 1 else ()


def turns(pile: Sequence[Dated], entities: Iterable[Entity] = ()) -> list[Turn]:
    """Where speakers hardened, softened or turned: two statements of one speaker on the same thing, on different days.

    ``entities`` bring a speaker's names together. Only claims of days that are known count. In order of the later day.
    """
    names = Names(entities)
    lines: dict[str, _Line] = defaultdict(_Line)
    out = []
    for dated in sorted(pile, key=lambda d: (d.published.latest or date.max, d.article.name)):
        for name, new in _claims(dated, names):
            line = lines[name]
            old = line.before(new)
            way = _way(old.firm, new.firm) if old else None
            if old and way:
                out.append(Turn(name, way, old.article, old.content, old.firm, new.article, new.content, new.firm))
            line.add(new)
    return out


def _claims(dated: Dated, names: Names) -> list[tuple[str, _Said]]:
    day, text = dated.published.latest, dated.article.text
    out = []
    for s in dated.extraction.statements if day else ():
        if s.act != "claim" or not s.speaker_name or day is None:
            continue
        keys = _keys(text[s.content.start : s.content.end])
        name = names.full(s.speaker_name)
        out.append((name, _Said(dated.article.name, s.content, s.factuality, day, keys)))
    return out


def _keys(words: str) -> frozenset[str]:
    tokens = Tokens(words)
    found = (stem(f) if k == WORD else f for f, k in zip(tokens.form, tokens.kind, strict=True) if k in (WORD, NUMBER))
    return frozenset(key for key in found if key)


def _way(old: str, new: str) -> str | None:
    """hardened, softened or turned; None where nothing moved."""
    if (old == "denied") != (new == "denied"):
        return "turned"
    before, after = _FIRM.get(old, 2), _FIRM.get(new, 2)
    return "hardened" if after > before else "softened" if after < before else None
