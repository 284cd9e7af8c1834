"""RSS and Atom."""

from datetime import date

import pytest

from sijill.reading.markup import plain
from sijill.reading.sources import read
from sijill.reading.web.feeds import read_feed, read_json_feed
from sijill.records import Article

TEXT = "قالت هيئة الموانئ إن الرصيف الجديد سيسلم في يوليو المقبل بعد تأخير دام عاما كاملا."
RSS = f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>الساحل نيوز</title>
<item><title>الرصيف في يوليو</title><link>https://sahel.example/1</link><guid>s-1</guid>
<pubDate>Tue, 06 May 2031 23:30:00 +0300</pubDate>
<description><![CDATA[<p>{TEXT}</p><p>وأضافت أن الكلفة ارتفعت.</p>]]></description></item>
<item><title>بلا نص</title><link>https://sahel.example/2</link></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>الساحل</title><entry><id>tag:1</id><title>خبر</title>
<updated>2031-05-06T10:00:00Z</updated><content type="html">&lt;p&gt;{TEXT}&lt;/p&gt;</content></entry></feed>"""


def test_rss(tmp_path):
    (tmp_path / "f.rss").write_text(RSS, encoding="utf-8")
    items = list(read([tmp_path]))
    [article] = [x for x in items if isinstance(x, Article)]
    assert article.text == TEXT + "\nوأضافت أن الكلفة ارتفعت."
    assert (article.name, article.outlet, article.url) == ("s-1", "الساحل نيوز", "https://sahel.example/1")
    assert (article.published.day, article.published.basis) == (date(2031, 5, 6), "feed")
    assert [x.code for x in items if x is not article] == ["empty"]


def test_atom():
    [article] = read_feed("f", ATOM.encode())
    assert (article.name, article.text, article.published.day) == ("tag:1", TEXT, date(2031, 5, 6))


@pytest.mark.parametrize(
    ("element", "byline"),
    [
        ("<author>desk@sahel.example (مها الكندي)</author>", "مها الكندي"),
        ('<x:creator xmlns:x="http://purl.org/dc/elements/1.1/">مها الكندي</x:creator>', "مها الكندي"),
        ("<author>desk@sahel.example</author>", None),
        ("<author>مها الكندي &lt;m@sahel.example&gt;</author>", "مها الكندي"),
        ("<author>admin</author>", None),
        ("<author>الساحل نيوز</author>", None),
    ],
)
def test_who_signed_an_entry_of_rss(element, byline):
    data = RSS.replace("<guid>s-1", f"{element}<guid>s-1").encode()
    [found] = [x for x in read_feed("f", data) if isinstance(x, Article)]
    [plain_one] = [x for x in read_feed("f", RSS.encode()) if isinstance(x, Article)]
    assert (found.byline, plain_one.byline) == (byline, None)
    assert found.digest == plain_one.digest


def test_several_authors_of_an_atom_entry():
    authors = "<author><name>مها الكندي</name><email>m@sahel.example</email></author><author><name>سالم الغافري</name></author>"
    [found] = read_feed("f", ATOM.replace("<id>", f"{authors}<id>").encode())
    assert found.byline == "مها الكندي، سالم الغافري"


@pytest.mark.parametrize(
    ("more", "byline"),
    [
        ({"authors": [{"name": "مها الكندي"}, {"name": "مها الكندي"}]}, "مها الكندي"),
        ({"author": {"name": "مها الكندي"}}, "مها الكندي"),
        ({"authors": [[[["مها"]]], {"url": "https://x.example"}, 3]}, None),
    ],
)
def test_who_signed_an_item_of_a_json_feed(more, byline):
    item = {"id": "1", "content_text": TEXT, **more}
    [found] = read_json_feed("f", {"title": "الساحل", "items": [item]})
    assert found.byline == byline


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<html><body>no feed</body></html>", "no_feed"),
        (b"", "no_feed"),
        (b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel/></rss>', "entities"),
    ],
)
def test_what_is_no_feed_is_a_problem(data, code):
    [problem] = read_feed("f", data)
    assert problem.code == code


def test_markup_to_lines():
    assert plain("<p>أ</p><p>ب<br>ج</p><script>x()</script>") == "أ\nب\nج"
    assert plain("نص بلا وسوم") == "نص بلا وسوم"
    assert plain("<!-- -->") == ""
    assert plain("<html><head><title>ع</title></head><body><p>أ</p></body></html><html><body><p>ب</p></body></html>") == "أ\nب"
    assert plain("</<html><p>أ</p></body><html><body></body>") == "أ"
    assert plain("<p>أ\x01\ufffe</p>&#x2;\x00<br>\ud800ب") == "أ\nب"
