"""Commands that hand the whole record over: ``export``, and ``schema`` for who reads it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from ... import __version__
from ...errors import UsageError
from ...ledger import Ledger, record
from ...ledger.evidence import evidence
from ...ledger.naming import own_entities, toml
from ...records import Record
from ..export.dossier import dossier_bytes
from ..locale import say, words
from .app import app
from .options import AsOf, Language, LedgerPath, Out, RecordedBy, StateAt, day, maybe_day

Format = Annotated[
    str, typer.Option("--format", metavar="json|html|warc|entities", help="Dossier, page, evidence, or your own entities.")
]


@app.command()
def export(
    ledger: LedgerPath,
    format: Format = "json",
    out: Out = None,
    as_of: AsOf = None,
    recorded_by: RecordedBy = None,
    state_at: StateAt = None,
    language: Language = "ar",
) -> None:
    """Write the whole record of LEDGER: the dossier as JSON, one page, what was fetched as WARC, or the entities you added."""
    days = [day(d) for d in state_at or ()]
    if format not in ("json", "html", "warc", "entities"):
        raise UsageError(f"--format {format}: use json, html, warc or entities")
    with Ledger(ledger) as open_ledger:
        if format == "warc":
            write(b"".join(evidence(open_ledger)), out)
            return
        if format == "entities":
            write(toml(own_entities(open_ledger.decisions(maybe_day(recorded_by)))).encode(), out)
            return
        told = record(open_ledger, maybe_day(as_of), maybe_day(recorded_by), days)
        decided = by_hand(open_ledger, told, language)
    write(dossier_bytes(told, __version__) if format == "json" else page(told, language, ledger.stem, decided), out)


@app.command()
def schema() -> None:
    """Print the JSON Schema of the dossier."""
    from ..export.models import schema_bytes

    sys.stdout.buffer.write(schema_bytes())


def page(told: Record, language: str, title: str | Mapping[str, str], decided: Mapping[str, str]) -> bytes:
    """The record as one self-contained page, UTF-8."""
    from ..web import page_html

    return page_html(told, language, title, decided).encode("utf-8")


def by_hand(ledger: Ledger, told: Record, language: str) -> dict[str, str]:
    """What a person decided of the articles in the record, by their names, in words."""
    names = {d.article.digest: d.article.name for d in told.articles}
    out: dict[str, list[str]] = {}
    for d in ledger.decisions():
        if d.target in names and d.kind in ("published", "outlet"):
            out.setdefault(names[d.target], []).append(say(language, "decision", d.kind, value=d.value))
    return {name: words(language)["language"]["comma"].join(said) for name, said in out.items()}


def write(data: bytes, out: Path | None) -> None:
    """Write ``data`` to a file or to standard output. Raises UsageError where the file cannot be written."""
    if out is None:
        sys.stdout.buffer.write(data)
        return
    try:
        out.write_bytes(data)
    except OSError as e:
        raise UsageError(f"{out}: cannot be written ({e.strerror}); give another --out") from None
