"""The folder that bulk work makes: Parquet tables in parts, and beside them what it needs to go on after a stop.

::

    OUT/manifest.json            what made it, from what, in how many parts
    OUT/articles/part-00000.parquet   one file a part, for each table of schemas.OF_PARTS
    OUT/problems/reading.parquet      what could not be read
    OUT/reprints/groups.parquet  OUT/stories/stories.parquet   made of the whole
    OUT/making/staged/part-00000.parquet   articles as read
    OUT/making/kept/part-00000.parquet     extractions, signatures: written last, so that it says that a part is done

Every file is written beside its place and then moved there: a reader never meets half of one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import orjson

from ..errors import UsageError
from .needs import arrow, parquet
from .schemas import schema

FORMAT = 1


class Archive:
    """The folder at ``path``. Raises UsageError where it is no archive, or one that cannot be written."""

    def __init__(self, path: str | Path) -> None:
        """Name the folder; nothing is read or made yet."""
        self.path = Path(path)

    @property
    def manifest(self) -> dict[str, Any]:
        """What the folder says of itself. Raises UsageError where it is no archive."""
        file = self.path / "manifest.json"
        if not file.is_file():
            raise UsageError(
                f"{self.path}: this is no archive of sijill; make one with: sijill bulk INPUT... --out {self.path}"
            )
        found: dict[str, Any] = orjson.loads(file.read_bytes())
        if found.get("format") != FORMAT:
            raise UsageError(f"{self.path}: an archive of format {found.get('format')}; this sijill reads format {FORMAT}")
        return found

    def begin(self, resume: bool) -> bool:
        """Make the folder, or go on with it; whether articles are staged already. Raises UsageError where work is in it."""
        if not resume and self.path.exists() and any(self.path.iterdir()):
            raise UsageError(f"{self.path}: this folder is not empty; go on with --resume, or give another one")
        for name in ("making/staged", "making/kept"):
            (self.path / name).mkdir(parents=True, exist_ok=True)
        return resume and (self.path / "manifest.json").is_file()

    def declare(self, facts: Mapping[str, Any]) -> None:
        """Write the manifest."""
        self._put(self.path / "manifest.json", lambda to: to.write_bytes(orjson.dumps({"format": FORMAT, **facts})))

    def staged(self, part: int) -> Path:
        """The file of a part's articles as read."""
        return self.path / "making" / "staged" / f"part-{part:05}.parquet"

    def kept(self, part: int) -> Path:
        """The file of what is kept of a part; it is there once the part is done."""
        return self.path / "making" / "kept" / f"part-{part:05}.parquet"

    def parts(self) -> list[int]:
        """All parts, done or not."""
        return list(range(self.manifest["parts"]))

    def done(self) -> list[int]:
        """The parts that are done."""
        return [part for part in self.parts() if self.kept(part).is_file()]

    def commit(self, part: int, tables: Mapping[str, Any], kept: Any) -> None:
        """Put what was made of a part in: its tables, then what is kept of it."""
        for name, rows in tables.items():
            self.write(name, f"part-{part:05}", rows)
        self._write(self.kept(part), kept)

    def write(self, table: str, name: str, rows: Any) -> None:
        """Put an Arrow table in as one file of ``table``."""
        (self.path / table).mkdir(parents=True, exist_ok=True)
        self._write(self.path / table / f"{name}.parquet", rows)

    def read(self, table: str, columns: Sequence[str] | None = None) -> Any:
        """A table as one Arrow table, in the order of its parts, or those ``columns`` of it."""
        pa = arrow()
        pq = parquet()
        files = sorted((self.path / table).glob("*.parquet"))
        found = [pq.read_table(f, columns=list(columns) if columns else None) for f in files]
        if not found:
            empty = schema(table).empty_table()
            return empty.select(list(columns)) if columns else empty
        return pa.concat_tables(found)

    def each(self, part: int, columns: Sequence[str]) -> Iterator[dict[str, Any]]:
        """The rows of what is kept of a part, with these columns."""
        pq = parquet()
        for batch in pq.ParquetFile(self.kept(part)).iter_batches(batch_size=256, columns=list(columns)):
            yield from batch.to_pylist()

    def _write(self, file: Path, rows: Any) -> None:
        pq = parquet()
        self._put(file, lambda to: pq.write_table(rows, to, compression="zstd"))

    def _put(self, file: Path, write: Any) -> None:
        beside = file.with_name(f".{file.name}.{os.getpid()}")
        try:
            write(beside)
            beside.replace(file)
        except OSError as e:
            beside.unlink(missing_ok=True)
            raise UsageError(f"{file}: {e.strerror or e}; make room and go on with --resume") from e
