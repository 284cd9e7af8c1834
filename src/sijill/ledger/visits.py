"""When which address was asked, what it said to come back with, and when it is its turn again: a watch's memory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select

from . import tables
from .store import Ledger, moment_of, stamp

AT_ONCE = 500
"""Addresses in one query: databases bound the number of parameters."""


@dataclass(frozen=True, slots=True)
class Visit:
    """How an address stands. ``kind``: feed or page; ``due``: its next turn; ``failures``: in a row; ``note``: why."""

    url: str
    kind: str
    first: datetime
    last: datetime
    due: datetime
    failures: int = 0
    etag: str | None = None
    modified: str | None = None
    payload: str | None = None
    note: str | None = None


def visit(ledger: Ledger, url: str) -> Visit | None:
    """How an address stands, if it was ever asked."""
    return next(iter(visits(ledger, [url])), None)


def visits(ledger: Ledger, urls: Iterable[str]) -> list[Visit]:
    """How these addresses stand, those that were ever asked, in their order."""
    t, wanted = tables.visit, list(urls)
    with ledger.reading() as db:
        rows = {r.url: r for r in db.execute(select(t).where(t.c.url.in_(wanted)))} if wanted else {}
    return [_visit(rows[u]) for u in wanted if u in rows]


def asked(ledger: Ledger, urls: Sequence[str]) -> set[str]:
    """Which of these addresses were ever asked."""
    t, found = tables.visit, set[str]()
    with ledger.reading() as db:
        for i in range(0, len(urls), AT_ONCE):
            found.update(db.execute(select(t.c.url).where(t.c.url.in_(urls[i : i + AT_ONCE]))).scalars())
    return found


def pages_due(ledger: Ledger, now: datetime) -> list[Visit]:
    """The pages whose turn it is, the longest waiting first."""
    t = tables.visit
    query = select(t).where(t.c.kind == "page", t.c.due <= stamp(now)).order_by(t.c.due, t.c.url)
    with ledger.reading() as db:
        return [_visit(r) for r in db.execute(query)]


def next_due(ledger: Ledger, feeds: Iterable[str]) -> datetime | None:
    """The first turn of any page, or of these feeds."""
    t, wanted = tables.visit, list(feeds)
    query = select(t.c.due).where((t.c.kind == "page") | t.c.url.in_(wanted)).order_by(t.c.due).limit(1)
    with ledger.reading() as db:
        found = db.execute(query).scalar()
    return moment_of(found) if found else None


def save(ledger: Ledger, made: Visit) -> None:
    """Keep how an address stands, in place of how it stood."""
    t = tables.visit
    row = {k: stamp(v) if isinstance(v, datetime) else v for k, v in asdict(made).items()}
    with ledger.writing() as db:
        db.execute(delete(t).where(t.c.url == made.url))
        db.execute(insert(t).values(row))


def _visit(row: object) -> Visit:
    values = {n: getattr(row, n) for n in Visit.__dataclass_fields__}
    for name in ("first", "last", "due"):
        values[name] = moment_of(values[name])
    return Visit(**values)
