"""What a person decided: always wins, is applied again on every run, and is never dropped.

Removing an article or a line of the record leaves a tombstone (the decision itself); restoring it is a new decision.
A decision whose target is no longer in the record is an orphan: reported, kept, and applied again if it comes back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, TypeVar

from ..records import Extraction, Problem, Proof, Published, Record

BY_HAND = "given decision"
"""What the proof of a day says that a person gave."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision. ``kind``: remove, restore, published, outlet, entity.

    ``target``: an article's digest, an entity's name, or the id of a commitment, event or conflict (remove and restore
    only). ``value``: the day (ISO 8601), the outlet's name, or what is known of the entity (JSON). ``recorded``: the day
    it was taken (UTC).
    """

    kind: str
    target: str
    why: str = ""
    value: str | None = None
    recorded: date | None = None


def removed(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """The removals that hold after all decisions, by target."""
    out: dict[str, Decision] = {}
    for d in decisions:
        if d.kind == "remove":
            out[d.target] = d
        elif d.kind == "restore":
            out.pop(d.target, None)
    return out


def apply_to_articles(pile: Iterable[Extraction], decisions: Sequence[Decision]) -> list[Extraction]:
    """The pile without removed articles, with the days and outlets that a person set; the last decision wins."""
    gone = removed(decisions)
    days = {d.target: date.fromisoformat(d.value) for d in decisions if d.kind == "published" and d.value}
    outlets = {d.target: d.value for d in decisions if d.kind == "outlet"}
    out = []
    for x in pile:
        key = x.article.digest
        if key in gone:
            continue
        article = x.article
        if key in days:
            article = replace(article, published=Published(days[key], days[key], "stated", (Proof(BY_HAND),)))
        if key in outlets:
            article = replace(article, outlet=outlets[key])
        out.append(x if article is x.article else replace(x, article=article))
    return out


class _Line(Protocol):
    @property
    def id(self) -> str:
        """The line's id."""
        ...


L = TypeVar("L", bound=_Line)


def apply_to_record(record: Record, decisions: Sequence[Decision], articles: Iterable[str], whole: Iterable[str]) -> Record:
    """The record without the lines a person removed, and a Problem for each removal that fits nothing any more.

    ``articles``: digests of all articles in the ledger; ``whole``: ids and aliases of the record over all of them (as of
    an earlier day a line may not be known yet; its removal is no orphan for that).
    """
    gone = removed(decisions)
    commitments = tuple(c for c in record.commitments if not {c.id, *c.aliases} & gone.keys())
    here, known = set(articles), set(whole)
    orphans = [d for key, d in gone.items() if key not in here and key not in known]
    return replace(
        record,
        commitments=commitments,
        events=_without(record.events, gone),
        conflicts=_without(record.conflicts, gone),
        problems=(*record.problems, *(_orphan(d) for d in orphans)),
    )


def ids(record: Record) -> set[str]:
    """Every id and earlier id of a line of ``record`` that a person can remove."""
    lines = {c.id for c in record.commitments} | {e.id for e in record.events} | {x.id for x in record.conflicts}
    return lines | {a for c in record.commitments for a in c.aliases}


def _without(lines: tuple[L, ...], gone: dict[str, Decision]) -> tuple[L, ...]:
    return tuple(x for x in lines if x.id not in gone)


def _orphan(d: Decision) -> Problem:
    message = f"the decision to {d.kind} it ({d.why}) fits nothing in the record any more; it is kept and holds if it returns"
    return Problem(d.target, "ledger", "orphaned", message)
