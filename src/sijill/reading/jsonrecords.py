"""Records with ``id, outlet, url, published, title, text`` (``.json``, ``.jsonl``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import orjson

from ..records import Article, Problem, Proof, Published
from .chrome import chrome
from .identity import digest


def read_json(name: str, data: bytes) -> Iterator[Article | Problem]:
    """The record or list of records of a ``.json`` file."""
    whole = orjson.loads(data)
    if isinstance(whole, list):
        for n, row in enumerate(whole):
            yield article(str(row.get("id") or f"{name}-{n}"), row)
    else:
        yield article(name, whole)


def read_jsonl(name: str, lines: Iterator[bytes]) -> Iterator[Article | Problem]:
    """One record a line."""
    for n, line in enumerate(lines, 1):
        if line.strip():
            row = orjson.loads(line)
            yield article(str(row.get("id") or f"{name}-{n}"), row)


def article(name: str, row: Mapping[str, Any]) -> Article:
    """An article from one record."""
    text = row.get("text") or ""
    outlet, url = row.get("outlet"), row.get("url")
    return Article(
        name=name, text=text, outlet=outlet, url=url, title=row.get("title"), published=published(row),
        chrome=chrome(text), digest=digest(text, outlet, url),
    )  # fmt: skip


def published(row: Mapping[str, Any]) -> Published:
    """The day a record states: a source's or feed's stamp, a day in the address, or a crawl day (an upper bound)."""
    stamp, basis = row.get("published"), row.get("published_basis")
    if basis == "crawl" or (not stamp and row.get("crawled")):
        day = _day(row.get("crawled") or stamp)
        return Published(None, day, "inferred", (Proof(f"crawled on {day}"),)) if day else Published()
    day = _day(stamp)
    if day is None:
        return Published()
    return Published(day, day, {"url": "url", "feed": "feed"}.get(basis or "", "stated"))


def _day(stamp: Any) -> date | None:
    try:
        return date.fromisoformat(str(stamp)[:10])
    except ValueError:
        return None
