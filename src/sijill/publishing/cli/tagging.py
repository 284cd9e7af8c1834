"""Commands that tag plain text and touch no ledger: ``figures``."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Iterator
from typing import Annotated

import orjson
import typer
from rich.console import Console
from rich.table import Table

from ...errors import UsageError
from ...reading.sources import read
from ...records import Article, Figure, Problem
from ...tagging import figures as tag_figures
from .app import app
from .options import Inputs

INSIDE = frozenset(("time", "place", "clause", "keys"))
"""What a figure holds for the record and no reader asks for."""
Format = Annotated[str, typer.Option("--format", metavar="jsonl|table", help="One JSON object a line, or a table.")]


@app.command()
def figures(inputs: Inputs, format: Format = "jsonl") -> None:
    """Tag the quantities of INPUTS: value, unit, comparator and what is counted."""
    if format not in ("jsonl", "table"):
        raise UsageError(f"--format {format}: use jsonl or table")
    if format == "table":
        _table(_tagged(inputs))
        return
    for name, f in _tagged(inputs):
        row = {"article": name, **{k: v for k, v in dataclasses.asdict(f).items() if k not in INSIDE}}
        sys.stdout.buffer.write(orjson.dumps(row) + b"\n")


def _tagged(inputs: list[str]) -> Iterator[tuple[str, Figure]]:
    for item in read(inputs):
        if isinstance(item, Article):
            yield from ((item.name, f) for f in tag_figures(item.text))
        elif isinstance(item, Problem):
            typer.echo(f"sijill: {item.article}: {item.message}", err=True)


def _table(rows: Iterator[tuple[str, Figure]]) -> None:
    table = Table(box=None)
    for head in ("article", "words", "low", "high", "unit", "comparator", "counted"):
        table.add_column(head)
    for name, f in rows:
        low, high = ("" if v is None else f"{v:,.10g}" for v in (f.low, f.high))
        table.add_row(name, f.text, low, high, f.unit or "", f.comparator, f.counted or "")
    Console().print(table)
