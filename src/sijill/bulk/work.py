"""What is done to one article, in any process: its rows for every table, and what the archive keeps to go on from.

Nothing is raised: an article that fails gives its own row and a problem. Runs on a cluster's workers, which import
sijill and nothing of the engine.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import orjson

from ..ledger import codec
from ..ledger.search import passages
from ..ledger.store import NO_ARTICLE
from ..pipeline import extract, place
from ..reconciliation.shingles import cut
from ..reconciliation.undertakings.timing import due
from ..records import Article, Dated, Extraction, Problem
from .signatures import bands, packed, signature

TABLES = ("articles", "timexes", "statements", "figures", "commitments", "problems")
Row = dict[str, Any]


def worked(number: int, data: bytes) -> dict[str, Any]:
    """All that is made of an article (``data``: as JSON, see the ledger's codec), ``number`` its place in the archive.

    Of each of TABLES its rows as JSON lines; ``extraction`` and ``passages`` for a ledger; ``bands`` and ``shingles``.
    """
    article = codec.load(Article, data)
    try:
        return _made(number, extract(article))
    except Exception as e:
        message = f"{type(e).__name__}: {e}; the article is kept without mentions, please report it"
        return _made(number, Extraction(article, problems=(Problem(article.name, "extraction", "failed", message),)))


def _made(number: int, x: Extraction) -> dict[str, Any]:
    (dated,) = place([x])
    shingles = cut(x).shingles
    out: dict[str, Any] = {name: lines(rows) for name, rows in tables(number, dated).items()}
    out["extraction"] = codec.dump(replace(x, article=NO_ARTICLE))
    out["passages"] = orjson.dumps(passages(x.article, x.sentences))
    out["bands"] = bands(signature(shingles))
    out["shingles"] = packed(shingles)
    return out


def lines(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Rows as JSON, one a line."""
    return b"".join(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE) for row in rows)


def tables(number: int, dated: Dated) -> dict[str, list[Row]]:
    """The rows of one article, by table."""
    x = dated.extraction
    return {
        "articles": [_article(number, dated)],
        "timexes": [
            {
                **_here(x, t.start, t.end), "type": t.type, "value": t.value, "mod": t.mod, "earliest": t.earliest,
                "latest": t.latest, "calendar": t.calendar, "rule": t.rule,
            }
            for t in dated.timexes
        ],
        "statements": _statements(x),
        "figures": _figures(dated),
        "commitments": _commitments(dated),
        "problems": [{"article": p.article, "stage": p.stage, "code": p.code, "message": p.message} for p in x.problems],
    }  # fmt: skip


def _here(x: Extraction, start: int, end: int) -> Row:
    return {"article": x.article.name, "start": start, "end": end, "text": x.article.text[start:end]}


def _article(number: int, dated: Dated) -> Row:
    a, day = dated.article, dated.published
    return {
        "article": a.name, "number": number, "digest": a.digest, "outlet": a.outlet, "url": a.url, "title": a.title,
        "language": a.language, "earliest": day.earliest, "latest": day.latest, "basis": day.basis, "text": a.text,
        "credits": list(dict.fromkeys(c.agency for c in dated.extraction.credits)),
    }  # fmt: skip


def _statements(x: Extraction) -> list[Row]:
    out = []
    for s in x.statements:
        cue, speaker = s.cue or (None, None), s.speaker or (None, None)
        out.append({
            **_here(x, *s.content), "cue_start": cue[0], "cue_end": cue[1], "speaker_start": speaker[0],
            "speaker_end": speaker[1], "speaker_name": s.speaker_name, "speaker_kind": s.speaker_kind,
            "quote_type": s.quote_type, "act": s.act, "factuality": s.factuality, "via": s.via,
            "reason_unnamed": s.reason_unnamed,
        })  # fmt: skip
    return out


def _figures(dated: Dated) -> list[Row]:
    out = []
    for f in dated.extraction.figures:
        time = dated.timexes[f.time] if f.time is not None else None
        out.append({
            **_here(dated.extraction, f.start, f.end), "low": _real(f.low), "high": _real(f.high), "unit": f.unit,
            "comparator": f.comparator, "counted": f.counted, "place": f.place, "as_of": time.latest if time else None,
        })  # fmt: skip
    return out


def _real(value: float | None) -> float | None:
    try:
        return None if value is None else float(value)
    except OverflowError:
        return None


def _commitments(dated: Dated) -> list[Row]:
    x = dated.extraction
    out = []
    for u in x.undertakings:
        when = due(u, dated.timexes[u.time] if u.time is not None and u.time < len(dated.timexes) else None)
        said = x.statements[u.statement] if u.statement is not None and u.statement < len(x.statements) else None
        latest: date | None = dated.published.latest
        out.append({
            **_here(x, u.evidence[0].start, u.evidence[-1].end), "act": u.act, "action": u.action, "actors": list(u.actors),
            "object": u.object, "place": u.place, "condition": u.condition, "due_earliest": when.earliest,
            "due_latest": when.latest, "due_kind": when.kind, "status": u.status, "published": latest,
            "by": (said.speaker_name if said else None) or x.article.outlet, "weight": u.weight, "keys": list(u.keys),
            "rule": u.rule,
        })  # fmt: skip
    return out
