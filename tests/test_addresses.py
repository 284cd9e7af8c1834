"""One article at several addresses has one key; two articles have two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.addresses import address_key, layout

ONE = [
    "https://www.nakheel.example/politics/2025/1/5/metro-line",
    "http://nakheel.example/politics/2025/1/5/metro-line",
    "https://nakheel.example/politics/2025/1/5/metro-line/",
    "https://NAKHEEL.example:443//politics/2025/1/5/metro-line",
    "https://m.nakheel.example/politics/2025/1/5/metro-line",
    "https://www.m.nakheel.example/politics/2025/1/5/metro-line",
    "https://mobile.nakheel.example/politics/2025/1/5/metro-line?m=1",
    "https://amp.nakheel.example/politics/2025/1/5/metro-line",
    "https://www.nakheel.example/politics/2025/1/5/metro-line/amp",
    "https://www.nakheel.example/politics/2025/1/5/metro-line/amp/",
    "https://www.nakheel.example/amp/politics/2025/1/5/metro-line",
    "https://www.nakheel.example/politics/2025/1/5/metro-line?amp=1&outputType=amp",
    "https://www-nakheel-example.cdn.ampproject.org/c/s/www.nakheel.example/politics/2025/1/5/metro-line",
    "https://www.google.com/amp/s/www.nakheel.example/politics/2025/1/5/metro-line",
    "https://www.nakheel.example/politics/2025/1/5/metro-line?utm_source=telegram&utm_medium=social",
    "https://www.nakheel.example/politics/2025/1/5/metro-line?fbclid=IwAR0abc&gclid=x",
    "https://www.nakheel.example/politics/2025/1/5/metro-line?ref=home#comments",
    "https://www.nakheel.example/politics/2025/1/5/metro-line/index.html",
    "  https://www.nakheel.example/politics/2025/1/5/metro-line\n",
]
TWO = [
    ("https://a.example/news/1", "https://a.example/news/2"),
    ("https://a.example/news.aspx?id=1", "https://a.example/news.aspx?id=2"),
    ("https://a.example/news.aspx?eid=1", "https://a.example/news.aspx?eid=2"),
    ("https://a.example/?p=1", "https://a.example/?p=2"),
    ("https://a.example/?m=17", "https://a.example/?m=18"),
    ("https://a.example/?ref=17", "https://a.example/?ref=18"),
    ("https://a.example/news/1?page=2", "https://a.example/news/1"),
    ("https://a.example/x", "https://b.example/x"),
    ("https://arabic.a.example/x", "https://english.a.example/x"),
    ("https://a.example:8080/x", "https://a.example/x"),
    ("https://a.example/camp", "https://a.example/c"),
    ("https://a.example/X", "https://a.example/x"),
    ("https://a.example/#!/1", "https://a.example/#!/2"),
]


@pytest.mark.parametrize("address", ONE)
def test_one_article(address):
    assert address_key(address) == "nakheel.example/politics/2025/1/5/metro-line"


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_articles(one, other):
    assert address_key(one) != address_key(other)


def test_order_and_spelling_of_a_query_make_no_difference():
    assert address_key("https://a.example/n?id=5&cat=%D8%AE") == address_key("http://a.example/n?cat=خ&utm_id=7&id=5")
    assert address_key("https://a.example/خبر/") == address_key("https://a.example/%d8%ae%D8%A8%D8%B1")
    assert address_key("https://أخبار.example/x") == address_key("https://xn--igbicxr.example/x")


@pytest.mark.parametrize("address", ["", None, "ftp://a.example/x", "x", "https://a.example", "https://www.a.example/?utm_source=x",
                                     "http://[::1", "mailto:a@b.example", "https://a.example/index.html"])  # fmt: skip
def test_a_front_page_and_what_is_no_address_have_no_key(address):
    assert address_key(address) is None


@given(st.text(max_size=80))
def test_any_text_has_a_key_or_none_and_a_key_is_its_own(text):
    for address in (text, f"https://a.example/{text}", f"https://a.example/x?{text}"):
        key = address_key(address)
        assert key is None or address_key("https://" + key) in (key, None)


def test_a_mobile_or_amp_address_is_known_as_one():
    others = [a for a in ONE if layout(a)]
    assert len(others) == 10
    assert not any(layout(a) for pair in TWO for a in pair)
    assert not layout("https://a.example/camp/example.html")
    assert not layout("http://[::1")
