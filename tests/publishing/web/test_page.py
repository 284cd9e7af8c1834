"""The page as a file: both languages, nothing from outside, nothing of an article's that is not escaped."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from sijill.errors import UsageError
from sijill.publishing.web import page_html
from sijill.records import Article, Dated, Extraction, Problem, Published, Record

VOID = {"meta", "link", "input", "br", "hr", "img"}
HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>'


class Shape(HTMLParser):
    """Tags with their attributes, ids, and whether every element is closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def all(self, attribute: str) -> list[str]:
        return [a[attribute] or "" for _, a in self.tags if attribute in a]


@pytest.fixture(scope="module")
def arabic(sample: Record) -> str:
    return page_html(sample)


@pytest.fixture(scope="module")
def shape(arabic: str) -> Shape:
    return Shape(arabic)


def test_it_opens_in_the_language_asked_for(sample: Record) -> None:
    assert '<html lang="ar" dir="rtl">' in page_html(sample)
    assert '<html lang="en" dir="ltr">' in page_html(sample, "en")
    with pytest.raises(UsageError, match="ar, en"):
        page_html(sample, "fr")


def test_the_same_record_gives_the_same_bytes(sample: Record, arabic: str) -> None:
    assert page_html(sample) == arabic


def test_every_element_is_closed_and_every_id_is_its_own(shape: Shape) -> None:
    assert shape.wrong == []
    assert shape.open == []
    ids = shape.all("id")
    assert len(ids) == len(set(ids)), sorted({i for i in ids if ids.count(i) > 1})


def test_every_link_inside_has_a_target(shape: Shape) -> None:
    ids = set(shape.all("id"))
    missing = {h for h in shape.all("href") if h.startswith("#") and h[1:] not in ids}
    assert missing == set()


def test_nothing_is_fetched_from_anywhere(shape: Shape, arabic: str) -> None:
    assert [t for t, _ in shape.tags if t in ("img", "iframe", "object", "embed", "video", "audio", "base", "form")] == []
    assert [a for t, a in shape.tags if t == "script" and "src" in a] == []
    assert [a["href"] for t, a in shape.tags if t == "link"] == ["data:,"]
    style = re.search(r"<style>(.*?)</style>", arabic, re.S)
    assert style is not None
    assert not re.search(r"url\(|@import|@font-face", style[1])
    policy = next(a["content"] for _, a in shape.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_style_and_script_are_where_the_policy_expects_them(shape: Shape) -> None:
    assert shape.all("style") == []
    assert [name for _, a in shape.tags for name in a if name.startswith("on")] == []


def test_the_style_sheet_knows_no_left_and_no_right(arabic: str) -> None:
    style = re.search(r"<style>(.*?)</style>", arabic, re.S)
    assert style is not None
    sides = r"(?<![\w-])(margin|padding|border|inset)?-?(left|right)\b|text-align:\s*(left|right)"
    physical = sides + r"|(?<![\w-])(min-|max-)?width:(?!\s*\d+rem\))"
    assert re.findall(physical, style[1]) == []
    assert "font-style: italic" not in style[1]
    assert "uppercase" not in style[1]


def test_each_edition_has_its_language_and_direction(shape: Shape) -> None:
    editions = {(a["lang"], a["dir"]) for _, a in shape.tags if (a.get("class") or "").startswith("edition")}
    assert editions == {("ar", "rtl"), ("en", "ltr")}


def test_what_an_article_says_stays_text(sample: Record) -> None:
    a = Article("hostile", f"{HOSTILE}\nنص {HOSTILE}", outlet=HOSTILE, url="javascript:alert(3)", title=HOSTILE)
    problem = Problem(HOSTILE, "reading", HOSTILE, HOSTILE)
    hostile = replace(sample, articles=(*sample.articles, Dated(Extraction(a), Published())), problems=(problem,))
    page = page_html(hostile, title=HOSTILE)
    shape = Shape(page)
    assert len([t for t, _ in shape.tags if t == "script"]) == 1
    assert "img" not in {t for t, _ in shape.tags}
    assert not [h for h in shape.all("href") if h.startswith("javascript")]
    assert "&lt;script&gt;" in page


def test_a_byline_stands_beside_the_outlet_in_the_sources_and_the_reader(sample: Record) -> None:
    first, *rest = sample.articles
    named = replace(first.extraction, article=replace(first.extraction.article, byline=f"مها الكندي {HOSTILE}"))
    page = page_html(replace(sample, articles=(replace(first, extraction=named), *rest)))
    assert "مها الكندي" not in page_html(sample)
    assert page.count('<bdi dir="auto">مها الكندي &#34;&gt;&lt;script&gt;') == 3, "two editions and the reader"
    assert len([t for t, _ in Shape(page).tags if t == "script"]) == 1


def test_an_empty_record_says_what_was_looked_for() -> None:
    page = page_html(Record(None, None), "en")
    for said in ("Looked for commitments due after", "found none", "No reports in the record", "nothing was left out"):
        assert said in page
    assert Shape(page).wrong == []


def test_a_decision_of_a_person_is_marked_as_one(sample: Record) -> None:
    page = page_html(sample, "en", decided={"c6": "not of this story"})
    assert "Human decision" in page
    assert "not of this story" in page
    assert "Human decision</b>" not in page_html(sample, "en")


@pytest.mark.parametrize("n", [3, 30])
def test_few_and_many_commitments(many: Callable[[int], Record], n: int) -> None:
    shape = Shape(page_html(many(n)))
    rows = [a for _, a in shape.tags if (a.get("class") or "").split(" ")[0] == "row"]
    assert len(rows) == 2 * n
    assert shape.wrong == []


def test_eastern_digits_are_written_on_request_and_only_in_arabic(sample: Record) -> None:
    page = page_html(sample, eastern=True)
    assert "١٩ كانون الثاني" in page
    assert "19 January 2026" in page
    assert "١" not in page_html(sample)


def test_a_page_has_room_for_so_many_texts_and_says_what_it_left_out(sample: Record) -> None:
    page = page_html(sample, "en", most=2)
    shape = Shape(page)
    assert page.count('<article class="page"') == 2
    assert "The page holds the text of 2 reports; the text of 9 others" in page
    ids = set(shape.all("id"))
    assert {h for h in shape.all("href") if h.startswith("#") and h[1:] not in ids} == set()
    assert "left out and stays" not in page_html(sample, "en")


def test_titles_of_commitments_and_events_are_escaped_too(sample: Record) -> None:
    bad = replace(sample.commitments[0], title_ar=HOSTILE, title_en=None, actors=(HOSTILE,), condition=HOSTILE)
    event = replace(sample.events[0], title_ar=HOSTILE, title_en=HOSTILE)
    series = replace(sample, commitments=(bad, *sample.commitments[1:]), events=(event,))
    shape = Shape(page_html(series))
    assert len([t for t, _ in shape.tags if t == "script"]) == 1
    assert shape.wrong == []


def test_a_story_may_have_a_name_in_each_language(sample: Record) -> None:
    page = page_html(sample, "en", title={"ar": "قصة", "en": "A story"})
    assert "<title>A story</title>" in page
    assert '<h1><bdi dir="auto">قصة</bdi></h1>' in page
    assert "<title>سجل القصة</title>" in page_html(sample)
