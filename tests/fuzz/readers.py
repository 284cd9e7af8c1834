# ruff: noqa: E501
"""Fuzz every reader with atheris: no exception, no input over five seconds, no growth over 500 MB.

``python tests/fuzz/readers.py CORPUS [libFuzzer options]``, in an environment of its own that has atheris and this project
(atheris is no dependency of it). The first byte of an input chooses the reader; the rest is the file. ``CORPUS`` is a folder;
where it is empty it is filled with one small file of each kind. ``tests/fuzz/README.md`` has the command and the last figures.
"""

from __future__ import annotations

import faulthandler
import gzip
import io
import json
import resource
import signal
import sys
import tarfile
import zipfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["sijill.reading"]):
    from sijill.reading.inputs import Input
    from sijill.reading.kinds import SUFFIXES, read_input
    from sijill.reading.options import ReadOptions
    from sijill.reading.packed import Budget
    from sijill.reading.responses import read_response
    from sijill.reading.web.lists import read_list
from sijill.records import Article, Problem

LONGEST, MOST = 5, 500 << 20
"""Seconds of the processor for one input; bytes that the process may grow by."""
KINDS = [*SUFFIXES, "response", "list", ".html quick"]
TEXT = "قالت هيئة الموانئ إن الرصيف الجديد سيسلم في يوليو المقبل بعد تأخير دام عاما كاملا."
BEGUN = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def seeds() -> dict[str, bytes]:
    """A small input of each kind, by suffix."""
    page = f"<html><head><title>خبر</title></head><body><h1>خبر</h1><p>{TEXT}</p><p>{TEXT}</p></body></html>".encode()
    row = json.dumps({"id": "1", "text": TEXT, "published": "2031-05-06"}, ensure_ascii=False).encode()
    rss = f"<rss version='2.0'><channel><title>س</title><item><link>https://x.example/a</link><description>{TEXT}</description>"
    warc = b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/a\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    tar, packed = io.BytesIO(), io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w") as t:
        info = tarfile.TarInfo("a.jsonl")
        info.size = len(row)
        t.addfile(info, io.BytesIO(row))
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("a.html", page)
    mail = f"From: a <a@x>\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>{TEXT}</p>\n--b--\n"
    pdf = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
    pdf += b"3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R>>endobj 4 0 obj<</Length 8>>stream\nBT (a)Tj\nendstream endobj trailer<</Root 1 0 R>>"
    out = dict.fromkeys(KINDS, TEXT.encode())
    out |= dict.fromkeys((".html", ".htm", ".xhtml", "response", ".html quick"), page)
    out |= {".json": b"[%s]" % row, ".jsonl": row + b"\n" + row, ".csv": f"id,text\n1,{TEXT}".encode(), ".pdf": pdf}
    out |= dict.fromkeys((".rss", ".atom", ".rdf", ".xml", "list"), f"{rss}</item></channel></rss>".encode())
    out |= {".tar": tar.getvalue(), ".zip": packed.getvalue(), ".wacz": packed.getvalue(), ".gz": gzip.compress(row)}
    out |= {".warc": warc % (len(http), http), ".eml": mail.encode(), ".mbox": b"From x\n" + mail.encode()}
    out |= {".mhtml": mail.encode(), ".opml": b"<opml><body><outline xmlUrl='https://x.example/f'/></body></opml>"}
    return out


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
