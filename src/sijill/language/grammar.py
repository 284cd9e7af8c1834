"""A small chart parser: typed parts found in text are joined by productions, smallest first, left to right.

A production's pattern is a row of elements: ``{type}`` a part of that type, ``label={type}`` the same under a name the
resolver asks for, a bare word (folded; ``a|b`` either), each optional with a trailing ``?``. After the type stand tests,
joined by dots: ``def`` (with the article), ``indef``, ``and`` (with a conjunction), ``prep`` (a preposition may be
written on it), else the part's variety (``{unit.plural}``). Parts after the first carry no conjunction and no
preposition unless asked for.

Cost: a token that starts no part and no pattern is never looked at; parts are processed in order of their ends, so
that every edge a part can extend is there before it (no epsilon productions). Linear in text for bounded part length.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress, count, product
from typing import Any, NamedTuple

from ..errors import RuleError
from .orthography import fold_word

TESTS = {"def", "indef", "and", "prep", "any"}
_NOTHING: set[str] = set()


@dataclass(slots=True, eq=False)
class Part:
    """A typed stretch of tokens ``i`` .. ``j`` (exclusive). ``letters``: proclitic letters before its own start.

    Nobody changes one; it is not frozen because that makes each cost three times as much.
    """

    type: str
    i: int
    j: int
    value: Any
    variety: str = ""
    conj: str = ""
    prep: str = ""
    article: bool = False
    letters: int = 0
    rules: tuple[str, ...] = ()
    prefer: int = 0


class Element(NamedTuple):
    """One element of a compiled pattern: ``symbol`` is a type, or ``=word`` for a literal."""

    symbol: str
    label: str
    tests: frozenset[str]
    variety: str


@dataclass(frozen=True, slots=True)
class Production:
    """A rule as data: see the module's docstring for ``pattern``; ``value`` names a resolver."""

    id: str
    says: str
    gives: str
    value: str
    patterns: tuple[tuple[Element, ...], ...]
    prefer: int = 0
    variety: str = ""
    row: Mapping[str, Any] = field(default_factory=dict)


_Edge = tuple[Production, tuple[Element, ...], int, tuple[Part, ...]]
"""A pattern begun: its rule, its elements, how many of them are there, and the parts that are."""


Resolver = Callable[[dict[str, Part], Mapping[str, Any]], Any]
"""Takes the labelled parts and the rule's row; gives the new part's value (hashable), or None: the parts do not go
together."""


def compile_pattern(text: str, where: str) -> tuple[tuple[Element, ...], ...]:
    """The variants of a pattern, optional elements in and out. Raises RuleError where it cannot be read."""
    choices: list[list[tuple[Element, ...]]] = []
    for word in text.split():
        optional, word = word.endswith("?"), word.rstrip("?")
        elements = _elements(word, where)
        choices.append([(e,) for e in elements] + ([()] if optional else []))
    variants = {tuple(e for part in choice for e in part) for choice in product(*choices)}
    variants.discard(())
    return tuple(sorted(variants, key=lambda v: (-len(v), [e.symbol for e in v])))


def _elements(word: str, where: str) -> list[Element]:
    label, _, body = word.partition("=") if "={" in word else ("", "", word)
    if body.startswith("{") != body.endswith("}"):
        raise RuleError(f"{where}: {word!r} opens or closes a brace that has no partner")
    if not body.startswith("{"):
        return [Element("=" + fold_word(w), "", frozenset(), "") for w in body.split("|")]
    out = []
    for one in body[1:-1].split("|"):
        name, *tests = one.split(".")
        known = frozenset(t for t in tests if t in TESTS)
        rest = [t for t in tests if t not in TESTS]
        out.append(Element(name, label or name, known, rest[0] if rest else ""))
    return out


class Grammar:
    """Compiled productions with their resolvers."""

    def __init__(self, productions: Iterable[Production], resolvers: Mapping[str, Resolver]) -> None:
        """Index by first element. Raises RuleError where a rule names a resolver that does not exist."""
        self.resolvers = resolvers
        self.single: dict[str, list[tuple[Production, tuple[Element, ...]]]] = {}
        """Patterns of one element, by its symbol."""
        self.longer: dict[str, list[tuple[Production, tuple[Element, ...]]]] = {}
        """Patterns of more elements, by the symbol of the first."""
        self.literals: set[str] = set()
        heads: dict[str, set[str]] = {}
        for rule in productions:
            if rule.value not in resolvers:
                raise RuleError(f"{rule.id}: no resolver {rule.value!r}; there are {', '.join(sorted(resolvers))}")
            for variant in rule.patterns:
                index = self.longer if len(variant) > 1 else self.single
                index.setdefault(variant[0].symbol, []).append((rule, variant))
                heads.setdefault(rule.gives, set()).add(variant[0].symbol)
                self.literals |= {e.symbol[1:] for e in variant if e.symbol[0] == "="}
        symbols = {e.symbol for rows in self.longer.values() for _, variant in rows for e in variant}
        self.begins = {symbol: _beginnings(symbol, heads) for symbol in symbols}
        """For each symbol what it can begin with: seed types and literals."""
        self.openers = {s[1:] for index in (self.single, self.longer) for s in index if s[0] == "="}

    def parse(self, forms: Sequence[str], seeds: Iterable[Part]) -> list[Part]:
        """All parts that ``seeds`` and the literal words among ``forms`` combine to, seeds included, by end."""
        return _Chart(self, forms, seeds).fill()


