"""Which readings stand: rules that ask for a context are held to it, then the best that do not overlap are taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from ...language.document import Document
from ...language.grammar import Part, choose
from ...language.orthography import fold_word
from ...language.rules import rule_rows
from ...language.tables import table
from ...records import Expression, Span
from .seeds import definite

FINAL = {"day", "month", "year", "week", "period", "time", "duration", "set", "ref", "pointer", "list", "alone"}
"""Types of the parts that are times; one that is ``alone`` asks for a context, and no rule builds on it."""
NONE = "none"
"""A reading that is no time (a name, a counted noun): it competes for its words, and is then left out."""
KEYS = ("after", "not_after", "before", "not_before", "over", "joined")
"""The contexts a rule may ask for. `over` names words that are passed over on the way to what stands after; `joined`
words that stand for the context before where a year stands before them."""


JOINED = {"year_number", "month_name"}


def select(doc: Document, parts: Iterable[Part], found: Iterable[Part]) -> list[Part]:
    """The parts that stand, in order. ``found`` are the seeds, for the contexts that rules ask for."""
    conditions = _conditions()
    types = FINAL | {NONE}
    starts: dict[int, set[str]] = {}
    ends: dict[int, set[str]] = {}
    for seed in found:
        starts.setdefault(seed.i, set()).add(seed.type)
        ends.setdefault(seed.j, set()).add(seed.type)
    standing = [
        p
        for p in parts
        if p.type in types
        and p.rules
        and (p.rules[-1] not in conditions or _holds(doc, p, conditions[p.rules[-1]], starts, ends))
    ]
    return [p for p in choose(standing, types) if p.type != NONE]


@cache
def _article() -> str:
    return str(table("morphology")["proclitics"]["before_nouns"][0][2])


def _holds(
    doc: Document, p: Part, row: Mapping[str, tuple[set[str], set[str]]], starts: dict[int, set[str]], ends: dict[int, set[str]]
) -> bool:
    form = doc.tokens.form
    over = row["over"][0] if "over" in row else ()
    before = form[p.i - 1] if p.i else ""
    j = p.j
    while j < len(form) and form[j] in over:
        j += 1
    after = form[j] if j < len(form) else ""
    for key, (words, kinds) in row.items():
        if key in ("over", "joined"):
            continue
        if key.endswith("after"):
            found = before in words or bool(kinds & ends.get(p.i, set())) or ("prep" in kinds and bool(p.prep))
            found = found or ("definite" in kinds and p.i > 0 and definite(doc, p.i - 1))
            found = found or ("joined" in row and before in row["joined"][0] and not JOINED.isdisjoint(ends.get(p.i - 1, ())))
        else:
            if "definite" in kinds and len(after) > len(_article()) + 1 and after.startswith(_article()):
                return False
            here = doc.hits[j] if kinds and j < len(doc.hits) else ()
            found = (
                after in words
                or bool(kinds & starts.get(j, set()))
                or any(h.entry.cls in kinds and not h.letters and not h.article for h in here)
            )
        if found == key.startswith("not_"):
            return False
    return True


def spans(doc: Document, part: Part) -> Iterator[tuple[Span, Expression]]:
    """The time of a part, or the times of a list, each with its own words."""
    if isinstance(part.value, Expression):
        yield doc.span(part.i, part.j, part.letters), part.value
        return
    for member in part.value:
        yield doc.span(member.i, member.j, member.letters), member.value


@cache
def _conditions() -> dict[str, dict[str, tuple[set[str], set[str]]]]:
    """By rule: for each context key its folded words and its seed types (written in braces)."""
    out: dict[str, Any] = {}
    for row in rule_rows("timex"):
        keys = {k: _context(row[k]) for k in KEYS if k in row}
        if keys:
            out[row["id"]] = keys
    return out


def _context(listed: list[str]) -> tuple[set[str], set[str]]:
    return {fold_word(w) for w in listed if w[0] != "{"}, {w.strip("{}") for w in listed if w[0] == "{"}
