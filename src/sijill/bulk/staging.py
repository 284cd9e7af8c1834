"""Inputs to parts: articles as read, in order, a Parquet file a part, so that every run works on the same parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from ..ledger import codec
from ..reading.options import ReadOptions
from ..reading.rows.jsonrecords import records
from ..reading.sources import read
from ..records import Article, Problem
from .archive import Archive
from .needs import arrow, parquet
from .schemas import rows_of
from .work import lines

PART = 512
"""Articles of a part: what a stop loses at most, a few seconds' work."""


def stage(archive: Archive, inputs: Iterable[str], options: ReadOptions, parts: int | None) -> tuple[int, int]:
    """Read ``inputs`` into staged parts and the table of what could not be read; how many articles, in how many parts."""
    troubles: list[dict[str, Any]] = []
    writers: dict[int, _Part] = {}
    count = 0
    for item in articles(inputs, options):
        if isinstance(item, Problem):
            troubles.append({"article": item.article, "stage": item.stage, "code": item.code, "message": item.message})
            continue
        part = count // PART if parts is None else count % parts
        if part not in writers:
            if parts is None and part:
                writers[part - 1].close()
            writers[part] = _Part(archive.staged(part))
        writers[part].add(part, count, item)
        count += 1
    for writer in writers.values():
        writer.close()
    archive.write("problems", "reading", rows_of("problems", lines(troubles)))
    return count, len(writers)


def articles(inputs: Iterable[str], options: ReadOptions) -> Iterator[Article | Problem]:
    """The articles of ``inputs``, those of Parquet files among them (columns as the keys of a JSON record)."""
    paths = list(inputs)
    tables = [p for p in paths if Path(p).suffix.lower() == ".parquet"]
    others = [p for p in paths if p not in tables]
    return chain(read(others, options) if others else (), *(_table(Path(p), options) for p in tables))


def _table(path: Path, options: ReadOptions) -> Iterator[Article | Problem]:
    pa = arrow()
    pq = parquet()

    try:
        number = 0
        for batch in pq.ParquetFile(path).iter_batches(batch_size=256):
            for row in batch.to_pylist():
                number += 1
                yield from records(path.stem, number, row, options)
    except (OSError, pa.ArrowInvalid) as e:
        yield Problem(path.stem, "reading", "unreadable", f"{path}: {type(e).__name__}: {e}; check the file")


class _Part:
    """A staged part being written, a few hundred articles in memory."""

    def __init__(self, file: Path) -> None:
        pq = parquet()

        pa = arrow()
        self._schema = pa.schema([("part", pa.int64()), ("number", pa.int64()), ("article", pa.binary())])
        self._writer: Any = pq.ParquetWriter(file, self._schema, compression="zstd")
        self._rows: list[dict[str, Any]] = []

    def add(self, part: int, number: int, article: Article) -> None:
        """Put an article in."""
        self._rows.append({"part": part, "number": number, "article": codec.dump(article)})
        if len(self._rows) >= PART:
            self._flush()

    def close(self) -> None:
        """Finish the file; nothing where that is done."""
        if self._writer is not None:
            self._flush()
            self._writer.close()
            self._writer = None

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_table(arrow().Table.from_pylist(self._rows, schema=self._schema))
        self._rows = []
