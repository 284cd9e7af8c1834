"""Files, folders and standard input to articles, in order of name."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..records import Article, Problem
from .jsonrecords import read_json, read_jsonl
from .plain import read_plain


def read(inputs: Iterable[str | Path]) -> Iterator[Article | Problem]:
    """The articles of ``inputs`` (files, folders, ``-`` for standard input) and a Problem for what cannot be read."""
    for item in inputs:
        if str(item) == "-":
            yield read_plain("stdin", sys.stdin.buffer.read())
            continue
        path = Path(item)
        for file in sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]:
            yield from _file(file)


def _file(path: Path) -> Iterator[Article | Problem]:
    try:
        if path.suffix == ".json":
            yield from read_json(path.stem, path.read_bytes())
        elif path.suffix == ".jsonl":
            with path.open("rb") as lines:
                yield from read_jsonl(path.stem, lines)
        elif path.suffix == ".txt":
            yield read_plain(path.stem, path.read_bytes())
    except Exception as e:
        yield Problem(path.stem, "reading", "unreadable", f"{path}: {type(e).__name__}: {e}")
