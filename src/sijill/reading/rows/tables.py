"""Tables of articles (``.csv``, ``.tsv``): a row an article, columns known by their usual names or named by the user."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import BinaryIO

from ...language.orthography import fold_word
from ...language.tables import table
from ...records import Article, Problem
from ..admission import LONGEST
from ..encoding import decode
from ..inputs import rejoined
from ..options import ReadOptions
from .jsonrecords import BAD, records

SAMPLE = 1 << 16
CELL = 2 * LONGEST
"""Characters of one cell, and of one line."""
COLUMNS = 500
DELIMITERS = ",;\t|"


def read_table(name: str, stream: BinaryIO, options: ReadOptions | None = None) -> Iterator[Article | Problem]:
    """One article a row below the heading; a row that cannot be read is a Problem that names its number.

    ``fields`` names columns by their headings or, where there is no heading, by their numbers from 1 on.
    """
    head = stream.read(SAMPLE)
    try:
        encoding = decode(head).encoding
    except UnicodeDecodeError:
        yield Problem(name, "reading", "undecodable", "no encoding of Arabic text fits; save it as UTF-8")
        return
    text = _text(rejoined(head, stream), encoding)
    csv.field_size_limit(CELL)
    lines = iter(lambda: text.readline(CELL).replace("\0", " "), "")
    first = next(lines, "")
    if not first.strip():
        yield Problem(name, "reading", "empty", "there is no row in it")
        return
    rows = csv.reader(_and(first, lines), delimiter=max(DELIMITERS, key=first.count))
    yield from _rows(name, rows, options or ReadOptions())


def _text(stream: BinaryIO, encoding: str) -> io.TextIOWrapper:
    mark = {"utf-8": "utf-8-sig"}.get(encoding, encoding)
    codecs.lookup(mark)
    return io.TextIOWrapper(stream, encoding=mark, errors="replace", newline="")


def _and(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _rows(name: str, rows: Iterator[list[str]], options: ReadOptions) -> Iterator[Article | Problem]:
    columns: list[str] | None = None
    number = bad = 0
    while bad < BAD:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as e:
            bad += 1
            yield Problem(f"{name}-{number + 1}", "reading", "broken_row", f"row {number + 1}: {e}; mend or remove it")
            continue
        if columns is None:
            columns = heading(row[:COLUMNS], options.fields)
            if not columns:
                yield Problem(name, "reading", "no_heading", _unnamed(row))
                return
            if columns[0] == "1":
                rows, columns = _again(row, rows), columns
            continue
        number += 1
        for item in records(name, number, _record(columns, row), options) if any(row) else ():
            bad = 0 if isinstance(item, Article) else bad + 1
            yield item
    message = f"no article in {BAD:,} rows up to row {number}; the rest is left out, see that it is a table of articles"
    yield Problem(name, "reading", "no_list", message)


def _again(row: list[str], rows: Iterator[list[str]]) -> Iterator[list[str]]:
    yield row
    yield from rows


def _record(columns: Sequence[str], row: Sequence[str]) -> dict[str, str | None]:
    """A row as a record: empty cells are absent, of two columns of one meaning the first that holds something counts."""
    out: dict[str, str | None] = {}
    for column, cell in zip(columns, row, strict=False):
        if cell.strip() and column not in out:
            out[column] = cell
    return out


def heading(row: Sequence[str], fields: Mapping[str, str]) -> list[str]:
    """The columns of a table with this first row, by the contract's names; empty where none is known to hold a text.

    Numbers, where ``fields`` names the columns by number.
    """
    if fields.get("text", "").isdecimal() and fields["text"] not in row:
        return [str(n) for n in range(1, len(row) + 1)]
    if "text" in fields and fields["text"] in row:
        return [c if c in fields.values() else _names().get(_key(c), c) for c in row]
    out = [c.strip() if c.strip() in fields.values() else _names().get(_key(c), c) for c in row]
    return out if "text" in out or "html" in out else []


def _unnamed(row: Sequence[str]) -> str:
    shown = ", ".join(c.strip()[:30] for c in row[:8])
    return f"no column of it is known to hold the text ({shown}); name it with --field text=COLUMN, or its number"


def _key(cell: str) -> str:
    return " ".join(fold_word(cell).lower().replace("_", " ").replace("-", " ").split())


@cache
def _names() -> dict[str, str]:
    """Column names as they are compared -> the contract's field."""
    return {_key(name): field for field, names in table("columns")["names"].items() for name in names}
