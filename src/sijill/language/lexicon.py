"""What is known of words: entries read from ``ar/lexicon/*.toml`` and looked up under clitics, each form once.

A file says ``class``, which clitics its words take (``clitics = "noun" | "verb" | "word" | "none"``), whether attached
pronouns are taken off (``pronouns = true``) and which keys of a row hold forms (``form_keys``); a row has a ``value``
and may carry anything else its readers want. Keys ``past`` and ``present`` of a verb file are conjugated.
Keys whose forms belong to another class are named in ``classes = { key = "class" }``. ``declined = "key"`` derives the
case and number forms of the one-word forms under that key (row flags ``sound``, ``dual``).
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from ..errors import RuleError
from ..records import OwnEntity
from .morphology import Inflected, Stripped, conjugate, decline, strippings, without_pronoun
from .orthography import fold_word
from .tables import table
from .tokens import FOREIGN, WORD, Tokens, kind_of


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One form of one row: ``words`` folded; ``variety`` the key it stood under; ``row`` the row as read."""

    cls: str
    value: Any
    variety: str
    words: tuple[str, ...]
    clitics: str
    pronouns: bool
    row: Mapping[str, Any]
    inflection: Inflected | None = None


class Hit(NamedTuple):
    """An entry found on tokens ``start`` .. ``end`` (exclusive), with the clitics taken off its first word.

    ``letters`` is how many letters stand before the word's own start (conjunction and preposition; an article belongs
    to the word). ``pronoun`` tells that an attached pronoun was taken off its last word.
    """

    entry: Entry
    start: int
    end: int
    conj: str
    prep: str
    article: bool
    letters: int
    pronoun: bool


class _Start(NamedTuple):
    """How a form can begin an entry: the entry, how many tokens it takes and which must follow, and the clitics."""

    entry: Entry
    size: int
    rest: tuple[str, ...]
    conj: str
    prep: str
    article: bool
    letters: int
    pronoun: bool


class _Known(NamedTuple):
    """What a form can begin: all entries in order; what can follow it in those of several words; those of one word.

    ``single`` holds of each entry of one word what its hits hold but their place; ``classes`` theirs, each once.
    """

    starts: tuple[_Start, ...]
    second: frozenset[str]
    single: tuple[tuple[Entry, str, str, bool, int, bool], ...]
    classes: tuple[str, ...]


FORMS_KEPT = 300_000
"""How many word forms are remembered; an archive's misspellings must not fill the memory."""


class Lexicon:
    """Entries by first word. ``look_up`` costs one dictionary access for a form seen before."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Index ``entries`` (any order; the order given is the order of hits)."""
        self._first: dict[str, list[Entry]] = {}
        self._of_class: dict[str, list[Entry]] = {}
        self._known = _Forms(self)
        for entry in entries:
            self._first.setdefault(entry.words[0], []).append(entry)

    def entries(self, cls: str | None = None) -> Iterator[Entry]:
        """All entries, or those of one class."""
        if cls is None:
            for row in self._first.values():
                yield from row
            return
        if not self._of_class:
            for entry in self.entries():
                self._of_class.setdefault(entry.cls, []).append(entry)
        yield from self._of_class.get(cls, ())

    def look_up(self, tokens: Tokens) -> tuple[list[tuple[Hit, ...]], dict[str, list[int]]]:
        """For every token the entries that begin at it, and for each class the tokens at which one begins, in order.

        One linear pass; the two agree.
        """
        form = tokens.form
        after = [*form[1:], ""]
        hits: list[tuple[Hit, ...]] = [()] * len(form)
        index: defaultdict[str, list[int]] = defaultdict(list)
        make = tuple.__new__  # the named tuple's own constructor costs twice as much, and this runs for every known word
        i = -1
        for known in map(self._known.__getitem__, form):
            i += 1
            if known is None:
                continue
            starts, second, single, classes = known
            if after[i] in second:
                hits[i] = _hits(starts, form, i)
                classes = tuple(dict.fromkeys([hit.entry.cls for hit in hits[i]]))
            else:
                j = i + 1
                hits[i] = (*[make(Hit, (e, i, j, conj, prep, art, size, pro)) for e, conj, prep, art, size, pro in single],)
            for cls in classes:
                index[cls].append(i)
        return hits, index

    def word(self, form: str) -> tuple[Hit, ...]:
        """The single-word entries a folded ``form`` can be, as hits on token 0."""
        return _hits(self.starts(form), [form], 0)

    def starts(self, form: str) -> tuple[_Start, ...]:
        """All ways in which a folded ``form`` can begin an entry, in order."""
        out = []
        for strip in strippings(form):
            letters = len(strip.conj) + len(strip.prep)
            # a word with the article carries no pronoun
            carried = () if strip.article else without_pronoun(strip.rest)
            for rest, pronoun in [(strip.rest, ""), *carried]:
                for e in self._first.get(rest, ()):
                    if _takes(e, strip) and (not pronoun or _carries(e, pronoun)):
                        clitics = (strip.conj, strip.prep, strip.article, letters, bool(pronoun))
                        out.append(_Start(e, len(e.words), e.words[1:], *clitics))
        return tuple(out)


