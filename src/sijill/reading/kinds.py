"""Which reader reads what: by the suffix of a file's name, what a server declares, or the bytes themselves."""

from __future__ import annotations

import lzma
import tarfile
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

import zstandard

from ..errors import SijillError
from ..records import Article, Problem
from .admission import Stated
from .documents import mail, pdf, plain, read_mail, read_mbox, read_pdf, read_plain
from .inputs import Input
from .newsroom import newsml, read_newsml
from .options import ReadOptions
from .packed import DEPTH, OPENERS, Budget, TooLargeError, members_of
from .rows import read_json, read_jsonl, read_table
from .web import lists, pages, read_feed, read_mhtml, read_page
from .web.lists import is_page, read_list, root_of

Reader = Callable[[Input, ReadOptions], Iterator[Article | Problem]]

BROKEN = (
    OSError, UnicodeError, EOFError, RuntimeError, NotImplementedError,
    zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, zstandard.ZstdError,
)  # fmt: skip
"""What Python's own readers raise for packed bytes that are torn or broken."""


def _page(item: Input, options: ReadOptions) -> Iterator[Article | Problem]:
    return read_page(item.name, item.stream.read(pages.LARGEST + 1), item.address, item.seen, options.quick)


def _mhtml(item: Input, options: ReadOptions) -> Iterator[Article | Problem]:
    return read_mhtml(item.name, item.stream.read(pages.LARGEST + 1))


def _plain(item: Input, options: ReadOptions) -> Iterator[Article | Problem]:
    return read_plain(item.name, item.stream.read(plain.LARGEST + 1), Stated(url=item.address, seen=item.seen))


def _xml(item: Input, options: ReadOptions) -> Iterator[Article | Problem]:
    """Feeds, newsroom items and lists of addresses, told apart by their first element."""
    data = item.stream.read(lists.LARGEST + 1)
    root = root_of(data)
    if root in ("newsmessage", "newsitem", "packageitem"):
        yield from read_newsml(item.name, data[: newsml.LARGEST + 1])
    elif root in ("urlset", "sitemapindex", "opml"):
        yield from _addresses(item.name, data)
    elif item.suffix == ".xml" and is_page(data):
        yield from read_page(item.name, data, item.address, item.seen, options.quick)
    else:
        yield from read_feed(item.name, data)


def _addresses(name: str, data: bytes) -> Iterator[Problem]:
    """A list of addresses holds no article: say how many there are and what reads them."""
    found = list(read_list(name, data))
    count = sum(not isinstance(x, Problem) for x in found)
    yield from (x for x in found if isinstance(x, Problem))
    if count:
        message = (
            f"it lists {count:,} addresses and holds no article; sijill watch LEDGER follows it, sijill add takes addresses"
        )
        yield Problem(name, "reading", "addresses", message)


def _mail(item: Input, options: ReadOptions) -> Iterator[Article | Problem]:
    return read_mail(item.name, item.stream.read(mail.LARGEST + 1))


def _mbox(item: Input, options: ReadOptions) -> Iterator[Article | Problem]:
    return read_mbox(item.name, item.stream)


def _pdf(item: Input, options: ReadOptions) -> Iterator[Article | Problem]:
    return read_pdf(item.name, item.stream.read(pdf.LARGEST + 1), item.seen, item.address)


def _table(item: Input, options: ReadOptions) -> Iterator[Article | Problem]:
    return read_table(item.name, item.stream, options)


def _json(item: Input, options: ReadOptions) -> Iterator[Article | Problem]:
    return read_json(item.name, item.stream, options)


def _jsonl(item: Input, options: ReadOptions) -> Iterator[Article | Problem]:
    return read_jsonl(item.name, item.stream, options)


READERS: dict[str, Reader] = {
    ".txt": _plain,
    ".json": _json,
    ".jsonl": _jsonl,
    ".ndjson": _jsonl,
    ".html": _page,
    ".htm": _page,
    ".xhtml": _page,
    ".mhtml": _mhtml,
    ".mht": _mhtml,
    ".rss": _xml,
    ".atom": _xml,
    ".rdf": _xml,
    ".opml": _xml,
    ".xml": _xml,
    ".csv": _table,
    ".tsv": _table,
    ".eml": _mail,
    ".mbox": _mbox,
    ".pdf": _pdf,
}
SUFFIXES = (*READERS, *OPENERS)
COMPANIONS = ("README", "LICENSE", "NOTICE", "CHANGELOG", "CITATION", "ARTICLES")
"""Files that tell about a folder of articles; they are no articles and nobody misses them."""


def read_input(item: Input, options: ReadOptions, budget: Budget | None = None, depth: int = 0) -> Iterator[Article | Problem]:
    """The articles of one input, archives taken apart to a depth; never raises for what the bytes are."""
    budget = budget or Budget(0)
    try:
        if item.suffix in OPENERS:
            yield from _opened(item, options, budget, depth)
        elif item.suffix in READERS:
            yield from READERS[item.suffix](item, options)
        else:
            message = f"{item.name}{item.suffix}: articles are read from {', '.join(SUFFIXES)}; save it as one of these"
            yield Problem(item.name, "reading", "unsupported", message)
    except TooLargeError as e:
        message = f"{item.name}{item.suffix}: {e}; unpack it yourself if you trust it, or split it"
        yield Problem(item.name, "reading", "too_large", message)
    except BROKEN as e:
        message = f"{item.name}{item.suffix}: {type(e).__name__}: {' '.join(str(e).split())[:160]}; fetch or save it again"
        yield Problem(item.name, "reading", "unreadable", message)
    except SijillError:
        raise
    except Exception as e:
        message = f"{item.name}{item.suffix}: {type(e).__name__}: {e}; the rest is read, please report it with the file"
        yield Problem(item.name, "reading", "failed", message)


def _opened(item: Input, options: ReadOptions, budget: Budget, depth: int) -> Iterator[Article | Problem]:
    if depth >= DEPTH:
        message = f"{item.name}{item.suffix}: archives in archives are opened to a depth of {DEPTH}; unpack it first"
        yield Problem(item.name, "reading", "nested_archive", message)
        return
    others: Counter[str] = Counter()
    empty = True
    for member in members_of(item, budget):
        empty = False
        if isinstance(member, Problem):
            yield member
        elif member.suffix in READERS or member.suffix in OPENERS:
            yield from read_input(member, options, budget, depth + 1)
        elif member.name.upper() not in COMPANIONS:
            others[member.suffix or member.name[:40]] += 1
    yield from left_out(item.name, others)
    if empty:
        yield Problem(item.name, "reading", "empty", f"there is nothing to read in {item.name}{item.suffix}; see what it holds")


def left_out(name: str, kinds: Mapping[str, int]) -> Iterator[Problem]:
    """The Problem of files that no reader takes, if there are any: how many of each suffix."""
    if kinds:
        listed = ", ".join(f"{n} {k}" for k, n in sorted(kinds.items()))
        yield Problem(name, "reading", "unsupported", f"left out {listed}: articles are read from {', '.join(SUFFIXES)}")
