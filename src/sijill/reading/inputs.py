"""One input as a reader gets it, and what kind it is by its bytes where nothing better is known."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

HEAD = 4096
"""Bytes looked at to tell a kind."""

_MAGIC = (
    (b"\x1f\x8b", ".gz"),
    (b"\x28\xb5\x2f\xfd", ".zst"),
    (b"PK\x03\x04", ".zip"),
    (b"PK\x05\x06", ".zip"),
    (b"%PDF-", ".pdf"),
    (b"WARC/", ".warc"),
)
_TYPES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "multipart/related": ".mhtml",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".rss",
    "application/rdf+xml": ".rss",
    "application/feed+json": ".json",
    "application/json": ".json",
    "application/ld+json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/jsonl": ".jsonl",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "text/plain": ".txt",
    "text/x-opml": ".xml",
    "message/rfc822": ".eml",
    "application/mbox": ".mbox",
    "application/pdf": ".pdf",
    "application/warc": ".warc",
    "application/gzip": ".gz",
    "application/zip": ".zip",
    "application/zstd": ".zst",
    "application/x-tar": ".tar",
}
_BROAD = ("", "application/octet-stream", "binary/octet-stream", "text/plain", "application/x-unknown", "unknown/unknown")


@dataclass(frozen=True, slots=True)
class Input:
    """What the articles in it are called (``name``), of what kind it is (``suffix``, lower case), and its bytes.

    ``address`` and ``seen`` (the day it was fetched) are known of what came from the web. A stream is read once, from where
    it stands; one that came out of an archive is good until the next comes out.
    """

    name: str
    suffix: str
    stream: BinaryIO
    address: str | None = None
    seen: date | None = None


def kind_of(head: bytes) -> str:
    """The suffix of the kind that ``head``, the first bytes of an input, begins like; ``.txt`` where like none."""
    for magic, suffix in _MAGIC:
        if head.startswith(magic):
            return suffix
    if head[257:262] == b"ustar":
        return ".tar"
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    low = bare[:HEAD].lower()
    if bare.startswith((b"{", b"[")):
        return ".json"
    if low.startswith(b"<"):
        markup = b"<html" in low or b"<!doctype html" in low or b"<body" in low
        return ".html" if markup or not low.startswith(_XML) else ".xml"
    if low.startswith(b"from ") and b"\nsubject:" in low:
        return ".mbox"
    return ".txt"


_XML = (b"<?xml", b"<rss", b"<feed", b"<rdf", b"<urlset", b"<sitemapindex", b"<opml", b"<newsitem", b"<newsmessage")


def kind_of_response(content_type: str, head: bytes) -> str:
    """The suffix of the kind of a web response: what it is declared as, unless that is broad or plainly wrong."""
    declared = content_type.partition(";")[0].strip().lower()
    seems = kind_of(head)
    if declared in _BROAD:
        return seems
    if declared in ("text/html", "application/xhtml+xml"):  # many a feed, file or record is sent as a page
        return seems if seems in (".pdf", ".gz", ".zip", ".zst", ".xml") else ".html"
    if declared.endswith(("/xml", "+xml")) and declared not in _TYPES:
        return seems if seems in (".html", ".json", ".pdf") else ".xml"
    if declared.endswith("+json"):
        return ".json"
    return _TYPES.get(declared, "." + declared.rpartition("/")[2][:20])


class Prefixed(io.RawIOBase):
    """A stream of which ``head`` has been read already, whole again."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        super().__init__()
        self._head, self._stream = head, stream

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fills ``buffer`` as far as one read goes; 0 at the end."""
        got, self._head = (self._head[: len(buffer)], self._head[len(buffer) :]) if self._head else (b"", b"")
        got = got or self._stream.read(len(buffer))
        buffer[: len(got)] = got
        return len(got)


def peeked(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """The first bytes of ``stream``, and a stream that still has them."""
    head = stream.read(HEAD)
    return head, rejoined(head, stream)


def rejoined(head: bytes, stream: BinaryIO) -> BinaryIO:
    """``stream`` with ``head``, which was read from it, in front again."""
    return io.BufferedReader(Prefixed(head, stream), 1 << 16)
