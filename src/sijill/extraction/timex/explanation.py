"""Which rules over which words gave each time."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ...language.document import Document
from ...language.grammar import Part
from ...language.rules import rule_rows
from ...records import TimeMention
from . import grammar
from .anchors import anchored
from .seeds import seeds
from .selection import select, spans


class Applied(NamedTuple):
    """A rule at work: its id and sentence, and the words it joined (code points, end exclusive)."""

    rule: str
    says: str
    start: int
    end: int


def explained(doc: Document) -> list[tuple[TimeMention, list[Applied]]]:
    """Every time of ``doc`` with the rules that built it, smallest words first."""
    found = seeds(doc)
    parts = grammar().parse(doc.tokens.form, found)
    kept = select(doc, parts, found)
    owners = [p for p in kept for _ in spans(doc, p)]
    return [(m, _applied(doc, owner, parts)) for m, owner in zip(anchored(doc, kept), owners, strict=True)]


def _applied(doc: Document, whole: Part, parts: list[Part]) -> list[Applied]:
    """The rules of a part's trail, each over the first part inside it that the rule made."""
    inside = [p for p in parts if p.rules and whole.i <= p.i and p.j <= whole.j]
    out = []
    for rule in dict.fromkeys(whole.rules):
        made = whole if rule == whole.rules[-1] else next((p for p in inside if p.rules[-1] == rule), whole)
        start, end = doc.span(made.i, made.j, made.letters)
        out.append(Applied(rule, _says()[rule], start, end))
    return out


@cache
def _says() -> dict[str, str]:
    return {row["id"]: row["says"] for row in rule_rows("timex")}
