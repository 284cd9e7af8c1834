"""Stories that come with the package: short reports of our own, for ``sijill demo`` and for trying things out."""

from __future__ import annotations

import tomllib
from pathlib import Path


def story_path(name: str = "coalition") -> Path:
    """The folder of the example story ``name``; KeyError where there is none of that name."""
    folder = Path(__file__).parent / name
    if not folder.is_dir() or folder.parent != Path(__file__).parent:
        raise KeyError(f"no example story {name!r}; there are: {', '.join(story_names())}")
    return folder


def story_title(name: str = "coalition") -> dict[str, str]:
    """The name of the example story in each language of the interface."""
    titles: dict[str, dict[str, str]] = tomllib.loads((Path(__file__).parent / "titles.toml").read_text(encoding="utf-8"))
    return titles[name]


def story_names() -> list[str]:
    """The names of the example stories, sorted."""
    return sorted(p.parent.name for p in Path(__file__).parent.glob("*/README.md"))
