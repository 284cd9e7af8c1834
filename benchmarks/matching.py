"""How many comparisons bring reports of undertakings together, as a pile grows: near-linear, never all pairs.

``python -m benchmarks.matching ARTICLES.jsonl(.gz) [COUNT]``: the first COUNT (1,000) articles, and an eighth, a quarter and a
half of them. Seconds of processor time on one core; extraction is not counted.
"""

from __future__ import annotations

import sys
import time

from sijill.pipeline import extract
from sijill.reading.sources import read
from sijill.reconciliation.undertakings.matching import comparisons, groups
from sijill.reconciliation.undertakings.profiles import telling
from sijill.records import Article, Dated

HEADING = ("articles", "reports", "comparisons", "a report", "all pairs", "share", "seconds")


def main(arguments: list[str]) -> None:
    """Print one line a size of pile."""
    count = int(arguments[1]) if len(arguments) > 1 else 1000
    articles = (a for a in read([arguments[0]]) if isinstance(a, Article))
    pile = [Dated(extract(a), a.published) for a, _ in zip(articles, range(count), strict=False)]
    print("".join(f"{h:>13}" for h in HEADING))
    for part in (8, 4, 2, 1):
        print("".join(f"{x:>13}" for x in measured([_undated(d) for d in pile[: len(pile) // part]])))


def measured(pile: list[Dated]) -> tuple[object, ...]:
    """Articles, reports, comparisons, comparisons a report, all pairs, their share, seconds to group."""
    told = telling(pile)
    began = time.process_time()
    groups(told)
    seconds = time.process_time() - began
    made, every = comparisons(told), len(told) * (len(told) - 1) // 2
    return len(pile), len(told), made, f"{made / max(1, len(told)):.1f}", every, f"{made / max(1, every):.2%}", f"{seconds:.2f}"


def _undated(d: Dated) -> Dated:
    """An article without resolved times: matching is measured, not dating."""
    return Dated(d.extraction, d.published, ())


if __name__ == "__main__":
    main(sys.argv[1:])
