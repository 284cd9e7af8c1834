"""Newsletters: a message (``.eml``) or a box of them (``.mbox``); the text of each, its sender as outlet, its day."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr
from typing import BinaryIO

from ...records import Article, Problem, Proof, Published
from ..admission import Stated, admit
from ..encoding import Decoded, decode
from ..markup import plain
from ..stamps import possible, stamp_day

LARGEST = 16 << 20
"""Bytes of one message."""
LINE = 1 << 20
PARTS = 200
_ADDRESS = re.compile(r"https?://[^\s<>]+")


def read_mail(name: str, data: bytes) -> Iterator[Article | Problem]:
    """The article in one message: its plain text, or its page where that says much more."""
    if len(data) > LARGEST:
        yield _large(name)
        return
    try:
        message = email.message_from_bytes(data)
    except (
        RecursionError,
        ValueError,
        LookupError,
        IndexError,
        AttributeError,
    ) as e:  # what broken MIME makes the parser raise
        yield Problem(name, "reading", "broken_mail", f"no message ({type(e).__name__}: {str(e)[:80]}); save it again")
        return
    found = _text(message)
    if found is None:
        yield Problem(name, "reading", "no_text", "there is no text in this message, only attachments; save those")
        return
    sender, address = parseaddr(header(message, "From"))
    day = stamp_day(header(message, "Date"))
    stated = Stated(
        outlet=" ".join(sender.split()) or address.rpartition("@")[2] or None,
        url=next(iter(_ADDRESS.findall(header(message, "Archived-At"))), None),
        title=header(message, "Subject") or None,
        published=Published(day, day, "stated", (Proof(f"stamp {header(message, 'Date')}"),)) if possible(day) else Published(),
    )
    yield from admit(name, found.text, stated, found.encoding, found.replaced)


def read_mbox(name: str, stream: BinaryIO) -> Iterator[Article | Problem]:
    """The article of each message in a box, called by its Message-ID."""
    for n, data in enumerate(_messages(stream), 1):
        called = f"{name}-{n}"
        if data is None:
            yield _large(called)
            continue
        own = re.search(rb"^message-id:\s*<([^>\s]{1,200})>", data[:65536], re.IGNORECASE | re.MULTILINE)
        yield from read_mail(own.group(1).decode("ascii", "replace") if own else called, data)


def _large(name: str) -> Problem:
    return Problem(name, "reading", "too_large", f"a message may have {LARGEST:,} bytes; save its text")


def _messages(stream: BinaryIO) -> Iterator[bytes | None]:
    """The messages of a box, which begin with "From " after an empty line; None for one that is too large."""
    lines: list[bytes] = []
    size, blank, begun = 0, True, False
    while line := stream.readline(LINE):
        if blank and line.startswith(b"From "):
            if begun:
                yield b"".join(lines) if size <= LARGEST else None
            lines, size, begun = [], 0, True
        else:
            size += len(line)
            begun = True
            if size <= LARGEST:
                lines.append(line[1:] if line.startswith(b">From ") else line)
            else:
                lines.clear()
        blank = line in (b"\n", b"\r\n")
    if begun:
        yield b"".join(lines) if size <= LARGEST else None


def header(message: Message, name: str) -> str:
    """A header's value with its encoded words decoded; "" where there is none."""
    value = str(message.get(name) or "")[:4000]
    try:
        parts = decode_header(value)
    except (MessageError, ValueError, LookupError, AttributeError):
        return " ".join(value.split())
    out = [_decoded(p, charset).text if isinstance(p, bytes) else p for p, charset in parts]
    return " ".join("".join(out).replace("\0", " ").split())


def _text(message: Message) -> Decoded | None:
    """The message's text: the plain part, unless the page has twice as much or there is none."""
    texts: list[Decoded] = []
    pages: list[Decoded] = []
    for n, part in enumerate(message.walk()):
        if n > PARTS:
            break
        kind = part.get_content_type()
        if kind not in ("text/plain", "text/html") or part.get_content_disposition() == "attachment":
            continue
        try:
            payload = part.get_payload(decode=True)
        except (ValueError, LookupError, AttributeError):
            continue
        if isinstance(payload, bytes) and payload.strip():
            (texts if kind == "text/plain" else pages).append(_decoded(payload, part.get_param("charset")))
    whole = "\n".join(t.text.replace("\r\n", "\n") for t in texts)
    page = "\n".join(plain(p.text) for p in pages)
    if not whole.strip() and not page.strip():
        return None
    chosen = texts if len(whole) * 2 > len(page) else pages
    return Decoded(whole if chosen is texts else page, chosen[0].encoding, sum(d.replaced for d in chosen))


def _decoded(data: bytes, charset: object) -> Decoded:
    """``data`` as what it is; as what it is declared to be only where that cannot be told from it."""
    try:
        found = decode(data)
    except UnicodeDecodeError:
        found = None
    declared = str(charset or "").strip("'\" ").lower()
    if found is not None and (not found.replaced or declared in ("", "utf-8")):
        return found
    try:
        return Decoded(data.decode(declared, "replace"), declared)
    except (LookupError, UnicodeError, ValueError):
        return found or Decoded(data.decode("utf-8", "replace"), "utf-8")
