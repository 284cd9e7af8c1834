# ruff: noqa: E501
"""A small input of each kind that is read, for the fuzzer's corpus and for tests that spoil them."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile

import zstandard

from sijill.reading.kinds import SUFFIXES

KINDS = [*SUFFIXES, "response", "list", ".html quick"]
TEXT = "قالت هيئة الموانئ إن الرصيف الجديد سيسلم في يوليو المقبل بعد تأخير دام عاما كاملا."


def seeds() -> dict[str, bytes]:
    """A small input of each kind, by suffix."""
    page = f"<html><head><title>خبر</title></head><body><h1>خبر</h1><p>{TEXT}</p><p>{TEXT}</p></body></html>".encode()
    row = json.dumps({"id": "1", "text": TEXT, "published": "2031-05-06"}, ensure_ascii=False).encode()
    rss = f"<rss version='2.0'><channel><title>س</title><item><link>https://x.example/a</link><description>{TEXT}</description>"
    warc = b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://x.example/a\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    tar, packed, collection = io.BytesIO(), io.BytesIO(), io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w") as t:
        info = tarfile.TarInfo("a.jsonl")
        info.size = len(row)
        t.addfile(info, io.BytesIO(row))
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("a.html", page)
    with zipfile.ZipFile(collection, "w") as z:
        z.writestr("archive/a.warc", warc % (len(http), http))
    mail = f"From: a <a@x>\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>{TEXT}</p>\n--b--\n"
    pdf = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
    pdf += b"3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R>>endobj 4 0 obj<</Length 8>>stream\nBT (a)Tj\nendstream endobj trailer<</Root 1 0 R>>"
    out = dict.fromkeys(KINDS, TEXT.encode())
    out |= dict.fromkeys((".html", ".htm", ".xhtml", "response", ".html quick"), page)
    out |= {".json": b"[%s]" % row, ".jsonl": row + b"\n" + row, ".csv": f"id,text\n1,{TEXT}".encode(), ".pdf": pdf}
    out |= dict.fromkeys((".rss", ".atom", ".rdf", ".xml", "list"), f"{rss}</item></channel></rss>".encode())
    out |= {".tar": tar.getvalue(), ".zip": packed.getvalue(), ".gz": gzip.compress(row), ".tgz": gzip.compress(tar.getvalue())}
    out |= {".zst": zstandard.compress(row), ".ndjson": row, ".tsv": f"text\n{TEXT}".encode()}
    out |= {
        ".warc": warc % (len(http), http),
        ".eml": mail.encode(),
        ".wacz": collection.getvalue(),
        ".mbox": b"From x\n" + mail.encode(),
    }
    out |= {".mhtml": mail.encode(), ".opml": b"<opml><body><outline xmlUrl='https://x.example/f'/></body></opml>"}
    return out
