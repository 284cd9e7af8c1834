"""What HTTP does to a body on its way (``Transfer-Encoding: chunked``, ``Content-Encoding``), undone with limits."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

import zstandard

from .limits import TooLargeError

MOST = 32 << 20
"""Bytes a body may unpack to."""
_SIGNS = {"gzip": b"\x1f\x8b", "x-gzip": b"\x1f\x8b", "zstd": b"\x28\xb5\x2f\xfd"}


def header(headers: Iterable[tuple[str, str]], name: str) -> str:
    """The first value of a header, whatever its letters' case; "" where there is none."""
    return next((value for key, value in headers if key.lower() == name), "")


def undone(data: bytes, headers: Iterable[tuple[str, str]], transfer: bool = False) -> bytes:
    """The body of ``data`` with its encodings undone; with ``transfer`` the chunks too. A torn body comes out torn.

    Raises TooLargeError for one that unpacks to more than MOST, ValueError for an encoding that is not known or broken.
    """
    headers = list(headers)
    if transfer and "chunked" in header(headers, "transfer-encoding").lower():
        data = _unchunked(data)
    for encoding in reversed([e.strip().lower() for e in header(headers, "content-encoding").split(",") if e.strip()]):
        sign = _SIGNS.get(encoding)
        if sign is None or data.startswith(sign):  # many tools keep the header and undo the encoding
            data = _decoded(data, encoding)
    return data


def _unchunked(data: bytes) -> bytes:
    out: list[bytes] = []
    pos = 0
    while pos < len(data):
        end = data.find(b"\n", pos, pos + 1024)
        size_text = data[pos:end].split(b";")[0].strip() if end >= 0 else b""
        try:
            size = int(size_text, 16)
        except ValueError:
            return b"".join(out) if out else data  # it was undone before it was stored
        if size <= 0:
            break
        out.append(data[end + 1 : end + 1 + size])
        pos = end + 1 + size
        pos += 2 if data[pos : pos + 2] == b"\r\n" else 1
    return b"".join(out)


def _decoded(data: bytes, encoding: str) -> bytes:
    if encoding in ("gzip", "x-gzip"):
        return _inflated(data, 31)
    if encoding == "deflate":
        try:
            return _inflated(data, 15)
        except ValueError:
            return _inflated(data, -15)
    if encoding == "zstd":
        try:
            stream = zstandard.ZstdDecompressor(max_window_size=MOST).stream_reader(data, read_across_frames=True)
            return _limited(stream.read(MOST + 1))
        except zstandard.ZstdError as e:
            raise ValueError(f"broken zstd body: {e}") from None
    if encoding == "br":
        return _unbrotli(data)
    if encoding in ("identity", "none", "utf-8"):
        return data
    raise ValueError(f"Content-Encoding {encoding[:20]!r} is not known")


def _inflated(data: bytes, wbits: int) -> bytes:
    unpacker = zlib.decompressobj(wbits)
    try:
        return _limited(unpacker.decompress(data, MOST + 1))
    except zlib.error as e:
        raise ValueError(f"broken body: {e}") from None


def _unbrotli(data: bytes) -> bytes:
    try:
        import brotli
    except ImportError:
        raise ValueError("Content-Encoding br needs the package brotli, which is not installed") from None
    unpacker, size = brotli.Decompressor(), 0
    out: list[bytes] = []
    try:
        while size <= MOST:
            got = unpacker.process(data, output_buffer_limit=1 << 20)
            data = b""
            out.append(got)
            size += len(got)
            if unpacker.is_finished() or (not got and unpacker.can_accept_more_data()):
                break
    except (brotli.error, TypeError) as e:
        raise ValueError(f"broken br body: {e}") from None
    return _limited(b"".join(out))


def _limited(data: bytes) -> bytes:
    if len(data) > MOST:
        raise TooLargeError(f"a body unpacks to more than {MOST:,} bytes")
    return data
