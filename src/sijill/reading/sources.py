"""Files, folders and standard input to articles, in order of name; each article once."""

from __future__ import annotations

import sys
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from ..records import Article, Problem
from .archives import unpacked
from .corrections import BESIDE, Correction, beside, correct, given
from .jsonrecords import read_json, read_jsonl
from .options import ReadOptions
from .plain import read_plain
from .web import read_feed, read_mhtml, read_page

COMPANIONS = ("README", "LICENSE", "NOTICE", "CHANGELOG", "CITATION")
"""Files that tell about a folder of articles; they are no articles and nobody misses them."""
SUFFIXES = (
    ".txt",
    ".json",
    ".jsonl",
    ".ndjson",
    ".html",
    ".htm",
    ".xhtml",
    ".mhtml",
    ".mht",
    ".rss",
    ".atom",
    ".xml",
    ".gz",
    ".zip",
)
LARGEST = 256 << 20
"""Bytes of a ``.txt`` or ``.json`` file, which is read whole; lists of records (``.jsonl``) have no limit."""


def read(inputs: Iterable[str | Path], options: ReadOptions | None = None) -> Iterator[Article | Problem]:
    """The articles of ``inputs`` (files, folders, ``-`` for standard input) and a Problem for what cannot be read.

    Where days or outlets are given (options, ``articles.toml``), all of the inputs are read before the first article
    comes out, because names may be given by their beginnings; otherwise articles come one by one.
    """
    options = options or ReadOptions()
    paths = [str(item) for item in inputs]
    notes, files, problems = _gather(paths)
    yield from problems
    if not notes and not options.published and not options.outlet:
        yield from _once(_all(files, options))
        return
    items = list(_once(_all(files, options)))
    articles = [x for x in items if isinstance(x, Article)]
    corrected, trouble = correct(articles, [*notes, *given(options)])
    yield from (x for x in items if isinstance(x, Problem))
    yield from trouble
    yield from corrected


def _gather(paths: list[str]) -> tuple[list[Correction], list[Path | None], list[Problem]]:
    """The corrections beside the inputs, the files in order (None: standard input), and what is no input."""
    files: list[Path | None] = []
    problems: list[Problem] = []
    folders: dict[Path, None] = {}
    for item in paths:
        path = Path(item)
        if item == "-":
            files.append(None)
        elif path.is_dir():
            found = sorted(p for p in path.rglob("*") if p.is_file() and not _hidden(p, path))
            files += [p for p in found if p.suffix.lower() in SUFFIXES]
            problems += _others(path, [p for p in found if p.suffix.lower() not in SUFFIXES and not _companion(p)])
            folders.update((p.parent, None) for p in found if p.name == BESIDE)
        elif path.name == BESIDE:
            folders[path.parent] = None
        else:
            files.append(path)
            if (path.parent / BESIDE).is_file():
                folders[path.parent] = None
    notes: list[Correction] = []
    for folder in folders:
        more, trouble = beside(folder / BESIDE)
        notes += more
        problems += trouble
    return notes, files, problems


def _companion(path: Path) -> bool:
    return path.name == BESIDE or path.stem.upper() in COMPANIONS


def _hidden(path: Path, folder: Path) -> bool:
    """Hidden files, and the folder of pictures and scripts that a browser saves beside a page."""
    parts = path.relative_to(folder).parts
    return any(p.startswith((".", "__MACOSX")) for p in parts) or any(p.endswith("_files") for p in parts[:-1])


def _others(folder: Path, files: list[Path]) -> Iterator[Problem]:
    if files:
        kinds = Counter(p.suffix.lower() or p.name for p in files)
        listed = ", ".join(f"{n} {k}" for k, n in sorted(kinds.items()))
        message = f"left out {listed}: articles are read from {', '.join(SUFFIXES)}"
        yield Problem(folder.name or str(folder), "reading", "unsupported", message)


def _all(files: list[Path | None], options: ReadOptions) -> Iterator[Article | Problem]:
    for file in files:
        name = file.stem if file else "stdin"
        try:
            yield from _file(file, name, options) if file else _stdin(name, options)
        except (OSError, UnicodeError, EOFError, zipfile.BadZipFile, zlib.error) as e:
            message = f"{file or name}: {type(e).__name__}: {e}; check that the file is there and may be read"
            yield Problem(name, "reading", "unreadable", message)


def _file(path: Path, name: str, options: ReadOptions) -> Iterator[Article | Problem]:
    suffix = path.suffix.lower()
    if suffix in (".gz", ".zip"):
        for member in unpacked(path):
            yield from [member] if isinstance(member, Problem) else _stream(*member, options)
    elif suffix not in (".jsonl", ".ndjson") and path.stat().st_size > LARGEST:
        message = f"{path.name}: {path.stat().st_size:,} bytes, and the most is {LARGEST:,}; split it, or give a .jsonl list"
        yield Problem(name, "reading", "too_large", message)
    else:
        with path.open("rb") as stream:
            yield from _stream(name, suffix, stream, options)


def _stream(name: str, suffix: str, stream: BinaryIO, options: ReadOptions) -> Iterator[Article | Problem]:
    """The articles of one file's bytes, by its suffix."""
    if suffix in (".jsonl", ".ndjson"):
        yield from read_jsonl(name, stream, options.fields)
    elif suffix == ".json":
        yield from read_json(name, stream.read(), options.fields)
    elif suffix in (".html", ".htm", ".xhtml"):
        yield from read_page(name, stream.read())
    elif suffix in (".mhtml", ".mht"):
        yield from read_mhtml(name, stream.read())
    elif suffix in (".rss", ".atom", ".xml"):
        yield from read_feed(name, stream.read())
    elif suffix == ".txt":
        yield from read_plain(name, stream.read())
    else:
        message = f"{name}{suffix}: articles are read from {', '.join(SUFFIXES)}; save it as one of these"
        yield Problem(name, "reading", "unsupported", message)


def _stdin(name: str, options: ReadOptions) -> Iterator[Article | Problem]:
    """Standard input: JSON or lines of JSON where it begins like that, else one page's text."""
    data = sys.stdin.buffer.read(LARGEST + 1)
    if len(data) > LARGEST:
        yield Problem(name, "reading", "too_large", f"more than {LARGEST:,} bytes; give files instead")
        return
    head = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith((b"{", b"[")):
        lines = data.split(b"\n", 1)
        single = len(lines) > 1 and lines[0].rstrip().endswith(b"}") and lines[1].strip().startswith(b"{")
        yield from read_jsonl(name, BytesIO(data), options.fields) if single else read_json(name, data, options.fields)
    elif head.lower().startswith((b"<?xml", b"<rss", b"<feed", b"<rdf")) and b"<html" not in data[:2048].lower():
        yield from read_feed(name, data)
    elif head.startswith(b"<"):
        yield from read_page(name, data)
    else:
        yield from read_plain(name, data)


def _once(items: Iterator[Article | Problem]) -> Iterator[Article | Problem]:
    """Each article once; where two of one name differ, the later one's name takes a short content hash."""
    names: dict[str, str] = {}
    contents: dict[str, str] = {}
    for item in items:
        if isinstance(item, Problem):
            yield item
            continue
        first = contents.get(item.digest)
        if first is not None:
            message = f"the same content as {first}; it is read once"
            yield Problem(item.name, "reading", "duplicate", message)
            continue
        name = item.name if item.name not in names else f"{item.name}-{item.digest[:8]}"
        names[name] = contents[item.digest] = item.digest
        contents[item.digest] = name
        yield item if name == item.name else replace(item, name=name)
