# ruff: noqa: E501
"""ninjs and NewsML-G2: versions, languages, sources as credits, what was withdrawn."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.pipeline import extract
from sijill.reading.newsroom import is_ninjs, read_newsml, read_ninjs
from sijill.reading.sources import read
from sijill.records import Article, Problem

TEXT = "قالت هيئة الموانئ إن الرصيف الجديد سيسلم في يوليو المقبل بعد تأخير دام عاما كاملا بسبب نقص المعدات."
NINJS1 = {
    "uri": "urn:x:1",
    "type": "text",
    "headline": "الرصيف في يوليو",
    "body_html": f"<p>{TEXT}</p>",
    "versioncreated": "2031-05-06T10:00:00Z",
    "provider": "وكالة الساحل",
    "source": "رويترز",
    "pubstatus": "usable",
}
NINJS3 = {
    "uri": "https://sahel.example/n/3",
    "standard": {"name": "ninjs", "version": "3.0"},
    "type": "text",
    "firstcreated": "2031-05-01T10:00:00Z",
    "versioncreated": "2031-05-06T10:00:00Z",
    "headlines": [{"language": "en", "value": "The pier"}, {"role": "main", "language": "ar", "value": "الرصيف في يوليو"}],
    "bodies": [
        {"role": "summary", "language": "ar", "value": "ملخص"},
        {"role": "main", "contenttype": "text/html", "language": "ar", "value": f"<p>{TEXT}</p>"},
        {"language": "en", "value": "The pier will be handed over."},
    ],
    "infosources": [{"name": "وكالة الساحل", "role": "x"}, {"name": [{"language": "ar", "value": "رويترز"}]}],
}
G2 = f"""<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2031-05-07</sent></header><itemSet>
<newsItem guid="tag:sahel.example:1" version="2"><itemMeta><provider qcode="p:sahel"><name>وكالة الساحل</name></provider>
<versionCreated>2031-05-06T10:00:00Z</versionCreated><firstCreated>2031-05-01T10:00:00Z</firstCreated><pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><headline>الرصيف في يوليو</headline><infoSource literal="رويترز"/></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>لا</h:title></h:head>
<h:body><h:p>{TEXT}</h:p><h:p>وأضافت أن الكلفة ارتفعت.</h:p></h:body></h:html></inlineXML></contentSet></newsItem></itemSet></newsMessage>"""


def article(items):
    [found] = [x for x in items if isinstance(x, Article)]
    return found


@pytest.mark.parametrize(("row", "name"), [(NINJS1, "urn:x:1"), (NINJS3, "https://sahel.example/n/3")])
def test_ninjs(tmp_path, row, name):
    (tmp_path / "a.json").write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
    found = article(read([tmp_path]))
    assert (found.name, found.title, found.outlet) == (name, "الرصيف في يوليو", "وكالة الساحل")
    assert found.text == f"(رويترز) - {TEXT}"
    assert found.published.day == date(2031, 5, 6)
    assert [c.agency for c in extract(found).credits] == ["رويترز"]


def test_newsml():
    found = article(read_newsml("n", G2.encode()))
    assert (found.name, found.title, found.outlet) == ("tag:sahel.example:1", "الرصيف في يوليو", "وكالة الساحل")
    assert found.text == f"(رويترز) - {TEXT}\nوأضافت أن الكلفة ارتفعت."
    assert found.published.day == date(2031, 5, 6)
    assert [c.agency for c in extract(found).credits] == ["رويترز"]


@pytest.mark.parametrize(
    ("more", "byline"),
    [
        ({}, None),
        ({"byline": "مها الكندي"}, "مها الكندي"),
        ({"byline": " مها   الكندي <b>وسالم</b> الغافري"}, "مها الكندي وسالم الغافري"),
        ({"bylines": [{"language": "en", "value": "Maha"}, {"language": "ar", "value": "مها الكندي"}]}, "مها الكندي"),
        ({"authors": [{"name": "مها الكندي"}, {"name": "سالم الغافري"}]}, "مها الكندي، سالم الغافري"),
        ({"byline": "وكالة الساحل"}, None),
        ({"byline": 7}, None),
    ],
)
def test_who_signed_a_ninjs_item(more, byline):
    plain, found = article(read_ninjs(NINJS1)), article(read_ninjs({**NINJS1, **more}))
    assert found.byline == byline
    assert (found.text, found.digest) == (plain.text, plain.digest), "a byline makes no other article"


@pytest.mark.parametrize(
    ("more", "byline"),
    [
        ("<by>مها الكندي</by><creator qcode='p:77'><name>سالم</name></creator>", "مها الكندي"),
        ("<creator qcode='p:77'><name>سالم الغافري</name></creator>", "سالم الغافري"),
        ("<creator qcode='p:77'/>", None),
        ("<creator><name>وكالة الساحل</name></creator>", None),
    ],
)
def test_who_signed_a_newsml_item(more, byline):
    found = article(read_newsml("n", G2.replace("<infoSource", f"{more}<infoSource").encode()))
    assert found.byline == byline
    assert found.digest == article(read_newsml("n", G2.encode())).digest


def test_a_byline_within_nitf_is_no_part_of_the_text():
    nitf = (
        f"<nitf><body><body.head><byline>مها <person>الكندي</person></byline></body.head>"
        f"<body.content><p>{TEXT}</p></body.content></body></nitf>"
    )
    begin, end = G2.index("<h:html"), G2.index("</inlineXML>")
    found = article(read_newsml("n", (G2[:begin] + nitf + G2[end:]).encode()))
    assert (found.byline, found.text) == ("مها الكندي", f"(رويترز) - {TEXT}")


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ({**NINJS1, "pubstatus": "canceled"}, "withdrawn"),
        ({**NINJS1, "type": "picture"}, "no_text"),
        ({**NINJS1, "body_html": ""}, "empty"),
    ],
)
def test_what_is_left_out(row, code):
    assert [x.code for x in read_ninjs(row)] == [code]


def test_newsml_that_is_left_out():
    assert [x.code for x in read_newsml("n", G2.replace("stat:usable", "stat:canceled").encode())] == ["withdrawn"]
    assert [x.code for x in read_newsml("n", b"<newsMessage/>")] == ["no_article"]
    assert [x.code for x in read_newsml("n", b"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><newsItem/>")] == [
        "entities"
    ]


def test_records_of_our_own_are_no_ninjs():
    assert not is_ninjs({"uri": "x", "text": TEXT, "headline": "س"})
    assert not is_ninjs({"uri": 5, "bodies": []})


JSON = st.recursive(
    st.none() | st.integers() | st.text(max_size=5),
    lambda c: (
        st.lists(c, max_size=3) | st.dictionaries(st.sampled_from(["value", "name", "role", "language", "x"]), c, max_size=3)
    ),
    max_leaves=8,
)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from([*NINJS1, *NINJS3]), JSON))
def test_any_ninjs_gives_articles_or_problems(row):
    assert all(isinstance(x, Article | Problem) for x in read_ninjs({**row, "uri": "u"}))


@settings(deadline=None)
@given(st.integers(0, len(G2) - 1), st.sampled_from(["", "<", ">", "&", "</", "\0", "</newsItem>"]))
def test_any_newsml_gives_articles_or_problems(at, spoil):
    assert all(isinstance(x, Article | Problem) for x in read_newsml("n", (G2[:at] + spoil + G2[at + 3 :]).encode()))
