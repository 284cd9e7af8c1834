"""What a page's markup states of its article: JSON-LD (schema.org NewsArticle), OpenGraph, meta tags, ``<time>``.

Only stamps of publication count; a day that stands in an address, a copyright line or a comment is never taken from here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

import orjson

from ...language.orthography import fold_word
from ...records import Proof, Published
from ..admission import names_in, signed
from ..chrome.datelines import line_day
from ..markup import clean, plain
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
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc:date", "dc:created",
    "schema:datepublished", "dc.date.issued",
    "dcterms.created", "pubdate", "publishdate", "publish-date", "publication_date", "parsely-pub-date", "sailthru.date",
)  # fmt: skip
OUTLET = ("og:site_name", "application-name", "publisher", "dc.publisher", "twitter:site")
TITLE = ("og:title", "twitter:title", "dc.title", "title")
ADDRESS = ("og:url", "twitter:url")
AUTHOR = ("author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator")


LONGEST_STAMP, OTHERS = 120, 5
"""Characters of an element that shows a page's day, and words in it that are no part of a date."""
SHORTEST_LEAD, LONGEST_LEAD = 12, 90
"""Words of a lead paragraph; a shorter one is a subtitle."""
_LEAD = re.compile(
    r"(?:^|[ _-])(?:lead|lede|intro|introduction|standfirst|chapo|sapo|teaser-text|article-summary|deck)(?:$|[ _-])"
)
_PARTED = re.compile(r"\s*[|\u00bb\u00ab]\s*|\s+[-\u2013\u2014]\s+|:\s+")
NEAR = 12
"""Elements after a page's heading among which its day may stand."""
_DATED = re.compile(r"date|time|publish|posted|stamp")
_ASIDE = re.compile(r"foot|side-?bar|related|comment|latest|most|copyright|widget|ticker|weather|today|header|update")


class Head(NamedTuple):
    """What a page states of its article; None for what it does not state."""

    title: str | None
    outlet: str | None
    url: str | None
    published: Published
    byline: tuple[str, ...] = ()


def head(tree: Any) -> Head:
    """The statements of a parsed page (an lxml element). Never raises for what the page holds."""
    metas = _metas(tree)
    linked = next(iter(sorted(_linked(tree), key=_rank)), {})
    stamps = [linked.get("datePublished"), *(metas[k] for k in PUBLISHED if k in metas), *_times(tree)]
    title = clean(linked.get("headline")) or _first(metas, TITLE) or clean(tree.findtext(".//title"))
    outlet = _name(linked.get("publisher")) or _first(metas, OUTLET)
    title = _bare(title, outlet)
    url = _canonical(tree) or _first(metas, ADDRESS) or clean(linked.get("url"))
    published = _published(stamps)
    if published.latest is None:
        published = _visible(tree)
    if published.latest is None:
        published = _below_title(tree, title)
    url = url if url and url.startswith(("http://", "https://")) else None
    return Head(title, outlet, url, published, _signers(tree, metas, linked, outlet))


def _signers(tree: Any, metas: Mapping[str, str], linked: Mapping[str, Any], outlet: str | None) -> tuple[str, ...]:
    """Who the page says wrote it: its JSON-LD, else a meta tag, else the first element marked as the author's.

    The first of these that names a writer counts: often one of them has the outlet, or the address of a profile.
    """
    stated = ([plain(n) for n in names_in(linked.get("author"))], *([plain(metas[k])] for k in AUTHOR if k in metas))
    found = next((names for names in stated if signed(names, outlet)), None)
    return tuple(islice(_marked(tree), 1) if found is None else found)


def _marked(tree: Any) -> Iterator[str]:
    """The words of elements marked as the author's (``rel="author"``, ``itemprop="author"``) outside of asides."""
    for element in tree.iter("a", "span", "div", "p", "address"):
        marks = f"{element.get('rel') or ''} {element.get('itemprop') or ''}".lower().split()
        if "author" in marks and not _aside(element):
            named = next((e for e in element.iter() if "name" in (e.get("itemprop") or "").lower().split()), element)
            words = " ".join(named.text_content().split())
            if words:
                yield words


