"""Bytes to text: UTF-8 with or without a mark, UTF-16 likewise, windows-1256 and ISO-8859-6 told apart by their words."""

from __future__ import annotations

import codecs
from functools import cache
from typing import NamedTuple

from ..language.tables import table

SAMPLE = 1 << 16
DAMAGED = 0.005
"""The most bad bytes, by share, with which a text still counts as UTF-8."""


class Decoded(NamedTuple):
    """A text, the encoding it was read in, and how many of its bytes were replaced because they fit nothing."""

    text: str
    encoding: str
    replaced: int = 0


def decode(data: bytes) -> Decoded:
    """The text of ``data``. Raises UnicodeDecodeError where no encoding of Arabic text fits."""
    for mark, name in ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            return _lenient(data, name)
    wide = _wide(data[:SAMPLE])
    if wide:
        return _lenient(data, wide)
    try:
        return Decoded(_once(data.decode("utf-8")), "utf-8")
    except UnicodeDecodeError:
        pass
    loose = data.decode("utf-8", "replace")
    bad = loose.count("\ufffd")
    if bad <= max(1, DAMAGED * len(loose)) and any(ord(c) > 0x7F and c != "\ufffd" for c in loose[:SAMPLE]):
        return Decoded(loose, "utf-8", bad)
    return _single_byte(data)


def _lenient(data: bytes, name: str) -> Decoded:
    """Marked text: a torn last character or a lone surrogate does not spoil the rest."""
    try:
        return Decoded(data.decode(name), name)
    except UnicodeDecodeError:
        text = data.decode(name, "replace")
        if text.count("\ufffd") > max(2, DAMAGED * len(text)):
            raise
        return Decoded(text, name, text.count("\ufffd"))


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: every second byte is the Arabic (or Latin) page number."""
    if len(head) < 8:
        return None
    even, odd = head[0::2], head[1::2]
    high = [sum(map(side.count, (0x00, 0x06, 0x20))) / len(side) for side in (even, odd)]
    low = [len(set(side)) for side in (even, odd)]
    if high[1] > 0.9 and low[1] < low[0] and high[0] < 0.7:
        return "utf-16-le"
    if high[0] > 0.9 and low[0] < low[1] and high[1] < 0.7:
        return "utf-16-be"
    return None


def _once(text: str) -> str:
    """``text`` itself, or what it was before somebody took its UTF-8 for windows-1252 and encoded it again."""
    head = text[:SAMPLE]
    if 4 * (head.count("\u00d8") + head.count("\u00d9")) < len(head) or not head:
        return text
    for name in ("windows-1252", "latin-1"):
        try:
            return text.encode(name).decode("utf-8")
        except UnicodeError:
            continue
    return text


def _single_byte(data: bytes) -> Decoded:
    """The Arabic code page in which the text has most of the words that every Arabic text has."""
    best, score = None, 0
    for name in ("windows-1256", "iso-8859-6"):
        text = data.decode(name, "replace")
        found = sum(word in _frequent() for word in text[:SAMPLE].split())
        if best is None or found > score:
            best, score = Decoded(text, name, text.count("\ufffd")), found
    assert best is not None
    if not score and best.replaced > DAMAGED * len(best.text):
        raise UnicodeDecodeError("windows-1256", data, 0, min(len(data), 1), "no encoding of Arabic text fits")
    return best


@cache
def _frequent() -> frozenset[str]:
    return frozenset(table("languages")["words"]["ar"])
