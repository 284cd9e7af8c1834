"""Whole archives: how fast, in how much memory, how it grows, how well reprints are grouped. One command each:

``python -m benchmarks.bulk workers ARTICLES...`` one worker, two, and the pure functions alone, on the same articles;
``python -m benchmarks.bulk growth ARTICLES... --sizes 1000 5000 20000 70000`` time and memory, with the fitted exponent;
``python -m benchmarks.bulk reprints ARTICLES... --silver CLUSTERS.jsonl`` pairwise precision and recall of the groups.

ARTICLES are what ``sijill bulk`` reads; ``--count N`` takes the first N of them. Memory is the sum over all processes of
the run, seen every half second (Linux), shared pages counted once.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice
from pathlib import Path
from typing import NamedTuple

from sijill.bulk import Archive
from sijill.bulk.work import worked
from sijill.ledger import codec
from sijill.reading.sources import read
from sijill.records import Article

EVERY = 0.5


class Taken(NamedTuple):
    """What a run took: wall-clock seconds, peak memory of all its processes in MB, articles."""

    seconds: float
    megabytes: float
    articles: int


def taken(source: Path, folder: Path, workers: int, runner: str = "native", ledger: bool = True) -> Taken:
    """Run ``sijill bulk`` on ``source`` in a process of its own and watch it."""
    out = folder / f"out-{workers}-{runner}"
    words = ["bulk", str(source), "--out", str(out), "--workers", str(workers), "--runner", runner]
    if ledger:
        words += ["--ledger", f"{out}.sijill"]
    code = "from sijill.publishing.cli import main; main()"
    start, most = time.perf_counter(), 0.0
    with subprocess.Popen([sys.executable, "-c", code, *words], stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            most = max(most, memory(process.pid))
            time.sleep(EVERY)
    if process.returncode:
        raise SystemExit(f"sijill {' '.join(words)} ended with {process.returncode}")
    return Taken(time.perf_counter() - start, most, Archive(out).manifest["articles"])


def memory(pid: int) -> float:
    """Megabytes of a process and all below it; shared pages in equal shares."""
    total, todo = 0, [pid]
    while todo:
        one = Path(f"/proc/{todo.pop()}")
        try:
            line = next(x for x in (one / "smaps_rollup").read_text().splitlines() if x.startswith("Pss:"))
            total += int(line.split()[1])
            todo += [int(c) for f in one.glob("task/*/children") for c in f.read_text().split()]
        except (OSError, StopIteration):
            continue
    return total / 1024


def pure(source: Path) -> float:
    """Seconds of processor time that the pure functions take over the articles of ``source``, one after the other."""
    articles = [codec.dump(a) for a in read([source]) if isinstance(a, Article)]
    for data in articles[:20]:
        worked(0, data)
    start = time.process_time()
    for number, data in enumerate(articles):
        worked(number, data)
    return time.process_time() - start


def sample(inputs: Sequence[str], count: int | None, folder: Path) -> Path:
    """The first ``count`` records of jsonl files, as one file."""
    out = folder / f"first-{count or 'all'}.jsonl"
    with out.open("wb") as to:
        to.writelines(islice(lines(inputs), count))
    return out


def lines(inputs: Sequence[str]) -> Iterator[bytes]:
    """The lines of jsonl files, packed or not."""
    for name in inputs:
        with gzip.open(name, "rb") if name.endswith(".gz") else Path(name).open("rb") as file:
            yield from (line if line.endswith(b"\n") else line + b"\n" for line in file)


def workers(inputs: Sequence[str], count: int | None, runner: str) -> None:
    """Print one worker against two, and what the engine costs over the pure functions."""
    with tempfile.TemporaryDirectory() as name:
        source = sample(inputs, count, Path(name))
        alone = pure(source)
        runs = {n: taken(source, Path(name), n, runner) for n in (1, 2)}
    for n, t in runs.items():
        rate = t.articles / t.seconds
        print(f"{n} worker(s): {t.articles} articles in {t.seconds:.1f} s, {rate:.0f} a second, {t.megabytes:.0f} MB")
    print(f"pure functions alone: {alone:.1f} s of processor time")
    print(f"two workers: {runs[1].seconds / runs[2].seconds:.2f} times one (goal 1.7)")
    cores = min(2, os.cpu_count() or 1)
    print(f"overhead over the pure functions on {cores}: {100 * (runs[2].seconds / (alone / cores) - 1):.0f} % (goal 25)")


def growth(inputs: Sequence[str], sizes: Sequence[int], runner: str) -> None:
    """Print time and memory at each size, and the exponent of time that fits them best."""
    found = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            t = taken(sample(inputs, size, Path(name)), Path(name), os.cpu_count() or 1, runner)
        found.append(t)
        print(
            f"{t.articles:>8} articles {t.seconds:>9.1f} s {t.articles / t.seconds:>7.0f} a second {t.megabytes:>7.0f} MB",
            flush=True,
        )
    if len(found) > 1:
        xs, ys = [math.log(t.articles) for t in found], [math.log(t.seconds) for t in found]
        x, y = sum(xs) / len(xs), sum(ys) / len(ys)
        slope = sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)
        print(f"time grows with the articles to the power of {slope:.2f} (goal 1.1 at most)")


def reprints(inputs: Sequence[str], count: int | None, silver: Path, runner: str) -> None:
    """Print pairwise precision, recall and F1 of the groups against clusters of ids (a jsonl with ``ids``).

    Only pairs of two outlets count: such clusters tell of what one outlet took from another.
    """
    with tempfile.TemporaryDirectory() as name:
        source = sample(inputs, count, Path(name))
        t = taken(source, Path(name), os.cpu_count() or 1, runner, ledger=False)
        archive = Archive(Path(name) / f"out-{os.cpu_count() or 1}-{runner}")
        here = {row["article"]: row["outlet"] for row in archive.read("articles", ("article", "outlet")).to_pylist()}
        members = defaultdict(list)
        for row in archive.read("reprints").to_pylist():
            members[row["group"]].append(row["article"])
    told = pairs(json.loads(line)["ids"] for line in silver.read_text(encoding="utf-8").splitlines())
    told = {(a, b) for a, b in told if a in here and b in here and here[a] != here[b]}
    found = {(a, b) for a, b in pairs(members.values()) if here[a] != here[b]}
    both = len(told & found)
    precision, recall = both / max(1, len(found)), both / max(1, len(told))
    print(f"{t.articles} articles in {t.seconds:.1f} s; {len(members)} groups, {len(found)} pairs; silver {len(told)} pairs")
    print(f"precision {precision:.3f}, recall {recall:.3f}, F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}")
    print("only in the silver clusters:", *sorted(told - found)[:50], sep="\n  ")
    print("only found here:", *sorted(found - told)[:50], sep="\n  ")


def pairs(groups: Iterable[Sequence[str]]) -> set[tuple[str, str]]:
    """All pairs within groups."""
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bulk")
    parser.add_argument("what", choices=("workers", "growth", "reprints"))
    parser.add_argument("inputs", nargs="+")
    parser.add_argument("--count", type=int)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 5000, 20000, 70000])
    parser.add_argument("--silver", type=Path)
    parser.add_argument("--runner", default="native")
    asked = parser.parse_args()
    if asked.what == "workers":
        workers(asked.inputs, asked.count, asked.runner)
    elif asked.what == "growth":
        growth(asked.inputs, asked.sizes, asked.runner)
    elif asked.silver is None:
        parser.error("reprints needs --silver CLUSTERS.jsonl")
    else:
        reprints(asked.inputs, asked.count, asked.silver, asked.runner)


if __name__ == "__main__":
    main()
