"""Whole-page text as saved from a browser (``.txt``): one article, furniture marked as chrome."""

from __future__ import annotations

from ..records import Article
from .chrome import chrome
from .encoding import decode
from .identity import digest


def read_plain(name: str, data: bytes) -> Article:
    """The article in a text file; its text is the decoded content as it is."""
    text = decode(data)
    return Article(name=name, text=text, chrome=chrome(text), digest=digest(text))
