"""What changed in a record since a watch last told: reports, undertakings, slips, outcomes, silence, silent edits.

The notion of change is :mod:`sijill.reconciliation.changes`; here is only what of it was not told before. A change is known
by its line's ids, and by its title and article, so that a line whose founding words shifted is not told as a new one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from ..identity import identify
from ..ledger import Ledger, record
from ..ledger.engine import engine
from ..ledger.journal import known, write
from ..reconciliation.changes import Change, changes
from ..records import Commitment, Dated, Event, Notice, Record


@dataclass(frozen=True, slots=True)
class News:
    """One change as it is told. ``kind``: report, new, moved, status, passed or silent_edit.

    ``line``: the id of the line of the record (None: a report); ``before`` and ``after``: days, statuses or sentences by
    the kind; ``day``: the day it became known on; ``url``: of the article.
    """

    kind: str
    line: str | None
    title_ar: str
    title_en: str | None
    day: str | None
    before: str | None
    after: str | None
    by: str | None
    article: str | None
    outlet: str | None
    url: str | None


def news(ledger: Ledger, today: date, moment: datetime, begin: bool = False) -> list[News]:
    """What changed and was not told yet, in order of day; it counts as told from now on.

    ``begin``: before the first round, and after a change of rules, what is there already is taken as known and untold.
    """
    before, began = known(ledger), f"began {engine()}"
    if begin and began in before:
        return []
    told = record(ledger)
    day = max((d for d in (today, told.as_of_used) if d), default=today)
    told = record(ledger, day)
    found = list(_found(told))
    if began not in before:
        write(ledger, [(began, None), *((k, None) for _, keys, _ in found for k in keys)], engine(), moment)
        return []
    fresh = [(one, keys) for one, keys, _ in found if not before & set(keys)]
    explained = _explained(told, [one for one, _ in fresh])
    entries: list[tuple[str, dict[str, Any] | None]] = []
    out = []
    for one, keys in fresh:
        quiet = one.kind == "new" and one.line in explained
        entries += [(keys[0], None if quiet else asdict(one)), *((k, None) for k in keys[1:])]
        if not quiet:
            out.append(one)
    write(ledger, entries, engine(), moment)
    return out


def _found(told: Record) -> Iterator[tuple[News, list[str], date | None]]:
    """Every change of the record with the keys it is known by."""
    articles = {d.article.name: d for d in told.articles}
    lines: dict[str, Commitment | Event] = {c.id: c for c in told.commitments}
    lines.update({e.id: e for e in told.events})
    for d in told.articles:
        yield _report(d), [f"report {d.article.digest}"], d.published.latest
    for notice in told.notices:
        yield _edit(notice), [f"silent_edit {_edit_key(notice)}"], notice.day
    for change in changes(told):
        line = lines.get(change.id)
        if line is not None and change.kind != "silent_edit":
            yield _of(change, line, articles.get(change.article or "")), _keys(change, line), change.day


def _keys(change: Change, line: Commitment | Event) -> list[str]:
    ids = [line.id, *getattr(line, "aliases", ())]
    what = "" if change.kind == "new" else f" {change.after or change.before or ''}"
    by_words = identify("news", line.title_ar, change.article or "")
    return [f"{change.kind} {i}{what}" for i in ids] + [f"{change.kind} {by_words}{what}"]


def _report(d: Dated) -> News:
    a, day = d.article, d.published.latest
    return News("report", None, a.title or a.name, None, _iso(day), None, None, None, a.name, a.outlet, a.url)


def _of(change: Change, line: Commitment | Event, d: Dated | None) -> News:
    a = d.article if d else None
    return News(
        change.kind, line.id, line.title_ar, line.title_en, _iso(change.day), _iso(change.before), _iso(change.after),
        change.by, change.article, a.outlet if a else None, a.url if a else None,
    )  # fmt: skip


def _edit(n: Notice) -> News:
    return News("silent_edit", n.line, n.title_ar, n.title_en, _iso(n.day), n.before, n.after, None, n.article, n.outlet, n.url)


def _edit_key(n: Notice) -> str:
    return identify("news", n.article, n.version, n.before, n.after or "", _iso(n.day) or "")


def _explained(told: Record, fresh: list[News]) -> set[str]:
    """The lines that rest on nothing but a sentence whose silent edit is being told: they are no news of their own."""
    edited = {(n.article, n.before) for n in fresh if n.kind == "silent_edit"}
    spans = [n for n in told.notices if (n.article, n.before) in edited and n.start is not None and n.end is not None]
    out = {n.line for n in spans}
    lines: list[Commitment | Event] = [*told.commitments, *told.events]
    for line in lines:
        places = _places(line)
        if all(any(n.article == a and s < (n.end or 0) and (n.start or 0) < e for n in spans) for a, s, e in places):
            out.add(line.id)
    return out


def _places(line: Commitment | Event) -> list[tuple[str, int, int]]:
    if isinstance(line, Commitment):
        return [(r.article, *span) for r in line.history for span in r.evidence]
    return [(m.article, m.start, m.end) for m in line.mentions]


def _iso(value: date | str | None) -> str | None:
    return value.isoformat() if isinstance(value, date) else value
