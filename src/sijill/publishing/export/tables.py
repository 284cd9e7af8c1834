"""A record as tables: one view a question, rows of plain values, for the terminal and for CSV and JSON alike.

Values are words, numbers, days, True/False, None, or lists of words; vocabulary stays in the contract's own keys.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

import orjson

from ...errors import UsageError
from ...language.orthography import fold_key
from ...reconciliation.changes import changes
from ...reconciliation.undertakings.slippage import moves
from ...reconciliation.undertakings.timing import standing
from ...records import Commitment, Record
from .dossier import statement_id

Row = dict[str, Any]


class View(NamedTuple):
    """How a view is made and shown.

    ``shown``: the columns that a terminal has room for; ``words``: which vocabulary a column is of; ``by`` and
    ``since``: the columns that those filters look at (None: the filter has no meaning here).
    """

    rows: Callable[[Record, str], Iterable[Row]]
    columns: tuple[str, ...]
    shown: tuple[str, ...]
    words: Mapping[str, str]
    by: str | None = None
    since: str | None = None


class Table(NamedTuple):
    """A view of a record: its name and how it is shown, and its rows, each with all of the view's columns."""

    name: str
    view: View
    rows: list[Row]


def table(record: Record, name: str, language: str = "en", by: str | None = None, since: date | None = None) -> Table:
    """The view ``name`` of a record. ``by``: only what a source of that name (or part of it) says; ``since``: a day.

    Raises UsageError for a view that does not exist and for a filter that has no meaning for it.
    """
    view = VIEWS.get(name)
    if view is None:
        raise UsageError(f"there is no view {name!r}; use one of {', '.join(VIEWS)}")
    if by and not view.by:
        raise UsageError(f"--by has no meaning for {name}")
    if since and not view.since:
        raise UsageError(f"--since has no meaning for {name}")
    rows: Iterable[Row] = view.rows(record, language)
    if by and view.by:
        asked, column = fold_key(by), view.by
        rows = (r for r in rows if any(asked in fold_key(n) for n in _listed(r[column])))
    if since and view.since:
        column = view.since
        rows = (r for r in rows if r[column] is not None and r[column] >= since)
    return Table(name, view, [{c: r.get(c) for c in view.columns} for r in rows])


