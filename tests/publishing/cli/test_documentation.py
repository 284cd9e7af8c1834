"""The documentation cannot lag behind the command line."""

import re
from pathlib import Path

import pytest
import typer

from sijill.publishing.cli import app
from sijill.publishing.export.tables import VIEWS

TEXT = (Path(__file__).resolve().parents[3] / "docs" / "commands.md").read_text(encoding="utf-8")
GROUP = typer.main.get_command(app)
COMMANDS = {name: command for name, command in GROUP.commands.items() if not command.hidden}


def section(name):
    found = re.search(rf"^## `sijill {name}\b.*?(?=^## |\Z)", TEXT, re.M | re.S)
    assert found, f"docs/commands.md has no section '## `sijill {name} ...`'"
    return found.group()


def leaves():
    """Every command that does something, by its whole name; a group's own commands below it."""
    out = []
    for name, command in COMMANDS.items():
        below = getattr(command, "commands", None)
        out += [(f"{name} {n}", c) for n, c in below.items()] if below else [(name, command)]
    return out


@pytest.mark.parametrize(("name", "command"), leaves())
def test_every_command_and_every_option_is_told(name, command):
    told = section(name)
    for parameter in command.params:
        for option in getattr(parameter, "opts", []):
            if option.startswith("--") and option != "--help":
                assert f"`{option}" in told, f"docs/commands.md, sijill {name}: {option} is not told"


def test_what_is_told_exists():
    known = {o for _, c in leaves() for x in c.params for o in getattr(x, "opts", [])}
    for option in set(re.findall(r"`(--[a-z-]+)", TEXT)):
        assert option in known | {"--help"}, f"docs/commands.md tells of {option}, which no command has"
    for command in set(re.findall(r"(?:^|`)sijill ([a-z]+)", TEXT, re.M)):
        assert command in COMMANDS, f"docs/commands.md tells of sijill {command}"


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_told(view):
    assert f"`{view}`" in section("show")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_helps(run, name):
    said = run(name, "--help").output
    assert "Usage" in said


def test_five_minutes_are_told_in_both_languages():
    assert "Five minutes" in TEXT
    assert "خمس دقائق" in TEXT
