"""Saved web pages (``.html``, ``.mhtml``): the article's main text, and what the page states of it.

The text that offsets refer to is the main text, which the dossier carries. trafilatura finds it; what it lets through of
furniture is marked as in any other text.
"""

from __future__ import annotations

import email
from collections.abc import Iterator, Sequence
from datetime import date
from email import policy
from typing import Any

from ...records import Article, Problem, Span
from ..admission import Stated, admit
from ..chrome import chrome
from ..encoding import decode
from .metadata import head

LARGEST = 30 << 20
"""Bytes of one page."""


def read_page(name: str, data: bytes, url: str | None = None, seen: date | None = None) -> Iterator[Article | Problem]:
    """The article of a web page, found at ``url`` on the day ``seen``; a Problem where there is none in it."""
    if len(data) > LARGEST:
        yield Problem(
            name, "reading", "too_large", f"{len(data):,} bytes, and a page may have {LARGEST:,}; save the article's text"
        )
        return
    try:
        text, encoding, replaced = decode(data)  # what the bytes are; pages often declare something else
        tree = parse(text)
    except (UnicodeDecodeError, LookupError, ValueError) as e:
        yield Problem(name, "reading", "undecodable", f"no encoding of Arabic text fits ({e}); save the page as UTF-8")
        return
    body = main_text(text) if tree is not None else ""
    if not body.strip() or tree is None:
        message = "no article's text is found in this page; save the article's own page, or its text"
        yield Problem(name, "reading", "no_article", message)
        return
    stated = head(tree)
    known = Stated(stated.outlet, stated.url or url, stated.title, stated.published, seen)
    yield from admit(name, body, known, encoding, replaced)


def read_mhtml(name: str, data: bytes) -> Iterator[Article | Problem]:
    """The article of a page saved as one MIME file."""
    message = email.message_from_bytes(data[:LARGEST], policy=policy.compat32)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                yield from read_page(name, payload, message.get("Snapshot-Content-Location"))
                return
    yield Problem(name, "reading", "no_article", "there is no page in this MIME file; save it again as .html")


def parse(text: str) -> Any:
    """The page as a tree; None where there is nothing in it. Loads nothing from anywhere."""
    from lxml import etree, html

    if not text.strip():
        return None
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def main_text(text: str) -> str:
    """The main text of a page's source, a paragraph a line; "" where none is found."""
    import trafilatura

    found = trafilatura.extract(
        text, include_comments=False, include_tables=False, include_images=False, include_links=False, favor_precision=False,
        deduplicate=False, output_format="txt",
    )  # fmt: skip
    text = str(found) if found else ""
    return _without(text, chrome(text))


def _without(text: str, furniture: Sequence[Span]) -> str:
    """``text`` less its furniture: here the text is ours, so that what is no article need not stay in it."""
    kept, pos = [], 0
    for start, end in furniture:
        kept.append(text[pos:start])
        pos = end
    whole = "".join([*kept, text[pos:]])
    return "\n".join(line for line in whole.split("\n") if line.strip())
