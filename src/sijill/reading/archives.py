"""Compressed and packed inputs (``.gz``, ``.zip``) opened with limits; nothing is ever written to disk."""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from ..records import Problem

LARGEST = 256 << 20
"""Bytes of one member when unpacked."""
TOTAL = 2 << 30
"""Bytes of a whole archive when unpacked."""
RATIO = 300
"""How many times its packed size a member may become before it counts as a bomb."""
MEMBERS = 100_000
PACKED = (".zip", ".gz", ".tar", ".tgz", ".bz2", ".xz", ".7z", ".rar", ".zst")


def unpacked(path: Path) -> Iterator[tuple[str, str, BinaryIO] | Problem]:
    """Name, suffix and bytes of each member of an archive in order of name; a Problem for what is not opened."""
    if path.suffix.lower() == ".gz":
        yield from _gzip(path)
    else:
        yield from _zip(path)


def _gzip(path: Path) -> Iterator[tuple[str, str, BinaryIO] | Problem]:
    inner = Path(path.stem)
    if inner.suffix.lower() in PACKED:
        yield _nested(path.stem)
    elif inner.suffix.lower() in (".jsonl", ".ndjson"):  # a list is read as a stream, a record at a time
        with gzip.open(path, "rb") as stream:
            yield inner.stem, inner.suffix.lower(), stream  # type: ignore[misc]
    else:
        with gzip.open(path, "rb") as stream:
            data = _limited(stream, path.stat().st_size)  # type: ignore[arg-type]
        yield (inner.stem, inner.suffix.lower(), BytesIO(data)) if data is not None else _bomb(path.name)


def _zip(path: Path) -> Iterator[tuple[str, str, BinaryIO] | Problem]:
    with zipfile.ZipFile(path) as archive:
        members = sorted((m for m in archive.infolist() if not m.is_dir()), key=lambda m: m.filename)
        if len(members) > MEMBERS or sum(m.file_size for m in members) > TOTAL:
            message = f"{path.name} holds more than {MEMBERS:,} files or {TOTAL:,} bytes; split it"
            yield Problem(path.stem, "reading", "too_large", message)
            return
        for member in members:
            yield from _member(archive, member)


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[tuple[str, str, BinaryIO] | Problem]:
    inner = PurePosixPath(member.filename)
    if inner.name.startswith(".") or inner.parts[0] == "__MACOSX":
        return
    if inner.suffix.lower() in PACKED:
        yield _nested(inner.name)
        return
    try:
        with archive.open(member) as stream:
            data = _limited(stream, member.compress_size)  # type: ignore[arg-type]
    except (RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error, EOFError) as e:
        yield Problem(inner.stem, "reading", "unreadable", f"{member.filename}: {e}; unpack it and give the files")
        return
    yield (inner.stem, inner.suffix.lower(), BytesIO(data)) if data is not None else _bomb(member.filename)


def _limited(stream: BinaryIO, packed: int) -> bytes | None:
    """What ``stream`` unpacks to; None where it grows past the limits."""
    most = min(LARGEST, max(1 << 20, RATIO * max(packed, 1)))
    data = stream.read(most + 1)
    return data if len(data) <= most else None


def _bomb(name: str) -> Problem:
    message = f"{name} unpacks to more than {LARGEST:,} bytes or {RATIO} times its size; unpack it yourself if you trust it"
    return Problem(Path(name).stem, "reading", "too_large", message)


def _nested(name: str) -> Problem:
    return Problem(
        Path(name).stem, "reading", "nested_archive", f"{name}: an archive in an archive is not opened; unpack it first"
    )
