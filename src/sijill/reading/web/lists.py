"""Lists of addresses: what a feed links to, sitemaps (news sitemaps, indexes of sitemaps), OPML lists of feeds."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

import orjson

from ...records import Problem, Proof, Published
from ..markup import declares_entities, local, xml_events
from ..stamps import possible, stamp_day

LARGEST = 50 << 20
"""Bytes of a list: what the sitemap protocol allows."""
FEED = 8 << 20
"""Bytes of a feed, which is slower to read."""
MOST = 100_000
UNKNOWN = Published()
_ROOT = re.compile(rb"<(?![?!])(?:[\w.-]+:)?([\w.-]+)")


@dataclass(frozen=True, slots=True)
class Listed:
    """One address of a list. ``kind``: ``article``, ``list`` (of an index: another list) or ``feed`` (of an OPML file)."""

    address: str
    kind: str
    title: str | None = None
    published: Published = UNKNOWN
    id: str | None = None


def root_of(data: bytes) -> str:
    """The name of the first element of markup, lower case; "" where there is none."""
    m = _ROOT.search(data[:8192].replace(b"\0", b""))
    return m.group(1).decode("ascii", "replace").lower() if m else ""


def is_page(data: bytes) -> bool:
    """Whether ``data`` is a web page, whatever it is called."""
    head = data[:2048].lower()
    return root_of(data) in ("html", "head", "body") or b"<!doctype html" in head


def read_list(name: str, data: bytes, address: str | None = None) -> Iterator[Listed | Problem]:
    """The addresses that a feed, a sitemap or an OPML file lists, absolute, http and https only, each once.

    ``address``: where the list was fetched, against which relative addresses are read.
    """
    if len(data) > LARGEST:
        yield Problem(name, "reading", "too_large", f"{len(data):,} bytes, and a list may have {LARGEST:,}; split it")
        return
    if is_page(data):
        yield Problem(name, "reading", "no_feed", "this is a web page, not a feed or a sitemap; give the feed's own address")
        return
    if declares_entities(data):
        yield Problem(name, "reading", "entities", "it declares XML entities, which lists do not need; it is not read")
        return
    seen: set[str] = set()
    for found in _found(data):
        whole = _absolute(found.address, address)
        if whole and whole not in seen and len(seen) < MOST:
            seen.add(whole)
            yield Listed(whole, found.kind, found.title, found.published, found.id)
    if not seen:
        yield Problem(name, "reading", "no_feed", "no address is listed in it; give RSS, Atom, JSON Feed, a sitemap or OPML")


def _absolute(found: str, base: str | None) -> str | None:
    try:
        whole = urljoin(base or "", found.strip())
    except ValueError:
        return None
    return whole if whole.startswith(("http://", "https://")) and not re.search(r"\s", whole) else None


def _found(data: bytes) -> Iterator[Listed]:
    root = root_of(data)
    if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{":
        yield from _json_feed(data)
    elif root in ("urlset", "sitemapindex"):
        yield from _sitemap(data)
    elif root == "opml":
        yield from _opml(data)
    else:
        yield from _feed(data)


def _sitemap(data: bytes) -> Iterator[Listed]:
    """Addresses of a sitemap. What a news sitemap says of publication is a stamp; lastmod is none, pages change later."""
    values: dict[str, str] = {}
    for event, element in xml_events(data):
        tag = local(element)
        if event == "end" and tag in ("loc", "title", "publication_date"):
            values.setdefault(tag, (element.text or "").strip()[:2000])
        elif event == "end" and tag in ("url", "sitemap"):
            if values.get("loc"):
                kind = "list" if tag == "sitemap" else "article"
                yield Listed(values["loc"], kind, values.get("title"), _stamp(values.get("publication_date")))
            values = {}
            element.clear()


def _opml(data: bytes) -> Iterator[Listed]:
    for event, element in xml_events(data):
        if event == "start" and local(element) == "outline":
            found = {k.lower(): v for k, v in element.attrib.items()}
            if found.get("xmlurl"):
                yield Listed(found["xmlurl"], "feed", found.get("title") or found.get("text"))


def _json_feed(data: bytes) -> Iterator[Listed]:
    try:
        value = orjson.loads(data)
    except orjson.JSONDecodeError:
        return
    items = value.get("items") if isinstance(value, dict) else None
    for item in items if isinstance(items, list) else ():
        found = item if isinstance(item, dict) else {}
        where = found.get("url") or found.get("external_url")
        if isinstance(where, str):
            title, own = (found.get(k) if isinstance(found.get(k), str) else None for k in ("title", "id"))
            yield Listed(where, "article", title, _stamp(found.get("date_published")), own)


def _feed(data: bytes) -> Iterator[Listed]:
    if len(data) > FEED or data.count(b"<item") + data.count(b"<entry") > MOST // 5:
        return
    import feedparser

    try:
        entries = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False).entries
    except Exception:  # it raises what it likes for broken markup
        return
    for entry in entries:
        if entry.get("link"):
            stamp = entry.get("published") or entry.get("updated")
            yield Listed(str(entry.link), "article", entry.get("title"), _stamp(stamp), entry.get("id"))


def _stamp(value: Any) -> Published:
    day = stamp_day(value)
    return Published(day, day, "feed", (Proof(f"stamp {value}"),)) if possible(day) else UNKNOWN
