"""WARC: the pages and other documents that a crawler kept, each with its address and the day it was fetched.

Read record by record with our own small reader: a record that is broken costs only itself, the next one is found by its
first line, and nothing longer than a record's limit is ever held.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import BinaryIO, NamedTuple

from ...records import Problem
from ..inputs import HEAD, Input, kind_of, kind_of_response
from ..stamps import possible, stamp_day
from .encodings import MOST, header, undone
from .limits import CHUNK, Budget, TooLargeError

LINE, HEADERS = 1 << 14, 200
"""Bytes of a header's line, and how many lines."""
SHOWN = 6
_MEDIA = re.compile(r"(?:image|audio|video|font)/|text/css|javascript|application/(?:octet-stream|x-shockwave)", re.IGNORECASE)
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?\s+(\d{3})")

Headers = list[tuple[str, str]]


class Record(NamedTuple):
    """One record: its headers and its block; ``length`` is what the headers promise."""

    headers: Headers
    block: bytes
    length: int


def responses(item: Input, budget: Budget) -> Iterator[Input | Problem]:
    """The documents of a WARC, called by their addresses; Problems at the end tell what was passed over, or is torn."""
    passed: Counter[str] = Counter()
    count = broken = torn = 0
    for record in _records(item.stream):
        if record is None:
            broken += 1
            continue
        count += 1
        torn = len(record.block) < min(record.length, MOST)
        found = "torn record" if torn else _document(record, f"{item.name}-{count}")
        if isinstance(found, Input):
            yield found
        elif found:
            passed[found] += 1
    if passed:
        listed = ", ".join(f"{n} {what}" for what, n in passed.most_common(SHOWN))
        yield Problem(item.name, "reading", "no_documents", f"{passed.total()} records hold no article: {listed}")
    if broken or torn or not count:
        what = f"{count} records are read" + (f", {broken} places are broken" if broken else "") + (", its end is torn" * torn)
        yield Problem(item.name, "reading", "broken_warc", f"{what}; fetch or write the file again if you need the rest")


def _records(stream: BinaryIO) -> Iterator[Record | None]:
    """The records of a WARC in order; None once for a stretch that is none."""
    lost = False
    while line := stream.readline(LINE):
        if not line.startswith(b"WARC/"):
            if line.strip() and not lost:
                lost = True
                yield None
            continue
        lost = False
        headers = _headers(stream)
        length = header(headers, "content-length").strip()
        if not (length.isascii() and length.isdigit() and len(length) < 16):
            lost = True
            yield None
            continue
        block = stream.read(min(int(length), MOST))
        yield Record(headers, block, int(length))
        _skip(stream, int(length) - len(block))


def _headers(stream: BinaryIO) -> Headers:
    out: Headers = []
    for _ in range(HEADERS):
        line = stream.readline(LINE)
        if not line.strip():
            break
        key, colon, value = line.decode("utf-8", "replace").partition(":")
        if colon:
            out.append((key.strip().lower(), value.strip()))
    return out


def _skip(stream: BinaryIO, size: int) -> None:
    while size > 0 and (got := stream.read(min(size, CHUNK))):
        size -= len(got)


def _document(record: Record, name: str) -> Input | str:
    """The document of a record, or why it is passed over ("" where nobody misses it)."""
    kind = header(record.headers, "warc-type").lower()
    if kind not in ("response", "resource", "conversion"):
        return "" if kind in ("warcinfo", "request", "metadata") else f"{kind[:20] or 'untyped'} record"
    if record.length > MOST:
        return f"larger than {MOST:,} bytes"
    declared, body = header(record.headers, "content-type"), record.block
    if kind == "response" and body.startswith(b"HTTP/"):
        status = _STATUS.match(body)
        if status is None or status.group(1) != b"200":
            return f"answered {status.group(1).decode() if status else 'nothing'}"
        stream = io.BytesIO(body)
        stream.readline()
        headers = _headers(stream)
        declared, body = header(headers, "content-type"), stream.read()
        if _MEDIA.search(declared):
            return declared.partition(";")[0][:40].lower()
        try:
            body = undone(body, headers, transfer=True)
        except (ValueError, TooLargeError) as e:
            return str(e)[:60]
    address = header(record.headers, "warc-target-uri").strip("<> ")
    if address.startswith(("dns:", "whois:", "metadata:")):
        return ""
    suffix = kind_of_response(declared, body[:HEAD]) if declared else kind_of(body[:HEAD])
    return Input(address or name, suffix, io.BytesIO(body), address or None, _seen(record))


def _seen(record: Record) -> date | None:
    day = stamp_day(header(record.headers, "warc-date"))
    return day if possible(day) else None
