"""Full-text search over the sentences of all articles: SQLite's FTS5 on folded, lightly stemmed words.

Alef, hamza seats, ta marbuta, diacritics, tatweel and the digits' script make no difference, nor do the article, the
commonest prepositions and endings. The newest articles come first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import Connection, text

from ..language.tables import table
from ..language.tokens import FOREIGN, NUMBER, WORD, Tokens
from ..records import Article, Span

FIND = text(
    'SELECT a.digest, a.name, a.published_latest, p.start, p."end" FROM passage_words w JOIN passage p ON p.id = w.rowid '
    "JOIN article a ON a.digest = p.digest WHERE passage_words MATCH :words "
    "AND (:since IS NULL OR a.published_latest >= :since) "
    "ORDER BY a.published_latest IS NULL, a.published_latest DESC, a.name, p.start"
)
LAST = text("SELECT coalesce(max(id), 0) FROM passage")
PUT = text('INSERT INTO passage (id, digest, start, "end") VALUES (:id, :digest, :start, :end)')
WORDS = text("INSERT INTO passage_words (rowid, words) VALUES (:id, :words)")


class Passage(NamedTuple):
    """A sentence that was found: its article (digest, name and known day, ISO 8601) and the span of it in the text."""

    digest: str
    name: str
    day: str | None
    start: int
    end: int


def passages(article: Article, sentences: Iterable[Span]) -> list[tuple[int, int, str]]:
    """The sentences of ``article`` that hold words, as the index takes them: where each stands, and its words' stems."""
    tokens = Tokens(article.text)
    rows = ((start, end, " ".join(_stems(tokens, *tokens.within(start, end)))) for start, end in sentences)
    return [row for row in rows if row[2]]


def index(db: Connection, digest: str, found: Iterable[Sequence[Any]]) -> None:
    """Put :func:`passages` of an article into the index, inside the transaction of ``db``."""
    number = int(db.execute(LAST).scalar_one())
    rows = [
        {"id": number + n, "digest": digest, "start": start, "end": end, "words": words}
        for n, (start, end, words) in enumerate(found, 1)
    ]
    if rows:
        db.execute(PUT, rows)
        db.execute(WORDS, rows)


def find(
    db: Connection, words: str, limit: int = 20, since: date | None = None, without: Collection[str] = ()
) -> list[Passage]:
    """Sentences with all of ``words``, those of the newest articles first; none where ``words`` has no word in it.

    ``since``: only articles of this day or later; ``without``: digests of articles to leave out. An article's day here
    is the one it states or a person set, not one that was inferred.
    """
    tokens = Tokens(words)
    query = " AND ".join(_any_of(word) for word in _stems(tokens, 0, len(tokens)))
    if not query:
        return []
    rows = db.execute(FIND, {"words": query, "since": since.isoformat() if since else None})
    return list(islice((p for p in (Passage(*row) for row in rows) if p.digest not in without), limit))


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The light stem of a folded word: the first prefix and the first ending that fit, where enough letters stay."""
    least, prefixes, suffixes = _affixes()
    for prefix in prefixes:
        if word.startswith(prefix) and len(word) - len(prefix) >= least:
            word = word[len(prefix) :]
            break
    for suffix in suffixes:
        if word.endswith(suffix) and len(word) - len(suffix) >= least:
            return word[: -len(suffix)]
    return word


def _stems(tokens: Tokens, i: int, j: int) -> list[str]:
    """The words of tokens ``i`` to before ``j`` as the index holds them; marks are left out."""
    out = []
    for form, kind in zip(tokens.form[i:j], tokens.kind[i:j], strict=True):
        if kind == WORD:
            out.append(stem(form))
        elif kind in (NUMBER, FOREIGN):
            out.append(form.lower().replace('"', ""))
    return out


def _any_of(word: str) -> str:
    """The word, and with each letter that may be joined on before it, as an FTS5 expression."""
    return "(" + " OR ".join(f'"{before}{word}"' for before in ("", *table("search")["joined"])) + ")"


@cache
def _affixes() -> tuple[int, tuple[str, ...], tuple[str, ...]]:
    data = table("search")
    return data["least"], tuple(data["prefixes"]), tuple(data["suffixes"])
