"""Files, folders and standard input to articles, in order of name; each article once."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from ..records import Article, Problem
from .corrections import BESIDE, Correction, beside, correct, given
from .inputs import Input, kind_of, peeked
from .kinds import COMPANIONS, SUFFIXES, left_out, read_input
from .options import ReadOptions
from .packed import Budget
from .web.quick import ready


def read(inputs: Iterable[str | Path], options: ReadOptions | None = None) -> Iterator[Article | Problem]:
    """The articles of ``inputs`` (files, folders, ``-`` for standard input) and a Problem for what cannot be read.

    Where days or outlets are given (options, ``articles.toml``), all of the inputs are read before the first article
    comes out, because names may be given by their beginnings; otherwise articles come one by one. Raises
    UsageError where the quick reading of pages is asked for and resiliparse is not installed.
    """
    options = options or ReadOptions()
    if options.quick:
        ready()
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
            others = Counter(
                p.suffix.lower() or p.name for p in found if p.suffix.lower() not in SUFFIXES and not _companion(p)
            )
            problems += left_out(path.name or str(path), others)
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


def _all(files: list[Path | None], options: ReadOptions) -> Iterator[Article | Problem]:
    for file in files:
        try:
            yield from _file(file, options) if file else _stdin(options)
        except OSError as e:
            message = f"{file or 'stdin'}: {type(e).__name__}: {e}; check that the file is there and may be read"
            yield Problem(file.stem if file else "stdin", "reading", "unreadable", message)


def _file(path: Path, options: ReadOptions) -> Iterator[Article | Problem]:
    with path.open("rb") as stream:
        yield from read_input(Input(path.stem, path.suffix.lower(), stream), options, Budget(path.stat().st_size))


def _stdin(options: ReadOptions) -> Iterator[Article | Problem]:
    """Standard input, of the kind that its bytes begin like."""
    head, stream = peeked(sys.stdin.buffer)
    yield from read_input(Input("stdin", kind_of(head), stream), options)


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
