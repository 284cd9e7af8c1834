"""The record out of a ledger, as of any day by either clock: the pure function over what is stored, and the decisions.

``as_of`` counts what had been *published* by a day, ``recorded_by`` what *the ledger had* by a day (articles, problems
and decisions alike). Days that articles do not state are inferred from everything recorded and then held fixed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

from ..addresses import layout
from ..pipeline import alike, edits, extract, families, tell
from ..records import Article, Extraction, OwnEntity, Problem, Record
from .decisions import Decision, apply_to_articles, apply_to_record, ids, removed
from .engine import engine
from .evidence import addressed, meet, see_again, shared_addresses
from .naming import in_english, own_entities
from .store import Ledger


class Entry(NamedTuple):
    """What became of one input. ``outcome``: added, changed, known, completed, removed, skipped; ``why`` for the last two.

    ``changed``: a new version of an article that is known under the same address.
    """

    name: str
    outcome: str
    why: str = ""


PASSING = frozenset({"unreachable", "too_slow", "broken_off", "http_status"})
"""Trouble of the moment, not the article's (nor is a refusal, which another --allow-host lifts): told, and not kept."""


def add(ledger: Ledger, items: Iterable[Article | Problem], moment: datetime, live: bool = False) -> Iterator[Entry]:
    """Put what was read into the ledger, an article a transaction; yields what became of each.

    Adding the same again adds nothing. A known article that now comes with a day or an outlet it did not have gets them
    as decisions; one that a person removed stays removed. ``live``: the items are what their addresses show at this
    moment, so that an earlier version that is back again stands again.
    """
    decided = ledger.decisions()
    gone, own = removed(decided), own_entities(decided)
    for item in items:
        if isinstance(item, Problem):
            if item.code not in PASSING and not item.code.startswith("refused_"):
                ledger.note(item, moment)
            yield Entry(item.article, "skipped", item.message)
            continue
        stored = ledger.find(item)
        if stored is None:
            yield _put(ledger, item, gone, own, moment)
            continue
        meet(ledger, stored.digest, [u for u in (item.url, *item.addresses) if u], moment)
        if stored.digest in gone:
            yield Entry(stored.name, "removed", gone[stored.digest].why)
        elif live and _back(ledger, stored, item):
            see_again(ledger, stored.digest, moment)
            yield Entry(stored.name, "changed")
        else:
            yield Entry(stored.name, "completed" if _complete(ledger, stored, item, moment) else "known")


def _put(ledger: Ledger, item: Article, gone: dict[str, Decision], own: tuple[OwnEntity, ...], moment: datetime) -> Entry:
    """Keep a text that is new, unless it is a known article's: removed, or changed in nothing that is read."""
    x, relatives = extract(item, own), ledger.kept_of(addressed(ledger, item))
    versions = [k.extraction for k in relatives if alike(k.extraction.article.text, item.text)]
    for old in versions:
        if old.article.digest in gone:
            return Entry(old.article.name, "removed", gone[old.article.digest].why)
    if versions and _same(versions[-1], x):
        known = versions[-1].article
        meet(ledger, known.digest, [u for u in (item.url, *item.addresses) if u], moment)
        return Entry(known.name, "known")
    kept = ledger.keep(x, engine(own), moment)
    return Entry(kept.name, "changed" if versions else "added") if kept else Entry(item.name, "known")


def _back(ledger: Ledger, stored: Article, item: Article) -> bool:
    """Whether an address that showed a later version of a stored article shows this one again."""
    digests = addressed(ledger, item)
    if len(digests) < 2:
        return False
    found = families([k.extraction for k in ledger.kept_of(digests)], ledger.seen())
    own = next((f for f in found if any(v.article.digest == stored.digest for v in f.versions)), None)
    return own is not None and own.versions[-1].article.digest != stored.digest


def _same(old: Extraction, new: Extraction) -> bool:
    """Whether ``new`` is ``old`` for every reader: no sentence changed; at another address, none changed in its words.

    A mobile or AMP page leaves out and adds sentences (captions, teasers) without anybody having edited the article.
    """
    gone, come = edits(old, new), edits(new, old)
    if not gone and not come:
        return True
    other_layout = any(layout(u) for u in new.article.addresses or (new.article.url,))
    return other_layout and all(e.after is None for e in (*gone, *come))


def record(
    ledger: Ledger, as_of: date | None = None, recorded_by: date | None = None, state_days: Sequence[date] = ()
) -> Record:
    """The record as published by ``as_of`` and as recorded by ``recorded_by`` (None: all of it), decisions applied."""
    pile, seen = extractions(ledger, recorded_by), ledger.seen(recorded_by)
    decisions = _of_families(pile, seen, ledger.decisions(recorded_by))
    problems = ledger.problems(recorded_by)

    def _judge(chosen: list[Extraction]) -> list[Extraction]:
        return apply_to_articles(chosen, decisions)

    told = in_english(tell(pile, as_of, state_days, problems, judge=_judge, seen=seen), own_entities(decisions))
    gone = removed(decisions)
    if not gone:
        return told
    whole = tell(pile, judge=_judge, seen=seen) if as_of else told
    known = {*ids(whole), *(d.target for d in decisions if d.kind == "entity")}
    told = apply_to_record(told, decisions, (x.article.digest for x in pile), known)
    return replace(told, notices=tuple(n for n in told.notices if n.line not in gone))


def superseded(ledger: Ledger) -> set[str]:
    """The digests of the versions of articles in whose place a newer one stands."""
    shared = ledger.kept_of(shared_addresses(ledger))
    found = families([k.extraction for k in shared], ledger.seen())
    return {v.article.digest for f in found for v in f.versions} - {f.versions[-1].article.digest for f in found}


def _of_families(pile: Sequence[Extraction], seen: Sequence[tuple[str, str]], decisions: Sequence[Decision]) -> list[Decision]:
    """Decisions on any version of an article as decisions on the article."""
    if not decisions:
        return []
    root = {v.article.digest: f.root.digest for f in families(pile, seen) for v in f.versions}
    return [replace(d, target=root.get(d.target, d.target)) for d in decisions]


def extractions(ledger: Ledger, recorded_by: date | None = None) -> list[Extraction]:
    """What was found in every article; made again where another engine, or one with other entities, found it."""
    own = own_entities(ledger.decisions(recorded_by))
    now, out, newer = engine(own), [], []
    for kept in ledger.kept(recorded_by):
        x = kept.extraction
        if kept.engine != now:
            x = extract(x.article, own)
            newer.append(x)
        out.append(x)
    if newer and recorded_by is None:  # an earlier day's entities are not those that the ledger keeps its findings with
        ledger.renew(newer, now)
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
