"""The ``sijill`` command that the groups hang on, and how trouble is told: one line, no traceback."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperGroup

from ...errors import SijillError

ORDER = (
    "demo", "add", "watch", "show", "why", "search", "set", "add-entities", "remove", "restore", "export", "extract", "timex",
    "figures", "bulk", "stories", "rules", "schema",
)  # fmt: skip
"""The commands in the order of use; those that are not named here come after them."""


class Commands(TyperGroup):
    """Commands in the order of use; an error of sijill's own ends in one line and exit code 2."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The commands as the help lists them."""
        rank = {name: i for i, name in enumerate(ORDER)}
        return sorted(self.commands, key=lambda name: (rank.get(name, len(rank)), name))

    def invoke(self, ctx: Any) -> Any:
        """Run the command; tell a SijillError as a line."""
        try:
            return super().invoke(ctx)
        except SijillError as e:
            typer.echo(f"sijill: {e}", err=True)
            raise typer.Exit(2) from None


app = typer.Typer(cls=Commands, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@app.callback()
def _root() -> None:
    """The record of a long story in Arabic news: what was undertaken, by whom, due when, and where it stands."""


def main() -> None:
    """The entry point of the ``sijill`` command."""
    app()
