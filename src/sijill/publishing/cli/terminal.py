"""Tables on a terminal: right-to-left text isolated line by line, so that it neither breaks columns nor turns them round."""

from __future__ import annotations

import os
import sys
import unicodedata
from datetime import date
from typing import Any

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.table import Table as Grid
from rich.text import Text

from ..export.tables import Row, Table
from ..locale import word, words
from ..locale.days import due_words, interval_words

FSI, PDI = "\u2068", "\u2069"
"""First strong isolate and its end (Unicode 6.3): what stands between them keeps its direction to itself."""

QUOTED = 4
"""How many passages of a conflict a table quotes; ``sijill why`` has them all in their sentences."""

PIPED_WIDTH = 160
"""Columns where the output is no terminal and COLUMNS is not set."""


def console(stderr: bool = False) -> Console:
    """A console as wide as the terminal; wide enough to read where there is none."""
    piped = not (sys.stderr if stderr else sys.stdout).isatty()
    width = PIPED_WIDTH if piped and "COLUMNS" not in os.environ else None
    return Console(stderr=stderr, highlight=False, markup=False, width=width)


def isolate(text: str) -> str:
    """``text`` between isolates where it holds right-to-left letters; as it is otherwise."""
    return f"{FSI}{text}{PDI}" if any(unicodedata.bidirectional(c) in ("R", "AL", "AN") for c in text) else text


class Cell:
    """A cell's text, wrapped first and isolated line by line: an isolate left open would take the next column in.

    Line breaks in the text stay; other white space is made one.
    """

    def __init__(self, text: str, style: str = "") -> None:
        self.lines = [" ".join(line.split()) for line in text.split("\n")]
        self.style = style

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """From the longest word to the whole text."""
        longest = max((cell_len(w) for line in self.lines for w in line.split()), default=0)
        whole = max(cell_len(line) for line in self.lines)
        return Measurement(min(longest, options.max_width), min(whole, options.max_width))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """One isolated line after the other."""
        for text in self.lines:
            for line in Text(text).wrap(console, options.max_width):
                yield Text(isolate(line.plain.rstrip()), style=self.style, no_wrap=True, overflow="ignore")


def grid(made: Table, language: str) -> Grid:
    """A view as a table for the terminal, headings and states in the reader's language."""
    out = Grid(box=None, pad_edge=False, header_style="bold", row_styles=["", "dim"])
    for column in made.view.shown:
        narrow = column == "id"
        heading = Cell(word(language, "column", column))
        out.add_column(heading, no_wrap=narrow, min_width=11 if narrow else None, overflow="fold", ratio=None)
    for row in made.rows:
        out.add_row(*(Cell(shown(made, row, c, language)) for c in made.view.shown))
    return out


def shown(made: Table, row: Row, column: str, language: str) -> str:
    """One value as people read it."""
    if column == "due":
        return due_words(row["due_kind"], row["due_earliest"], row["due_latest"], language)
    if column == "when":
        return interval_words(row["day"], row.get("until", row.get("published")), language)
    value = row[column]
    if column == "text" and isinstance(value, list):
        return _quoted(value)
    if value is not None and column in made.view.words:
        return _translated(str(value), made.view.words[column], language)
    return plain(value, language)


def plain(value: Any, language: str) -> str:
    """A value as text: whole numbers without a fraction, lists with the language's comma, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:,.0f}" if value.is_integer() else f"{value:g}"
    if isinstance(value, list):
        return words(language)["language"]["comma"].join(value)
    return str(value)


def _quoted(passages: list[str]) -> str:
    """Several passages, one a line, the first few of them."""
    more = [f"(+{len(passages) - QUOTED})"] if len(passages) > QUOTED else []
    return "\n".join([*(f"\u2022 {' '.join(p.split())}" for p in passages[:QUOTED]), *more])


def _translated(value: str, groups: str, language: str) -> str:
    for group in groups.split():
        if value in words(language).get(group, {}):
            return word(language, group, value)
    return value
