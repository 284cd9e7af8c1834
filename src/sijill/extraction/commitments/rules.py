"""Which items make a report: the rules of ``ar/rules/commitments`` matched over a sentence's items.

A pattern's last element is the head (the act); elements may stand ``gap`` words apart, with only words that steer nothing
between them. Longer patterns win over shorter ones, then the rule's weight.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from ...language.grammar import Element, Production
from ...language.rules import productions
from .items import Item

CLEAR = frozenset(
    {"that", "carry", "had", "did", "time", "signal", "with", "except", "no_noun", "fixed", "named", "pause", "quote"}
)
"""Items that may stand between two elements of a pattern."""


TURNS = frozenset({"refuse", "deny", "postpone", "cancel", "extend"})
PHASES = frozenset({"start", "resume", "continue", "complete", "end"})


class Match(NamedTuple):
    """A rule over items, by their indices; the last is the head."""

    rule: Production
    items: tuple[int, ...]


class _Ordered(NamedTuple):
    """A pattern of a rule and its place in the order of trial: longer patterns first, then heavier rules."""

    order: int
    rule: Production
    pattern: tuple[Element, ...]
    gap: int


class _Heads(NamedTuple):
    """The patterns of one kind of head: those of a single element, the others by the symbol of the element before it."""

    alone: tuple[_Ordered, ...]
    after: dict[str, tuple[_Ordered, ...]]


@cache
def _by_head() -> dict[str, list[_Ordered]]:
    rows: dict[str, list[tuple[Production, tuple[Element, ...]]]] = {}
    for rule in productions("commitments"):
        for pattern in rule.patterns:
            rows.setdefault(pattern[-1].symbol, []).append((rule, pattern))
    for row in rows.values():
        row.sort(key=lambda x: (-len(x[1]), -float(x[0].row["weight"])))
    return {s: [_Ordered(n, r, p, int(r.row["gap"])) for n, (r, p) in enumerate(row)] for s, row in rows.items()}


@cache
def _heads(symbol: str, variety: str) -> _Heads:
    """The patterns whose head is an item of this type and variety; most heads leave few to try."""
    alone: list[_Ordered] = []
    after: dict[str, list[_Ordered]] = {}
    head = Item(symbol, variety, 0, 0)
    for one in _by_head().get(symbol, ()):
        if _is(head, one.pattern[-1]):
            row = alone if len(one.pattern) == 1 else after.setdefault(one.pattern[-2].symbol, [])
            row.append(one)
    return _Heads(tuple(alone), {s: tuple(row) for s, row in after.items()})


def _tried(items: Sequence[Item], k: int) -> Sequence[_Ordered]:
    """The patterns that may match with item ``k`` as their head, by what stands before it, in order of trial."""
    kind, variety = items[k][:2]
    alone, after = _heads(kind, variety)
    before: list[str] = []
    n = k - 1
    while after and n >= 0:
        symbol = items[n].type
        if symbol in after and symbol not in before:
            before.append(symbol)
        if symbol not in CLEAR:
            break
        n -= 1
    return _behind(kind, variety, tuple(before)) if before else alone


@cache
def _behind(kind: str, variety: str, before: tuple[str, ...]) -> tuple[_Ordered, ...]:
    """The patterns of a head behind items of the types ``before``, in order of trial."""
    alone, after = _heads(kind, variety)
    return tuple(sorted([*alone, *(one for symbol in before for one in after[symbol])], key=itemgetter(0)))


def matches(items: Sequence[Item]) -> list[Match]:
    """The reports among ``items``: no item is used twice, in order of their heads."""
    found: list[Match] = []
    for k in range(len(items)):
        for _, rule, pattern, gap in _tried(items, k):
            used = _match(pattern, items, k, gap)
            if used and not _negated(items, used[0]) and not _spoken_of(items, used):
                found.append(Match(rule, used))
    if not found:
        return found
    found.sort(key=lambda m: (-m.rule.prefer, -len(m.items), -float(m.rule.row["weight"]), m.items))
    taken: set[int] = set()
    out = []
    for m in found:
        if taken.isdisjoint(m.items):
            taken.update(m.items)
            out.append(m)
    return sorted(out, key=lambda m: m.items[-1])


def _spoken_of(items: Sequence[Item], used: Sequence[int]) -> bool:
    """Whether an affair is only spoken of: one announces or decides "a truce", not "the elections"."""
    if len(used) < 2 or items[used[-1]].type != "affair":
        return False
    first, head = items[used[-2]], items[used[-1]]
    if head.hit is None or not first.verbal_plan or first.variety not in ("announced", "decided"):
        return False
    return head.hit.article or bool(head.hit.prep)


def _reach(item: Item, gap: int) -> int:
    """How far an element may stand from the next: a noun ("the agreement on") binds only what is close."""
    noun = item.type == "plan" and item.hit is not None and item.hit.entry.variety == "noun"
    return min(gap, 2) if noun else gap


def _negated(items: Sequence[Item], k: int) -> bool:
    """Whether an announcement is denied right before it: "did not announce"."""
    if items[k].type not in ("plan", *TURNS) or not k:
        return False
    last = items[k - 1]
    if last.type in ("not_yet", "not", "never") and last.j == items[k].i:
        return True
    while k > 1 and items[k - 1].type in ("carry", "signal", "after", "time"):
        k -= 1  # "no day has yet been set"
    return items[k].type == "carry" and items[k - 1].type in ("not_yet", "not", "never")


def _match(pattern: tuple[Element, ...], items: Sequence[Item], k: int, gap: int) -> tuple[int, ...]:
    used: list[int] = []
    for element in reversed(pattern):
        while used and k >= 0 and not _is(items[k], element) and items[k].type in CLEAR:
            k -= 1
        if k < 0 or not _is(items[k], element):
            return ()
        if used and items[used[-1]].i - items[k].j > _reach(items[k], gap):
            return ()
        if used and used[-1] == k + 1 and _its_subject(items[k], items[used[-1]]):
            return ()
        if used and items[k].type in PHASES and _joined(items[used[-1]]):
            return ()
        if used and used[-1] != k + 1 and _without_object(items[k]):
            return ()
        used.append(k)
        k -= 1
    return tuple(reversed(used))


def _without_object(phase: Item) -> bool:
    """Whether a verb of putting off takes no object: what follows its day is no act put off ("for lack of arrivals")."""
    return phase.verbal and phase.hit is not None and bool(phase.hit.entry.row.get("intransitive"))


def _joined(verb: Item) -> bool:
    """Whether a verb is joined by a conjunction: it is the next thing told, not what was begun."""
    return verb.verbal and verb.hit is not None and bool(verb.hit.conj)


def _its_subject(phase: Item, act: Item) -> bool:
    """Whether the noun after a phase's verb is what begins or ends, not what somebody begins or ends doing."""
    if phase.type in ("act", "carry") or (phase.hit is not None and phase.hit.entry.row.get("transitive")):
        return False
    return phase.verbal and act.hit is not None and act.hit.article and not act.hit.prep


def _is(item: Item, element: Element) -> bool:
    if item.type != element.symbol:
        return False
    if not element.variety or item.variety == element.variety:
        return True
    return element.variety == "noun" and item.variety == "purpose"
