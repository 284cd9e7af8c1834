"""A server's answer to articles: the reader by what is declared, and by the bytes where that is wrong."""

import gzip
import json
from datetime import date

import pytest

from sijill.reading.inputs import kind_of_response
from sijill.reading.responses import read_response
from sijill.records import Article

TEXT = "قالت هيئة الموانئ إن الرصيف الجديد سيسلم في يوليو المقبل بعد تأخير دام عاما كاملا بسبب نقص المعدات اللازمة."
PAGE = f"<html><head><title>خبر</title></head><body><article><p>{TEXT}</p><p>وأوضحت أن {TEXT}</p></article></body></html>"
FEED = (
    f"<rss version='2.0'><channel><title>س</title><item><guid>g</guid><description>{TEXT}</description></item></channel></rss>"
)


@pytest.mark.parametrize(
    ("declared", "data", "name"),
    [
        ("text/html; charset=windows-1256", PAGE.encode(), "n"),
        ("", PAGE.encode(), "n"),
        ("application/octet-stream", gzip.compress(PAGE.encode()), "n"),
        ("application/rss+xml", FEED.encode(), "g"),
        ("text/xml", FEED.encode(), "g"),
        ("text/html", b"<?xml version='1.0'?>" + FEED.encode(), "g"),
        ("application/json", json.dumps({"text": TEXT}).encode(), "n"),
        ("text/plain", TEXT.encode("windows-1256"), "n"),
    ],
)
def test_the_reader_is_found(declared, data, name):
    [article] = read_response("n", data, {"content-type": declared}, "https://x.example/a", seen=date(2031, 5, 7))
    assert article.name == name
    assert TEXT in article.text
    assert article.published.latest in (None, date(2031, 5, 7))


def test_the_day_it_was_seen_is_only_a_bound():
    [article] = read_response(
        "n", PAGE.encode(), [("Content-Type", "text/html")], "https://x.example/2031/05/04/a", seen=date(2031, 5, 7)
    )
    assert (article.published.day, article.published.basis) == (date(2031, 5, 4), "url")
    [article] = read_response("n", PAGE.encode(), {}, "https://x.example/a", seen=date(2031, 5, 7))
    assert (article.published.earliest, article.published.latest, article.published.basis) == (
        None,
        date(2031, 5, 7),
        "inferred",
    )
    [article] = read_response("n", PAGE.encode(), {}, "https://x.example/2031/09/04/a", seen=date(2031, 5, 7))
    assert article.published.basis == "inferred"


@pytest.mark.parametrize(
    ("headers", "data", "code"),
    [
        ({"content-encoding": "gzip"}, b"\x1f\x8b" + b"\0" * 9, "undecodable"),
        ({"content-encoding": "lzma"}, b"x", "undecodable"),
        ({"content-encoding": "gzip"}, gzip.compress(b" " * (40 << 20)), "too_large"),
        ({"content-type": "video/mp4"}, b"x", "unsupported"),
        ({}, b"", "empty"),
    ],
)
def test_trouble_is_a_problem(headers, data, code):
    [problem] = read_response("n", data, headers, "https://x.example/a")
    assert not isinstance(problem, Article)
    assert (problem.article, problem.code) == ("n", code)


@pytest.mark.parametrize(
    ("declared", "head", "suffix"),
    [
        ("text/html", b"%PDF-1.7", ".pdf"),
        ("text/html", b"hello", ".html"),
        ("application/news+xml", b"<newsItem>", ".xml"),
        ("application/feed+json", b"{", ".json"),
        ("application/vnd.x+json", b"{", ".json"),
        ("text/plain", b"\xef\xbb\xbf {", ".json"),
        ("image/png", b"\x89", ".png"),
    ],
)
def test_kinds(declared, head, suffix):
    assert kind_of_response(declared, head) == suffix