def _beginnings(symbol: str, heads: Mapping[str, set[str]]) -> frozenset[str]:
    out, agenda = {symbol}, [symbol]
    while agenda:
        for head in heads.get(agenda.pop(), ()):
            if head not in out:
                out.add(head)
                agenda.append(head)
    return frozenset(out)


class _Chart:
    """One parse. An edge is kept only where the token after it can begin what it waits for; else it could never grow."""

    def __init__(self, grammar: Grammar, forms: Sequence[str], seeds: Iterable[Part]) -> None:
        self.grammar, self.forms = grammar, forms
        self.by_end: dict[int, list[Part]] = {}
        self.starts: dict[int, set[str]] = {}
        self.edges: dict[int, dict[str, list[_Edge]]] = {}
        self.seen: set[Any] = set()
        for part in seeds:
            self.by_end.setdefault(part.j, []).append(part)
            self.starts.setdefault(part.i, set()).add(part.type)
        for i in compress(count(), map(grammar.openers.__contains__, forms)):
            form = forms[i]
            self.by_end.setdefault(i + 1, []).append(Part("=" + form, i, i + 1, form))
        self.ends = sorted(self.by_end)

    def fill(self) -> list[Part]:
        """All parts, in order of their ends."""
        out: list[Part] = []
        while self.ends:
            end = heapq.heappop(self.ends)
            agenda, ahead = self.by_end[end], self.ahead(end)
            k = 0
            while k < len(agenda):
                part = agenda[k]
                k += 1
                if part.type[0] != "=":
                    out.append(part)
                self.extend(part, ahead)
        return out

    def ahead(self, i: int) -> set[str]:
        """What begins at token ``i``: types of seeds, and the word itself where a pattern names it."""
        found = self.starts.get(i, _NOTHING)
        if i < len(self.forms) and self.forms[i] in self.grammar.literals:
            return found | {"=" + self.forms[i]}
        return found

    def extend(self, part: Part, ahead: set[str]) -> None:
        """Begin and go on with every pattern that takes ``part``."""
        for rule, variant in self.grammar.single.get(part.type, ()):
            if _fits(part, variant[0], True):
                self.advance((rule, variant, 1, (part,)), ahead)
        if ahead:
            begins = self.grammar.begins
            for rule, variant in self.grammar.longer.get(part.type, ()):
                if not begins[variant[1].symbol].isdisjoint(ahead) and _fits(part, variant[0], True):
                    self.advance((rule, variant, 1, (part,)), ahead)
        waiting = self.edges.get(part.i)
        if waiting:
            for rule, elements, dot, children in waiting.get(part.type, ()):
                if _fits(part, elements[dot], False):
                    self.advance((rule, elements, dot + 1, (*children, part)), ahead)

    def advance(self, edge: _Edge, ahead: set[str]) -> None:
        """Complete an edge, or keep it where it can grow; a literal it waits for is taken at once."""
        rule, elements, dot, children = edge
        if dot == len(elements):
            self.complete(rule, elements, children)
            return
        symbol, end = elements[dot].symbol, children[-1].j
        if self.grammar.begins[symbol].isdisjoint(ahead):
            return
        if symbol[0] != "=":
            self.edges.setdefault(end, {}).setdefault(symbol, []).append(edge)
            return
        word = Part(symbol, end, end + 1, symbol[1:])
        self.advance((rule, elements, dot + 1, (*children, word)), self.ahead(end + 1))

    def complete(self, rule: Production, elements: tuple[Element, ...], children: tuple[Part, ...]) -> None:
        """Make the part that a whole pattern gives, where its resolver finds a value."""
        first, end = children[0], children[-1].j
        labelled = {e.label: p for e, p in zip(elements, children, strict=True) if e.label}
        value = self.grammar.resolvers[rule.value](labelled, rule.row)
        if value is None:
            return
        key = (rule.id, first.i, end, value, first.conj, first.prep)
        if key in self.seen:
            return
        self.seen.add(key)
        agenda = self.by_end.get(end)
        if agenda is None:  # the last element was a literal
            agenda = self.by_end[end] = []
            heapq.heappush(self.ends, end)
        trail = tuple(r for p in children for r in p.rules)
        agenda.append(
            Part(
                rule.gives, first.i, end, value, rule.variety or first.variety, first.conj, first.prep, first.article,
                first.letters, (*trail, rule.id), rule.prefer,
            )
        )  # fmt: skip


def _fits(part: Part, element: Element, first: bool) -> bool:
    tests = element.tests
    if element.variety and part.variety != element.variety:
        return False
    if not tests:
        return first or not (part.conj or part.prep)
    if ("def" in tests and not part.article) or ("indef" in tests and part.article):
        return False
    if "and" in tests:
        return bool(part.conj)
    if first or "any" in tests:
        return True
    return not part.conj and (not part.prep or "prep" in tests)


def choose(parts: Iterable[Part], types: set[str]) -> list[Part]:
    """Of ``parts`` of ``types`` the best that do not overlap: longest first, then the rule's stated preference."""
    ranked = sorted(
        (p for p in parts if p.type in types),
        key=lambda p: (p.i - p.j, -p.prefer, p.letters, -len(p.rules), p.rules[-1:], p.i),
    )
    taken: set[int] = set()
    out = []
    for part in ranked:
        cover = range(part.i, part.j)
        if taken.isdisjoint(cover):
            taken.update(cover)
            out.append(part)
    return sorted(out, key=lambda p: p.i)
