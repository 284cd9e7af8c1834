"""Commands that hand the whole record over: ``export``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from ... import __version__
from ...errors import UsageError
from ...ledger import Ledger, record
from ...records import Record
from ..export.dossier import dossier_bytes
from .app import app
from .options import AsOf, LedgerPath, Out, RecordedBy, StateAt, day, maybe_day

Format = Annotated[str, typer.Option("--format", metavar="json|html", help="The dossier, or one self-contained page.")]


@app.command()
def export(
    ledger: LedgerPath,
    format: Format = "json",
    out: Out = None,
    as_of: AsOf = None,
    recorded_by: RecordedBy = None,
    state_at: StateAt = None,
) -> None:
    """Write the whole record of LEDGER: the dossier as JSON, or one page that opens offline."""
    days = [day(d) for d in state_at or ()]
    with Ledger(ledger) as open_ledger:
        told = record(open_ledger, maybe_day(as_of), maybe_day(recorded_by), days)
    write(_whole(told, format), out)


def write(data: bytes, out: Path | None) -> None:
    """Write ``data`` to a file or to standard output. Raises UsageError where the file cannot be written."""
    if out is None:
        sys.stdout.buffer.write(data)
        return
    try:
        out.write_bytes(data)
    except OSError as e:
        raise UsageError(f"{out}: cannot be written ({e.strerror}); give another --out") from None


def _whole(told: Record, format: str) -> bytes:
    if format == "json":
        return dossier_bytes(told, __version__)
    raise UsageError(f"--format {format}: use json or html")
