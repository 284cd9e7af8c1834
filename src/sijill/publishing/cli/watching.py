"""``watch``: asks feeds and pages again and again (or once, for a timer) and tells what changed in the record."""

from __future__ import annotations

import os
import re
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import FrameType
from typing import Annotated

import orjson
import typer
from rich.padding import Padding

from ...errors import UsageError
from ...fetching import Fetcher
from ...fetching.manners import Manners
from ...ledger import Ledger, record
from ...ledger.journal import told
from ...watching import Round, Watch
from ...watching.news import News
from ..export.news import as_feed, change_words
from ..locale import say, words
from .app import app
from .exporting import by_hand, page
from .filling import is_address
from .options import AllowHost, Language, LedgerPath
from .terminal import Cell, console

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
LEAST = timedelta(minutes=1)
FORMATS = ("text", "jsonl")

Feeds = Annotated[list[str] | None, typer.Argument(metavar="[FEED]...", help="Feeds, sitemaps or OPML lists.")]
Every = Annotated[str, typer.Option("--every", metavar="TIME", help="How often a feed is asked: 15m, 2h, 1d.")]
Once = Annotated[bool, typer.Option("--once", help="One round and out, for cron or a timer.")]
Format = Annotated[str, typer.Option("--format", metavar="text|jsonl", help="For people, or a JSON object a change.")]
PageFile = Annotated[Path | None, typer.Option("--page", metavar="FILE", help="Write the record's page after each round.")]
FeedFile = Annotated[Path | None, typer.Option("--feed", metavar="FILE", help="Write an Atom feed of what changed.")]


@app.command()
def watch(
    ledger: LedgerPath,
    feeds: Feeds = None,
    every: Every = "15m",
    once: Once = False,
    format: Format = "text",
    page: PageFile = None,
    feed: FeedFile = None,
    allow_host: AllowHost = None,
    language: Language = "en",
) -> None:
    """Ask FEEDS and the pages of LEDGER again and again, and tell what changed: reports, slips, outcomes, silence, edits."""
    words(language)
    pace = duration(every)
    if format not in FORMATS:
        raise UsageError(f"--format {format}: use one of {', '.join(FORMATS)}")
    for given in feeds or ():
        if not is_address(given):
            raise UsageError(f"{given}: a feed is given by its address, http:// or https://")
    with Ledger(ledger, create=True) as open_ledger, _stopping(language) as sleep:
        watching = Watch(open_ledger, feeds or (), Manners(Fetcher(_now, allow_host or ()), sleep), pace, _day)
        while True:
            made = watching.round(all_due=once)
            _tell(made, format, language)
            _write(open_ledger, page, feed, language)
            if once:
                break
            sleep(max(1.0, min(((made.next or _now() + pace) - _now()).total_seconds(), pace.total_seconds())))
    if made.problems and not made.entries and len(made.problems) >= made.asked > 0:
        raise typer.Exit(1)


def duration(text: str) -> timedelta:
    """A stretch of time written as a number and a unit (s, m, h, d), a minute at least. Raises UsageError for others."""
    found = re.fullmatch(r"(\d{1,6})([smhd])", text.strip())
    stretch = timedelta(seconds=int(found[1]) * UNITS[found[2]]) if found else timedelta()
    if stretch < LEAST:
        raise UsageError(f"--every {text}: write a number and a unit, a minute at least, for example 15m, 2h or 1d")
    return stretch


def _now() -> datetime:
    return datetime.now(UTC)


def _day(moment: datetime) -> date:
    """The day here: what passes in silence passes where the reader is."""
    return moment.astimezone().date()


def _tell(made: Round, format: str, language: str) -> None:
    """Print a round: in a line what was done, then what changed; or what changed alone, as JSON lines."""
    problems = dict.fromkeys((p.article, p.message) for p in made.problems)
    if format == "jsonl":
        for one in made.news:
            typer.echo(orjson.dumps({"told": made.moment, **_row(one)}, option=orjson.OPT_UTC_Z).decode())
        for address, why in problems:
            typer.echo(say(language, "watch", "trouble", address=address, why=why), err=True)
        return
    out = console()
    counts = {o: sum(e.outcome == o for e in made.entries) for o in ("added", "changed")}
    at = made.moment.astimezone().strftime("%Y-%m-%d %H:%M")
    out.print(Cell(say(language, "watch", "round", time=at, asked=made.asked, news=len(made.news), **counts), "bold"))
    for one in made.news:
        head, *rest = change_words(_row(one), language)
        out.print(Cell(f"• {head}"))
        for line in rest:
            out.print(Padding(Cell(line, "dim"), (0, 0, 0, 4), expand=False))
    for address, why in problems:
        out.print(Cell(say(language, "watch", "trouble", address=address, why=why), "yellow"))
    if made.waiting:
        out.print(Cell(say(language, "watch", "waiting", n=made.waiting)))


def _row(one: News) -> dict[str, str | None]:
    return {name: getattr(one, name) for name in News.__dataclass_fields__}


def _write(ledger: Ledger, page_file: Path | None, feed_file: Path | None, language: str) -> None:
    """Write the page and the feed, whole or not at all."""
    if page_file:
        shown = record(ledger)
        today = _day(_now())
        if shown.as_of_used is None or shown.as_of_used < today:  # what passes in silence passes today
            shown = record(ledger, today)
        _replace(page_file, page(shown, language, ledger.path.stem, by_hand(ledger, shown, language)))
    if feed_file:
        _replace(feed_file, as_feed(told(ledger), ledger.path.stem, language))


def _replace(path: Path, data: bytes) -> None:
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(data)
        os.replace(part, path)
    except OSError as e:
        raise UsageError(f"{path}: cannot be written ({e.strerror}); give another file") from None


@contextmanager
def _stopping(language: str) -> Iterator[Callable[[float], None]]:
    """Ctrl-C and a service's stop end the watch in one line; what is half done is done by the next round.

    Gives the sleep in which a stop is noticed, between two requests: an interrupt thrown into the middle of a library ends
    wherever that library likes. A second Ctrl-C does not wait.
    """
    asked = threading.Event()

    def _stop(number: int, frame: FrameType | None) -> None:
        if asked.is_set():
            raise KeyboardInterrupt
        asked.set()

    def _sleep(seconds: float) -> None:
        end = time.monotonic() + seconds
        while not asked.is_set() and (left := end - time.monotonic()) > 0:
            time.sleep(min(left, 1.0))
        if asked.is_set():
            raise KeyboardInterrupt

    before = [(n, signal.signal(n, _stop)) for n in (signal.SIGTERM, signal.SIGINT)]
    try:
        yield _sleep
    except KeyboardInterrupt:
        typer.echo(say(language, "watch", "stopped"), err=True)
        raise typer.Exit(0) from None
    finally:
        for number, handler in before:
            signal.signal(number, handler)
