"""What is wrong with a text before it is analysed: empty, too long, binary, another language, hidden controls."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from ..language.tables import table
from ..records import Problem

LONGEST = 2_000_000
"""Characters of one article. The longest newspaper pages hold some 200,000."""
HEAD = 20_000
SCRIPT = range(0x0600, 0x0780)
PRESENTATION = range(0xFB50, 0xFEFD)
CONTROLS = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}


def fatal(name: str, text: str) -> Problem | None:
    """Why ``text`` cannot be an article here, if it cannot."""
    if not text.strip():
        return Problem(name, "reading", "empty", "there is no text in it; give the article's text or leave the input out")
    if len(text) > LONGEST:
        message = f"{len(text):,} characters, and the most one article may have is {LONGEST:,}; split the input into articles"
        return Problem(name, "reading", "too_large", message)
    head = text[:HEAD]
    odd = sum((c < " " and c not in "\t\n\r\f\v\x1a\x00") or "\x7f" <= c <= "\x9f" for c in head) + 4 * head.count("\ufffd")
    if odd > 0.05 * len(head) or head.count("\0") > 0.05 * len(head):
        return Problem(
            name, "reading", "binary", "this is no text (control characters throughout); give text, not a binary file"
        )
    return _foreign(name, head)


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
    hidden = sum(ord(c) in CONTROLS for c in text) if not text.isascii() else 0
    if hidden:
        message = (
            f"{hidden} hidden direction controls; they are kept and skipped in reading, look at the text if its order seems odd"
        )
        yield Problem(name, "reading", "bidi_controls", message)


def _foreign(name: str, head: str) -> Problem | None:
    limits, words = table("languages")["limits"], _words()
    letters = [c for c in head if c.isalpha()]
    arabic = sum(ord(c) in SCRIPT or ord(c) in PRESENTATION for c in letters)
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
