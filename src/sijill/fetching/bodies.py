"""Reading a response within limits: a slow, an endless and a packed body all end in a value, never in a hang."""

from __future__ import annotations

import socket
import threading
import time
import zlib
from contextlib import suppress
from http.client import HTTPException
from types import TracebackType
from typing import NamedTuple, Protocol, Self

from urllib3.connection import HTTPConnection
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse, HTTPResponse

PIECE = 1 << 16
PACKED = {"gzip": 31, "x-gzip": 31, "deflate": 15}
"""zlib's window bits by content encoding."""


class Overrun(NamedTuple):
    """Why a body is not taken: a Problem's code and what happened."""

    code: str
    why: str


class Most(Protocol):
    """The limits that a body is read under."""

    @property
    def sent(self) -> int:
        """Bytes as sent."""
        ...

    @property
    def whole(self) -> float:
        """Seconds from the request to the last byte."""
        ...


class Body:
    """One connection's time: whatever it is doing when its time is over, its socket is shut down under it."""

    def __init__(self, connection: HTTPConnection, most: Most) -> None:
        self._connection, self._most = connection, most
        self._end = time.monotonic() + most.whole
        self._timer = threading.Timer(most.whole, self._shut)
        self._timer.daemon = True
        self.late = False

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, e: BaseException | None, trace: TracebackType | None) -> None:
        self._timer.cancel()
        self._connection.close()

    def _shut(self) -> None:
        self.late = True
        sock = self._connection.sock
        if sock is not None:
            with suppress(OSError):
                socket.socket.shutdown(sock, socket.SHUT_RDWR)  # TLS or not: the reader wakes up at once

    def read(self, response: BaseHTTPResponse) -> tuple[bytes, Overrun | None]:
        """The body as sent, as far as the limits let it come, and what cut it short."""
        assert isinstance(response, HTTPResponse)
        parts, size = [], 0
        try:
            while piece := response.read1(PIECE, decode_content=False):
                parts.append(piece)
                size += len(piece)
                if size > self._most.sent:
                    return b"".join(parts)[: self._most.sent], Overrun("too_large", self._large())
                if time.monotonic() > self._end:
                    break
        except (HTTPError, HTTPException, OSError, ValueError, AttributeError) as e:
            if not self.late:
                return b"".join(parts), Overrun("broken_off", f"the answer broke off after {size:,} bytes ({_said(e)})")
        if self.late or time.monotonic() > self._end:
            return b"".join(parts), Overrun("too_slow", f"it was still sending after {self._most.whole:g} s; try again later")
        return self._complete(response, b"".join(parts))

    def _complete(self, response: HTTPResponse, data: bytes) -> tuple[bytes, Overrun | None]:
        stated = response.headers.get("Content-Length", "")
        if stated.isdecimal() and len(data) < int(stated) and response.status not in (204, 304):
            return data, Overrun("broken_off", f"{len(data):,} bytes came of the {int(stated):,} that were announced")
        return data, None

    def _large(self) -> str:
        return f"more than {self._most.sent:,} bytes, and that is the most an answer may have; save the page yourself"


def decoded(body: bytes, encoding: str, most: int) -> bytes | Overrun:
    """``body`` unpacked, at most ``most`` bytes; an Overrun where it is packed in another way, broken or a bomb."""
    layers = [x for x in (part.strip().lower() for part in encoding.split(",")) if x and x != "identity"]
    if not layers:
        return body if len(body) <= most else Overrun("too_large", f"more than {most:,} bytes")
    if len(layers) > 1 or layers[0] not in PACKED:
        return Overrun("bad_encoding", f"it is packed as {encoding[:40]!r}, which was not asked for")
    for bits in (PACKED[layers[0]], -15) if layers[0] == "deflate" else (PACKED[layers[0]],):
        try:
            return _unpacked(body, bits, most)
        except zlib.error:
            continue
    return Overrun("bad_encoding", f"it is not packed as {encoding[:40]!r}, though it says so")


def _unpacked(body: bytes, bits: int, most: int) -> bytes | Overrun:
    out, rest = [], body
    left = most
    while rest:  # a gzip body may be several in a row
        unpack = zlib.decompressobj(bits)
        piece = unpack.decompress(rest, left + 1)
        out.append(piece)
        left -= len(piece)
        if left < 0:
            return Overrun("too_large", f"it unpacks to more than {most:,} bytes, and that is the most a page may have")
        if not unpack.eof:
            return Overrun("broken_off", "the packed answer ends too early")
        rest = unpack.unused_data if bits == 31 and unpack.unused_data[:2] == b"\x1f\x8b" else b""
    return b"".join(out)


def _said(e: BaseException) -> str:
    return (str(e) or type(e).__name__)[:120]
