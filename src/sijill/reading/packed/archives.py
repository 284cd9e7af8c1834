"""``.gz``, ``.zst``, ``.zip``, ``.wacz`` and ``.tar``: the inputs in them, one after the other."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Any, BinaryIO, cast

import zstandard

from ...records import Problem
from ..inputs import Input, kind_of, peeked
from .limits import MEMBERS, Budget, TooLargeError, guarded
from .warc import responses

NESTED = 64 << 20
"""Bytes of a zip in another archive: it must be held in memory, because its table of contents stands at its end."""
WINDOW = 128 << 20
"""The most memory that unpacking zstd may ask for."""

Opener = Callable[[Input, Budget], Iterator[Input | Problem]]


def _gzip(item: Input, budget: Budget) -> Iterator[Input | Problem]:
    with gzip.GzipFile(fileobj=item.stream) as stream:
        yield _inside(item, guarded(cast(BinaryIO, stream), budget))


def _zstd(item: Input, budget: Budget) -> Iterator[Input | Problem]:
    unpacker = zstandard.ZstdDecompressor(max_window_size=WINDOW)
    with unpacker.stream_reader(item.stream, read_across_frames=True, closefd=False) as stream:
        yield _inside(item, guarded(cast(BinaryIO, stream), budget))


def _inside(item: Input, stream: BinaryIO) -> Input:
    """The one input in a compressed one: ``a.jsonl.gz`` holds ``a.jsonl``; without a suffix the bytes tell the kind."""
    inner = PurePosixPath(item.name)
    if inner.suffix and inner.suffix[1:].isalnum():
        return Input(inner.stem, inner.suffix.lower(), stream, item.address, item.seen)
    head, stream = peeked(stream)
    return Input(item.name, kind_of(head), stream, item.address, item.seen)


def _tgz(item: Input, budget: Budget) -> Iterator[Input | Problem]:
    for inner in _gzip(item, budget):
        yield Input(item.name, ".tar", inner.stream) if isinstance(inner, Input) else inner


def _zip(item: Input, budget: Budget) -> Iterator[Input | Problem]:
    with zipfile.ZipFile(_seekable(item)) as archive:
        yield from _members(item, archive, budget, lambda path: True)


def _wacz(item: Input, budget: Budget) -> Iterator[Input | Problem]:
    """A web archive collection: only its WARCs hold articles, the rest of it is indexes and logs."""
    with zipfile.ZipFile(_seekable(item)) as archive:
        yield from _members(item, archive, budget, lambda path: path.lower().endswith((".warc", ".warc.gz", ".warc.zst")))


def _seekable(item: Input) -> BinaryIO:
    if item.stream.seekable():
        return item.stream
    data = item.stream.read(NESTED + 1)
    if len(data) > NESTED:
        raise TooLargeError(f"a zip inside of another archive may have {NESTED:,} bytes")
    return io.BytesIO(data)


def _members(item: Input, archive: zipfile.ZipFile, budget: Budget, wanted: Callable[[str], bool]) -> Iterator[Input | Problem]:
    members = sorted((m for m in archive.infolist() if not m.is_dir()), key=lambda m: m.filename)
    if len(members) > MEMBERS:
        yield Problem(item.name, "reading", "too_large", f"it holds more than {MEMBERS:,} files; split it")
        return
    for member in members:
        path = PurePosixPath(member.filename.replace("\\", "/"))
        if _hidden(path) or not wanted(member.filename):
            continue
        try:
            with archive.open(member) as stream:
                yield Input(path.stem, path.suffix.lower(), guarded(cast(BinaryIO, stream), budget, member.compress_size))
        except TooLargeError:
            raise
        except Exception as e:  # zipfile raises what it likes for entries that lie
            message = f"{member.filename}: {e}; unpack it and give the files"
            yield Problem(path.stem, "reading", "unreadable", message)


class _Ending:
    """A stream that fails when it is read past its end again and again, as tarfile does with a size that is a lie."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._ended = stream, 0

    def read(self, size: int) -> bytes:
        """The next bytes. Raises EOFError."""
        got = self._stream.read(size)
        self._ended += not got
        if self._ended > 3:
            raise EOFError("the archive ends before its files do")
        return got


def _tar(item: Input, budget: Budget) -> Iterator[Input | Problem]:
    count = 0
    with tarfile.open(fileobj=cast(BinaryIO, _Ending(item.stream)), mode="r|", errorlevel=0) as archive:
        for member in archive:
            count += 1
            if count > MEMBERS:
                yield Problem(item.name, "reading", "too_large", f"it holds more than {MEMBERS:,} files; split it")
                return
            cast(Any, archive).members.clear()  # else it keeps an entry for every file it ever saw
            path = PurePosixPath(member.name)
            stream = archive.extractfile(member) if member.isreg() and not _hidden(path) else None
            if stream is not None:
                yield Input(path.stem, path.suffix.lower(), guarded(cast(BinaryIO, stream), budget))


def _hidden(path: PurePosixPath) -> bool:
    return path.name.startswith(".") or path.name == "" or path.parts[0] == "__MACOSX"


def members_of(item: Input, budget: Budget) -> Iterator[Input | Problem]:
    """The inputs in a packed one, in order. Raises TooLargeError; what else its tools raise is a Problem that ends it."""
    try:
        yield from OPENERS[item.suffix](item, budget)
    except TooLargeError:
        raise
    except Exception as e:  # Python's own readers of archives raise what they like for bytes that lie
        why = " ".join(str(e).split())[:160]
        message = f"{item.name}{item.suffix}: {type(e).__name__}: {why}; what came before it is read, fetch or save it again"
        yield Problem(item.name, "reading", "unreadable", message)


OPENERS: dict[str, Opener] = {
    ".gz": _gzip,
    ".zst": _zstd,
    ".zip": _zip,
    ".wacz": _wacz,
    ".tar": _tar,
    ".tgz": _tgz,
    ".warc": responses,
}
"""By suffix: what takes an input apart. Member names are names only; nothing is ever written under them."""
