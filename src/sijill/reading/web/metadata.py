"""What a page's markup states of its article: JSON-LD (schema.org NewsArticle), OpenGraph, meta tags, ``<time>``.

Only stamps of publication count; a day that stands in an address, a copyright line or a comment is never taken from here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

import orjson

from ...records import Proof, Published
from ..chrome.datelines import line_day
from ..stamps import possible, stamp_day

ARTICLES = {
    "newsarticle",
    "article",
    "reportagenewsarticle",
    "analysisnewsarticle",
    "blogposting",
    "liveblogposting",
    "webpage",
}
PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "dcterms.created", "pubdate", "publishdate", "publish-date", "publication_date", "parsely-pub-date", "sailthru.date",
)  # fmt: skip
OUTLET = ("og:site_name", "application-name", "publisher", "dc.publisher", "twitter:site")
TITLE = ("og:title", "twitter:title", "dc.title", "title")
ADDRESS = ("og:url", "twitter:url")


LONGEST_STAMP, OTHERS = 120, 5
"""Characters of an element that shows a page's day, and words in it that are no part of a date."""
_DATED = re.compile(r"date|time|publish|posted|stamp")
_ASIDE = re.compile(r"foot|side-?bar|related|comment|latest|most|copyright|widget|ticker|weather|today|header|update")


class Head(NamedTuple):
    """What a page states of its article; None for what it does not state."""

    title: str | None
    outlet: str | None
    url: str | None
    published: Published


def head(tree: Any) -> Head:
    """The statements of a parsed page (an lxml element). Never raises for what the page holds."""
    metas = _metas(tree)
    linked = next(iter(sorted(_linked(tree), key=_rank)), {})
    stamps = [linked.get("datePublished"), *(metas[k] for k in PUBLISHED if k in metas), *_times(tree)]
    title = _text(linked.get("headline")) or _first(metas, TITLE) or _plain(tree.findtext(".//title"))
    outlet = _name(linked.get("publisher")) or _first(metas, OUTLET)
    url = _canonical(tree) or _first(metas, ADDRESS) or _text(linked.get("url"))
    published = _published(stamps)
    if published.latest is None:
        published = _visible(tree)
    return Head(title, outlet, url if url and url.startswith(("http://", "https://")) else None, published)


def _visible(tree: Any) -> Published:
    """The day in a short element that its class or id calls a date, outside of footers, sidebars and lists of other reports."""
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        called = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
        if _DATED.search(called) and not _ASIDE.search(called) and not _aside(element):
            line = " ".join(element.text_content().split())
            found = line_day(line) if 0 < len(line) <= LONGEST_STAMP and any(c.isdigit() for c in line) else None
            if found and possible(found.day) and found.others <= OTHERS:
                return Published(found.day, found.day, "stated", (Proof(f"stamp {line}"),))
    return Published()


def _aside(element: Any) -> bool:
    return any(
        a.tag in ("footer", "aside", "nav") or _ASIDE.search(f"{a.get('class') or ''} {a.get('id') or ''}".lower())
        for a in element.iterancestors()
        if isinstance(a.tag, str)
    )


def _metas(tree: Any) -> dict[str, str]:
    """Meta tags by lower-case property, name or itemprop; the first of each."""
    out: dict[str, str] = {}
    for tag in tree.iter("meta"):
        key = tag.get("property") or tag.get("name") or tag.get("itemprop")
        if key and tag.get("content"):
            out.setdefault(key.strip().lower(), tag.get("content").strip())
    return out


def _linked(tree: Any) -> Iterator[dict[str, Any]]:
    """The articles among the page's JSON-LD objects, graphs and lists opened; broken ones are passed over."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            value = orjson.loads((script.text_content() or "").strip().encode("utf-8", "replace"))
        except orjson.JSONDecodeError:
            continue
        yield from (x for x in _objects(value, 4) if _kinds(x) & ARTICLES)


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(value, list) and depth:
        for one in value[:50]:
            yield from _objects(one, depth - 1)
    elif isinstance(value, dict):
        yield value
        if depth:
            yield from _objects(value.get("@graph"), depth - 1)
            yield from _objects(value.get("mainEntity"), depth - 1)


def _kinds(x: Mapping[str, Any]) -> set[str]:
    kinds = x.get("@type")
    return {str(k).lower() for k in (kinds if isinstance(kinds, list) else [kinds])}


def _rank(x: Mapping[str, Any]) -> tuple[bool, bool]:
    """Articles before pages, those with a stamp before those without."""
    return (_kinds(x) == {"webpage"}, "datePublished" not in x)


def _times(tree: Any) -> Iterator[str]:
    """Stamps of ``<time>`` elements that say they are of publication, then of one that stands alone."""
    found = [t for t in tree.iter("time") if t.get("datetime")]
    marked = [
        t for t in found if t.get("pubdate") is not None or "publish" in (t.get("itemprop") or t.get("class") or "").lower()
    ]
    yield from (str(t.get("datetime")) for t in (marked or (found if len(found) == 1 else [])))


def _published(stamps: list[Any]) -> Published:
    for stamp in stamps:
        day: date | None = stamp_day(stamp)
        if day and possible(day):
            return Published(day, day, "stated", (Proof(f"stamp {stamp}"),))
    return Published()


def _canonical(tree: Any) -> str | None:
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split() and link.get("href"):
            return str(link.get("href")).strip()
    return None


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _first(metas: Mapping[str, str], keys: tuple[str, ...]) -> str | None:
    return next((_plain(metas[k]) for k in keys if metas.get(k)), None)


def _text(value: Any) -> str | None:
    return _plain(value) if isinstance(value, str) else None


def _plain(value: str | None) -> str | None:
    return " ".join(value.replace("\0", " ").split()) or None if value else None
