"""A record as the dossier: the public interchange format, version 1 (see ``docs/dossier.md``)."""

from __future__ import annotations

from datetime import date
from typing import Any

import orjson

from ...identity import identify
from ...language.rules import digest as rules_digest
from ...records import Article, Commitment, Dated, Event, Notice, Place, Record, Report, Span, State, Statement


def dossier(record: Record, version: str) -> dict[str, Any]:
    """The dossier of ``record``; every key of the contract is present, lists in a fixed order."""
    pile = record.articles
    return {
        "dossier": 1,
        "generated_by": f"sijill {version}",
        "rules": rules_digest(),
        "as_of": _day(record.as_of),
        "as_of_used": _day(record.as_of_used),
        "articles": [_article(d) for d in pile],
        "unplaced": list(record.unplaced),
        "timexes": [t for d in pile for t in _timexes(d)],
        "statements": [s for d in pile for s in _statements(d)],
        "figures": [f for d in pile for f in _figures(d)],
        "commitments": [_commitment(c) for c in record.commitments],
        "events": [_event(e) for e in record.events],
        "reprints": [
            {"a": r.a, "b": r.b, "relation": r.relation, "containment": round(r.containment, 3)} for r in record.reprints
        ],
        "origins": [list(g) for g in record.origins],
        "conflicts": [
            {"id": c.id, "kind": c.kind, "verdict": c.verdict, "spans": [_place(p) for p in c.spans], "note": c.note}
            for c in record.conflicts
        ],
        "series": [
            {
                "counted": s.counted,
                "place": s.place,
                "points": [
                    {"article": p.article, "start": p.start, "end": p.end, "low": p.low, "high": p.high,
                     "as_of": _day(p.as_of), "by": p.by}
                    for p in s.points
                ],
            }
            for s in record.series
        ],
        "entities": [
            {"id": e.id, "name_ar": e.name_ar, "name_en": e.name_en, "kind": e.kind, "variants": list(e.variants),
             "mentions": e.mentions}
            for e in record.entities
        ],
        "sites": [
            {"id": s.id, "name_ar": s.name_ar, "name_en": s.name_en, "lat": s.lat, "lon": s.lon,
             "states": [_state(x) for x in s.states]}
            for s in record.sites
        ],
        "notices": [_notice(n) for n in record.notices],
        "problems": [
            {"article": p.article, "stage": p.stage, "code": p.code, "message": p.message} for p in record.problems
        ],
    }  # fmt: skip


def dossier_bytes(record: Record, version: str) -> bytes:
    """The dossier as UTF-8 JSON, the same bytes for the same record."""
    return orjson.dumps(dossier(record, version), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def statement_id(article: Article, statement: Statement) -> str:
    """A statement's id: of its article's content and its span."""
    return identify("statement", article.digest, *statement.content)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _span(span: Span | None) -> list[int] | None:
    return [span[0], span[1]] if span else None


def _article(d: Dated) -> dict[str, Any]:
    a, p = d.article, d.published
    proof = [{"start": x.start, "end": x.end, "says": x.says} for x in p.proof]
    return {
        "article": a.name,
        "outlet": a.outlet,
        "byline": a.byline,
        "url": a.url,
        "addresses": list(a.addresses),
        "title": a.title,
        "text": a.text,
        "language": a.language,
        "digest": a.digest,
        "published": {"earliest": _day(p.earliest), "latest": _day(p.latest), "basis": p.basis, "proof": proof},
        "chrome": [_span(s) for s in a.chrome],
        "credits": [{"start": c.start, "end": c.end, "agency": c.agency} for c in d.extraction.credits],
    }


def _timexes(d: Dated) -> list[dict[str, Any]]:
    return [
        {"article": d.article.name, "start": t.start, "end": t.end, "text": t.text, "type": t.type, "value": t.value,
         "mod": t.mod, "earliest": _day(t.earliest), "latest": _day(t.latest), "calendar": t.calendar, "rule": t.rule}
        for t in d.timexes
    ]  # fmt: skip


def _statements(d: Dated) -> list[dict[str, Any]]:
    a = d.article
    return [
        {"id": statement_id(a, s), "article": a.name, "content": _span(s.content),
         "content_text": a.text[s.content[0] : s.content[1]], "cue": _span(s.cue), "speaker": _span(s.speaker),
         "speaker_name": s.speaker_name, "speaker_kind": s.speaker_kind, "reason_unnamed": s.reason_unnamed,
         "quote_type": s.quote_type, "act": s.act, "factuality": s.factuality, "via": s.via, "chain": list(s.chain),
         "rule": s.rule}
        for s in d.extraction.statements
    ]  # fmt: skip


def _figures(d: Dated) -> list[dict[str, Any]]:
    return [
        {"article": d.article.name, "start": f.start, "end": f.end, "text": f.text, "low": f.low, "high": f.high,
         "unit": f.unit, "comparator": f.comparator, "counted": f.counted, "place": f.place,
         "as_of": _day(d.timexes[f.time].latest) if f.time is not None else _day(d.published.latest), "rule": f.rule}
        for f in d.extraction.figures
    ]  # fmt: skip


def _commitment(c: Commitment) -> dict[str, Any]:
    return {
        "id": c.id, "title_ar": c.title_ar, "title_en": c.title_en, "actors": list(c.actors), "action": c.action,
        "object": c.object, "place": c.place, "condition": c.condition, "history": [_report(r) for r in c.history],
        "final_status": c.final_status, "timing": c.timing, "moved": c.moved, "slip_days": c.slip_days,
        "late_days": c.late_days, "next_due": _day(c.next_due), "depends_on": c.depends_on,
        "counted_due": _counted(c.counted),
        "states": [_state(s) for s in c.states], "aliases": list(c.aliases),
    }  # fmt: skip


def _counted(r: Report | None) -> dict[str, Any] | None:
    """The due date counted from the undertaking that a commitment hangs on; the history keeps what was said."""
    return {"earliest": _day(r.due_earliest), "latest": _day(r.due_latest), "kind": r.due_kind} if r else None


def _report(r: Report) -> dict[str, Any]:
    return {
        "article": r.article, "evidence": [_span(s) for s in r.evidence], "due_earliest": _day(r.due_earliest),
        "due_latest": _day(r.due_latest), "due_kind": r.due_kind, "status": r.status, "by": r.by, "by_kind": r.by_kind,
        "origins": r.origins, "reason": r.reason, "published": _day(r.published), "rule": r.rule, "why": list(r.why),
    }  # fmt: skip


def _state(s: State) -> dict[str, Any]:
    return {"day": s.day.isoformat(), "status": s.status, "due_latest": _day(s.due_latest)}


def _event(e: Event) -> dict[str, Any]:
    return {
        "id": e.id, "title_ar": e.title_ar, "title_en": e.title_en, "earliest": _day(e.earliest), "latest": _day(e.latest),
        "held": e.held, "place": e.place, "origins": e.origins,
        "mentions": [{"article": m.article, "start": m.start, "end": m.end} for m in e.mentions],
    }  # fmt: skip


def _place(p: Place) -> dict[str, Any]:
    return {"article": p.article, "start": p.start, "end": p.end, "text": p.text}


def _notice(n: Notice) -> dict[str, Any]:
    return {
        "kind": n.kind, "line": n.line, "title_ar": n.title_ar, "title_en": n.title_en, "standing": n.standing,
        "article": n.article, "outlet": n.outlet, "url": n.url, "day": _day(n.day), "before": n.before, "after": n.after,
        "start": n.start, "end": n.end,
    }  # fmt: skip
