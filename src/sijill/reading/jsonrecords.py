"""Records with ``id, outlet, url, published, title, text`` (``.json``, ``.jsonl``), or the same under other names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, BinaryIO

import orjson

from ..records import Article, Problem, Proof, Published
from .chrome import chrome, visible_day
from .encoding import decode
from .identity import digest
from .inspection import fatal, warnings
from .stamps import possible, stamp_day, url_day

LINE = 32 << 20
"""Bytes of one line of a list: 32 MB, far above any article."""
LISTS = ("articles", "items", "records", "data", "results")


def read_json(name: str, data: bytes, fields: Mapping[str, str] | None = None) -> Iterator[Article | Problem]:
    """The record or the list of records of a ``.json`` file; lines of records under that name are read too."""
    text = decode(data).text
    try:
        whole = orjson.loads(text.encode("utf-8", "surrogatepass"))
    except orjson.JSONDecodeError as e:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < 2 or not all(line.lstrip().startswith("{") and line.rstrip().endswith("}") for line in lines[:2]):
            yield Problem(name, "reading", "broken_json", f"no JSON: {e}; mend the file")
            return
        yield from _lines(name, (line.encode("utf-8", "surrogatepass") for line in text.splitlines()), fields or {})
        return
    if isinstance(whole, dict) and "text" not in whole and not fields:
        whole = next((whole[k] for k in LISTS if isinstance(whole.get(k), list)), whole)
    if isinstance(whole, list):
        for n, row in enumerate(whole, 1):
            yield from records(name, n, row, fields or {})
    else:
        yield from article(name, whole, fields or {})


def read_jsonl(name: str, stream: BinaryIO, fields: Mapping[str, str] | None = None) -> Iterator[Article | Problem]:
    """One record a line; a line that cannot be read is a Problem that names its number."""
    head = stream.read(4)
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in head:
        text = decode(head + stream.read()).text
        yield from _lines(name, (line.encode("utf-8", "surrogatepass") for line in text.split("\n")), fields or {})
    else:
        yield from _lines(name, _cut(head, stream), fields or {})


def _cut(head: bytes, stream: BinaryIO) -> Iterator[bytes | None]:
    """The lines of ``head`` and ``stream``; None for one that is longer than LINE."""
    *whole, rest = head.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    yield from whole
    while line := stream.readline(LINE):
        line, rest = rest + line, b""
        if len(line) >= LINE and not line.endswith(b"\n"):
            while (more := stream.readline(LINE)) and not more.endswith(b"\n"):
                pass
            yield None
        else:
            yield line
    if rest:
        yield rest


def _lines(
    name: str, lines: Iterator[bytes | None] | Iterator[bytes], fields: Mapping[str, str]
) -> Iterator[Article | Problem]:
    for n, line in enumerate(lines, 1):
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
                    continue
            yield from records(name, n, row, fields)


def _other_encoding(line: bytes) -> Any:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return orjson.loads(decode(line).text.encode())
        except (UnicodeError, orjson.JSONDecodeError):
            return None
    return None


def records(name: str, number: int, row: Any, fields: Mapping[str, str]) -> Iterator[Article | Problem]:
    """The article of record ``number`` of the list ``name``; its own id is its name."""
    own = field(row, "id", fields) if isinstance(row, Mapping) else None
    called = str(own).strip() if isinstance(own, str | int) and not isinstance(own, bool) else ""
    yield from article(called or f"{name}-{number}", row, fields)


def article(name: str, row: Any, fields: Mapping[str, str]) -> Iterator[Article | Problem]:
    """An article from one record, with what there is to say about it; a Problem alone where there is none."""
    if not isinstance(row, Mapping):
        yield Problem(
            name, "reading", "no_record", f"this is a {type(row).__name__}, not an object with a text; mend the input"
        )
        return
    text = field(row, "text", fields)
    if text is not None and not isinstance(text, str):
        yield Problem(name, "reading", "no_text", f"its text is a {type(text).__name__}, not a string; mend the input")
        return
    if text is None:
        where = fields.get("text", "text")
        yield Problem(name, "reading", "no_text", f"there is no field {where!r}; name the field that holds the text")
        return
    trouble = fatal(name, text)
    if trouble:
        yield trouble
        return
    yield from warnings(name, text)
    text = text.replace("\0", " ")
    outlet, url, title = (_string(field(row, key, fields)) for key in ("outlet", "url", "title"))
    day, problems = published(name, row, fields, url)
    if day.earliest is None:
        visible = visible_day(text)
        if visible.latest and (day.latest is None or visible.latest <= day.latest):
            day = visible
    yield from problems
    yield Article(
        name=name, text=text, outlet=outlet, url=url, title=title, published=day,
        chrome=chrome(text), digest=digest(text, outlet, url),
    )  # fmt: skip


def field(row: Mapping[str, Any], key: str, fields: Mapping[str, str]) -> Any:
    """The value of a contract field, under the name the user's records have for it."""
    value: Any = row
    name = fields.get(key, key)
    if name in row:
        return row[name]
    for part in name.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def published(name: str, row: Mapping[str, Any], fields: Mapping[str, str], url: str | None) -> tuple[Published, list[Problem]]:
    """The day a record states: a source's or feed's stamp, a day in the address, or a crawl day (an upper bound)."""
    problems: list[Problem] = []
    stamp, basis, crawled = (field(row, key, fields) for key in ("published", "published_basis", "crawled"))
    if basis == "crawl":
        crawled, stamp = crawled or stamp, None
    day, seen = (_stamp(name, key, value, problems) for key, value in (("published", stamp), ("crawled", crawled)))
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


def _stamp(name: str, key: str, value: Any, problems: list[Problem]) -> date | None:
    if value is None or value == "":
        return None
    day = stamp_day(value)
    if day is None or not possible(day):
        shown = str(value)[:40]
        message = f"{key} {shown!r} is no possible day of publication; it is left out, give the day with --published"
        problems.append(Problem(name, "reading", "impossible_date" if day else "unreadable_date", message))
        return None
    return day


def _string(value: Any) -> str | None:
    return value.replace("\0", " ").strip() or None if isinstance(value, str) else None
