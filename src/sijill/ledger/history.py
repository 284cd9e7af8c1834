"""The record out of a ledger, as of any day by either clock: the pure function over what is stored, and the decisions.

``as_of`` counts what had been *published* by a day, ``recorded_by`` what *the ledger had* by a day (articles, problems
and decisions alike). Days that articles do not state are inferred from everything recorded and then held fixed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

from ..pipeline import extract, place, reconcile
from ..records import Article, Extraction, Problem, Record
from .decisions import Decision, apply_to_articles, apply_to_record, ids, removed
from .engine import engine
from .store import Ledger


class Entry(NamedTuple):
    """What became of one input. ``outcome``: added, known, completed, removed, skipped; ``why`` for the last two."""

    name: str
    outcome: str
    why: str = ""


def add(ledger: Ledger, items: Iterable[Article | Problem], moment: datetime) -> Iterator[Entry]:
    """Put what was read into the ledger, an article a transaction; yields what became of each.

    Adding the same again adds nothing. A known article that now comes with a day or an outlet it did not have gets them
    as decisions; one that a person removed stays removed.
    """
    gone = removed(ledger.decisions())
    for item in items:
        if isinstance(item, Problem):
            ledger.note(item, moment)
            yield Entry(item.article, "skipped", item.message)
            continue
        stored = ledger.find(item)
        if stored is None:
            kept = ledger.keep(extract(item), engine(), moment)
            yield Entry(kept.name, "added") if kept else Entry(item.name, "known")
        elif stored.digest in gone:
            yield Entry(stored.name, "removed", gone[stored.digest].why)
        else:
            yield Entry(stored.name, "completed" if _complete(ledger, stored, item, moment) else "known")


def record(
    ledger: Ledger, as_of: date | None = None, recorded_by: date | None = None, state_days: Sequence[date] = ()
) -> Record:
    """The record as published by ``as_of`` and as recorded by ``recorded_by`` (None: all of it), decisions applied."""
    pile = extractions(ledger, recorded_by)
    decisions = ledger.decisions(recorded_by)
    dated = place(apply_to_articles(pile, decisions))
    problems = ledger.problems(recorded_by)
    told = reconcile(dated, as_of, state_days, problems)
    if not removed(decisions):
        return told
    whole = reconcile(dated) if as_of else told
    return apply_to_record(told, decisions, (x.article.digest for x in pile), ids(whole))


def extractions(ledger: Ledger, recorded_by: date | None = None) -> list[Extraction]:
    """What was found in every article; made again where another engine found it."""
    out, newer = [], []
    for kept in ledger.kept(recorded_by):
        x = kept.extraction
        if kept.engine != engine():
            x = extract(x.article)
            newer.append(x)
        out.append(x)
    if newer:
        ledger.renew(newer, engine())
    return out


def _complete(ledger: Ledger, stored: Article, item: Article, moment: datetime) -> bool:
    """Record what the item's day or outlet adds to a stored article that has none; whether it did."""
    known = {d.kind for d in ledger.decisions() if d.target == stored.digest}
    new = []
    if item.published.day and not stored.published.day and "published" not in known:
        new.append(Decision("published", stored.digest, "given with add", item.published.day.isoformat()))
    if item.outlet and not stored.outlet and "outlet" not in known:
        new.append(Decision("outlet", stored.digest, "given with add", item.outlet))
    for decision in new:
        ledger.decide(decision, moment)
    return bool(new)
