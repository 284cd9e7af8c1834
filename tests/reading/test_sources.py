"""Files, folders and standard input; names, duplicates, corrections; trouble is a value."""

import io
import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sijill.reading.options import ReadOptions
from sijill.reading.sources import read
from sijill.records import Article, Problem

TEXT = "قالت وزارة النقل إن الجسر الجديد سيفتح أمام المركبات في يونيو المقبل بعد تأخير دام عامين."
OTHER = "قال رئيس البلدية إن صرف التعويضات سيبدأ الأسبوع المقبل في مراكز المدينة الثلاثة."


def articles(items):
    return [x for x in items if isinstance(x, Article)]


def problems(items):
    return [x for x in items if isinstance(x, Problem)]


def put(path, *rows):
    path.write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in rows), encoding="utf-8")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1256", "iso-8859-6"])
def test_encodings_give_the_same_text(tmp_path, encoding):
    (tmp_path / "a.txt").write_bytes(TEXT.encode(encoding))
    [article] = read([tmp_path])
    assert article.text == TEXT


def test_utf8_taken_for_windows_1252_is_mended(tmp_path):
    (tmp_path / "a.txt").write_bytes(TEXT.encode().decode("latin-1").encode())
    assert [a.text for a in articles(read([tmp_path]))] == [TEXT]


def test_a_torn_character_costs_only_itself(tmp_path):
    (tmp_path / "a.txt").write_bytes((TEXT * 3).encode() + "ق".encode()[:1])
    items = list(read([tmp_path]))
    assert articles(items)[0].text.startswith(TEXT)
    assert [p.code for p in problems(items)] == ["damaged"]


def test_names_of_files_and_records(tmp_path):
    (tmp_path / "one.two.txt").write_text(TEXT, encoding="utf-8")
    put(tmp_path / "single.json", {"id": "ignored", "text": OTHER})
    put(tmp_path / "list.jsonl", {"id": "r7", "text": TEXT + " أ"}, {"text": TEXT + " ب"})
    (tmp_path / "many.json").write_text(json.dumps([{"id": 12, "text": TEXT + " ج"}, {"text": TEXT + " د"}]), encoding="utf-8")
    assert [a.name for a in articles(read([tmp_path]))] == ["r7", "list-2", "12", "many-2", "one.two", "single"]


