"""The engine (Daft): the work of one article mapped over parts, and reports grouped by band; native or on Ray.

Everything that is Arabic is :mod:`.work`; here is only how it is spread. ``cpus`` a function asks for stays small: asking
for more than a machine has stalls the engine without a word.
"""

from __future__ import annotations

import atexit
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..errors import UsageError
from . import needs

CPUS = 0.25
BATCH = 16
"""Articles that a process takes at a time."""
BYTES = ("articles", "timexes", "statements", "figures", "commitments", "problems", "extraction", "passages", "shingles")


@contextmanager
def running(runner: str, address: str | None, workers: int | None) -> Iterator[Any]:
    """The module ``daft`` with its runner started; a Ray that was started here is stopped again."""
    daft = needs.daft()
    if runner == "native":
        if daft.get_or_infer_runner_type() != "native":
            raise UsageError("this process runs on Ray already; start another one for the native runner")
        yield daft
        return
    ray = needs.ray()
    own = not ray.is_initialized()
    if own and address:
        ray.init(address=address, log_to_driver=False)
    elif own:
        count = workers or os.cpu_count()
        with needs.unasked():
            ray.init(num_cpus=count, include_dashboard=False, log_to_driver=False, _node_ip_address="127.0.0.1")
    try:
        daft.set_runner_ray(noop_if_initialized=True)
        if daft.get_or_infer_runner_type() != "ray":
            raise UsageError("this process runs on the native runner already; start another one for Ray")
        yield daft
    finally:
        if own:
            ray.shutdown()


def mapped(daft: Any, files: Sequence[Path], workers: int) -> Iterator[dict[str, Any]]:
    """What :func:`.work.worked` makes of every article of the staged ``files``, as it comes: part, number, and its keys."""
    kinds = daft.DataType
    result = kinds.struct({**{name: kinds.binary() for name in BYTES}, "bands": kinds.list(kinds.int64())})

    on_ray = daft.get_or_infer_runner_type() == "ray"

    @daft.cls(cpus=CPUS, use_process=True, max_concurrency=workers)
    class Worker:
        """One process of the engine; the lexicon is read once in it."""

        def __init__(self) -> None:
            from sijill.bulk.work import worked

            self.worked = worked
            if not on_ray:  # the native engine waits five seconds for its processes, and a lexicon takes long to tear down
                atexit.register(os._exit, 0)

        @daft.method.batch(return_dtype=result, batch_size=BATCH)  # type: ignore[untyped-decorator]
        def made(self, numbers: Any, articles: Any) -> list[dict[str, Any]]:
            """The work of a few articles."""
            return [self.worked(n, a) for n, a in zip(numbers.to_pylist(), articles.to_pylist(), strict=True)]

    frame = daft.read_parquet([str(f) for f in files])
    if on_ray:
        frame = frame.into_partitions(max(len(files), workers))
    worker = Worker()
    made = frame.select("part", "number", worker.made(frame["number"], frame["article"]).alias("made"))
    for batch in made.to_arrow_iter():
        for row in batch.to_pylist():
            yield {"part": row["part"], "number": row["number"], **row["made"]}


def together(daft: Any, files: Sequence[Path]) -> Iterator[list[int]]:
    """The numbers of the articles that share a band, for each band that two or more have; ``files`` are kept parts."""
    frame = daft.read_parquet([str(f) for f in files]).select("number", "bands").explode("bands")
    frame = frame.where(frame["bands"].not_null())
    grouped = frame.groupby("bands").agg(frame["number"].list_agg().alias("numbers"), frame["number"].count().alias("count"))
    for batch in grouped.where(grouped["count"] > 1).select("numbers").to_arrow_iter():
        yield from (sorted(numbers) for numbers in batch.column("numbers").to_pylist())
