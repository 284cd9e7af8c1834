"""``demo``: from a folder of reports to a record one can open, in one command."""

from __future__ import annotations

import os
import webbrowser
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from ...errors import UsageError
from ...examples import story_path, story_title
from ...ledger import Ledger, add, record
from ...reading.sources import read
from ...records import Record
from ..export.tables import Row, Table, View, table
from ..locale import say, word, words
from ..outcomes import Outcome, deeds, outcomes
from .app import app
from .exporting import page, write
from .filling import tell
from .options import Language
from .showing import clock
from .terminal import Cell, console, grid

SHOWN = 6
"""How many rows each part of the board has; the page and ``sijill show`` have all of them."""

Story = Annotated[Path | None, typer.Argument(metavar="[PATH]", help="Your own articles; else the example story.")]
Folder = Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder for the ledger and the page.")]
NoOpen = Annotated[bool, typer.Option("--no-open", help="Do not open the page in a browser.")]


@app.command()
def demo(path: Story = None, out: Folder = Path("demo-out"), no_open: NoOpen = False, language: Language = "en") -> None:
    """Read a story, build its record in a fresh ledger, print the board, write its page and open it."""
    words(language)
    story = path or story_path()
    if not story.exists():
        raise UsageError(f"{story}: there is nothing here; give a folder of articles, or no path for the example story")
    ledger_path = fresh(out, story)
    with Ledger(ledger_path, create=True) as ledger:
        entries = list(add(ledger, read([story]), datetime.now(UTC)))
        tell(entries, language)
        if all(e.outcome == "skipped" for e in entries):
            raise typer.Exit(1)
        told = record(ledger)
    print_board(told, language)
    target = ledger_path.with_suffix(".html")
    write(page(told, "ar", story.name if path else story_title(), {}), target)
    typer.echo(say(language, "board", "ledger", path=ledger_path))
    typer.echo(say(language, "board", "page", path=target))
    if not no_open:
        open_page(target)


def open_page(path: Path) -> None:
    """Open a page in the machine's browser, if it has one with a window; one that takes the terminal over is left alone."""
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return
    if type(browser) is not webbrowser.GenericBrowser or "BROWSER" in os.environ:
        browser.open(path.resolve().as_uri())


def fresh(folder: Path, story: Path) -> Path:
    """The path of a new ledger for ``story`` in ``folder``, which is made; a ledger of an earlier demo goes away.

    Raises UsageError where the folder cannot be made or written.
    """
    path = folder / f"{story.resolve().stem}.sijill"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for old in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
            old.unlink(missing_ok=True)
    except OSError as e:
        raise UsageError(f"{folder}: cannot be written ({e.strerror}); give another --out") from None
    return path


def print_board(told: Record, language: str) -> None:
    """Print what is due next, what moved, what happened and what passed in silence."""
    out = console()
    out.print()
    out.print(Cell(f"{word(language, 'board', 'title')}. {clock(told, language)}", style="bold"))
    for part, made in board(told, language):
        out.print()
        rows = made.rows[:SHOWN]
        more = f" ({len(rows)}/{len(made.rows)})" if len(made.rows) > len(rows) else ""
        out.print(Cell(word(language, "board", part) + more, style="bold underline"))
        out.print(grid(made._replace(rows=rows), language) if rows else Cell(word(language, "board", "none")))
    out.print()


def board(told: Record, language: str) -> list[tuple[str, Table]]:
    """The four parts of the board, by their names, each a table with the columns that a board needs."""
    lines, events = table(told, "commitments", language), table(told, "events", language)
    slips = _columns(table(told, "slips", language), ("title", "from", "to", "slip_days", "by", "id"))
    slips.rows.sort(key=lambda r: -abs(r["slip_days"] or 0))
    done = outcomes(told)
    same = deeds(done.values())
    held = _only(events, lambda r: r["held"] == "held" and r["until"] and not r["said"] and r["id"] not in same)
    held.rows.sort(key=lambda r: (r["until"], r["id"]), reverse=True)
    silent = _only(lines, lambda r: r["timing"] == "passed_no_report")
    silent.rows.sort(key=lambda r: (r["due_latest"] or date.min, r["id"]), reverse=True)
    return [
        ("next", _columns(table(told, "due", language), ("due", "title", "status", "reports", "origins", "id"))),
        ("moved", slips),
        ("happened", _columns(_merged(held, lines, done), ("when", "title", "origins", "id"))),
        ("silent", _columns(silent, ("due", "title", "status", "id"))),
    ]


def _merged(held: Table, lines: Table, done: Mapping[str, Outcome]) -> Table:
    """What happened: undertakings that were done, on the day of the deed or of the report that tells it; then other events."""
    first = []
    for r in lines.rows:
        if o := done.get(r["id"]):
            first.append({**r, "day": o.earliest or o.report.published, "until": o.latest or o.report.published})
    return held._replace(rows=[*first, *held.rows])


def _only(made: Table, holds: Callable[[Row], object]) -> Table:
    return made._replace(rows=[r for r in made.rows if holds(r)])


def _columns(made: Table, columns: Iterable[str]) -> Table:
    view: View = made.view._replace(shown=tuple(columns))
    return made._replace(view=view)
