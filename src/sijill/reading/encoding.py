"""Bytes to text: UTF-8 with or without a mark, UTF-16, windows-1256."""

from __future__ import annotations

import codecs


def decode(data: bytes) -> str:
    """The text of ``data``. Raises UnicodeDecodeError where no encoding of Arabic text fits."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("windows-1256")
