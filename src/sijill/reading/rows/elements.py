"""The elements of a JSON list too long to be held whole: cut apart by their brackets, in bounded memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

CHUNK = 1 << 20
_STEP = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[\[\]{},"]', re.DOTALL)
"""A whole string, a mark that opens, closes or parts, or the beginning of a string that ends in a later chunk."""


def elements(stream: BinaryIO, most: int) -> Iterator[bytes | str]:
    """The bytes of each element of the first list in ``stream`` (the whole, or a member of an object).

    Ends with a string that says what is wrong where there is no list, it does not end, or one element has more than
    ``most`` bytes.
    """
    buffer = stream.read(CHUNK)
    while b"[" not in buffer and len(buffer) < CHUNK and (more := stream.read(CHUNK)):
        buffer += more
    pos = buffer.find(b"[")
    if pos < 0:
        yield "there is no list in it"
        return
    begin = pos = pos + 1
    depth = 0
    while True:
        last = pos
        for m in _STEP.finditer(buffer, pos):
            if m.group() == b'"':
                last = m.start()
                break
            sign, last = m.group()[:1], m.end()
            if sign in (b"{", b"["):
                depth += 1
            elif depth and sign in (b"}", b"]"):
                depth -= 1
            elif not depth and sign in (b",", b"]", b"}"):
                if buffer[begin : m.start()].strip():
                    yield buffer[begin : m.start()]
                begin = m.end()
                if sign != b",":
                    return
        more = stream.read(CHUNK)
        if not more or len(buffer) - begin > most:
            yield "the list does not end" if not more else f"it has more than {most:,} bytes"
            return
        pos = (last if last > begin else begin) - begin
        buffer = buffer[begin:] + more
        begin = 0
