"""Commands that answer a question from a ledger: ``show`` (one view of the record) and ``search`` (words)."""

from __future__ import annotations

import sys
from typing import Annotated

import typer
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table as Grid

from ...errors import UsageError
from ...ledger import Decision, Ledger, record
from ...ledger.decisions import removed
from ...ledger.history import superseded
from ...ledger.search import find
from ...records import Record
from ..export.tables import VIEWS, Table, as_csv, as_json, as_jsonl, table
from ..locale import say, word, words
from ..locale.days import day_words
from .app import app
from .options import AsOf, Language, LedgerPath, RecordedBy, maybe_day
from .reasons import Line, explain
from .terminal import Cell, console, grid

NAMED = 8
"""How many articles that are not yet placed a banner names."""

FORMATS = ("table", "json", "jsonl", "csv")
What = Annotated[str, typer.Argument(metavar="VIEW", help=" | ".join(VIEWS), show_default=False)]
By = Annotated[str | None, typer.Option("--by", metavar="SPEAKER", help="Only what a source of this name says.")]
Since = Annotated[str | None, typer.Option("--since", metavar="DAY", help="Only from this day on.")]
Format = Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help="For people, or for machines.")]
Item = Annotated[str, typer.Argument(metavar="ID", help="A line's id, or an article's name.", show_default=False)]
Query = Annotated[str, typer.Argument(metavar="WORDS", help="One or more words.", show_default=False)]
Limit = Annotated[int, typer.Option("--limit", min=1, help="How many at most.")]


@app.command()
def show(
    ledger: LedgerPath,
    view: What,
    as_of: AsOf = None,
    recorded_by: RecordedBy = None,
    by: By = None,
    since: Since = None,
    format: Format = "table",
    language: Language = "en",
) -> None:
    """Answer one question from LEDGER: what is due, what moved, who says so, where reports disagree ..."""
    words(language)
    until, recorded, first = maybe_day(as_of), maybe_day(recorded_by), maybe_day(since)
    if format not in FORMATS:
        raise UsageError(f"--format {format}: use one of {', '.join(FORMATS)}")
    if view not in VIEWS:
        raise UsageError(f"there is no view {view!r}; use one of {', '.join(VIEWS)}")
    with Ledger(ledger) as open_ledger:
        told = record(open_ledger, until, recorded)
    made = table(told, view, language, by, first)
    if format == "table":
        print_table(made, told, language, recorded_by)
        return
    machine = {"csv": lambda: as_csv(made), "jsonl": lambda: as_jsonl(made), "json": lambda: as_json(made, told, recorded)}
    sys.stdout.buffer.write(machine[format]())


@app.command()
def why(ledger: LedgerPath, item: Item, as_of: AsOf = None, recorded_by: RecordedBy = None, language: Language = "en") -> None:
    """Tell what a line rests on: its words in context, the rule, the arithmetic of the date, the match, the voices."""
    words(language)
    with Ledger(ledger) as open_ledger:
        told = record(open_ledger, maybe_day(as_of), maybe_day(recorded_by))
        article = open_ledger.called(item)
        gone = removed(open_ledger.decisions(maybe_day(recorded_by)))
    lines = explain(told, item, language) or (explain(told, article.name, language) if article else None)
    lines = lines or _removed(item, gone.get(item) or gone.get(article.digest if article else ""), language)
    if not lines:
        raise UsageError(
            f"the record has no line {item!r}; take an id or an article's name from: sijill show {ledger} commitments"
        )
    out = console()
    for line in lines:
        out.print(Padding(_laid(line), (0, 0, 0, 3 * line.depth), expand=False))


def _laid(line: Line) -> RenderableType:
    """A label and its text side by side; the text wraps under itself."""
    style = "bold" if line.label and not line.depth else ""
    if not (line.label and line.text):
        return Cell(line.label or line.text, style)
    pair = Grid.grid(padding=(0, 1, 0, 0))
    pair.add_column(no_wrap=True)
    pair.add_column()
    pair.add_row(Cell(f"{line.label}:", style or "dim"), Cell(line.text, style))
    return pair


def _removed(item: str, decision: Decision | None, language: str) -> list[Line]:
    """What a person decided of a line or an article that is no longer in the record."""
    if decision is None:
        return []
    said = say(language, "why", "removed", day=day_words(decision.recorded, language), why=decision.why)
    return [Line(0, item, said)]


@app.command()
def search(ledger: LedgerPath, query: Query, since: Since = None, limit: Limit = 20) -> None:
    """Find sentences with all WORDS, newest articles first; spelling variants and the article make no difference."""
    first = maybe_day(since)
    with Ledger(ledger) as open_ledger:
        gone = {*removed(open_ledger.decisions()), *superseded(open_ledger)}
        with open_ledger.reading() as db:
            found = find(db, query, limit, first, gone)
        texts = {digest: open_ledger.named(digest).text for digest in {p.digest for p in found}}
    out = console()
    for p in found:
        out.print(Cell(f"{p.name} · {p.day or '?'}", style="bold"))
        out.print(Cell(texts[p.digest][p.start : p.end]))


def print_table(made: Table, told: Record, language: str, recorded_by: str | None = None) -> None:
    """Print a view with a banner that says by which clock and day it was read, or what was looked for in vain."""
    out = console()
    out.print(Cell(f"{word(language, 'view', made.name)}. {clock(told, language, recorded_by)}", style="bold"))
    for line in _unplaced(told, language):
        out.print(Cell(line, style="yellow"))
    if not made.rows:
        view = word(language, "view", made.name)
        out.print(Cell(say(language, "banner", "empty", view=view, n=len(told.articles))))
        return
    out.print(grid(made, language))
    out.print(Cell(say(language, "banner", "shown", n=len(made.rows)), style="dim"))


def clock(told: Record, language: str, recorded_by: str | None = None) -> str:
    """Which day by which clock the record is of."""
    if told.as_of:
        said = say(language, "banner", "published", day=day_words(told.as_of, language))
    elif told.as_of_used:
        said = say(language, "banner", "latest", day=day_words(told.as_of_used, language))
    else:
        said = words(language)["banner"]["nothing_dated"]
    if recorded_by:
        recorded = say(language, "banner", "recorded", day=day_words(maybe_day(recorded_by), language))
        said = words(language)["language"]["comma"].join((said, recorded))
    return said


def _unplaced(told: Record, language: str) -> list[str]:
    if not told.unplaced:
        return []
    names = words(language)["language"]["comma"].join(told.unplaced[:NAMED])
    if len(told.unplaced) > NAMED:
        names = say(language, "banner", "unplaced_more", names=names, n=len(told.unplaced) - NAMED)
    return [say(language, "banner", "unplaced", names=names), words(language)["banner"]["give_day"]]