def test_the_same_content_twice_is_one_article(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    items = list(read([tmp_path]))
    assert [a.name for a in articles(items)] == ["a"]
    [problem] = problems(items)
    assert (problem.article, problem.code) == ("b", "duplicate")
    assert "a" in problem.message


def test_two_of_one_name_are_told_apart(tmp_path):
    for folder, text in (("x", TEXT), ("y", OTHER)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(text, encoding="utf-8")
    first, second = articles(read([tmp_path]))
    assert first.name == "a"
    assert second.name == f"a-{second.digest[:8]}"


def test_the_same_text_in_two_outlets_is_two_articles(tmp_path):
    put(tmp_path / "l.jsonl", {"id": "1", "outlet": "س", "text": TEXT}, {"id": "2", "outlet": "ص", "text": TEXT})
    assert len(articles(read([tmp_path]))) == 2


def test_other_field_names(tmp_path):
    put(tmp_path / "l.jsonl", {"key": "k1", "body": {"plain": TEXT}, "date": "2031-04-05T23:00:00+03:00", "paper": "الضفاف"})
    fields = {"id": "key", "text": "body.plain", "published": "date", "outlet": "paper"}
    [article] = read([tmp_path], ReadOptions(fields=fields))
    assert (article.name, article.text, article.outlet) == ("k1", TEXT, "الضفاف")
    assert article.published.latest == date(2031, 4, 5)


def test_days_and_outlets_from_options_by_unambiguous_beginning(tmp_path):
    (tmp_path / "000_ab.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "001_cd.txt").write_text(OTHER, encoding="utf-8")
    options = ReadOptions({"000": date(2031, 2, 3)}, {"001": "الضفاف", "00": "لا أحد", "zz": "لا أحد"})
    items = list(read([tmp_path], options))
    a, b = articles(items)
    assert (a.published.earliest, a.published.latest, a.published.basis) == (date(2031, 2, 3), date(2031, 2, 3), "stated")
    assert (a.outlet, b.outlet) == (None, "الضفاف")
    assert [(p.article, p.code) for p in problems(items)] == [("00", "ambiguous_name"), ("zz", "unknown_name")]


def test_articles_toml_beside_the_files(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(OTHER, encoding="utf-8")
    (tmp_path / "articles.toml").write_text(
        '[a]\npublished = 2031-02-03\noutlet = "الضفاف"\ntitle = "عنوان"\nurl = "https://x.example/1"\n[b]\nauthor = "س"\n',
        "utf-8",
    )
    items = list(read([tmp_path]))
    a, _ = articles(items)
    assert (a.published.day, a.outlet, a.title, a.url) == (date(2031, 2, 3), "الضفاف", "عنوان", "https://x.example/1")
    assert [p.code for p in problems(items)] == ["unknown_key"]
    assert articles(read([tmp_path / "a.txt"]))[0].outlet == "الضفاف"


def test_a_broken_articles_toml_is_a_problem_and_the_rest_is_read(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "articles.toml").write_text("[a\n", "utf-8")
    items = list(read([tmp_path]))
    assert len(articles(items)) == 1
    assert [p.code for p in problems(items)] == ["broken_toml"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"  \n\n ", "empty"),
        (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 20, "binary"),
        (b"The bridge will open in June, the ministry said on Monday.", "not_arabic"),
        ("وزارت راه اعلام کرد که این پل در ماه آینده افتتاح می شود و به گفته وی برای آن است".encode(), "not_arabic"),
        (b"12345 67890", "not_arabic"),
        (("قال الوزير ذلك " * 200_000).encode(), "too_large"),
        (("قال\n" * 30_000).encode(), "too_large"),
    ],
)
def test_what_is_no_article_is_a_problem_that_says_what_to_do(tmp_path, data, code):
    (tmp_path / "bad.txt").write_bytes(data)
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    items = list(read([tmp_path]))
    assert [a.name for a in articles(items)] == ["good"]
    [problem] = problems(items)
    assert (problem.article, problem.stage, problem.code) == ("bad", "reading", code)
    assert len(problem.message) > 20


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("{broken", "broken_json"),
        ("[1, 2]", "no_record"),
        ('{"id": "x"}', "no_text"),
        ('{"text": 5}', "no_text"),
        ('{"text": ""}', "empty"),
        ('"\\ud800"', "broken_json"),
    ],
)
def test_a_bad_line_costs_only_itself(tmp_path, line, code):
    good = json.dumps({"id": "good", "text": TEXT}, ensure_ascii=False)
    (tmp_path / "l.jsonl").write_text(f"{line}\n{good}\n", encoding="utf-8")
    items = list(read([tmp_path]))
    assert [a.name for a in articles(items)] == ["good"]
    assert [p.code for p in problems(items)] == [code]


def test_nuls_and_direction_controls_are_reported_and_offsets_stay(tmp_path):
    text = TEXT[:10] + "\0" + TEXT[10:] + "\u202e"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    items = list(read([tmp_path]))
    assert articles(items)[0].text == text.replace("\0", " ")
    assert [p.code for p in problems(items)] == ["nul", "bidi_controls"]