def as_csv(made: Table) -> bytes:
    """The table as CSV, UTF-8: a heading line, lists joined by a bar."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(made.view.columns)
    writer.writerows([_cell(row[c]) for c in made.view.columns] for row in made.rows)
    return out.getvalue().encode("utf-8")


def as_jsonl(made: Table) -> bytes:
    """The table as JSON, one row a line."""
    return b"".join(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE) for row in made.rows)


def as_json(made: Table, record: Record, recorded_by: date | None) -> bytes:
    """The table as one JSON object, with the clocks it was read by and the articles not yet placed."""
    whole = {
        "view": made.name,
        "as_of": record.as_of,
        "as_of_used": record.as_of_used,
        "recorded_by": recorded_by,
        "unplaced": list(record.unplaced),
        "rows": made.rows,
    }
    return orjson.dumps(whole, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def title(line: Any, language: str) -> str:
    """The title of a commitment or an event in a language; the Arabic one where there is no other."""
    return str((line.title_en if language == "en" else None) or line.title_ar)


def _listed(value: Any) -> list[str]:
    return [str(v) for v in value] if isinstance(value, list) else [str(value)] if value else []


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return " | ".join(value) if isinstance(value, list) else str(value)


# ---- commitments ---------------------------------------------------------------------------------------------------


def _commitment(c: Commitment, language: str) -> Row:
    due = standing(c)
    return {
        "id": c.id, "title": title(c, language), "actors": list(c.actors),
        "due_earliest": due.due_earliest if due else None, "due_latest": due.due_latest if due else None,
        "due_kind": due.due_kind if due else c.history[-1].due_kind, "status": c.final_status, "timing": c.timing,
        "moved": c.moved, "slip_days": c.slip_days, "late_days": c.late_days, "next_due": c.next_due, "place": c.place,
        "reports": len(c.history), "origins": max(r.origins for r in c.history),
        "by": _once(r.by for r in c.history), "articles": _once(r.article for r in c.history),
        "published": c.history[-1].published,
    }  # fmt: skip


def _commitments(record: Record, language: str) -> Iterator[Row]:
    return (_commitment(c, language) for c in record.commitments if c.history)


def _due(record: Record, language: str) -> list[Row]:
    rows = [r for r in _commitments(record, language) if r["timing"] in ("due", "upcoming")]
    return sorted(rows, key=lambda r: (r["next_due"] or r["due_latest"] or r["due_earliest"] or date.max, r["id"]))


def _slips(record: Record, language: str) -> list[Row]:
    rows = [row for c in record.commitments for row in _moves(c, language)]
    return sorted(rows, key=lambda r: (r["published"] or date.max, r["id"]))


def _moves(c: Commitment, language: str) -> Iterator[Row]:
    for m in moves(c.history):
        r = m.report
        yield {
            "published": r.published, "id": c.id, "title": title(c, language), "from": m.before, "to": m.after,
            "slip_days": m.days, "status": r.status, "by": r.by, "reason": r.reason, "article": r.article,
        }  # fmt: skip


def _changes(record: Record, language: str) -> Iterator[Row]:
    titles = {x.line: title(x, language) for x in record.notices}
    titles |= {c.id: title(c, language) for c in record.commitments} | {e.id: title(e, language) for e in record.events}
    for x in changes(record):
        yield {"published": x.day, "id": x.id, "title": titles[x.id], "change": x.kind, "from": x.before, "to": x.after,
               "by": x.by, "article": x.article}  # fmt: skip


# ---- events, sources, words ----------------------------------------------------------------------------------------


def _events(record: Record, language: str) -> Iterator[Row]:
    for e in record.events:
        yield {"id": e.id, "title": title(e, language), "day": e.earliest, "until": e.latest, "held": e.held, "said": e.said,
               "place": e.place, "origins": e.origins, "articles": _once(m.article for m in e.mentions)}  # fmt: skip


def _timeline(record: Record, language: str) -> list[Row]:
    """Events and due dates that have a day, in order of their last day."""
    rows = [{**e, "kind": "event", "status": e["held"]} for e in _events(record, language)]
    for c in _commitments(record, language):
        rows.append({**c, "kind": "due", "day": c["due_earliest"], "until": c["due_latest"]})
    with_day = [r for r in rows if r["until"] or r["day"]]
    return sorted(with_day, key=lambda r: (r["until"] or r["day"], r["day"] or date.min, r["id"]))


def _statements(record: Record, language: str) -> Iterator[Row]:
    for d in record.articles:
        for s in d.extraction.statements:
            yield {
                "id": statement_id(d.article, s), "published": d.published.latest, "article": d.article.name,
                "speaker": s.speaker_name, "speaker_kind": s.speaker_kind, "via": s.via, "factuality": s.factuality,
                "quote_type": s.quote_type, "act": s.act, "content": d.article.text[s.content[0] : s.content[1]],
            }  # fmt: skip


def _figures(record: Record, language: str) -> Iterator[Row]:
    for d in record.articles:
        for f in d.extraction.figures:
            as_of = d.timexes[f.time].latest if f.time is not None else d.published.latest
            yield {"published": d.published.latest, "article": d.article.name, "text": f.text, "comparator": f.comparator,
                   "low": f.low, "high": f.high, "unit": f.unit, "counted": f.counted, "place": f.place,
                   "as_of": as_of}  # fmt: skip


def _sources(record: Record, language: str) -> list[Row]:
    """Who says something, how often, in how many articles, and how many independent origins those are."""
    origin = {name: group[0] for group in record.origins for name in group}
    days = {d.article.name: d.published.latest for d in record.articles}
    said: dict[tuple[str, str], list[str]] = {}
    for d in record.articles:
        for s in d.extraction.statements:
            said.setdefault((s.speaker_name or "", s.speaker_kind), []).append(d.article.name)
    rows = []
    for (name, kind), articles in said.items():
        known = sorted(day for a in articles if (day := days[a]))
        rows.append({
            "name": name or None, "speaker_kind": kind, "statements": len(articles), "articles": _once(articles),
            "origins": len({origin.get(a, a) for a in articles}),
            "first": known[0] if known else None, "last": known[-1] if known else None,
        })  # fmt: skip
    return sorted(rows, key=lambda r: (-r["statements"], r["name"] or "", r["speaker_kind"]))


def _conflicts(record: Record, language: str) -> Iterator[Row]:
    days = {d.article.name: d.published.latest for d in record.articles}
    for c in record.conflicts:
        known = [day for p in c.spans if (day := days.get(p.article))]
        yield {"id": c.id, "kind": c.kind, "verdict": c.verdict, "note": c.note, "text": [p.text for p in c.spans],
               "articles": _once(p.article for p in c.spans), "last": max(known, default=None)}  # fmt: skip


def _articles(record: Record, language: str) -> Iterator[Row]:
    for d in record.articles:
        a, p = d.article, d.published
        yield {"name": a.name, "outlet": a.outlet, "day": p.earliest, "published": p.latest, "basis": p.basis,
               "title": a.title, "byline": a.byline, "url": a.url, "addresses": list(a.addresses)}  # fmt: skip


def _problems(record: Record, language: str) -> Iterator[Row]:
    for p in record.problems:
        yield {"article": p.article, "stage": p.stage, "code": p.code, "message": p.message}


def _once(items: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(x for x in items if x))


_LINE = ("id", "title", "actors", "due_earliest", "due_latest", "due_kind", "status", "timing", "moved", "slip_days",
         "late_days", "next_due", "place", "reports", "origins", "by", "articles", "published")  # fmt: skip
_STATES = {"status": "status", "timing": "timing", "due_kind": "due_kind"}
_TIMELINE = ("day", "until", "kind", "title", "status", "origins", "id", "articles")
_STATEMENTS = ("id", "published", "article", "speaker", "speaker_kind", "via", "factuality", "quote_type", "act", "content")
_FIGURES = ("published", "article", "text", "comparator", "low", "high", "unit", "counted", "place", "as_of")
_SOURCES = ("name", "speaker_kind", "statements", "articles", "origins", "first", "last")
_SLIPS = ("published", "id", "title", "from", "to", "slip_days", "status", "by", "reason", "article")
_CHANGES = ("published", "id", "title", "change", "from", "to", "by", "article")
_CONFLICTS = ("id", "kind", "verdict", "note", "text", "articles", "last")
_EVENTS = ("id", "title", "day", "until", "held", "said", "place", "origins", "articles")
_ARTICLES = ("name", "outlet", "day", "published", "basis", "title", "byline", "url", "addresses")
_PROBLEMS = ("article", "stage", "code", "message")

VIEWS: dict[str, View] = {
    "commitments": View(_commitments, _LINE, ("id", "title", "due", "status", "timing", "slip_days", "reports", "origins"),
                        _STATES, "by", "published"),
    "timeline": View(_timeline, _TIMELINE, ("when", "kind", "title", "status", "id"), {"kind": "what", "status": "status held"},
                     None, "until"),
    "statements": View(_statements, _STATEMENTS, ("id", "published", "speaker", "speaker_kind", "factuality", "content"),
                       {"speaker_kind": "speaker_kind", "factuality": "factuality"}, "speaker", "published"),
    "figures": View(_figures, _FIGURES, ("published", "article", "text", "low", "high", "unit", "counted"), {}, None,
                    "published"),
    "sources": View(_sources, _SOURCES, ("name", "speaker_kind", "statements", "origins", "first", "last"),
                    {"speaker_kind": "speaker_kind"}, "name", "last"),
    "problems": View(_problems, _PROBLEMS, _PROBLEMS, {"stage": "stage"}),
    "due": View(_due, _LINE, ("due", "title", "timing", "status", "by", "id"), _STATES, "by", "due_latest"),
    "slips": View(_slips, _SLIPS, ("published", "title", "from", "to", "slip_days", "by", "id"), _STATES, "by", "published"),
    "changes": View(_changes, _CHANGES, ("published", "title", "change", "from", "to", "by", "id"),
                    {"change": "change", "from": "status", "to": "status"}, "by", "published"),
    "conflicts": View(_conflicts, _CONFLICTS, ("id", "kind", "verdict", "text", "note"),
                      {"kind": "conflict_kind", "verdict": "verdict"}, None, "last"),
    "events": View(_events, _EVENTS, ("when", "title", "held", "place", "origins", "id"), {"held": "held"}, None, "until"),
    "articles": View(_articles, _ARTICLES, ("name", "outlet", "when", "basis", "title"), {"basis": "basis"}, None, "published"),
}  # fmt: skip
"""Every view, by the name it has on the command line."""
