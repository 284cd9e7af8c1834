"""Rules as data: ``ar/rules/{kind}/*.toml`` read into productions, with their examples kept beside them.

A rule: ``id``, ``says`` (one English sentence), ``pattern`` (or ``patterns``), ``gives`` (the part's type), ``value`` (a
resolver's name), optionally ``prefer`` (higher wins between equal spans), ``variety``, anything its resolver reads, and
``examples`` (``text``, ``date``, expected fields), ``not_examples`` (``text``, ``why``), ``known_failures``.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from ..errors import RuleError
from .grammar import Production, compile_pattern

NEEDED = ("id", "says", "gives", "value", "examples")


def rule_rows(kind: str) -> list[dict[str, Any]]:
    """All rules of a kind as read, files in order of name. Raises RuleError on a missing key or a doubled id."""
    out: list[dict[str, Any]] = []
    seen: set[str] = set()
    for file in _files(f"ar/rules/{kind}"):
        for row in tomllib.loads(file.read_text(encoding="utf-8")).get("rule", []):
            missing = [k for k in NEEDED if k not in row]
            if missing:
                raise RuleError(f"{kind}/{file.name}: rule {row.get('id', '?')}: no {', '.join(missing)}")
            if row["id"] in seen:
                raise RuleError(f"{kind}/{file.name}: rule {row['id']}: this id stands twice; ids name a rule in records")
            seen.add(row["id"])
            out.append(row)
    return out


def productions(kind: str) -> list[Production]:
    """The rules of a kind, compiled."""
    return [production(row) for row in rule_rows(kind)]


def production(row: dict[str, Any]) -> Production:
    """One rule as read, compiled."""
    texts = row["patterns"] if "patterns" in row else [row["pattern"]]
    patterns = tuple(dict.fromkeys(v for text in texts for v in compile_pattern(text, row["id"])))
    return Production(
        row["id"], row["says"], row["gives"], row["value"], patterns, row.get("prefer", 0), row.get("variety", ""), row
    )


@cache
def digest() -> str:
    """A short hash over all language data: records made by other data can be told apart."""
    total = hashlib.sha256()
    for file in sorted(_walk(files("sijill.language").joinpath("ar")), key=str):
        total.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return total.hexdigest()[:16]


def _files(folder: str) -> list[Traversable]:
    root = files("sijill.language").joinpath(folder)
    if not root.is_dir():
        return []
    return sorted((f for f in root.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)


def _walk(folder: Traversable) -> Iterator[Traversable]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from _walk(item)
        elif item.name.endswith(".toml"):
            yield item
