"""Records with ``id, outlet, url, published, title, text`` (``.json``, ``.jsonl``), or the same under other names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from typing import Any, BinaryIO

import orjson

from ...language.tables import table
from ...records import Article, Problem, Proof, Published
from ..admission import Stated, admit, names_in, signed
from ..encoding import decode
from ..identity import digest
from ..inputs import rejoined
from ..newsroom import is_ninjs, read_ninjs
from ..options import ReadOptions
from ..stamps import believed, possible, url_day
from ..web import read_json_feed, read_page
from .elements import elements

LINE = 16 << 20
"""Bytes of one line or element of a list, far above any article; a ``.json`` file up to this size is read whole."""
CHUNK = 1 << 18
BAD = 10_000
"""So many lines in a row without an article, and a list is none."""
_LINE = re.compile(rb"[^\n]+")
WIDE = 32 << 20
"""Bytes of a list in UTF-16, which is read whole."""
LISTS = ("articles", "items", "records", "data", "results")


def read_json(name: str, stream: BinaryIO, options: ReadOptions | None = None) -> Iterator[Article | Problem]:
    """The record or the list of records of a ``.json`` file; lines of records under that name are read too."""
    data = stream.read(LINE + 1)
    first, _, more = data.partition(b"\n")
    if first.rstrip().endswith(b"}") and more.lstrip()[:1] == b"{":
        yield from read_jsonl(name, BytesIO(data) if len(data) <= LINE else rejoined(data, stream), options)
    elif len(data) <= LINE:
        yield from _whole(name, decode(data).text, options or ReadOptions())
    else:
        yield from _elements(name, rejoined(data, stream), options or ReadOptions())


def _whole(name: str, text: str, options: ReadOptions) -> Iterator[Article | Problem]:
    try:
        whole = orjson.loads(text.encode("utf-8", "surrogatepass"))
    except orjson.JSONDecodeError as e:
        yield Problem(name, "reading", "broken_json", f"no JSON: {e}; mend the file")
        return
    if isinstance(whole, dict) and "jsonfeed.org" in str(whole.get("version"))[:80]:
        yield from read_json_feed(name, whole)
        return
    if isinstance(whole, dict) and "text" not in whole and not options.fields:
        whole = next((whole[k] for k in LISTS if isinstance(whole.get(k), list)), whole)
    if isinstance(whole, list):
        rows = ((n, records(name, n, row, options)) for n, row in enumerate(whole, 1))
        yield from _while_articles(name, rows, "record", "see what the list holds")
    else:
        yield from article(name, whole, options)


def _elements(name: str, stream: BinaryIO, options: ReadOptions) -> Iterator[Article | Problem]:
    """The records of a list too long to be held whole, an element at a time."""
    for n, element in enumerate(elements(stream, LINE), 1):
        if isinstance(element, str):
            yield Problem(name, "reading", "too_large", f"record {n}: {element}; write it as a .jsonl list")
            return
        try:
            row = orjson.loads(element)
        except orjson.JSONDecodeError as e:
            yield Problem(f"{name}-{n}", "reading", "broken_json", f"record {n} is no JSON: {e}; mend or remove it")
            continue
        yield from records(name, n, row, options)


def read_jsonl(name: str, stream: BinaryIO, options: ReadOptions | None = None) -> Iterator[Article | Problem]:
    """One record a line; a line that cannot be read is a Problem that names its number."""
    head = stream.read(4)
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in head:
        data = head + stream.read(WIDE + 1)
        if len(data) > WIDE:
            yield Problem(name, "reading", "too_large", f"a list in UTF-16 may have {WIDE:,} bytes; write it as UTF-8")
            return
        head, stream = b"", BytesIO(decode(data).text.encode("utf-8", "surrogatepass"))
    yield from _lines(name, cut(head, stream), options or ReadOptions())


def cut(head: bytes, stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """The lines of ``head`` and ``stream`` that are not empty, with their numbers; None for one longer than LINE."""
    rest, number, long = head.removeprefix(b"\xef\xbb\xbf"), 1, False
    while True:
        chunk = stream.read(CHUNK)
        data = rest + chunk
        end = data.rfind(b"\n") + 1 if chunk else len(data)
        last = 0
        for m in _LINE.finditer(data, 0, end):
            number, last = number + data.count(b"\n", last, m.start()), m.start()
            if long and last == 0:
                continue
            yield number, m.group()
        number += data.count(b"\n", last, end)
        long, rest = long and not end, data[end:]
        if not chunk:
            return
        if len(rest) > LINE or long:
            if not long:
                yield number, None
            rest, long = b"", True


def _lines(name: str, lines: Iterator[tuple[int, bytes | None]], options: ReadOptions) -> Iterator[Article | Problem]:
    rows = ((n, _line(name, n, line, options)) for n, line in lines)
    yield from _while_articles(name, rows, "line", "see that it is a list of articles")


def _while_articles(
    name: str, rows: Iterable[tuple[int, Iterable[Article | Problem]]], noun: str, advice: str
) -> Iterator[Article | Problem]:
    """What the rows hold, up to where ``BAD`` problems in a row say that this is no list of articles."""
    bad = 0
    for n, found in rows:
        for item in found:
            bad = 0 if isinstance(item, Article) else bad + 1
            yield item
        if bad >= BAD:
            message = f"no article in {BAD:,} {noun}s up to {noun} {n}; the rest is left out, {advice}"
            yield Problem(name, "reading", "no_list", message)
            return


def _line(name: str, n: int, line: bytes | None, options: ReadOptions) -> Iterator[Article | Problem]:
    if line is None:
        message = f"line {n} is longer than {LINE:,} bytes; split it into records"
        yield Problem(f"{name}-{n}", "reading", "too_large", message)
    elif line.strip():
        try:
            row = orjson.loads(line)
        except orjson.JSONDecodeError as e:
            row = _other_encoding(line)
            if row is None:
                yield Problem(f"{name}-{n}", "reading", "broken_json", f"line {n} is no JSON: {e}; mend or remove it")
                return
        yield from records(name, n, row, options)


def _other_encoding(line: bytes) -> Any:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return orjson.loads(decode(line).text.encode())
        except (UnicodeError, orjson.JSONDecodeError):
            return None
    return None


def records(name: str, number: int, row: Any, options: ReadOptions) -> Iterator[Article | Problem]:
    """The article of record ``number`` of the list ``name``; its own id is its name."""
    own = field(row, "id", options) if isinstance(row, Mapping) else None
    called = str(own).strip() if isinstance(own, str | int) and not isinstance(own, bool) else ""
    yield from article(called or f"{name}-{number}", row, options)


def article(name: str, row: Any, options: ReadOptions) -> Iterator[Article | Problem]:
    """An article from one record, with what there is to say about it; a Problem alone where there is none."""
    if not isinstance(row, Mapping):
        yield Problem(
            name, "reading", "no_record", f"this is a {type(row).__name__}, not an object with a text; mend the input"
        )
        return
    if not options.fields and is_ninjs(row):
        yield from read_ninjs(row)
        return
    text = field(row, "text", options)
    page = field(row, "html", options) if text is None else None
    if isinstance(page, str):
        yield from _page(name, row, page, options)
        return
    if text is not None and not isinstance(text, str):
        yield Problem(name, "reading", "no_text", f"its text is a {type(text).__name__}, not a string; mend the input")
        return
    if text is None:
        where = options.fields.get("text", "text")
        yield Problem(name, "reading", "no_text", f"there is no field {where!r}; name the field that holds the text")
        return
    outlet, url, title = (string(field(row, key, options)) for key in ("outlet", "url", "title"))
    day, problems = published(name, row, options, url)
    yield from problems
    seen = day.latest if day.earliest is None else None
    yield from admit(name, text, Stated(outlet, url, title, day, seen, signers(row, options)))


def _page(name: str, row: Mapping[str, Any], page: str, options: ReadOptions) -> Iterator[Article | Problem]:
    """The article of a record that holds a whole web page; what the record states wins over what the page does."""
    outlet, url, title = (string(field(row, key, options)) for key in ("outlet", "url", "title"))
    day, problems = published(name, row, options, url)
    yield from problems
    seen = day.latest if day.earliest is None else None
    for item in read_page(name, page.encode("utf-8", "replace"), url, seen, options.quick):
        if isinstance(item, Article) and (outlet or title or day.basis in ("stated", "feed")):
            known = day if day.basis in ("stated", "feed") else item.published
            item = replace(item, outlet=outlet or item.outlet, title=title or item.title, published=known)
            item = replace(item, digest=digest(item.text, item.outlet, item.url))
        own = signed(signers(row, options), item.outlet) if isinstance(item, Article) else None
        yield replace(item, byline=own) if own and isinstance(item, Article) else item


def signers(row: Mapping[str, Any], options: ReadOptions) -> list[str]:
    """The names a record is signed with, under the name the user's records have for it or one of the usual ones."""
    own = names_in(field(row, "byline", options))
    if own or "byline" in options.fields:
        return own
    return next((found for key in table("columns")["names"]["byline"] if (found := names_in(row.get(key)))), [])


