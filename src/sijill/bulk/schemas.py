"""The tables of an archive and the types of their columns; what each row is, is in ``docs/bulk.md``."""

from __future__ import annotations

from functools import cache
from typing import Any

from .needs import arrow, arrow_json

DAY, NUMBER, REAL, WORDS, FLAG, LIST = "day", "number", "real", "words", "flag", "list"
HERE = {"article": WORDS, "start": NUMBER, "end": NUMBER, "text": WORDS}
COLUMNS: dict[str, dict[str, str]] = {
    "articles": {
        "article": WORDS, "number": NUMBER, "digest": WORDS, "outlet": WORDS, "url": WORDS, "title": WORDS, "language": WORDS,
        "earliest": DAY, "latest": DAY, "basis": WORDS, "text": WORDS, "credits": LIST,
    },
    "timexes": {
        **HERE, "type": WORDS, "value": WORDS, "mod": WORDS, "earliest": DAY, "latest": DAY, "calendar": WORDS, "rule": WORDS,
    },
    "statements": {
        **HERE, "cue_start": NUMBER, "cue_end": NUMBER, "speaker_start": NUMBER, "speaker_end": NUMBER, "speaker_name": WORDS,
        "speaker_kind": WORDS, "quote_type": WORDS, "act": WORDS, "factuality": WORDS, "via": WORDS, "reason_unnamed": WORDS,
    },
    "figures": {
        **HERE, "low": REAL, "high": REAL, "unit": WORDS, "comparator": WORDS, "counted": WORDS, "place": WORDS, "as_of": DAY,
    },
    "commitments": {
        **HERE, "act": WORDS, "action": WORDS, "actors": LIST, "object": WORDS, "place": WORDS, "condition": WORDS,
        "due_earliest": DAY, "due_latest": DAY, "due_kind": WORDS, "status": WORDS, "published": DAY, "by": WORDS,
        "weight": REAL, "keys": LIST, "rule": WORDS,
    },
    "problems": {"article": WORDS, "stage": WORDS, "code": WORDS, "message": WORDS},
    "reprints": {"group": WORDS, "article": WORDS, "first": WORDS, "relation": WORDS, "containment": REAL},
    "stories": {
        "story": WORDS, "title": WORDS, "articles": LIST, "reports": NUMBER, "commitments": NUMBER, "open": NUMBER,
        "moved": NUMBER, "slip_days": NUMBER, "first": DAY, "last": DAY, "score": REAL,
    },
}  # fmt: skip
"""Of each table its columns, in order. A commitment here is one report of one; a story's are found when it is read."""
OF_PARTS = ("articles", "timexes", "statements", "figures", "commitments", "problems")
"""The tables that every part of the archive adds to; the others are made of the whole."""


@cache
def schema(table: str) -> Any:
    """The Arrow schema of a table."""
    pa = arrow()
    kinds = {DAY: pa.date32(), NUMBER: pa.int64(), REAL: pa.float64(), WORDS: pa.string(), FLAG: pa.bool_()}
    return pa.schema([(n, pa.list_(pa.string()) if k == LIST else kinds[k]) for n, k in COLUMNS[table].items()])


def rows_of(table: str, lines: bytes) -> Any:
    """The Arrow table of JSON lines, one row each, days as ``YYYY-MM-DD``."""
    pa = arrow()
    pj = arrow_json()

    whole = schema(table)
    if not lines.strip():
        return whole.empty_table()
    plain = pa.schema([(f.name, pa.string() if f.type == pa.date32() else f.type) for f in whole])
    parsed = pj.ParseOptions(explicit_schema=plain, unexpected_field_behavior="error")
    found = pj.read_json(pa.BufferReader(lines), pj.ReadOptions(block_size=len(lines) + 1), parsed)
    return found.select(whole.names).cast(whole)
