"""How many pages a second are read from a WARC, and whether they are the same read as WARC, as jsonl and as zip.

``python -m benchmarks.archives ARTICLES.jsonl(.gz) [COUNT]``: the first COUNT (2,000) articles are wrapped as pages with a
menu, related links, share bar and footer, and put into ``w.warc.gz``, ``l.jsonl.gz`` and ``p.zip``. Records a second of
processor time on one core, careful (trafilatura) and quick (resiliparse).
"""

from __future__ import annotations

import gzip
import html
import json
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from sijill.reading.options import ReadOptions
from sijill.reading.sources import read
from sijill.records import Article, Problem

MENU = "".join(f"<li><a href='/s{n}'>قسم {n}</a></li>" for n in range(40))
RELATED = "".join(f"<li><a href='/r{n}'>خبر آخر من أخبار اليوم رقم {n} في القسم</a></li>" for n in range(12))
PAGE = """<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{title} | {outlet}</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="{outlet}">
<meta property="article:published_time" content="{day}T09:00:00+03:00"><link rel="canonical" href="{url}">
<style>.a{{color:red}}</style><script>var x = 1;</script></head><body><header><nav><ul>{menu}</ul></nav></header>
<main><article class="post"><h1 class="entry-title">{title}</h1>
<div class="entry-meta"><time datetime="{day}">{day}</time></div>
<div class="share"><a>فيسبوك</a><a>تويتر</a></div><div class="entry-content">{body}</div></article>
<aside class="related"><h3>أخبار ذات صلة</h3><ul>{related}</ul></aside></main>
<footer>جميع الحقوق محفوظة</footer></body></html>"""


def rows(path: str, count: int) -> Iterator[dict[str, Any]]:
    """The first ``count`` articles that have some text, each at an address of its own."""
    seen = 0
    with gzip.open(path, "rb") if path.endswith(".gz") else Path(path).open("rb") as lines:
        for line in lines:
            row = json.loads(line)
            if len(row.get("text") or "") > 400 and seen < count:
                seen += 1
                yield {**row, "url": f"https://corpus.example/a{seen:05}"}


def page(row: dict[str, Any]) -> str:
    """A web page around an article."""
    paragraphs = (" ".join(p.split()) for p in row["text"].split("\n"))
    return PAGE.format(
        title=html.escape(row.get("title") or "خبر"), outlet=row.get("outlet") or "موقع", url=row["url"],
        day=str(row.get("published") or row.get("crawled") or "2015-07-21")[:10], menu=MENU, related=RELATED,
        body="".join(f"<p>{html.escape(p)}</p>" for p in paragraphs if p),
    )  # fmt: skip


def written(folder: Path, articles: list[dict[str, Any]]) -> list[Path]:
    """The three files."""
    warc, rows_, packed = folder / "w.warc.gz", folder / "l.jsonl.gz", folder / "p.zip"
    pages = [(row["url"], page(row)) for row in articles]
    with warc.open("wb") as out:
        for url, text in pages:
            block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + text.encode()
            head = f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2031-05-06T10:00:00Z\r\n"
            out.write(gzip.compress(f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n", 6))
    with gzip.open(rows_, "wb") as lines:
        lines.writelines(json.dumps({"id": url, "url": url, "html": text}).encode() + b"\n" for url, text in pages)
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for url, text in pages:
            archive.writestr(f"{url.rpartition('/')[2]}.html", text)
    return [warc, rows_, packed]


def main(arguments: list[str]) -> None:
    """Write, read, compare, print."""
    articles = list(rows(arguments[0], int(arguments[1]) if len(arguments) > 1 else 2000))
    with tempfile.TemporaryDirectory() as folder:
        files = written(Path(folder), articles)
        for quick in (True, False):
            found = []
            for file in files:
                begun = time.process_time()
                items = list(read([file], ReadOptions(quick=quick)))
                taken = time.process_time() - begun
                got = [x for x in items if isinstance(x, Article)]
                found.append(sorted((replace(a, name="") for a in got), key=lambda a: a.url or ""))
                rate, left = len(articles) / taken, dict(Counter(x.code for x in items if isinstance(x, Problem)))
                way = "quick" if quick else "careful"
                print(f"{way:8} {file.name:12} {len(got)} of {len(articles)} {rate:7.0f} records/s", left)
            print("the same records from all three:", found[0] == found[1] == found[2])


if __name__ == "__main__":
    main(sys.argv[1:])