def field(row: Mapping[str, Any], key: str, options: ReadOptions) -> Any:
    """The value of a contract field, under the name the user's records have for it."""
    value: Any = row
    name = options.fields.get(key, key)
    if name in row:
        return row[name]
    for part in name.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def published(name: str, row: Mapping[str, Any], options: ReadOptions, url: str | None) -> tuple[Published, list[Problem]]:
    """The day a record states: a source's or feed's stamp, a day in the address, or a crawl day (an upper bound)."""
    problems: list[Problem] = []
    stamp, basis, crawled = (field(row, key, options) for key in ("published", "published_basis", "crawled"))
    if basis == "crawl":
        crawled, stamp = crawled or stamp, None
    day, seen = (believed(name, key, value, problems) for key, value in (("published", stamp), ("crawled", crawled)))
    if day and seen and day > seen:
        message = f"published {day} is after it was crawled ({seen}): the stamp is not believed; give the day with --published"
        problems.append(Problem(name, "reading", "stamp_after_crawl", message))
        day = None
    if day:
        return Published(
            day, day, {"url": "url", "feed": "feed"}.get(str(basis), "stated"), (Proof(f"stamp {stamp}"),)
        ), problems
    in_url = url_day(url)
    if in_url and possible(in_url):
        return Published(in_url, in_url, "url", (Proof(f"address {url}"),)), problems
    if seen:
        return Published(None, seen, "inferred", (Proof(f"crawled {seen}"),)), problems
    return Published(), problems


def string(value: Any) -> str | None:
    """``value`` where it is a string that holds anything but blanks."""
    return value.replace("\0", " ").strip() or None if isinstance(value, str) else None
