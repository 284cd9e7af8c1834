"""``bulk`` (inputs to an archive of Parquet tables, and to a ledger) and ``stories`` (what is worth a ledger of its own)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from ....bulk import Archive, Settings, Story, run
from ....bulk import stories as stories_of
from ....bulk.run import Step
from ...locale import say
from ..app import app
from ..options import Fields, Inputs, Language, read_options
from ..terminal import Cell, console

Where = Annotated[Path, typer.Argument(metavar="OUT", help="The folder that `sijill bulk` made.", show_default=False)]


@app.command()
def bulk(
    inputs: Inputs,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder to make.")],
    ledger: Annotated[Path | None, typer.Option("--ledger", metavar="FILE", help="Fill this ledger on the way.")] = None,
    runner: Annotated[str, typer.Option("--runner", metavar="native|ray", help="What runs it.")] = "native",
    ray: Annotated[str | None, typer.Option("--ray", metavar="ADDRESS", help="A Ray cluster that runs already.")] = None,
    workers: Annotated[int | None, typer.Option("--workers", metavar="N", help="Processes (one a processor).", min=1)] = None,
    parts: Annotated[int | None, typer.Option("--parts", metavar="N", help="Parts to work in.", min=1)] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with what is not done yet.")] = False,
    field: Fields = None,
    language: Language = "en",
) -> None:
    """Work through an archive of INPUTS, in parts, on all processors or a cluster."""
    options = read_options(None, None, field)
    settings = Settings(datetime.now(UTC), runner, ray, parts, workers, resume, ledger, options)
    with _progress(language) as tell:
        done = run(inputs, out, settings, tell)
    first, second = done.compared
    typer.echo(say(language, "bulk", "done", n=done.articles, parts=done.parts, problems=done.problems))
    typer.echo(say(language, "bulk", "found", groups=done.groups, stories=done.stories, first=first, second=second))
    if not done.articles:
        typer.echo(say(language, "add", "nothing"), err=True)
        raise typer.Exit(1)


@app.command()
def stories(
    out: Where,
    limit: Annotated[int, typer.Option("--limit", metavar="N", help="How many at most.", min=1)] = 30,
    language: Language = "en",
) -> None:
    """The long-running stories of an archive: those with most open and moved undertakings first."""
    found = stories_of(Archive(out))[:limit]
    if not found:
        typer.echo(say(language, "stories", "none"))
        return
    console().print(_grid(found, language))
    typer.echo(say(language, "stories", "next", out=out, story=found[0].story))


def _grid(found: list[Story], language: str) -> Table:
    grid = Table(box=None, pad_edge=False, header_style="bold", row_styles=["", "dim"])
    for name in ("story", "articles", "open", "moved", "slip_days", "first", "last", "title"):
        grid.add_column(Cell(say(language, "stories", name)), no_wrap=name in ("story", "first", "last"))
    for s in found:
        cells = (s.story, len(s.articles), s.open, s.moved, s.slip_days, s.first or "", s.last or "", s.title)
        grid.add_row(*(Cell(str(c)) for c in cells))
    return grid


@contextmanager
def _progress(language: str) -> Iterator[Callable[[Step], None]]:
    """A bar on a terminal, with how many articles a second and the time that is left; elsewhere nothing is told."""
    shown = Console(stderr=True)
    if not shown.is_terminal:
        yield lambda _: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"))
    with Progress(*columns, TimeRemainingColumn(), console=shown, transient=True) as bar:
        task = bar.add_task("", total=None, rate="")
        begun: dict[str, tuple[float, int]] = {}

        def _tell(step: Step) -> None:
            since, before = begun.setdefault(step.stage, (monotonic(), step.done))
            took = monotonic() - since
            rate = say(language, "bulk", "rate", n=f"{(step.done - before) / took:.0f}") if step.done > before and took else ""
            named = say(language, "bulk", step.stage)
            bar.update(task, description=named, completed=step.done, total=step.of, rate=rate)

        yield _tell
