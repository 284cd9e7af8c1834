"""Commands that read articles: ``extract`` (to a dossier, no ledger) and ``add`` (into a ledger)."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from ... import __version__
from ...bulk import Archive, pile_of
from ...errors import UsageError
from ...fetching import Fetcher
from ...ledger import Entry, Ledger
from ...ledger import add as add_to
from ...pipeline import build
from ...reading.corrections import correct, given
from ...reading.options import ReadOptions
from ...reading.sources import read
from ...records import Article, Problem
from ...watching import fetched
from ..export.dossier import dossier_bytes
from ..locale import say
from .app import app
from .options import (
    AllowHost,
    AsOf,
    Fields,
    Inputs,
    Language,
    LedgerPath,
    OutletOf,
    PublishedOf,
    Quick,
    StateAt,
    day,
    maybe_day,
    read_options,
)

SHOWN = 20
"""How many skipped inputs a summary tells one by one; ``sijill show LEDGER problems`` has them all."""


@app.command()
def extract(
    inputs: Inputs,
    as_of: AsOf = None,
    state_at: StateAt = None,
    published: PublishedOf = None,
    outlet: OutletOf = None,
    field: Fields = None,
    quick: Quick = False,
) -> None:
    """Print the dossier of INPUTS as JSON; no ledger is touched."""
    days, until = [day(d) for d in state_at or ()], maybe_day(as_of)
    if web := [x for x in inputs if is_address(x)]:
        raise UsageError(
            f"{web[0]}: an address is fetched into a ledger, which keeps it as evidence: sijill add LEDGER {web[0]}"
        )
    items = list(read(inputs, read_options(published, outlet, field, quick)))
    articles = [x for x in items if isinstance(x, Article)]
    record = build(articles, until, days, [x for x in items if isinstance(x, Problem)])
    sys.stdout.buffer.write(dossier_bytes(record, __version__))


@app.command()
def add(
    ledger: LedgerPath,
    inputs: Inputs,
    published: PublishedOf = None,
    outlet: OutletOf = None,
    field: Fields = None,
    quick: Quick = False,
    allow_host: AllowHost = None,
    story: Annotated[
        str | None, typer.Option("--story", metavar="ID", help="A story of the archive that INPUTS names (see stories).")
    ] = None,
    language: Language = "en",
) -> None:
    """Read INPUTS (files, folders, web addresses) into LEDGER, made where it does not exist. The same article twice is one."""
    options = read_options(published, outlet, field, quick)
    web = [x for x in inputs if is_address(x)]
    files = [x for x in inputs if not is_address(x)]
    here = list(pile_of(Archive(files[0]), story)) if story and files else read(files, options)
    fetcher = Fetcher(_now, allow_host or ())
    with Ledger(ledger, create=True) as open_ledger, _progress(language) as seen:
        entries = list(seen(add_to(open_ledger, here, _now()))) if files or not web else []
        pages = _given(fetched(open_ledger, fetcher, web), options)
        entries += seen(add_to(open_ledger, pages, _now(), live=True)) if web else ()
    tell(entries, language)
    if all(e.outcome == "skipped" for e in entries):
        raise typer.Exit(1)


def tell(entries: Iterable[Entry], language: str) -> None:
    """Print what became of the inputs: counts, and what was skipped with the reason."""
    entries = list(entries)
    counts = Counter(e.outcome for e in entries)
    for outcome in ("added", "changed", "known", "completed", "removed", "skipped"):
        if counts[outcome] or outcome in ("added", "known"):
            typer.echo(say(language, "add", outcome, n=counts[outcome]))
            for e in [e for e in entries if e.outcome == outcome and e.why][:SHOWN]:
                typer.echo(f"  {e.name}: {e.why}")
    if not entries or counts["skipped"] == len(entries):
        typer.echo(say(language, "add", "nothing"), err=True)


def is_address(item: str) -> bool:
    """Whether an input is a web address, not a file."""
    return item.lower().startswith(("http://", "https://"))


def _given(items: Iterator[Article | Problem], options: ReadOptions) -> Iterator[Article | Problem]:
    """Fetched articles with the days and outlets that the user gave; one by one where none is given."""
    if not options.published and not options.outlet:
        yield from items
        return
    every = list(items)
    articles, trouble = correct([x for x in every if isinstance(x, Article)], given(options))
    yield from (x for x in every if isinstance(x, Problem))
    yield from trouble
    yield from articles


def _now() -> datetime:
    return datetime.now(UTC)


@contextmanager
def _progress(language: str) -> Iterator[_Seen]:
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _Seen(None, language)
        return
    number, name = TextColumn("{task.completed}"), TextColumn("{task.description}")
    with Progress(SpinnerColumn(), BarColumn(), number, TimeElapsedColumn(), name, console=console, transient=True) as bar:
        yield _Seen(bar, language)


class _Seen:
    """Passes entries on and moves a bar, where there is one."""

    def __init__(self, bar: Progress | None, language: str) -> None:
        self._bar, self._language = bar, language

    def __call__(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        task = self._bar.add_task("", total=None) if self._bar else None
        for entry in entries:
            if self._bar and task is not None:
                self._bar.update(task, advance=1, description=say(self._language, "add", "read", name=entry.name))
            yield entry
