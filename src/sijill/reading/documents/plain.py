"""Whole-page text as saved from a browser (``.txt``): one article, furniture marked as chrome."""

from __future__ import annotations

from collections.abc import Iterator

from ...records import Article, Problem
from ..admission import LONGEST, Stated, admit, too_long
from ..encoding import decode

LARGEST = 8 * LONGEST
"""Bytes: what no text of the allowed length can exceed, even when its UTF-8 was encoded twice."""


def read_plain(name: str, data: bytes, stated: Stated | None = None) -> Iterator[Article | Problem]:
    """The article in a text file; its text is the decoded content as it is (NULs become spaces)."""
    if len(data) > LARGEST:
        yield too_long(name, len(data), "bytes")
        return
    try:
        text, encoding, replaced = decode(data)
    except UnicodeDecodeError as e:
        message = f"no encoding of Arabic text fits ({e.reason}); save it as UTF-8"
        yield Problem(name, "reading", "undecodable", message)
        return
    yield from admit(name, text, stated or Stated(), encoding, replaced, page=True)
