"""WARC: pages with their addresses and days; broken, torn and foreign records."""

import gzip
import io
import json
import zipfile
from datetime import date

import pytest
import zstandard

from sijill.reading.sources import read
from sijill.records import Article

TEXT = "قالت هيئة الموانئ إن الرصيف الجديد سيسلم في يوليو المقبل بعد تأخير دام عاما كاملا بسبب نقص المعدات اللازمة."
MORE = "وأوضحت الهيئة أن الشركة المنفذة تعهدت بتسليم المرحلة الأولى في يوليو المقبل، على أن تسلم الثانية بعد ستة أشهر."
PAGE = (
    f"<html><head><title>الرصيف</title></head><body><article><h1>الرصيف</h1><p>{TEXT}</p><p>{MORE}</p></article></body></html>"
)


def record(kind, block, address="https://sahel.example/a", length=None, **headers):
    lines = {"WARC-Type": kind, "WARC-Target-URI": address, "WARC-Date": "2031-05-06T10:00:00Z", **headers}
    lines["Content-Length"] = len(block) if length is None else length
    return b"WARC/1.1\r\n" + "".join(f"{k}: {v}\r\n" for k, v in lines.items()).encode() + b"\r\n" + block + b"\r\n\r\n"


def response(page=PAGE, address="https://sahel.example/a", status="200 OK", head="Content-Type: text/html", body=None):
    data = page.encode() if body is None else body
    return record("response", f"HTTP/1.1 {status}\r\n{head}\r\n\r\n".encode() + data, address)


def found(tmp_path, data, name="w.warc"):
    (tmp_path / name).write_bytes(data)
    items = list(read([tmp_path / name]))
    return [x for x in items if isinstance(x, Article)], {x.article: x.code for x in items if not isinstance(x, Article)}


def chunked(data):
    return b"".join(b"%x\r\n%s\r\n" % (len(c), c) for c in (data[:700], data[700:])) + b"0\r\n\r\n"


@pytest.mark.parametrize(
    ("head", "pack"),
    [
        ("Content-Type: text/html; charset=utf-8", lambda d: d),
        ("content-type: text/html\r\ntransfer-encoding: chunked", chunked),
        ("Content-Type: text/html\r\nContent-Encoding: gzip", gzip.compress),
        ("Content-Type: text/html\r\nContent-Encoding: zstd", zstandard.compress),
        (
            "Content-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked",
            lambda d: chunked(gzip.compress(d)),
        ),
        ("Content-Type: text/html\r\nContent-Encoding: gzip", lambda d: d),
        ("Content-Type: text/html\r\nTransfer-Encoding: chunked", lambda d: d),
        ("X: y", lambda d: d),
    ],
)
def test_a_page_however_it_was_sent(tmp_path, head, pack):
    [article], trouble = found(tmp_path, response(head=head, body=pack(PAGE.encode())))
    assert trouble == {}
    assert (article.name, article.url, article.title) == ("https://sahel.example/a", "https://sahel.example/a", "الرصيف")
    assert (article.published.earliest, article.published.latest) == (None, date(2031, 5, 6))
    assert article.text == f"الرصيف\n{TEXT}\n{MORE}" or article.text == f"{TEXT}\n{MORE}"


def test_the_same_records_plain_compressed_and_in_a_collection(tmp_path):
    records = [response(PAGE.replace("الشركة", f"الشركة {n}"), f"https://sahel.example/{n}") for n in range(3)]
    plain, _ = found(tmp_path, b"".join(records))
    each, _ = found(tmp_path, b"".join(gzip.compress(r) for r in records), "e.warc.gz")
    whole, _ = found(tmp_path, gzip.compress(b"".join(records)), "g.warc.gz")
    with zipfile.ZipFile(tmp_path / "c.wacz", "w") as z:
        z.writestr("archive/data.warc.gz", gzip.compress(b"".join(records)))
        z.writestr("pages/pages.jsonl", json.dumps({"text": TEXT}))
        z.writestr("datapackage.json", "{}")
    collected = [x for x in read([tmp_path / "c.wacz"]) if isinstance(x, Article)]
    assert len(plain) == 3
    assert plain == each == whole == collected


def test_what_is_no_page_is_counted_in_one_problem(tmp_path):
    data = b"".join(
        [
            record("warcinfo", b"software: x"),
            record("request", b"GET / HTTP/1.1\r\n\r\n"),
            response(status="404 Not Found"),
            response(head="Content-Type: image/png", body=b"\x89PNG"),
            record("revisit", b"HTTP/1.1 200 OK\r\n\r\n"),
            record("resource", PAGE.encode(), "https://sahel.example/r", **{"Content-Type": "text/html"}),
            record("conversion", TEXT.encode(), "https://sahel.example/c", **{"Content-Type": "text/plain"}),
        ]
    )
    (tmp_path / "w.warc").write_bytes(data)
    items = list(read([tmp_path]))
    assert [x.name[-2:] for x in items if isinstance(x, Article)] == ["/r", "/c"]
    [problem] = [x for x in items if not isinstance(x, Article)]
    assert problem.code == "no_documents"
    assert all(w in problem.message for w in ("3 records", "1 answered 404", "1 image/png", "1 revisit"))


@pytest.mark.parametrize(
    ("spoil", "names"),
    [
        (lambda a, b: a + b"garbage\nmore garbage\n" + b, 2),
        (lambda a, b: a.replace(b"Content-Length: ", b"Content-Length: x") + b, 1),
        (lambda a, b: a + b[:-200], 1),
        (lambda a, b: a + b[:30], 1),
        (lambda a, b: b"", 0),
        (lambda a, b: b"no archive at all " * 99, 0),
    ],
)
def test_a_broken_record_costs_only_itself(tmp_path, spoil, names):
    a, b = response(), response(PAGE.replace("الشركة", "المجموعة"), "https://sahel.example/b")
    articles, trouble = found(tmp_path, spoil(a, b))
    assert len(articles) == names
    assert trouble["w"] == "broken_warc"


def test_a_bomb_in_a_record(tmp_path):
    bomb = gzip.compress(b" " * (40 << 20))
    good = response()
    articles, trouble = found(tmp_path, response(head="Content-Type: text/html\r\nContent-Encoding: gzip", body=bomb) + good)
    assert len(articles) == 1
    assert trouble == {"w": "no_documents"}


def test_lines_without_end(tmp_path):
    articles, trouble = found(tmp_path, b"x" * (5 << 20) + b"\n" + response())
    assert len(articles) == 1
    assert trouble == {"w": "broken_warc"}


def test_a_stream_is_enough(monkeypatch, tmp_path):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(gzip.compress(response()))))
    assert [x.name for x in read(["-"])] == ["https://sahel.example/a"]
