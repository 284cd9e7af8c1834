"""How fast the stages read, in MB of UTF-8 a second of processor time, against the floor.

The floor is folding, tokens and one look-up in a dictionary for each token, in plain Python: what nothing can go below.
``python -m benchmarks [ARTICLES.jsonl(.gz) [COUNT]]``: medians of five runs after a warm-up, over the first 300 articles
or the first COUNT.
"""

from __future__ import annotations

import gzip
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from sijill.examples import story_path
from sijill.extraction.figures import figures
from sijill.extraction.timex import time_mentions
from sijill.language.document import Document
from sijill.language.lexicon import lexicon
from sijill.language.tokens import Tokens
from sijill.pipeline import extract
from sijill.reading.sources import read
from sijill.records import Article

RUNS, ARTICLES = 5, 300


def articles(paths: list[str]) -> list[Article]:
    """The first articles of a jsonl file, or those of the example story ten times over."""
    if not paths:
        return [a for a in read([story_path()]) if isinstance(a, Article)] * 10
    out = []
    with gzip.open(paths[0], "rb") if paths[0].endswith(".gz") else Path(paths[0]).open("rb") as lines:
        for n, line in enumerate(lines):
            text = json.loads(line).get("text") or ""
            if text:
                out.append(Article(f"a{n}", text))
            if len(out) == (int(paths[1]) if len(paths) > 1 else ARTICLES):
                break
    return out


def stages() -> dict[str, Callable[[Article], object]]:
    """What is timed; each takes an article."""
    known = dict.fromkeys(entry.words[0] for entry in lexicon().entries())

    def _floor(a: Article) -> object:
        return [known.get(form) for form in Tokens(a.text).form]

    return {
        "tokens": lambda a: Tokens(a.text),
        "tokens and a look-up (the floor)": _floor,
        "tokens, lexicon hits, sentences": lambda a: Document(a.text),
        "times": lambda a: time_mentions(Document(a.text)),
        "figures": lambda a: figures(Document(a.text), ()),
        "whole extraction": extract,
    }


def seconds(work: Callable[[Article], object], pile: list[Article]) -> float:
    """The median of ``RUNS`` runs over ``pile``, after one that warms up."""
    taken = []
    for _ in range(RUNS + 1):
        start = time.process_time()
        for article in pile:
            work(article)
        taken.append(time.process_time() - start)
    return statistics.median(taken[1:])


def main(paths: list[str]) -> None:
    """Print the table."""
    pile = articles(paths)
    size = sum(len(a.text.encode("utf-8")) for a in pile) / 1e6
    print(f"{len(pile)} articles, {size:.2f} MB of UTF-8; medians of {RUNS}")
    floor = None
    for name, work in stages().items():
        taken = seconds(work, pile)
        floor = taken if "floor" in name else floor
        ratio = f"{taken / floor:5.1f} x the floor" if floor else ""
        print(f"{name:34} {size / taken:8.2f} MB/s {len(pile) / taken:9.0f} articles/s {ratio}")
