"""What an archive may unpack to, counted over all its layers, so that a small file cannot fill memory or run for hours."""

from __future__ import annotations

import io
from typing import BinaryIO

FREE = 256 << 20
"""Bytes any input may unpack to, however small it is."""
RATIO = 300
"""How many times its packed size an input may become beyond that. Saved pages reach 20."""
DEPTH = 5
"""Layers: a page in a tar in a gzip in a zip has three."""
MEMBERS = 1_000_000
"""Files in one archive."""
CHUNK = 1 << 16


class TooLargeError(OSError):
    """Raised inside of reading when a limit is passed; it never leaves the package's entry, which makes it a Problem."""


class Budget:
    """Bytes that one outer input of ``packed`` bytes may still unpack to."""

    def __init__(self, packed: int) -> None:
        self.left = max(FREE, RATIO * packed)

    def take(self, size: int) -> None:
        """Counts ``size`` bytes more. Raises TooLargeError when there are too many."""
        self.left -= size
        if self.left < 0:
            raise TooLargeError(f"it unpacks to more than {FREE:,} bytes and {RATIO} times its size")


class Guarded(io.RawIOBase):
    """``stream``, every byte of which is taken from ``budget``; ``most`` bytes at most where it is given."""

    def __init__(self, stream: BinaryIO, budget: Budget, most: int | None = None) -> None:
        super().__init__()
        self._stream, self._budget, self._most, self._seen = stream, budget, most, 0

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fills ``buffer`` as far as one read goes; 0 at the end."""
        got = self._stream.read(min(len(buffer), CHUNK))
        self._seen += len(got)
        self._budget.take(len(got))
        if self._most is not None and self._seen > self._most:
            raise TooLargeError(f"it unpacks to more than {RATIO} times its size")
        buffer[: len(got)] = got
        return len(got)


def guarded(stream: BinaryIO, budget: Budget, packed: int | None = None) -> BinaryIO:
    """``stream`` with the limits of ``budget``, and of its own ``packed`` size where that is known."""
    most = max(1 << 20, RATIO * packed) if packed is not None else None
    return io.BufferedReader(Guarded(stream, budget, most), CHUNK)
