"""Commands about times in plain text, which touch no ledger: ``timex`` and ``rules explain``."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Iterator
from datetime import date
from typing import Annotated
from xml.sax.saxutils import escape, quoteattr

import orjson
import typer
from rich.console import Console
from rich.table import Table

from ...errors import UsageError
from ...reading.sources import read
from ...records import Article, Problem, Timex
from ...tagging import explain as derive
from ...tagging import timexes
from .app import app
from .options import DAY, Inputs, maybe_day

DateOf = Annotated[
    str | None,
    typer.Option("--date", metavar=DAY, help="The day relative times are counted from, where an input states none."),
]
Format = Annotated[
    str,
    typer.Option("--format", metavar="jsonl|timeml|table", help="One JSON object a line, the text with TIMEX3 tags, a table."),
]
rules = typer.Typer(no_args_is_help=True, help="The rules of the language and what they do.")
app.add_typer(rules, name="rules")


@app.command()
def timex(inputs: Inputs, date: DateOf = None, format: Format = "jsonl") -> None:
    """Tag the times of INPUTS: TIMEX3 type, value and mod, and the interval of days that is meant."""
    writers = {"jsonl": _jsonl, "timeml": _timeml, "table": _table}
    if format not in writers:
        raise UsageError(f"--format {format}: use jsonl, timeml or table")
    writers[format](_tagged(inputs, maybe_day(date)))


@rules.command()
def explain(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The words to explain.", show_default=False)], date: DateOf = None
) -> None:
    """Print which rules over which words gave each time of TEXT, and how its value was worked out."""
    for time, mention, applied in derive(text, maybe_day(date)):
        mod = f" {time.mod}" if time.mod else ""
        days = f" [{time.earliest} .. {time.latest}]" if time.earliest else ""
        typer.echo(f"{time.text}\n  {time.type} {time.value}{mod}{days}")
        for rule in applied:
            typer.echo(f"  rule {rule.rule}: {rule.says}  {text[rule.start : rule.end]}")
        for step in time.steps:
            typer.echo(f"  step {step}")
        if mention.lean:
            typer.echo(f"  lean {mention.lean}")


def _tagged(inputs: list[str], day: date | None) -> Iterator[tuple[Article, list[Timex]]]:
    for item in read(inputs):
        if isinstance(item, Article):
            yield item, timexes(item.text, item.published.day or day)
        elif isinstance(item, Problem):
            typer.echo(f"sijill: {item.article}: {item.message}", err=True)


def _jsonl(rows: Iterator[tuple[Article, list[Timex]]]) -> None:
    for article, times in rows:
        for time in times:
            sys.stdout.buffer.write(orjson.dumps({"article": article.name, **dataclasses.asdict(time)}) + b"\n")


def _timeml(rows: Iterator[tuple[Article, list[Timex]]]) -> None:
    """One TimeML document an article; ids count within it."""
    for article, times in rows:
        out, at = [], 0
        for n, time in enumerate(times, 1):
            out.append(escape(article.text[at : time.start]))
            names = {"tid": f"t{n}", "type": time.type, "value": time.value, "mod": time.mod}
            marks = " ".join(f"{k}={quoteattr(v)}" for k, v in names.items() if v)
            out.append(f"<TIMEX3 {marks}>{escape(article.text[time.start : time.end])}</TIMEX3>")
            at = time.end
        out.append(escape(article.text[at:]))
        name = f"<DOCID>{escape(article.name)}</DOCID>"
        typer.echo(f'<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n{name}\n<TEXT>{"".join(out)}</TEXT>\n</TimeML>')


def _table(rows: Iterator[tuple[Article, list[Timex]]]) -> None:
    table = Table(box=None)
    for head in ("article", "words", "type", "value", "mod", "earliest", "latest", "calendar"):
        table.add_column(head)
    for article, times in rows:
        for t in times:
            ends = (str(d) if d else "" for d in (t.earliest, t.latest))
            table.add_row(article.name, t.text, t.type, t.value, t.mod or "", *ends, t.calendar)
    Console().print(table)
