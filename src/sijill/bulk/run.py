"""A whole archive in one go: staged, worked on a part at a time, reprints and stories found, a ledger filled on the way."""

from __future__ import annotations

import contextlib
import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from .. import __version__
from ..errors import UsageError
from ..ledger import Ledger
from ..ledger.engine import engine
from ..reading.options import ReadOptions
from . import groups, stories
from .archive import Archive
from .engine import BYTES, mapped, running, together
from .filling import fill, fill_problems
from .needs import arrow, parquet, silence
from .schemas import OF_PARTS, rows_of, schema
from .staging import stage

TRIES = 3
"""How often the engine is started again without a part done in between: a killed process fails the native engine's run."""
RUNNERS = ("native", "ray")


@dataclass(frozen=True, slots=True)
class Settings:
    """``workers``: processes (None: one a processor); ``parts``: None lets the archive's size decide; ``moment``: now."""

    moment: datetime
    runner: str = "native"
    ray: str | None = None
    parts: int | None = None
    workers: int | None = None
    resume: bool = False
    ledger: Path | None = None
    options: ReadOptions = field(default_factory=ReadOptions)


@dataclass(frozen=True, slots=True)
class Step:
    """How far a run is: ``stage`` reading, extraction, reprints, stories; articles done of all."""

    stage: str
    done: int
    of: int | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to; ``compared`` counts the pairs that were looked at for reprints and for stories."""

    articles: int
    parts: int
    problems: int
    groups: int
    stories: int
    compared: tuple[int, int]


def run(inputs: Sequence[str], out: str | Path, settings: Settings, tell: Callable[[Step], None] = lambda _: None) -> Outcome:
    """Work through ``inputs`` into the archive ``out``; with ``resume`` only what is not done yet.

    Raises UsageError where something is missing or the folder cannot be used; trouble with an article is a row of the
    table of problems.
    """
    silence()
    arrow()
    if settings.runner not in RUNNERS:
        raise UsageError(f"there is no runner {settings.runner!r}; use one of {', '.join(RUNNERS)}")
    archive = Archive(out)
    if not archive.begin(settings.resume):
        tell(Step("reading", 0, None))
        count, parts = stage(archive, inputs, settings.options, settings.parts)
        facts = {"articles": count, "parts": parts, "inputs": list(inputs), "engine": engine(), "sijill": __version__}
        archive.declare(facts)
    if archive.manifest["engine"] != engine():
        raise UsageError(f"{archive.path}: begun by another sijill; begin anew in another folder")
    with running(settings.runner, settings.ray, settings.workers) as daft:
        _extract(daft, archive, settings, tell)
        tell(Step("reprints", 0, None))
        kept = [archive.kept(part) for part in archive.parts()]
        found = groups.compare(archive, groups.candidates(together(daft, kept) if kept else ()))
    return _whole(archive, found, tell)


def _whole(archive: Archive, found: groups.Found, tell: Callable[[Step], None]) -> Outcome:
    """What is made of all parts together: groups of reprints, and stories."""
    pa = arrow()
    columns = ("number", "article", "latest")
    articles = {row["number"]: row for row in archive.read("articles", columns).to_pylist()}
    rows = list(groups.rows(found, articles))
    archive.write("reprints", "groups", pa.Table.from_pylist(rows, schema=schema("reprints")))
    tell(Step("stories", 0, None))
    told, compared = stories.find(archive, groups.components((p.a, p.b) for p in found.pairs))
    listed = [{name: getattr(s, name) for name in s.__slots__} for s in told]
    archive.write("stories", "stories", pa.Table.from_pylist(listed, schema=schema("stories")))
    problems = archive.read("problems", ("article",)).num_rows
    return Outcome(
        len(articles), len(archive.parts()), problems, len({r["group"] for r in rows}), len(told), (found.compared, compared)
    )


def _extract(daft: Any, archive: Archive, settings: Settings, tell: Callable[[Step], None]) -> None:
    """Work on the parts that are not done; each is put in whole, and into the ledger, as soon as it is complete."""
    of, sizes = archive.manifest["articles"], {part: _size(archive, part) for part in archive.parts()}
    done = sum(sizes[part] for part in archive.done())
    tell(Step("extraction", done, of))
    with contextlib.ExitStack() as stack:
        ledger = stack.enter_context(Ledger(settings.ledger, create=True)) if settings.ledger else None
        if ledger:
            fill_problems(ledger, archive, settings.moment)
            for part in archive.done():
                fill(ledger, archive, part, settings.moment)
        for part in _tried(daft, archive, settings):
            if ledger:
                fill(ledger, archive, part, settings.moment)
            done += sizes[part]
            tell(Step("extraction", done, of))


def _tried(daft: Any, archive: Archive, settings: Settings) -> Iterator[int]:
    """The parts as they are done; the engine is started again where it fails, unless it comes no further."""
    tries = 0
    while todo := [part for part in archive.parts() if part not in set(archive.done())]:
        said = "it ended before its work was done"
        try:
            for part in _parts(daft, archive, todo, settings):
                tries = 0
                yield part
        except (UsageError, GeneratorExit):
            raise
        except Exception as e:
            said = str(e).splitlines()[0] if str(e) else type(e).__name__
        tries += 1
        if tries >= TRIES and archive.done() != archive.parts():
            raise UsageError(f"the engine stopped {tries} times: {said}; go on with --resume --out {archive.path}")


def _parts(daft: Any, archive: Archive, todo: Sequence[int], settings: Settings) -> Iterator[int]:
    """The parts as they are done, each put into the archive."""
    workers = settings.workers or os.cpu_count() or 1
    sizes = {part: _size(archive, part) for part in todo}
    waiting: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in mapped(daft, [archive.staged(part) for part in todo], workers):
        part = row["part"]
        waiting[part].append(row)
        if len(waiting[part]) == sizes[part]:
            _commit(archive, part, waiting.pop(part))
            yield part


def _commit(archive: Archive, part: int, rows: list[dict[str, Any]]) -> None:
    pq = parquet()
    pa = arrow()
    rows.sort(key=lambda row: row["number"])
    made = {name: rows_of(name, b"".join(row[name] for row in rows)) for name in OF_PARTS}
    read = pq.read_table(archive.staged(part)).sort_by("number")
    kept = pa.table(
        {
            "number": read["number"], "article": read["article"], "name": made["articles"]["article"],
            "extraction": pa.array([row["extraction"] for row in rows], pa.binary()),
            "passages": pa.array([row["passages"] for row in rows], pa.binary()),
            "bands": pa.array([row["bands"] for row in rows], pa.list_(pa.int64())),
            "shingles": pa.array([row["shingles"] for row in rows], pa.binary()),
        }
    )  # fmt: skip
    archive.commit(part, made, kept)


def _size(archive: Archive, part: int) -> int:
    pq = parquet()
    return int(pq.ParquetFile(archive.staged(part)).metadata.num_rows)


__all__ = ["BYTES", "Outcome", "Settings", "Step", "run"]
