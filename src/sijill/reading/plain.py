"""Whole-page text as saved from a browser (``.txt``): one article, furniture marked as chrome."""

from __future__ import annotations

from collections.abc import Iterator

from ..records import Article, Problem
from .chrome import chrome, masthead
from .encoding import decode
from .identity import digest
from .inspection import fatal, warnings


def read_plain(name: str, data: bytes) -> Iterator[Article | Problem]:
    """The article in a text file; its text is the decoded content as it is (NULs become spaces)."""
    try:
        text, encoding, replaced = decode(data)
    except UnicodeDecodeError as e:
        message = f"no encoding of Arabic text fits ({e.reason}); save it as UTF-8"
        yield Problem(name, "reading", "undecodable", message)
        return
    trouble = fatal(name, text)
    if trouble:
        yield trouble
        return
    yield from warnings(name, text, encoding, replaced)
    text = text.replace("\0", " ")
    furniture = chrome(text)
    head = masthead(text, furniture)
    yield Article(
        name=name, text=text, outlet=head.outlet, url=head.url, title=head.title, chrome=furniture, published=head.published,
        digest=digest(text),
    )  # fmt: skip
