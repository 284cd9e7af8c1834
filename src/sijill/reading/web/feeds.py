"""RSS and Atom feeds to articles, one an entry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...records import Article, Problem
from ..rows.jsonrecords import article

LARGEST = 50 << 20


def read_feed(name: str, data: bytes) -> Iterator[Article | Problem]:
    """The entries of a feed; a Problem where it is none. Entities are not expanded."""
    if len(data) > LARGEST:
        yield Problem(name, "reading", "too_large", f"{len(data):,} bytes, and a feed may have {LARGEST:,}; split it")
        return
    if b"<!entity" in data[:65536].lower():
        yield Problem(
            name, "reading", "entities", "it declares XML entities, which feeds do not need; remove them if you trust it"
        )
        return
    import feedparser

    feed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        why = str(feed.get("bozo_exception", "no entries")) if feed.get("bozo") else "no entries"
        yield Problem(name, "reading", "no_feed", f"this is no feed with entries ({why[:120]}); give RSS or Atom")
        return
    outlet = feed.feed.get("title")
    for number, entry in enumerate(feed.entries, 1):
        yield from _entry(f"{name}-{number}", entry, outlet)


def _entry(name: str, entry: Any, outlet: str | None) -> Iterator[Article | Problem]:
    content = " ".join(c.get("value") or "" for c in entry.get("content") or ()) or entry.get("summary") or ""
    row = {
        "text": plain(content),
        "title": plain(entry.get("title") or ""),
        "url": entry.get("link"),
        "outlet": outlet,
        "published": entry.get("published") or entry.get("updated"),
        "published_basis": "feed",
    }
    yield from article(str(entry.get("id") or entry.get("link") or name), row, {})


def plain(markup: str) -> str:
    """The text of a fragment of markup, a paragraph a line."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    from lxml import etree, html

    try:
        tree = html.fragment_fromstring(markup, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    etree.strip_elements(tree, "script", "style", with_tail=False)
    for tag in tree.iter("p", "br", "div", "li", "h2", "h3"):
        tag.tail = "\n" + (tag.tail or "")
    lines = (" ".join(line.split()) for line in tree.text_content().split("\n"))
    return "\n".join(line for line in lines if line)
