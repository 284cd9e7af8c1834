"""Arguments and options that several commands share, each with its meaning and its reading."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from ...errors import UsageError
from ...reading.options import ReadOptions

DAY = "DAY"


def day(text: str) -> date:
    """A day written YYYY-MM-DD, or ``today``. Raises UsageError for anything else."""
    if text == "today":
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{text!r} is not a day; write it as YYYY-MM-DD, for example 2025-09-30, or today") from None


Inputs = Annotated[list[str], typer.Argument(help="Files, folders, or - for standard input.", show_default=False)]
AllowHost = Annotated[
    list[str] | None,
    typer.Option("--allow-host", metavar="HOST", help="Fetch from this host (or host:port) even if not public (repeatable)."),
]
LedgerPath = Annotated[Path, typer.Argument(metavar="LEDGER", help="The ledger's file.", show_default=False)]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar=DAY, help="As published by the end of this day.")]
RecordedBy = Annotated[
    str | None, typer.Option("--recorded-by", metavar=DAY, help="As the ledger had it by the end of this day (UTC).")
]
StateAt = Annotated[list[str] | None, typer.Option("--state-at", metavar=DAY, help="A day to tell the states of (repeatable).")]
PublishedOf = Annotated[
    list[str] | None, typer.Option("--published", metavar="NAME=DAY", help="An article's day (repeatable).")
]
OutletOf = Annotated[
    list[str] | None, typer.Option("--outlet", metavar="NAME=OUTLET", help="An article's outlet (repeatable).")
]
Fields = Annotated[
    list[str] | None,
    typer.Option("--field", metavar="NAME=KEY", help="How your records call a field, e.g. text=body.plain (repeatable)."),
]
Quick = Annotated[bool, typer.Option("--quick", help="Read web pages two to three times as fast, less carefully.")]
Language = Annotated[
    str, typer.Option("--language", metavar="ar|en", envvar="SIJILL_LANGUAGE", help="The language of headings and states.")
]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write here instead of standard output.")]


def maybe_day(text: str | None) -> date | None:
    """The day, or None where the option was not given."""
    return day(text) if text else None


def read_options(
    published: Sequence[str] | None, outlet: Sequence[str] | None, fields: Sequence[str] | None, quick: bool = False
) -> ReadOptions:
    """What the user knows about the inputs. Raises UsageError for a pair without ``=`` or a day that is none."""
    days = {name: day(value) for name, value in pairs("--published", published).items()}
    return ReadOptions(days, pairs("--outlet", outlet), pairs("--field", fields), quick)


def pairs(option: str, given: Sequence[str] | None) -> dict[str, str]:
    """``NAME=VALUE`` arguments as a mapping. Raises UsageError for one without ``=``."""
    out = {}
    for item in given or ():
        name, sign, value = item.partition("=")
        if not (sign and name and value):
            raise UsageError(f"{option} {item}: write it as NAME=VALUE")
        out[name] = value
    return out
