"""Days and outlets that a person knows, put on articles as read: options, and an ``articles.toml`` beside the files.

``articles.toml`` holds a table per article name (or a beginning of it that only one has) with any of ``published``,
``outlet``, ``title``, ``url``. What a person gives wins over what a page states.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from ..records import Article, Problem, Proof, Published
from .options import ReadOptions
from .stamps import possible, stamp_day

BESIDE = "articles.toml"
KEYS = ("published", "outlet", "title", "url")


@dataclass(frozen=True, slots=True)
class Correction:
    """What is known of the article called (or beginning with) ``name``; ``origin`` says who gave it, for messages."""

    name: str
    values: Mapping[str, Any]
    origin: str


def given(options: ReadOptions) -> list[Correction]:
    """The options as corrections."""
    names = dict.fromkeys([*options.published, *options.outlet])
    out = []
    for name in names:
        values: dict[str, Any] = {}
        if name in options.published:
            values["published"] = options.published[name]
        if name in options.outlet:
            values["outlet"] = options.outlet[name]
        out.append(Correction(name, values, "options"))
    return out


def beside(file: Path) -> tuple[list[Correction], list[Problem]]:
    """The corrections of an ``articles.toml``, and what in it cannot be used."""
    name = f"{file.parent.name}/{file.name}"
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as e:
        return [], [Problem(name, "reading", "broken_toml", f"cannot be read: {e}; mend it, its articles are read without it")]
    out, problems = [], []
    for article, values in data.items():
        unknown = sorted(set(values) - set(KEYS)) if isinstance(values, dict) else ["no table"]
        if unknown:
            message = f"[{article}] holds {', '.join(unknown)}; a table may hold {', '.join(KEYS)}"
            problems.append(Problem(name, "reading", "unknown_key", message))
        if isinstance(values, dict):
            out.append(Correction(article, {k: v for k, v in values.items() if k in KEYS}, name))
    return out, problems


def correct(articles: Sequence[Article], corrections: Iterable[Correction]) -> tuple[list[Article], list[Problem]]:
    """``articles`` with ``corrections`` put on, and a Problem for each that names no article or several."""
    place = {a.name: i for i, a in enumerate(articles)}
    out, problems = list(articles), []
    for c in corrections:
        hits = [place[c.name]] if c.name in place else [i for n, i in place.items() if n.startswith(c.name)]
        if len(hits) != 1:
            names = ", ".join(sorted(articles[i].name for i in hits)[:4])
            message = (
                f"{c.origin}: {c.name!r} names {len(hits) or 'no'} articles{': ' + names if hits else ''}; give a whole name"
            )
            problems.append(Problem(c.name, "reading", "ambiguous_name" if hits else "unknown_name", message))
            continue
        out[hits[0]] = _put(out[hits[0]], c, problems)
    return out, problems


def _put(article: Article, c: Correction, problems: list[Problem]) -> Article:
    changes: dict[str, Any] = {k: str(v) for k, v in c.values.items() if k != "published"}
    if "published" in c.values:
        day = _as_day(c.values["published"])
        if day is None or not possible(day):
            message = f"{c.origin}: {c.values['published']!r} is no day of publication; write YYYY-MM-DD"
            problems.append(Problem(article.name, "reading", "impossible_date", message))
        else:
            changes["published"] = Published(day, day, "stated", (Proof(f"given {c.origin}"),))
    return replace(article, **changes)


def _as_day(value: Any) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else stamp_day(value)
