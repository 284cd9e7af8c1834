"""What a watch has told, so that it tells each thing once, over stops and starts; and what it told, for feeds and pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

import orjson
from sqlalchemy import func, insert, select

from . import tables
from .store import Ledger, moment_of, stamp


class Told(NamedTuple):
    """One change that was told: its number, its key, the change itself (JSON values) and when it was told."""

    number: int
    key: str
    change: Mapping[str, Any]
    recorded: datetime


def known(ledger: Ledger) -> frozenset[str]:
    """The keys of all that was told, or was there before the watch began."""
    with ledger.reading() as db:
        return frozenset(db.execute(select(tables.told.c.key)).scalars())


def last_engine(ledger: Ledger) -> str | None:
    """The engine (rules and code) that the last entries were made by; None before the first."""
    t = tables.told
    with ledger.reading() as db:
        found = db.execute(select(t.c.engine).order_by(t.c.id.desc()).limit(1)).scalar()
    return str(found) if found else None


def write(ledger: Ledger, entries: Iterable[tuple[str, Mapping[str, Any] | None]], engine: str, moment: datetime) -> None:
    """Put changes in by their keys (None: known, and not to be told), in one transaction."""
    at = stamp(moment)
    rows = [
        {"key": key, "change": None if change is None else orjson.dumps(change), "engine": engine, "recorded": at}
        for key, change in entries
    ]  # fmt: skip
    if rows:
        with ledger.writing() as db:
            db.execute(insert(tables.told).prefix_with("OR IGNORE"), rows)


def told(ledger: Ledger, newest: int = 100) -> list[Told]:
    """The newest changes that were told, the newest first."""
    t = tables.told
    query = select(t).where(t.c.change.is_not(None)).order_by(t.c.id.desc()).limit(newest)
    with ledger.reading() as db:
        return [Told(r.id, r.key, orjson.loads(r.change), moment_of(r.recorded)) for r in db.execute(query)]


def count(ledger: Ledger) -> int:
    """How many entries there are."""
    with ledger.reading() as db:
        return int(db.execute(select(func.count()).select_from(tables.told)).scalar_one())
