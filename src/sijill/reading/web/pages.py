"""Saved web pages (``.html``, ``.mhtml``): the article's main text, and what the page states of it.

The text that offsets refer to is the main text, which the dossier carries. trafilatura finds it; what it lets through of
furniture is marked as in any other text.
"""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from datetime import date
from email import policy
from itertools import islice
from typing import Any

from ...records import Article, Problem
from ..admission import Stated, admit
from ..encoding import decode
from .metadata import body_of, head, lead_of
from .quick import quick_text, without

LARGEST = 30 << 20
"""Bytes of one page."""
SOURCE = 6_000_000
"""Characters of a page's source without the pictures in it; the largest pages of newspapers have two million."""
ELEMENTS = 20_000
"""Elements of a page that trafilatura is given: its time grows with their square."""
_EMBEDDED = re.compile(r"data:[\w/+.-]{1,60};base64,[A-Za-z0-9+/=\s]{200,}+")
SHORT = 300
"""Characters of a main text below which the page's own data is asked for more."""


def read_page(
    name: str, data: bytes, url: str | None = None, seen: date | None = None, quick: bool = False
) -> Iterator[Article | Problem]:
    """The article of a web page, found at ``url`` on the day ``seen``; a Problem where there is none in it.

    ``quick``: the main text is found by resiliparse, which is much faster and less careful (:mod:`.quick`).
    """
    if len(data) > LARGEST:
        yield Problem(
            name, "reading", "too_large", f"{len(data):,} bytes, and a page may have {LARGEST:,}; save the article's text"
        )
        return
    try:
        text, encoding, replaced = decode(data)  # what the bytes are; pages often declare something else
        text = _EMBEDDED.sub("data:,", text)
        tree = parse(text)
    except (UnicodeDecodeError, LookupError, ValueError) as e:
        yield Problem(name, "reading", "undecodable", f"no encoding of Arabic text fits ({e}); save the page as UTF-8")
        return
    trouble = _too_much(name, text, tree, quick)
    if trouble:
        yield trouble
        return
    body = "" if tree is None else quick_text(text) if quick else main_text(text)
    body = body if tree is None or len(body) >= SHORT else _longer(body, body_of(tree))
    lead = lead_of(tree, body) if body.strip() else ""
    body = f"{lead}\n{body}" if lead else body
    if not body.strip() or tree is None:
        message = "no article's text is found in this page; save the article's own page, or its text"
        yield Problem(name, "reading", "no_article", message)
        return
    stated = head(tree)
    known = Stated(stated.outlet, stated.url or url, stated.title, stated.published, seen, stated.byline)
    yield from admit(name, body, known, encoding, replaced)


def _too_much(name: str, text: str, tree: Any, quick: bool) -> Problem | None:
    """Why a page is too large to be read in reasonable time, if it is."""
    if len(text) > SOURCE:
        message = f"{len(text):,} characters of source, and a page may have {SOURCE:,}; save the article's text"
        return Problem(name, "reading", "too_large", message)
    if tree is not None and not quick and sum(1 for _ in islice(tree.iter(), ELEMENTS + 1)) > ELEMENTS:
        message = f"more than {ELEMENTS:,} elements; read it with --quick, or save the article's text"
        return Problem(name, "reading", "too_large", message)
    return None


def _longer(found: str, stated: str) -> str:
    """The text that the page's own data carries, where the page shows hardly any (it is drawn by scripts)."""
    return stated if len(stated) > 2 * len(found) else found


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
    return without(text)
