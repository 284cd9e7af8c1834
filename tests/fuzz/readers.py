"""Fuzz every reader with atheris: no exception, no input over five seconds, no growth over 500 MB.

``python tests/fuzz/readers.py CORPUS [libFuzzer options]``, in an environment of its own that has atheris and this project
(atheris is no dependency of it). The first byte of an input chooses the reader; the rest is the file. ``CORPUS`` is a folder;
where it is empty it is filled with one small file of each kind. ``tests/fuzz/README.md`` has the command and the last figures.
"""

from __future__ import annotations

import faulthandler
import io
import resource
import signal
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["sijill.reading"]):
    from sijill.reading.inputs import Input
    from sijill.reading.kinds import read_input
    from sijill.reading.options import ReadOptions
    from sijill.reading.packed import Budget
    from sijill.reading.responses import read_response
    from sijill.reading.web.lists import read_list
from seeds import KINDS, TEXT, seeds

from sijill.records import Article, Problem

LONGEST, MOST = 5, 500 << 20
"""Seconds of the processor for one input; bytes that the process may grow by."""
BEGUN = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def one(data: bytes) -> None:
    """Read one input. Raises what a reader raises, and for one that answers "failed" or grows too much."""
    kind, data = KINDS[data[0] % len(KINDS)] if data else ".txt", data[1:]
    signal.setitimer(signal.ITIMER_PROF, LONGEST)
    if kind == "response":
        head, _, body = data.partition(b"\n\n")
        headers = [tuple(line.partition(":")[::2]) for line in head.decode("latin-1").split("\n")]
        items = list(read_response("f", body, headers, "https://x.example/a"))
    elif kind == "list":
        items = list(read_list("f", data, "https://x.example/"))
    else:
        options = ReadOptions(quick=kind.endswith("quick"))
        items = list(read_input(Input("f", kind.split()[0], io.BytesIO(data)), options, Budget(len(data))))
    signal.setitimer(signal.ITIMER_PROF, 0)
    for item in items:
        if isinstance(item, Article):
            item.text.encode("utf-8")
            assert all(0 <= s < e <= len(item.text) for s, e in item.chrome), "a span outside of the text"
        elif isinstance(item, Problem):
            assert item.message, "a problem that says nothing"
            assert item.code != "failed", item.message
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 - BEGUN < MOST, "the process has grown too much"


def main() -> None:
    """Fill the corpus where it is empty and run until the options say to stop."""
    corpus = Path(sys.argv[1])
    corpus.mkdir(parents=True, exist_ok=True)
    if not any(corpus.iterdir()):
        for n, (kind, data) in enumerate(seeds().items()):
            (corpus / f"seed{kind.replace(' ', '-')}").write_bytes(bytes([n]) + data)
    faulthandler.register(signal.SIGPROF, chain=True)
    list(read_input(Input("warm", ".txt", io.BytesIO(f"خبر\n6 مايو 2031 10:20\n{TEXT}\n".encode() * 4)), ReadOptions()))
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
