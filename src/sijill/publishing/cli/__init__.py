"""The command line."""

from __future__ import annotations

import sys
from datetime import date
from typing import Annotated

import typer

from ... import __version__
from ...pipeline import build
from ...reading.sources import read
from ...records import Article, Problem
from ..export.dossier import dossier_bytes

app = typer.Typer(no_args_is_help=True, add_completion=False)


@app.callback()
def _root() -> None:
    """The record of a long story in Arabic news."""


@app.command()
def extract(
    inputs: Annotated[list[str], typer.Argument(help="Files, folders, or - for standard input.")],
    state_at: Annotated[list[str], typer.Option("--state-at", help="A day to tell the states of (repeatable).")] = [],  # noqa: B006
    as_of: Annotated[str | None, typer.Option("--as-of", help="Leave out what was published after this day.")] = None,
) -> None:
    """Print the dossier of INPUTS as JSON; no ledger is touched."""
    items = list(read(inputs))
    articles = [x for x in items if isinstance(x, Article)]
    problems = [x for x in items if isinstance(x, Problem)]
    days = [date.fromisoformat(d) for d in state_at]
    record = build(articles, date.fromisoformat(as_of) if as_of else None, days, problems)
    sys.stdout.buffer.write(dossier_bytes(record, __version__))


def main() -> None:
    """The entry point of the ``sijill`` command."""
    app()
