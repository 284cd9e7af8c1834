"""An address into the ledger: fetched, its exchanges kept as evidence, its article read as a file's would be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import unquote, urlsplit

from ..fetching import Answer, Fetcher
from ..fetching.evidence import payload_digest, warc
from ..ledger import Ledger
from ..ledger.evidence import addressed, keep_exchange
from ..ledger.visits import Visit, save, visit
from ..reading.inputs import HEAD, kind_of_response
from ..reading.responses import read_response
from ..records import Article, Problem, Published

LONGEST_NAME = 60
LISTS = (".rss", ".atom", ".xml", ".jsonl", ".zip", ".warc", ".gz", ".mbox", ".csv")
"""Kinds that hold several articles: their address is not one of the articles'."""
FIRST_TURN = timedelta(hours=1)
"""When a page that a person added is looked at again, by a watch that is run on the ledger."""


def fetched(ledger: Ledger, fetcher: Fetcher, addresses: Iterable[str]) -> Iterator[Article | Problem]:
    """The articles at these addresses, each fetched and kept as evidence; what has not changed comes out of the ledger.

    An address counts as read only when the next article is asked for, so that a stop in between loses nothing.
    """
    for address in addresses:
        before, known = visit(ledger, address), _standing(ledger, address)
        etag, modified = (before.etag, before.modified) if before and known else (None, None)
        answer = fetcher.fetch(address, etag, modified)
        keep(ledger, answer)
        if answer.status == 304 and known:
            yield known
        else:
            yield from articles(answer, fetcher.now())
        now = fetcher.now()
        save(ledger, visited(before, answer, "page", now, now + FIRST_TURN))


def keep(ledger: Ledger, answer: Answer) -> None:
    """Put what an answer came in into the ledger: each whole exchange with a body or a redirect that is new there."""
    for x in answer.exchanges:
        if x.status != 304 and x.whole:
            keep_exchange(ledger, x.url, x.status, payload_digest([x]), warc(x), x.moment)


def articles(answer: Answer, now: datetime, published: Published | None = None) -> Iterator[Article | Problem]:
    """What is in an answer. ``published``: the day that a feed gives, for a page that states none."""
    if answer.problem is not None:
        yield answer.problem
        return
    kind = kind_of_response(answer.headers.get("content-type", ""), answer.data[:HEAD])
    alone = kind not in LISTS
    for item in read_response(named(answer.final), answer.data, answer.headers, answer.final, seen=now.date()):
        if isinstance(item, Problem):
            yield replace(item, article=answer.address) if alone else item
            continue
        if alone:
            others = dict.fromkeys((*item.addresses, answer.address, answer.final))
            item = replace(item, addresses=tuple(a for a in others if a != item.url))
        if published is not None and published.latest and item.published.basis in ("unknown", "inferred"):
            item = replace(item, published=published)
        yield item


def named(address: str) -> str:
    """A short name for what is at an address: its host and the last part of its path."""
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    path = [p for p in unquote(parts.path).split("/") if p]
    tail = re.sub(r"\.(?:html?|php|aspx?)$", "", path[-1]) if path else ""
    whole = "-".join(x for x in (host, tail, unquote(parts.query) if len(tail) < 8 else "") if x)
    return re.sub(r"[^\w.]+", "-", whole).strip("-.")[:LONGEST_NAME] or "page"


def visited(before: Visit | None, answer: Answer, kind: str, now: datetime, due: datetime) -> Visit:
    """How an address stands after an answer: what to ask with next time, and how often it failed."""
    if answer.problem is None and answer.status == 304 and before is not None:
        return replace(before, last=now, due=due, failures=0, note=None)
    first = before.first if before else now
    if answer.problem is not None:
        failures = (before.failures if before else 0) + 1
        old = (before.etag, before.modified, before.payload) if before else (None, None, None)
        return Visit(answer.address, kind, first, now, due, failures, *old, note=answer.problem.code)
    etag, modified = answer.headers.get("etag"), answer.headers.get("last-modified")
    return Visit(answer.address, kind, first, now, due, 0, etag, modified, payload_digest(answer.exchanges))


def _standing(ledger: Ledger, address: str) -> Article | None:
    """The article that is known at an address: of its versions the last one."""
    digests = addressed(ledger, Article("", "", url=address))
    return ledger.named(digests[-1]) if digests else None