@pytest.mark.parametrize(
    ("row", "interval", "basis"),
    [
        ({"published": "2031-04-05"}, (date(2031, 4, 5), date(2031, 4, 5)), "stated"),
        ({"published": "Sat, 05 Apr 2031 23:30:00 -0500"}, (date(2031, 4, 5), date(2031, 4, 5)), "stated"),
        ({"published": 1933113600}, (date(2031, 4, 5), date(2031, 4, 5)), "stated"),
        ({"published": "2031-04-05", "published_basis": "feed"}, (date(2031, 4, 5), date(2031, 4, 5)), "feed"),
        ({"published": "2031-04-05", "published_basis": "crawl"}, (None, date(2031, 4, 5)), "inferred"),
        ({"crawled": "2031-04-05"}, (None, date(2031, 4, 5)), "inferred"),
        ({"url": "https://x.example/2031/04/05/a-2019-05-06"}, (date(2031, 4, 5), date(2031, 4, 5)), "url"),
        ({"url": "https://x.example/story-to-end-by-september-2025"}, (None, None), "unknown"),
        ({}, (None, None), "unknown"),
    ],
)
def test_days_of_records(tmp_path, row, interval, basis):
    put(tmp_path / "l.jsonl", {"id": "1", "text": TEXT, **row})
    [article] = articles(read([tmp_path]))
    assert (article.published.earliest, article.published.latest) == interval
    assert article.published.basis == basis


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ({"published": "9999-01-01"}, "impossible_date"),
        ({"published": "0001-01-01"}, "impossible_date"),
        ({"published": "soon"}, "unreadable_date"),
        ({"published": "2031-04-05", "crawled": "2031-04-01"}, "stamp_after_crawl"),
    ],
)
def test_a_stamp_that_cannot_be_is_reported_and_not_believed(tmp_path, row, code):
    put(tmp_path / "l.jsonl", {"id": "1", "text": TEXT, **row})
    items = list(read([tmp_path]))
    assert articles(items)[0].published.earliest is None
    assert [p.code for p in problems(items)] == [code]


def test_standard_input(monkeypatch):
    for data in (TEXT.encode(), json.dumps({"text": TEXT}).encode(), b'{"text": "%s"}\n{"text": 1}\n' % TEXT.encode()):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert [a.text for a in articles(read(["-"]))] == [TEXT]


def test_what_is_not_there_or_of_another_kind(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"PK")
    items = list(read([tmp_path / "none.txt", tmp_path / "a.docx", tmp_path]))
    assert [p.code for p in items] == ["unsupported", "unreadable", "unsupported"]
    assert "1 .docx" in items[0].message


def test_a_page_states_its_source_and_address(tmp_path):
    (tmp_path / "a.txt").write_text(f"المصدر: The Valley Post\nالرابط: https://valley.example/a\n{TEXT}", encoding="utf-8")
    [article] = read([tmp_path])
    assert (article.outlet, article.url) == ("The Valley Post", "https://valley.example/a")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("الرئيسية\nالجسر الجديد يفتح في الصيف\n", "الجسر الجديد يفتح في الصيف"),
        ("الضفاف - أخبار الساحل\n", None),
        ("", None),
    ],
)
def test_the_title_of_a_page(tmp_path, head, title):
    (tmp_path / "a.txt").write_text(f"{head}{TEXT}\n{OTHER}", encoding="utf-8")
    [article] = read([tmp_path])
    assert article.title == title


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.binary(max_size=300), suffix=st.sampled_from(["txt", "json", "jsonl"]))
def test_any_bytes_give_articles_or_problems(tmp_path, data, suffix):
    (tmp_path / f"x.{suffix}").write_bytes(data)
    for item in read([tmp_path / f"x.{suffix}"]):
        assert isinstance(item, Article | Problem)
        if isinstance(item, Article):
            assert "\0" not in item.text
            item.text.encode("utf-8")


@settings(deadline=None)
@given(
    st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda c: st.lists(c) | st.dictionaries(st.text(), c))
)
def test_any_json_gives_articles_or_problems(value):
    from sijill.reading.rows import read_json

    try:
        data = json.dumps(value).encode()
    except (ValueError, RecursionError):
        return
    assert all(isinstance(x, Article | Problem) for x in read_json("x", io.BytesIO(data)))


def test_a_list_of_nothing_ends_early():
    from sijill.reading.rows import read_json

    items = list(read_json("x", io.BytesIO(b"[" + b"{}," * 100_000 + b"{}]")))
    assert len(items) == 10_001
    assert items[-1].code == "no_list"
