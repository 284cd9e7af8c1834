"""NewsML-G2, the IPTC's news in XML: news items, alone or in a message."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...records import Article, Problem
from ..markup import declares_entities, local, plain, xml_root
from .items import Item, admit_item

LARGEST = 32 << 20
_SIGNED = ("by", "byline", "creator")
"""Where a byline stands: the content's metadata, NITF's line, then who is said to have made it."""
_STAMPS = ("versioncreated", "firstcreated", "contentcreated")


def read_newsml(name: str, data: bytes) -> Iterator[Article | Problem]:
    """The articles of a NewsML-G2 document, each called by its ``guid``; ``infoSource``s are credited."""
    if len(data) > LARGEST:
        yield Problem(name, "reading", "too_large", f"{len(data):,} bytes, and a message may have {LARGEST:,}; split it")
        return
    if declares_entities(data):
        yield Problem(name, "reading", "entities", "it declares XML entities, which news does not need; it is not read")
        return
    root = xml_root(data)
    found = [e for e in root.iter() if local(e) == "newsitem"] if root is not None else []
    if not found:
        yield Problem(name, "reading", "no_article", "there is no newsItem in it; give NewsML-G2 with its text")
    for n, element in enumerate(found, 1):
        called = element.get("guid") or (name if len(found) == 1 else f"{name}-{n}")
        yield from admit_item(_item(called, element))


def _item(name: str, element: Any) -> Item:
    values: dict[str, list[Any]] = {}
    for child in element.iter():
        values.setdefault(local(child), []).append(child)
    texts = [t for key in ("inlinexml", "inlinedata") for t in (_inline(e) for e in values.get(key, ())) if t]
    address = next((e.get("href") for key in ("link", "remotecontent") for e in values.get(key, ()) if e.get("href")), None)
    return Item(
        name=name,
        text=texts[0] if texts else "",
        title=next((t for key in ("headline", "hl1", "title") for t in map(_words, values.get(key, ())) if t), None),
        url=address if address and address.startswith(("http://", "https://")) else None,
        stamp=next((e.text for key in _STAMPS for e in values.get(key, ()) if e.text), None),
        sources=[n for key in ("infosource", "creditline") for n in map(_called, values.get(key, ())) if n],
        provider=next((n for n in map(_called, values.get("provider", ())) if n), None),
        status=next((e.get("qcode") or "usable" for e in values.get("pubstatus", ())), "usable"),
        byline=next((found for key in _SIGNED if (found := [n for e in values.get(key, ()) if (n := _signer(e))])), ()),
    )


def _inline(element: Any) -> str:
    """The text of inline content: of NITF and XHTML only the body, not the head's titles and dates."""
    from lxml import etree

    inner = next((e for e in element.iter() if local(e) in ("body.content", "body")), element)
    inner = next((e for e in inner.iter() if local(e) == "body.content"), inner)
    for child in inner.iter():
        if local(child):
            child.tag = local(child)  # a prefix would hide a paragraph from the reader of HTML
    if len(inner) == 0:
        return plain(inner.text or "")
    return plain("".join([inner.text or "", *(etree.tostring(child, encoding="unicode") for child in inner)]))


def _signer(element: Any) -> str:
    """Who signed: a line as it stands; of a ``creator`` its name, which a code does not tell."""
    name = next((_words(e) for e in element.iter() if local(e) == "name"), "")
    return name if local(element) == "creator" else _words(element)


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _called(element: Any) -> str:
    """Who an element names: its ``name`` child, else its own words, else its literal or the end of its code."""
    name = next((_words(e) for e in element.iter() if local(e) == "name"), "")
    return name or _words(element) or element.get("literal") or str(element.get("qcode") or "").rpartition(":")[2]