def _bare(title: str | None, outlet: str | None) -> str | None:
    """A title without the outlet's name that many pages put before or after it."""
    parts = _PARTED.split(title) if title and outlet else []
    names = {" ".join(fold_word(n).split()) for n in (outlet or "",)}
    kept = [p for p in (parts[0], parts[-1]) if fold_word(p).strip() in names] if len(parts) > 1 else []
    if not kept or title is None:
        return title
    bare = title.removeprefix(parts[0]) if kept[0] == parts[0] else title.removesuffix(parts[-1])
    return bare.strip(" |-\u2013\u2014:\u00bb\u00ab") or title


def _visible(tree: Any) -> Published:
    """The day in a short element that its class or id calls a date, outside of footers, sidebars and lists of other reports."""
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        if _DATED.search(_called(element)) and not _ASIDE.search(_called(element)) and not _aside(element):
            line = " ".join(element.text_content().split())
            found = line_day(line) if 0 < len(line) <= LONGEST_STAMP and any(c.isdigit() for c in line) else None
            if found and possible(found.day) and found.others <= OTHERS:
                return Published(found.day, found.day, "stated", (Proof(f"stamp {line}"),))
    return Published()


def _below_title(tree: Any, title: str | None) -> Published:
    """The day in a short element right after the page's heading, or after the title's words where it has none."""
    shown = ((h, " ".join(h.text_content().split())) for h in tree.iter("h1", "h2", "h3"))
    headings = [h for h, t in shown if len(t.split()) >= 3 and (title is None or t in title or title in t)]
    if not headings and title:
        shown = (
            e for e in tree.iter("b", "strong", "font", "span", "td", "div") if e.text and title in " ".join(e.text.split())
        )
        headings = list(islice(shown, 1))
    for heading in headings:
        for _, element in zip(range(NEAR), _after(heading), strict=False):
            own = isinstance(element.tag, str) and not _ASIDE.search(_called(element)) and not _aside(element)
            line = " ".join(element.text_content().split()) if own else ""
            found = line_day(line) if 0 < len(line) <= LONGEST_STAMP and any(c.isdigit() for c in line) else None
            if found and possible(found.day) and found.others <= OTHERS:
                return Published(found.day, found.day, "stated", (Proof(f"stamp {line}"),))
        return Published()
    return Published()


def _after(element: Any) -> Iterator[Any]:
    """The elements after ``element`` in the order of the page."""
    while element is not None:
        for sibling in element.itersiblings():
            yield from sibling.iter()
        element = element.getparent()


def lead_of(tree: Any, body: str) -> str:
    """The paragraph that stands under the title and above the text, where ``body``, the main text, lacks it; else ""."""
    for element in tree.iter("p", "div", "h2", "h3"):
        if _LEAD.search(_called(element)) and not _ASIDE.search(_called(element)) and not _aside(element):
            line = " ".join(element.text_content().split())
            if SHORTEST_LEAD <= len(line.split()) <= LONGEST_LEAD and line not in body and _links(element) * 2 < len(line):
                return line
    return ""


def _links(element: Any) -> int:
    return sum(len(a.text_content()) for a in element.iter("a"))


def body_of(tree: Any) -> str:
    """The text that the page's JSON-LD carries as the article's body; "" where it carries none."""
    bodies = [x["articleBody"] for x in _linked(tree) if isinstance(x.get("articleBody"), str)]
    return plain(max(bodies, key=len)) if bodies else ""


def _called(element: Any) -> str:
    """An element's class and id; Blogger calls a post's day "date-header" and the column of its posts "widget Blog"."""
    called = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    return called.replace("date-header", "date").replace("widget blog", "blog")


def _aside(element: Any) -> bool:
    return any(
        a.tag in ("footer", "aside", "nav") or _ASIDE.search(_called(a))
        for a in element.iterancestors()
        if isinstance(a.tag, str)
    )


def _metas(tree: Any) -> dict[str, str]:
    """Meta tags by lower-case property, name or itemprop; the first of each."""
    out: dict[str, str] = {}
    for tag in tree.iter("meta", "span", "div", "abbr"):
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
    return clean(value.get("name")) if isinstance(value, dict) else clean(value)


def _first(metas: Mapping[str, str], keys: tuple[str, ...]) -> str | None:
    return next((clean(metas[k]) for k in keys if metas.get(k)), None)
