"""PDF: the text layer, where there is one. A scan has none; reading letters off pictures is not done here."""

from __future__ import annotations

import io
import logging
import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Any

from ...records import Article, Problem
from ..admission import LONGEST, Stated, admit
from ..stamps import possible, stamp_day

LARGEST = 64 << 20
TAIL = 1 << 16
"""Bytes at the end within which a PDF's end mark must stand."""
PAGES = 400
CONTENT = 4 << 20
"""Bytes of one page's drawing instructions; a page of text has some ten thousand."""
LEAST = 20
"""Characters a page, on average, below which a file with pictures counts as a scan."""
_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_SHAPES = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]+")


def read_pdf(name: str, data: bytes, seen: date | None = None, url: str | None = None) -> Iterator[Article | Problem]:
    """The article in a PDF's text layer; a Problem that says so where it has none."""
    if len(data) > LARGEST:
        yield Problem(name, "reading", "too_large", f"{len(data):,} bytes, and a PDF may have {LARGEST:,}; split it")
        return
    if b"%%EOF" not in data[-TAIL:]:  # pypdf would look for it line by line through the whole file
        yield Problem(name, "reading", "broken_pdf", "no PDF, or its end is torn off; fetch it again, or give its text as .txt")
        return
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        pages, title, day, count = _read(data)
    except Exception as e:  # pypdf raises what it likes for a broken file
        message = f"no PDF that can be read ({type(e).__name__}: {' '.join(str(e).split())[:100]}); save its text as .txt"
        yield Problem(name, "reading", "broken_pdf", message)
        return
    text = "\n".join(pages)
    if len(text.strip()) < LEAST * max(count, 1):
        message = (
            f"this PDF ({count} pages) has no text layer, it is a scan or pictures; run text recognition, or give the text"
        )
        yield Problem(name, "reading", "no_text_layer", message)
        return
    if count > len(pages):
        message = f"{count - len(pages)} of {count} pages are left out: at most {PAGES} pages, {LONGEST:,} characters; split it"
        yield Problem(name, "reading", "too_large", message)
    yield from admit(name, text, Stated(title=title, url=url, seen=seen or (day if possible(day) else None)))


def _page(page: Any) -> str:
    """A page's lines. Each is put together from its pieces by where they stand, from the right where it is Arabic."""
    lines: list[list[tuple[float, str]]] = []
    height: float | None = None

    def take(text: str, moved: Any, placed: Any, font: Any, size: Any) -> None:
        """Puts a piece to its line by its height."""
        nonlocal height
        x, y = placed[4] * moved[0] + moved[4], placed[5] * moved[3] + moved[5]
        if text.strip("\n"):
            if height is None or abs(y - height) > 2:
                lines.append([])
                height = y
            lines[-1].append((x, text))

    page.extract_text(visitor_text=take)
    return "\n".join(line for line in map(_line, lines) if line)


def _line(pieces: list[tuple[float, str]]) -> str:
    """The words of one line in the order they are read."""
    whole = _SHAPES.sub(lambda m: unicodedata.normalize("NFKC", m.group()), "".join(t for _, t in pieces))
    if len(pieces) > 1 and len(_RIGHT.findall(whole)) * 2 > sum(c.isalpha() for c in whole):
        row = [t for _, t in sorted(pieces, key=lambda p: -p[0])]
        runs = [(right, list(run)) for right, run in groupby(row, key=lambda t: bool(_RIGHT.search(t) or not t.strip()))]
        row = [t for right, run in runs for t in (run if right else reversed(run))]
        whole = _SHAPES.sub(lambda m: unicodedata.normalize("NFKC", m.group()), "".join(row))
    return " ".join(whole.split())


def _read(data: bytes) -> tuple[list[str], str | None, date | None, int]:
    """Each page's text in reading order, the stated title, the day the file was made, the count of pages."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        reader.decrypt("")
    count, pages, size = len(reader.pages), [], 0
    for page in reader.pages[:PAGES]:
        contents = page.get_contents()
        if contents is not None and len(contents.get_data()) > CONTENT:
            continue
        pages.append(_page(page))
        size += len(pages[-1])
        if size > LONGEST:
            break
    info: Any = reader.metadata or {}
    stamp = str(info.get("/CreationDate") or "").removeprefix("D:")[:8]
    title = " ".join(str(info.get("/Title") or "").split())[:300]
    return pages, title or None, stamp_day(stamp), count
