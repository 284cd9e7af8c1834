"""What each rule says of itself, for those who ask why: read from the rule data once, when somebody asks."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable


def rule_says(rule: str) -> str | None:
    """The English sentence of the rule with this id, where the rule data has one."""
    return _sentences().get(rule)


@cache
def _sentences() -> dict[str, str]:
    return {row["id"]: row["says"] for file in _data() for row in _rows(file) if "id" in row and "says" in row}


def _rows(file: Traversable) -> list[dict[str, str]]:
    rows = tomllib.loads(file.read_text(encoding="utf-8")).get("rule", [])
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _data() -> Iterator[Traversable]:
    folders = [files("sijill.language").joinpath("ar")]
    while folders:
        for item in sorted(folders.pop().iterdir(), key=lambda f: f.name):
            if item.is_dir():
                folders.append(item)
            elif item.name.endswith(".toml"):
                yield item
