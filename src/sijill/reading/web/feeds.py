"""RSS and Atom feeds to articles, one an entry."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from email.utils import parseaddr
from typing import Any

from ...records import Article, Problem, Proof, Published
from ..admission import Stated, admit, names_in
from ..markup import clean, declares_entities, plain
from ..stamps import believed
from .lists import is_page

LARGEST = 8 << 20
ENTRIES = 20_000


def read_feed(name: str, data: bytes) -> Iterator[Article | Problem]:
    """The entries of a feed; a Problem where it is none. Entities are not expanded."""
    if len(data) > LARGEST:
        yield Problem(name, "reading", "too_large", f"{len(data):,} bytes, and a feed may have {LARGEST:,}; split it")
        return
    if data.count(b"<item") + data.count(b"<entry") > ENTRIES:
        yield Problem(name, "reading", "too_large", f"more than {ENTRIES:,} entries, which no feed has; split it")
        return
    if is_page(data):
        yield Problem(
            name, "reading", "no_feed", "this is a web page, not a feed; give the feed's address, or save it as .html"
        )
        return
    if declares_entities(data):
        yield Problem(
            name, "reading", "entities", "it declares XML entities, which feeds do not need; remove them if you trust it"
        )
        return
    import feedparser

    try:
        feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except Exception as e:  # it raises what it likes for broken markup
        yield Problem(name, "reading", "no_feed", f"this is no feed that can be read ({type(e).__name__}); fetch it again")
        return
    if not feed.entries:
        why = str(feed.get("bozo_exception", "no entries")) if feed.get("bozo") else "no entries"
        yield Problem(name, "reading", "no_feed", f"this is no feed with entries ({why[:120]}); give RSS or Atom")
        return
    outlet = feed.feed.get("title")
    for number, entry in enumerate(feed.entries, 1):
        yield from _entry(f"{name}-{number}", entry, outlet)


def _entry(name: str, entry: Any, outlet: str | None) -> Iterator[Article | Problem]:
    content = " ".join(c.get("value") or "" for c in entry.get("content") or ()) or entry.get("summary") or ""
    link = entry.get("link")
    called = str(entry.get("id") or link or name)
    stamp = entry.get("published") or entry.get("updated")
    yield from _admit(called, content, entry.get("title"), link, outlet, stamp, _authors(entry))


def _authors(entry: Any) -> list[str]:
    """The names of an entry's authors; RSS has them in brackets after an address, or alone as dc:creator."""
    whole = str(entry.get("author") or "")
    if "@" in whole.partition("(")[0]:  # feedparser cuts an address of a long last part in two and takes its end for a name
        return [parseaddr(whole)[0]]
    return names_in(list(entry.get("authors") or ())) or [whole]


def read_json_feed(name: str, feed: Mapping[str, Any]) -> Iterator[Article | Problem]:
    """The items of a JSON Feed (1.0 or 1.1) as parsed."""
    items = feed.get("items")
    rows = [x for x in items if isinstance(x, Mapping)] if isinstance(items, list) else []
    if not rows:
        yield Problem(name, "reading", "no_feed", "this JSON Feed has no items; fetch it again")
    for number, row in enumerate(rows, 1):
        value = {k: v for k, v in row.items() if isinstance(v, str)}
        content = value.get("content_html") or value.get("content_text") or value.get("summary") or ""
        link = value.get("url") or value.get("external_url")
        called = value.get("id") or link or f"{name}-{number}"
        title = feed.get("title")
        outlet = title if isinstance(title, str) else None
        authors = names_in(row.get("authors") or row.get("author"))
        yield from _admit(called, content, value.get("title"), link, outlet, value.get("date_published"), authors)


def _admit(
    name: str, content: str, title: str | None, link: str | None, outlet: str | None, stamp: str | None, authors: Sequence[str]
) -> Iterator[Article | Problem]:
    problems: list[Problem] = []
    day = believed(name, "published", stamp, problems)
    yield from problems
    published = Published(day, day, "feed", (Proof(f"stamp {stamp}"),)) if day else Published()
    stated = Stated(clean(outlet), clean(link), clean(plain(title or "")), published, byline=[plain(a) for a in authors])
    yield from admit(name, plain(content), stated)
