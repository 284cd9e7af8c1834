"""The way in for every text, whatever it came in: what is wrong with it, what of it is furniture, what day it is of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from ..language.orthography import fold_word
from ..language.tables import table
from ..records import Article, Problem, Proof, Published
from .chrome import chrome, masthead, visible_day
from .identity import digest
from .stamps import possible, url_day

LONGEST = 2_000_000
"""Characters of one article. The longest newspaper pages hold some 200,000."""
LINES = 20_000
"""Lines of one article."""
HEAD = 20_000
BYLINE, SIGNERS = 120, 8
"""Characters of one name of a byline, and names of it; what is longer is a text about the author."""
_ODD = re.compile("[\x01-\x08\x0e-\x19\x1b-\x1f\x7f-\x9f]")
_HIDDEN = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ADDRESS = re.compile(r"@|://|^www\.")
_LETTERS = re.compile(r"[^\W\d_]+")
_ARABIC = re.compile("[\u0600-\u077f\ufb50-\ufefc]+")
UNKNOWN = Published()


@dataclass(frozen=True, slots=True)
class Stated:
    """What an input states of its article beside the text; None for what it does not state.

    ``seen``: the day it was fetched or crawled, the latest on which it can have been published. ``byline``: the names
    it is signed with, as they stand.
    """

    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    published: Published = UNKNOWN
    seen: date | None = None
    byline: Sequence[str] = ()


def admit(
    name: str, text: str, stated: Stated, encoding: str = "", replaced: int = 0, page: bool = False
) -> Iterator[Article | Problem]:
    """The article of ``text`` with what there is to say about it; a Problem alone where it can be none.

    NULs become spaces, so that offsets stay. ``page``: the text is a whole page's, whose masthead tells what ``stated``
    does not. ``encoding`` and ``replaced`` tell how the text was decoded, and how many characters that cost.
    """
    trouble = fatal(name, text)
    if trouble:
        yield trouble
        return
    yield from warnings(name, text, encoding, replaced)
    text = text.replace("\0", " ")
    furniture = chrome(text)
    outlet, url, title = stated.outlet, stated.url, stated.title
    if page:
        head = masthead(text, furniture)
        outlet, url, title = outlet or head.outlet, url or head.url, title or head.title
    yield Article(
        name=name, text=text, outlet=outlet, url=url, title=title, published=_day(stated, text), chrome=furniture,
        digest=digest(text, stated.outlet, stated.url), byline=signed(stated.byline, outlet),
    )  # fmt: skip


def names_in(value: Any) -> list[str]:
    """The names in a string, an object with a ``name``, or a list of these; of anything else none."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list | tuple):
        return [n for one in value[:SIGNERS] if not isinstance(one, list | tuple) for n in names_in(one)]
    if isinstance(value, Mapping):
        return [n for n in (value.get("name"),) if isinstance(n, str)]
    return []


def signed(names: Sequence[str], outlet: str | None) -> str | None:
    """The byline of ``names``, each once; None where none of them names a writer.

    The outlet itself, an address, a handle, and the account of a publishing system ("admin") are no writers.
    """
    others = _accounts() | {_same(outlet or "")}
    kept: dict[str, str] = {}
    for name in (" ".join(n.replace("\0", " ").split()) for n in names[:SIGNERS]):
        if len(name) <= BYLINE and _LETTERS.search(name) and not _ADDRESS.search(name) and _same(name) not in others:
            kept.setdefault(_same(name), name)
    return "\u060c ".join(kept.values()) or None


@cache
def _accounts() -> frozenset[str]:
    return frozenset(_same(name) for name in table("columns")["accounts"])


def _same(name: str) -> str:
    return " ".join(fold_word(name).lower().split())


def _day(stated: Stated, text: str) -> Published:
    """The day that is stated, else of a line of the text, else in the address, else the day it was seen, as a bound."""
    if stated.published.earliest:
        return stated.published
    visible = visible_day(text)
    if visible.latest and (stated.seen is None or visible.latest <= stated.seen):
        return visible
    day = url_day(stated.url)
    if possible(day) and (stated.seen is None or day is None or day <= stated.seen):
        return Published(day, day, "url", (Proof(f"address {stated.url}"),))
    if stated.seen and not stated.published.latest:
        return Published(None, stated.seen, "inferred", (Proof(f"crawled {stated.seen}"),))
    return stated.published


def fatal(name: str, text: str) -> Problem | None:
    """Why ``text`` cannot be an article here, if it cannot."""
    if not text.strip():
        return Problem(name, "reading", "empty", "there is no text in it; give the article's text or leave the input out")
    if len(text) > LONGEST:
        return too_long(name, len(text), "characters")
    if text.count("\n") > LINES:
        return Problem(
            name, "reading", "too_large", f"more than {LINES:,} lines; this is no article, split the input into articles"
        )
    head = text[:HEAD]
    odd = len(_ODD.findall(head)) + 4 * head.count("\ufffd")
    if odd > 0.05 * len(head) or head.count("\0") > 0.05 * len(head):
        return Problem(
            name, "reading", "binary", "this is no text (control characters throughout); give text, not a binary file"
        )
    return _foreign(name, head)


def too_long(name: str, size: int, unit: str) -> Problem:
    """The Problem of a text of ``size`` bytes or characters, which is longer than any article."""
    message = f"{size:,} {unit}, and the most one article may have is {LONGEST:,} characters; split the input into articles"
    return Problem(name, "reading", "too_large", message)


def warnings(name: str, text: str, encoding: str = "", replaced: int = 0) -> Iterator[Problem]:
    """What a reader of the record should know about a text that is kept."""
    if replaced:
        message = (
            f"{replaced} broken characters (read as {encoding}) stand as U+FFFD; the article is kept, save it again if you can"
        )
        yield Problem(name, "reading", "damaged", message)
    nuls = text.count("\0")
    if nuls:
        message = f"{nuls} NUL characters were replaced by spaces, so that offsets stay; the article is kept"
        yield Problem(name, "reading", "nul", message)
    hidden = len(_HIDDEN.findall(text)) if not text.isascii() else 0
    if hidden:
        message = (
            f"{hidden} hidden direction controls; they are kept and skipped in reading, look at the text if its order seems odd"
        )
        yield Problem(name, "reading", "bidi_controls", message)


def _foreign(name: str, head: str) -> Problem | None:
    limits, words = table("languages")["limits"], _words()
    letters = "".join(_LETTERS.findall(head))
    arabic = sum(map(len, _ARABIC.findall(letters)))
    if not letters or arabic < limits["script"] * len(letters):
        share = f"{100 * arabic // len(letters)} % of its letters" if letters else "none of its characters"
        return Problem(
            name, "reading", "not_arabic", f"{share} are Arabic script; only Arabic articles are read, it is left out"
        )
    seen: Counter[str] = Counter()
    for word in head.split():
        for language in words.get(word, ()):
            seen[language] += 1
    other, most = max(((k, n) for k, n in sorted(seen.items()) if k != "ar"), key=lambda x: x[1], default=("", 0))
    if most >= limits["least"] and most > seen["ar"]:
        return Problem(name, "reading", "not_arabic", f"its words are of another language ({other}); it is left out")
    return None


@cache
def _words() -> dict[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for language, words in table("languages")["words"].items():
        for word in words:
            out[word] = (*out.get(word, ()), language)
    return out
