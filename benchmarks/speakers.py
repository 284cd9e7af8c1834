"""Who was taken for whom: a confusion table of speaker kinds over annotated stories, and of certainty.

    python -m benchmarks.speakers GOLD STORIES [--of speaker_kind|factuality|quote_type]

GOLD holds a folder for every story with ``gold.json`` (statements with article, content span and speaker_kind), STORIES a
folder of the same name with its articles. A statement found counts where its content meets a gold one's by half or more
(overlap over union); rows are what the annotator says, columns what sijill says, ``missed`` and ``extra`` the rest.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from sijill.pipeline import extract
from sijill.reading.sources import read
from sijill.records import Article, Statement

KINDS = {
    "speaker_kind": (
        "named_person", "institution", "anonymous_official", "anonymous_source", "document", "media", "unattributed",
    ),
    "factuality": ("asserted", "planned", "possible", "denied", "conditional"),
    "quote_type": ("direct", "indirect", "mixed"),
}  # fmt: skip
HALF = 0.5
"""Overlap over union from which two contents are the same statement's."""


def confusion(gold: Path, stories: Path, of: str) -> Counter[tuple[str, str]]:
    """How often each gold value (or ``extra``) was found as each value (or ``missed``), over all stories of ``gold``."""
    table: Counter[tuple[str, str]] = Counter()
    for file in sorted(gold.glob("*/gold.json")):
        told = json.loads(file.read_text(encoding="utf-8"))
        found = {a.name: extract(a).statements for a in read([str(stories / file.parent.name)]) if isinstance(a, Article)}
        for article in told["articles"]:
            name = article["article"]
            mine = found.get(name, ())
            theirs = [g for g in told["statements"] if g["article"] == name]
            table += compared(mine, theirs, of)
    return table


def compared(mine: tuple[Statement, ...], theirs: list[dict[str, Any]], of: str) -> Counter[tuple[str, str]]:
    """The pairs of one article: each gold statement with the one that meets it best, each counted once."""
    pairs = sorted(
        ((union(m.content, g["content"]), i, j) for i, m in enumerate(mine) for j, g in enumerate(theirs)), reverse=True
    )
    table: Counter[tuple[str, str]] = Counter()
    left, right = set(range(len(mine))), set(range(len(theirs)))
    for share, i, j in pairs:
        if share >= HALF and i in left and j in right:
            left.discard(i)
            right.discard(j)
            table[str(theirs[j].get(of)), str(getattr(mine[i], of))] += 1
    table.update(
        (str(theirs[j].get(of)), "missed") for j in right if not any(theirs[j].get(k) for k in ("neutral", "doubtful"))
    )
    table.update(("extra", str(getattr(mine[i], of))) for i in left)
    return table


def union(a: tuple[int, int], b: tuple[int, int]) -> float:
    """Overlap over union of two spans."""
    shared = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared else 0.0


def main() -> None:
    """Print one table, as Markdown."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("stories", type=Path)
    parser.add_argument("--of", choices=sorted(KINDS), default="speaker_kind")
    options = parser.parse_args()
    table = confusion(options.gold, options.stories, options.of)
    columns = (*KINDS[options.of], "missed")
    print(f"| {options.of} | {' | '.join(columns)} |")
    print(f"| --- |{' --- |' * len(columns)}")
    for row in (*KINDS[options.of], "extra"):
        print(f"| {row} | {' | '.join(str(table[row, c] or '') for c in columns)} |")


if __name__ == "__main__":
    main()
