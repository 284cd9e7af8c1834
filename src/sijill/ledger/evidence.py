"""What came from the web: exchanges as they went over the wire, and the addresses that articles were met at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from sqlalchemy import func, insert, select

from ..addresses import address_key
from ..records import Article
from . import tables
from .store import Ledger, enter, stamp


def keep_exchange(ledger: Ledger, url: str, status: int, payload: str, warc: bytes, moment: datetime) -> bool:
    """Put an exchange in; False where the address's last one had the same status and body already."""
    t = tables.exchange
    last = select(t.c.status, t.c.payload).where(t.c.url == url).order_by(t.c.id.desc()).limit(1)
    with ledger.writing() as db:
        row = db.execute(last).first()
        if row is not None and (row.status, row.payload) == (status, payload):
            return False
        db.execute(insert(t).values(url=url, status=status, payload=payload, warc=warc, recorded=stamp(moment)))
    return True


def evidence(ledger: Ledger) -> Iterator[bytes]:
    """Every exchange as gzipped WARC records, in the order they were made; one after another they are a WARC file."""
    t = tables.exchange
    with ledger.reading() as db:
        for row in db.execute(select(t.c.warc).order_by(t.c.id)):
            yield row.warc


def meet(ledger: Ledger, digest: str, urls: Iterable[str], moment: datetime) -> None:
    """Note that an article was met at these addresses."""
    with ledger.writing() as db:
        enter(db, digest, urls, stamp(moment))


def addressed(ledger: Ledger, article: Article) -> list[str]:
    """The digests of the articles that were met at an address of ``article``, the newest last."""
    keys = [k for u in (article.url, *article.addresses) if (k := address_key(u))]
    a, t = tables.address, tables.article
    query = select(t.c.digest).join(a, a.c.digest == t.c.digest).where(a.c.key.in_(keys))
    with ledger.reading() as db:
        found = db.execute(query.distinct().order_by(t.c.recorded, t.c.name)).scalars().all() if keys else []
    return list(found)


def shared_addresses(ledger: Ledger) -> list[str]:
    """The digests of articles that have an address in common with another one."""
    a = tables.address
    shared = select(a.c.key).group_by(a.c.key).having(func.count(a.c.digest.distinct()) > 1)
    with ledger.reading() as db:
        return list(db.execute(select(a.c.digest).where(a.c.key.in_(shared)).distinct().order_by(a.c.digest)).scalars())


def see_again(ledger: Ledger, digest: str, moment: datetime) -> None:
    """Note that the address of a stored article shows this version of it again, after another one."""
    with ledger.writing() as db:
        db.execute(insert(tables.sighting).values(digest=digest, recorded=stamp(moment)))
