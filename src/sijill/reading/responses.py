"""What a server answered (or a crawler kept) to articles: the one way for fetched addresses and for records of a WARC."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from ..records import Article, Problem
from .inputs import HEAD, Input, kind_of_response
from .kinds import read_input
from .options import ReadOptions
from .packed import Budget, TooLargeError
from .packed.encodings import header, undone


def read_response(
    name: str,
    data: bytes,
    headers: Iterable[tuple[str, str]] | Mapping[str, str],
    address: str | None = None,
    options: ReadOptions | None = None,
    seen: date | None = None,
) -> Iterator[Article | Problem]:
    """The articles of a body of HTTP, fetched from ``address`` on the day ``seen``.

    ``Content-Encoding`` is undone here where the bytes still have it, ``Transfer-Encoding`` is not. ``Content-Type`` chooses
    the reader; where it is missing, broad or plainly wrong, the bytes do. ``seen`` bounds the day of publication.
    """
    pairs = list(headers.items()) if isinstance(headers, Mapping) else list(headers)
    try:
        data = undone(data, pairs)
    except ValueError as e:
        yield Problem(name, "reading", "undecodable", f"{e}; fetch it again without compression")
        return
    except TooLargeError as e:
        yield Problem(name, "reading", "too_large", f"{e}; it is left out")
        return
    suffix = kind_of_response(header(pairs, "content-type"), data[:HEAD])
    item = Input(name, suffix, io.BytesIO(data), address, seen)
    yield from read_input(item, options or ReadOptions(), Budget(len(data)))
