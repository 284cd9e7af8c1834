"""What makes two inputs the same article: its content, and the outlet that carries it."""

from __future__ import annotations

import hashlib


def digest(text: str, outlet: str | None = None, url: str | None = None) -> str:
    """The content hash of an article (hex, 32 digits). The same text in two outlets is two articles."""
    whole = "\0".join((text, outlet or "", "" if outlet else url or ""))
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:32]
