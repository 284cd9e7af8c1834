"""Names of what is at an address, and how an address stands after an answer."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.fetching import Answer
from sijill.ledger.visits import Visit
from sijill.records import Problem
from sijill.watching.intake import LONGEST_NAME, named, visited

NOON = datetime(2025, 3, 1, 12, tzinfo=UTC)
URL = "https://nakheel.example/metro"


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://www.nakheel.example/2025/3/1/metro-line.html", "nakheel.example-metro-line"),
        ("https://nakheel.example/خبر/افتتاح-المترو/", "nakheel.example-افتتاح-المترو"),
        ("https://nakheel.example/news.aspx?id=17", "nakheel.example-news-id-17"),
        ("https://nakheel.example/", "nakheel.example"),
        ("x", "x"),
        ("", "page"),
    ],
)
def test_a_name_says_where_it_is_from(address, name):
    assert named(address) == name


@given(st.text(max_size=100))
def test_every_address_has_a_short_name_without_blanks(text):
    name = named(f"https://nakheel.example/{text}")
    assert 0 < len(name) <= LONGEST_NAME
    assert not any(c.isspace() for c in name)


def test_how_an_address_stands_after_an_answer():
    headers = {"etag": '"1"', "last-modified": "then"}
    fresh = visited(None, Answer(URL, URL, 200, headers), "page", NOON, NOON)
    assert (fresh.first, fresh.etag, fresh.modified, fresh.failures, fresh.note) == (NOON, '"1"', "then", 0, None)
    later = NOON + timedelta(hours=1)
    sick = Answer(URL, URL, 503, {}, problem=Problem(URL, "reading", "http_status", "503"))
    down = visited(visited(fresh, sick, "page", later, later), sick, "page", later, later)
    assert (down.first, down.etag, down.failures, down.note) == (NOON, '"1"', 2, "http_status")
    same = visited(down, Answer(URL, URL, 304, {}), "page", later, later)
    assert (same.etag, same.failures, same.note, same.last) == ('"1"', 0, None, later)
    assert isinstance(same, Visit)
