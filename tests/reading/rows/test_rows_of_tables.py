"""Tables of articles: delimiters, headings in two languages, encodings, broken rows."""

import csv
import io
import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.reading.options import ReadOptions
from sijill.reading.rows import read_table
from sijill.reading.sources import read
from sijill.records import Article, Problem

TEXT = "قالت هيئة الموانئ إن الرصيف الجديد سيسلم في يوليو المقبل، بعد تأخير دام عاما كاملا."


def made(rows, delimiter=","):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    "heading",
    [
        ["id", "title", "text", "date", "source", "url"],
        ["ID", "Headline", "Body", "Publish_Date", "Newspaper", "Link"],
        ["رقم الخبر", "العنوان", "النص", "تاريخ النشر", "المصدر", "الرابط"],
        ["المعرّف", "عنوان الخبر", "نصّ الخبر", "التاريخ", "الصحيفة", "رابط الخبر"],
    ],
)
def test_headings_in_two_languages(tmp_path, heading, delimiter):
    row = ["7", "الرصيف", f'{TEXT}\nوأضافت "الهيئة" ذلك', "2031-05-06", "الساحل", "https://x.example/7"]
    (tmp_path / "a.csv").write_text(made([heading, row], delimiter), encoding="utf-8-sig")
    [article] = read([tmp_path])
    assert (article.name, article.title, article.outlet, article.url) == ("7", "الرصيف", "الساحل", "https://x.example/7")
    assert article.published.day == date(2031, 5, 6)
    assert article.text == row[2]


@pytest.mark.parametrize("heading", ["Author", "byline", "Written by", "الكاتب", "اسم_الكاتب", "بقلم", "المراسلة"])
def test_who_signed_a_row(tmp_path, heading):
    (tmp_path / "a.csv").write_text(made([["id", "text", heading], ["7", TEXT, "مها الكندي"]]), encoding="utf-8")
    [article] = read([tmp_path])
    assert article.byline == "مها الكندي"


@pytest.mark.parametrize(
    ("more", "fields", "byline"),
    [
        ({"author": "مها الكندي"}, {}, "مها الكندي"),
        ({"الكاتب": ["مها الكندي", "سالم الغافري"]}, {}, "مها الكندي، سالم الغافري"),
        ({"byline": "مها الكندي", "author": "admin"}, {}, "مها الكندي"),
        ({"meta": {"by": "مها الكندي"}}, {"byline": "meta.by"}, "مها الكندي"),
        ({"author": "مها الكندي"}, {"byline": "desk"}, None),
        ({"author": "admin"}, {}, None),
        ({"author": "م" * 121}, {}, None),
        ({"author": "..."}, {}, None),
        ({"author": {"name": ["مها"]}}, {}, None),
    ],
)
def test_who_signed_a_record(tmp_path, more, fields, byline):
    (tmp_path / "a.json").write_text(json.dumps({"text": TEXT, **more}, ensure_ascii=False), encoding="utf-8")
    [article] = read([tmp_path], ReadOptions(fields=fields))
    assert article.byline == byline


@pytest.mark.parametrize("encoding", ["utf-16", "windows-1256", "utf-8"])
def test_encodings(tmp_path, encoding):
    (tmp_path / "a.tsv").write_bytes(made([["النص", "x"], [TEXT, "1"]], "\t").encode(encoding))
    [article] = read([tmp_path])
    assert (article.name, article.text) == ("a-1", TEXT)


@pytest.mark.parametrize(
    ("fields", "rows", "names"),
    [
        ({"text": "words", "id": "no"}, [["no", "words"], ["5", TEXT]], ["5"]),
        ({"text": "2", "id": "1"}, [["5", TEXT], ["6", TEXT + " أ"]], ["5", "6"]),
        ({}, [["a", "b"], ["5", TEXT]], []),
    ],
)
def test_columns_that_the_user_names(tmp_path, fields, rows, names):
    (tmp_path / "a.csv").write_text(made(rows), encoding="utf-8")
    items = list(read([tmp_path], ReadOptions(fields=fields)))
    assert [x.name for x in items if isinstance(x, Article)] == names
    assert [x.code for x in items if not isinstance(x, Article)] == ([] if names else ["no_heading"])


def test_a_page_in_a_column(tmp_path):
    page = f"<html><head><title>الرصيف</title></head><body><article><p>{TEXT}</p><p>وأضافت {TEXT}</p></article></body></html>"
    (tmp_path / "a.csv").write_text(made([["url", "html", "date"], ["https://x.example/7", page, "2031-05-06"]]), "utf-8")
    [article] = read([tmp_path])
    assert TEXT in article.text
    assert (article.title, article.published.day) == ("الرصيف", date(2031, 5, 6))


def test_a_broken_row_costs_only_itself(tmp_path):
    data = f'text,id\n"{TEXT}",1\n"{"س" * 5_000_000}",2\n{TEXT} ب,3\n\n,\nshort,4\n'
    (tmp_path / "a.csv").write_text(data, encoding="utf-8")
    items = list(read([tmp_path]))
    assert next(x.name for x in items if isinstance(x, Article)) == "1"
    assert {x.code for x in items if isinstance(x, Problem)} <= {"broken_row", "not_arabic", "no_text", "too_large"}


@settings(deadline=None)
@given(st.binary(max_size=400) | st.text(alphabet='text,"\n\r;\t قال', max_size=300).map(str.encode))
def test_any_bytes_give_articles_or_problems(data):
    assert all(isinstance(x, Article | Problem) for x in read_table("t", io.BytesIO(data)))