class _Forms(dict[str, _Known | None]):
    """What each form can begin, worked out when first met; marks and digits begin nothing."""

    def __init__(self, words: Lexicon) -> None:
        self.words = words

    def __missing__(self, form: str) -> _Known | None:
        if len(self) >= FORMS_KEPT:
            self.clear()
        starts = self.words.starts(form) if kind_of(form) in (WORD, FOREIGN) else ()
        known = None
        if starts:
            second = frozenset(s.rest[0] for s in starts if s.rest)
            alone = [s for s in starts if s.size == 1]
            single = tuple((s.entry, s.conj, s.prep, s.article, s.letters, s.pronoun) for s in alone)
            known = _Known(starts, second, single, tuple(dict.fromkeys(s.entry.cls for s in alone)))
        self[form] = known
        return known


def _hits(starts: tuple[_Start, ...], form: list[str], i: int) -> tuple[Hit, ...]:
    make = tuple.__new__
    return tuple(
        [
            make(Hit, (entry, i, i + size, conj, prep, article, letters, pronoun))
            for entry, size, rest, conj, prep, article, letters, pronoun in starts
            if size == 1 or tuple(form[i + 1 : i + size]) == rest
        ]
    )


def _carries(entry: Entry, pronoun: str) -> bool:
    """Whether a pronoun may be attached: the one of the first person is written otherwise on a verb."""
    if not entry.pronouns or len(entry.words) > 1:
        return False
    return entry.inflection is None or pronoun not in table("morphology")["enclitics"]["not_on_verbs"]


def _takes(entry: Entry, strip: Stripped) -> bool:
    if entry.clitics == "noun":
        return True
    if strip.article or entry.clitics == "none":
        return not (strip.conj or strip.prep or strip.article)
    # the particle of purpose before a present-tense verb is written like the preposition
    return not strip.prep or (entry.clitics == "verb" and strip.prep == table("morphology")["proclitics"]["purpose"])


@cache
def lexicon() -> Lexicon:
    """The lexicon that ships with sijill, read once."""
    return Lexicon(shipped())


@lru_cache(maxsize=4)
def with_own(own: tuple[OwnEntity, ...]) -> Lexicon:
    """The shipped lexicon and a person's ``own`` entities: class ``own``, varieties ``name`` and ``capacity``."""
    return Lexicon([*lexicon().entries(), *(entry for entity in own for entry in _own(entity))])


def _own(entity: OwnEntity) -> Iterator[Entry]:
    capacity = (("capacity", entity.capacity),) if entity.capacity else ()
    for variety, form in (*(("name", form) for form in (entity.name, *entity.aliases)), *capacity):
        tokens = Tokens(form)
        words = tuple(f for f, kind in zip(tokens.form, tokens.kind, strict=True) if kind in (WORD, FOREIGN))
        if words:
            yield Entry("own", entity.name, variety, words, "noun", False, {"kind": entity.kind})


def shipped() -> list[Entry]:
    """All entries of ``ar/lexicon/*.toml``, files in order of name."""
    folder = files("sijill.language").joinpath("ar/lexicon")
    out: list[Entry] = []
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            out += parse(tomllib.loads(file.read_text(encoding="utf-8")), file.name)
    return out


def parse(data: Mapping[str, Any], name: str) -> list[Entry]:
    """The entries of one lexicon file as read; ``name`` is for messages. Raises RuleError where it is malformed."""
    out: list[Entry] = []
    for number, row in enumerate(data.get("row", []), 1):
        try:
            out += _row(data, row)
        except (KeyError, IndexError, TypeError) as e:
            raise RuleError(
                f"{name}: row {number}: {type(e).__name__}: {e}; see ar/lexicon/README.md for what a row holds"
            ) from e
    return out


def _row(data: Mapping[str, Any], row: Mapping[str, Any]) -> Iterator[Entry]:
    value = row["value"]
    classes = data.get("classes", {})
    clitics = {**dict.fromkeys(data["form_keys"], data["clitics"]), **data.get("clitics_of", {})}
    if "past" in row and "past" in data["form_keys"]:
        for form in conjugate(row["past"], row["present"]):
            yield Entry(data["class"], value, form.tense, (form.form,), "verb", True, row, form)
    for key in data["form_keys"]:
        if key in ("past", "present"):
            continue
        forms = row.get(key, ())
        spelt = [forms] if isinstance(forms, str) else forms
        for words in dict.fromkeys(tuple(fold_word(text).split()) for text in spelt):
            yield Entry(classes.get(key, data["class"]), value, key, words, clitics[key], data.get("pronouns", False), row)
            if key == data.get("declined") and len(words) == 1:
                for shape, variety in decline(words[0], row.get("sound", False), row.get("dual", True)):
                    yield Entry(data["class"], value, variety, (shape,), clitics[key], data.get("pronouns", False), row)
