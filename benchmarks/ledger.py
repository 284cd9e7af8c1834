"""How long the ledger takes: to add articles, to read them back, to answer a search; medians, p95 where it matters.

``python -m benchmarks.ledger [ARTICLES]``: so many short reports made of the example story's sentences (default 2000).
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sijill.examples import story_path
from sijill.ledger import Ledger
from sijill.ledger.engine import engine
from sijill.ledger.search import find
from sijill.reading.identity import digest
from sijill.reading.sources import read
from sijill.records import Article, Extraction, Published, Span

PROBES = ("العراق", "قوات التحالف", "وزارة الدفاع", "نهاية سبتمبر", "المرحلة الثانية", "2026")
SENTENCES = 6


def reports(count: int) -> list[Extraction]:
    """``count`` articles of six sentences each, a day apart, no two alike; sentences given, no other mentions."""
    pool = [
        a.text[s.start : s.end]
        for a in read([story_path()])
        if isinstance(a, Article)
        for s in (Span(m, min(m + 120, len(a.text))) for m in range(0, len(a.text), 120))
    ]
    out = []
    for i in range(count):
        lines = [pool[(i * 7 + k * 13) % len(pool)].replace("\n", " ") + f" {i}." for k in range(SENTENCES)]
        text, spans, at = "\n".join(lines), [], 0
        for line in lines:
            spans.append(Span(at, at + len(line)))
            at += len(line) + 1
        day = date(2020, 1, 1) + timedelta(days=i % 2000)
        article = Article(f"r{i}", text, published=Published(day, day, "stated"), digest=digest(text))
        out.append(Extraction(article, sentences=tuple(spans)))
    return out


def measure(count: int) -> list[tuple[str, float, str]]:
    """Rows of what, how much, and its unit."""
    made = reports(count)
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "bench.sijill", create=True) as ledger:
        adding = timed(lambda: [ledger.keep(x, engine(), datetime.now(UTC)) for x in made])
        reading = timed(ledger.kept)
        spent = []
        for probe in PROBES * 20:
            with ledger.reading() as db:
                spent.append(timed(lambda db=db, probe=probe: find(db, probe)) * 1000)  # type: ignore[misc]
        size = (Path(folder) / "bench.sijill").stat().st_size / 1e6
    spent.sort()
    return [
        ("add, articles a second", count / adding, ""),
        ("read back, articles a second", count / reading, ""),
        (f"search over {count * SENTENCES} sentences, p50", statistics.median(spent), "ms"),
        (f"search over {count * SENTENCES} sentences, p95", spent[int(len(spent) * 0.95)], "ms"),
        ("the file", size, "MB"),
    ]


def timed(work: Callable[[], object]) -> float:
    """Seconds of wall clock that ``work`` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    for what, much, unit in measure(int(sys.argv[1]) if len(sys.argv) > 1 else 2000):
        print(f"{what:<48} {much:>10.1f} {unit}")
