"""From an archive into a ledger: all of it, a part a transaction, or the articles of one story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

import orjson

from ..errors import UsageError
from ..ledger import Ledger, codec
from ..ledger.store import Made
from ..records import Article, Problem
from .archive import Archive


def fill(ledger: Ledger, archive: Archive, part: int, moment: datetime) -> int:
    """Put a part that is done into the ledger, in one transaction; how many articles of it were new there."""
    columns = ("article", "extraction", "passages")
    rows = (
        Made(codec.load(Article, row["article"]), row["extraction"], orjson.loads(row["passages"]))
        for row in archive.each(part, columns)
    )
    return ledger.fill(rows, archive.manifest["engine"], moment)


def fill_problems(ledger: Ledger, archive: Archive, moment: datetime) -> None:
    """Put what could not be read into the ledger."""
    for row in archive.read("problems").to_pylist():
        if row["stage"] == "reading":
            ledger.note(Problem(row["article"], row["stage"], row["code"], row["message"]), moment)


def pile_of(archive: Archive, story: str) -> Iterator[Article]:
    """The articles of a story, in the order they were read. Raises UsageError where there is no such story."""
    rows = archive.read("stories", ("story", "articles")).to_pylist()
    found = [row for row in rows if row["story"] == story]
    if not found:
        raise UsageError(f"{archive.path}: there is no story {story!r}; see: sijill stories {archive.path}")
    yield from named(archive, found[0]["articles"])


def named(archive: Archive, names: Sequence[str]) -> Iterator[Article]:
    """The articles of these names, in the order they were read."""
    wanted = set(names)
    for part in archive.parts():
        for row in archive.each(part, ("name", "article")):
            if row["name"] in wanted:
                yield codec.load(Article, row["article"])
