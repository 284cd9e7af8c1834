"""How long what begins on a day lasts, and which event of the article an act hangs on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from ...language.document import Document
from ...language.orthography import fold_word
from ...language.tables import table
from ...records import Span, TimeMention, Undertaking
from .clauses import HARD, Clause
from .conditions import Condition
from .items import Item
from .parts import keys

FAR = 30
"""How many words behind its act a length may stand."""
DATED = ("on", "from")
"""The due_kinds of a beginning from which a length can be counted."""


class Hangs(NamedTuple):
    """What an act hangs on: the event's words (classes of acts first of all) and the length counted from it, if any."""

    keys: tuple[str, ...]
    after: int | None


class Term(NamedTuple):
    """How long an act lasts: the time by its index, and its words where they stand behind the act's clause."""

    time: int
    apart: Span | None


def length(doc: Document, items: Sequence[Item], extent: Clause, times: Sequence[TimeMention]) -> Term | None:
    """The time that says how long the act of a clause lasts ("for five days"); None where none does."""
    for x in items:
        if x.i < extent.head_end:
            continue
        if x.i > extent.head_end + FAR or x.verbal or x.type == "plan" or (x.type == "mark" and x.variety in HARD):
            return None
        if x.variety == "duration" and _lasting(doc, x, times[x.time]):
            return Term(x.time, doc.span(x.i - 1, x.j) if x.i >= extent.b else None)
    return None


def _lasting(doc: Document, x: Item, time: TimeMention) -> bool:
    """Whether a length of time is introduced as one: "for a term of", or the particle written on it."""
    if doc.tokens.start[x.i] < time.start and doc.tokens.form[x.i].lstrip(_conjunctions())[:1] == _purpose():
        return True
    return not _lengths().isdisjoint(doc.tokens.form[max(0, x.i - 2) : x.i])


@cache
def _conjunctions() -> str:
    return "".join(table("morphology")["proclitics"]["conjunctions"])


@cache
def _purpose() -> str:
    return str(table("morphology")["proclitics"]["purpose"])


@cache
def _lengths() -> frozenset[str]:
    return frozenset(fold_word(w) for w in table("undertakings")["lengths"]["words"])


def lasting(made: Undertaking, before: Undertaking | None, term: Term | None) -> list[Undertaking]:
    """``made`` with its term: what begins on a day and lasts is to go on until the term ends, a report of its own.

    What only goes on for a term is counted from the beginning told ``before`` it in the sentence.
    """
    if term is None:
        return [made]
    if made.act == "continue" and made.time is None:
        begun = before is not None and before.time is not None and before.due_kind in DATED
        return [replace(made, time=before.time if before and begun else None, lasts=term.time, due_kind="within")]
    if made.time is None or made.due_kind not in DATED or made.act not in table("undertakings")["lengths"]["acts"]:
        return [made]
    goes_on = tuple(k for k in made.keys if k != "=start")
    words = (term.apart,) if term.apart else made.evidence
    kept = replace(made, evidence=words, act="continue", lasts=term.time, due_kind="within", keys=(*goes_on, "=continue"))
    return [made, kept]


def hangs(doc: Document, items: Sequence[Item], held: Condition | None) -> Hangs | None:
    """What the event of a condition is called, and the length of time counted from it ("two months after the signing")."""
    if held is None:
        return None
    inside = [x for x in items if held.a <= x.i < held.b]
    after = next((x.time for x in inside if x.variety == "duration"), None)
    words = keys(doc, held.a, held.b, items)
    acts = tuple(k for k in words if k.startswith("="))
    return Hangs((*acts, *(k for k in words if not k.startswith("="))), after) if acts else None


def link(found: Sequence[Undertaking]) -> list[Undertaking]:
    """The reports of an article, each that hangs on an event bound to the report of that event, where the article has one.

    The event's act must be that report's own; of several the one that shares most words, then the nearest, is meant.
    """
    out = list(found)
    for n, u in enumerate(found):
        acts = {k[1:] for k in u.depends_keys if k.startswith("=")}
        words = {k for k in u.depends_keys if not k.startswith("=")}
        best: tuple[int, int] | None = None
        for m, other in enumerate(found) if acts else ():
            if m != n and other.act in acts and other.evidence != u.evidence:
                rank = (len(words.intersection(other.keys)), -abs(m - n))
                if (rank[0] or not words) and (best is None or rank > best):
                    best, out[n] = rank, replace(u, depends=m)
    return out
