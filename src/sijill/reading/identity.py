"""What makes two inputs the same article: its content, and the outlet that carries it."""

from __future__ import annotations

import hashlib

from ..addresses import address_key


def digest(text: str, outlet: str | None = None, url: str | None = None) -> str:
    """The content hash of an article (hex, 32 digits). The same text in two outlets is two articles.

    Where no outlet is known its address stands for it, less what makes no difference in an address.
    """
    whole = "\0".join((text, outlet or "", "" if outlet else address_key(url) or url or ""))
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:32]
