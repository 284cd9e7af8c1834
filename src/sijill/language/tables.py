"""Small tables of the language (``ar/*.toml``), read once each."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The table ``ar/{name}.toml`` as read."""
    with files("sijill.language").joinpath(f"ar/{name}.toml").open("rb") as f:
        return tomllib.load(f)
