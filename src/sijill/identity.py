"""Deterministic ids: short hashes of an article's content hash, a span and a kind; never positions or counters."""

from __future__ import annotations

import hashlib

LETTERS = {"statement": "s", "commitment": "c", "event": "e", "conflict": "x", "entity": "n", "site": "p", "timex": "t"}


def identify(kind: str, *parts: object) -> str:
    """An id for a thing of ``kind`` that ``parts`` determine: a letter for the kind and ten hex digits."""
    whole = "\0".join(str(p) for p in (kind, *parts))
    return LETTERS.get(kind, "i") + hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:10]
