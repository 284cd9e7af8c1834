# ruff: noqa: E501
"""Lists of addresses: feeds of five kinds, sitemaps, OPML; and feeds as articles."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.reading.sources import read
from sijill.reading.web.feeds import read_feed
from sijill.reading.web.lists import Listed, read_list
from sijill.records import Article, Problem

TEXT = "قالت هيئة الموانئ إن الرصيف الجديد سيسلم في يوليو المقبل بعد تأخير دام عاما كاملا."
RSS2 = "<rss version='2.0'><channel><item><title>خبر</title><link>/a?x=1</link><pubDate>Tue, 06 May 2031 23:30:00 +0300</pubDate></item></channel></rss>"
RDF = f"""<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel rdf:about="https://x.example/"><title>الساحل</title><link>https://x.example/</link></channel>
<item rdf:about="https://x.example/a"><title>خبر</title><link>https://x.example/a</link><dc:date>2031-05-06T10:00:00Z</dc:date>
<content:encoded><![CDATA[<p>{TEXT}</p>]]></content:encoded></item></rdf:RDF>"""
ATOM = "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>t:1</id><link href='/a'/><updated>2031-05-06T01:00:00Z</updated></entry></feed>"
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "الساحل",
        "items": [
            {
                "id": "1",
                "url": "https://x.example/a",
                "title": "خبر",
                "content_html": f"<p>{TEXT}</p>",
                "date_published": "2031-05-06T10:00:00Z",
            },
            {"id": 2},
            "x",
        ],
    }
)
SITEMAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc> https://x.example/a </loc><lastmod>2031-07-01</lastmod><news:news><news:publication><news:name>س</news:name></news:publication>
<news:publication_date>2031-05-06</news:publication_date><news:title>خبر</news:title></news:news></url>
<url><loc>https://x.example/b</loc><lastmod>2031-07-01</lastmod></url><url><loc>javascript:x()</loc></url></urlset>"""
INDEX = "<sitemapindex><sitemap><loc>https://x.example/s1.xml</loc></sitemap></sitemapindex>"
OPML = "<opml version='2.0'><body><outline text='x'><outline type='rss' text='الساحل' xmlUrl='https://x.example/f'/></outline></body></opml>"
DAY = date(2031, 5, 6)


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (RSS2, [("https://x.example/a?x=1", "article", "خبر", DAY)]),
        (RDF, [("https://x.example/a", "article", "خبر", DAY)]),
        (ATOM, [("https://x.example/a", "article", None, DAY)]),
        (JSON, [("https://x.example/a", "article", "خبر", DAY)]),
        (SITEMAP, [("https://x.example/a", "article", "خبر", DAY), ("https://x.example/b", "article", None, None)]),
        (INDEX, [("https://x.example/s1.xml", "list", None, None)]),
        (OPML, [("https://x.example/f", "feed", "الساحل", None)]),
    ],
)
def test_what_is_listed(data, found):
    items = list(read_list("l", data.encode(), "https://x.example/feeds/all"))
    assert [(x.address, x.kind, x.title, x.published.day) for x in items] == found


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<!DOCTYPE html><html><body>x</body></html>", "no_feed"),
        (b"<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'></html>", "no_feed"),
        (b"", "no_feed"),
        (b"{}", "no_feed"),
        (b'<!DOCTYPE l [<!ENTITY a "b">]><urlset><url><loc>https://x.example/&a;</loc></url></urlset>', "entities"),
        ('<!DOCTYPE l [<!ENTITY a "b">]><urlset/>'.encode("utf-16"), "entities"),
    ],
)
def test_what_is_no_list(data, code):
    assert [x.code for x in read_list("l", data)] == [code]


@pytest.mark.parametrize(("name", "data"), [("f.rdf", RDF), ("f.xml", RDF), ("f.json", JSON)])
def test_entries_as_articles(tmp_path, name, data):
    (tmp_path / name).write_text(data, encoding="utf-8")
    [article] = [x for x in read([tmp_path]) if isinstance(x, Article)]
    assert (article.text, article.outlet, article.title) == (TEXT, "الساحل", "خبر")
    assert (article.published.day, article.published.basis) == (DAY, "feed")


@pytest.mark.parametrize("data", [SITEMAP, OPML, INDEX])
def test_a_list_given_for_articles_says_what_reads_it(tmp_path, data):
    (tmp_path / "l.xml").write_text(data, encoding="utf-8")
    [problem] = read([tmp_path])
    assert problem.code == "addresses"
    assert "watch" in problem.message


def test_a_page_in_place_of_a_feed():
    assert [x.code for x in read_feed("f", b"<!doctype html><html><p>x</p></html>")] == ["no_feed"]


PIECES = [
    RSS2,
    ATOM,
    OPML,
    "<url>",
    "</url>",
    "<loc>",
    "https://x",
    "&amp;",
    "<![CDATA[",
    "]]>",
    "<item>",
    "<?xml version='1.0'?>",
    '{"items":[',
]


@settings(deadline=None, max_examples=80)
@given(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=9), max_size=9).map("".join).map(lambda s: s.encode("utf-8", "replace"))
    | st.binary(max_size=200)
)
def test_any_bytes_give_addresses_or_problems(data):
    assert all(isinstance(x, Listed | Problem) for x in read_list("l", data, "https://x.example/"))
    assert all(isinstance(x, Article | Problem) for x in read_feed("l", data))
