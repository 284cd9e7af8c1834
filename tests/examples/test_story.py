"""The example story has what the demo is to show: outlets, a wire and its reprint, an undated report, a whole page."""

from __future__ import annotations

import tomllib

import pytest

from sijill.examples import story_names, story_path, story_title
from sijill.reading.sources import read
from sijill.records import Article


@pytest.fixture(scope="module")
def story() -> dict[str, Article]:
    items = list(read([story_path()]))
    assert all(isinstance(a, Article) for a in items), items
    return {a.name: a for a in items if isinstance(a, Article)}


def test_the_story_is_listed_and_an_unknown_one_says_so() -> None:
    assert story_names() == ["coalition"]
    with pytest.raises(KeyError, match="coalition"):
        story_path("no such story")
    with pytest.raises(KeyError):
        story_path("../language")


def test_the_story_has_a_name_in_each_language() -> None:
    assert set(story_title()) == {"ar", "en"}


def test_there_are_eight_reports_of_several_outlets_and_years(story: dict[str, Article]) -> None:
    assert len(story) >= 8
    assert len({a.outlet for a in story.values() if a.outlet}) >= 4
    assert {a.published.day.year for a in story.values() if a.published.day} >= {2024, 2025, 2026}


def test_one_report_is_undated_and_one_is_a_whole_page(story: dict[str, Article]) -> None:
    undated = [a for a in story.values() if a.name.endswith("undated")]
    assert [a.published.day for a in undated] == [None]
    page = story["04_2024-09-28_wataniya"]
    assert page.text.startswith("الرئيسية\n")
    assert "© 2024" in page.text


def test_the_second_report_is_the_wire_shortened(story: dict[str, Article]) -> None:
    first, second = story["01_2024-09-06_difaf"].text, story["02_2024-09-07_nakheel"].text
    assert "رويترز" in first
    assert first[:300] == second[:300]
    assert len(second) < len(first)


def test_the_articles_table_names_files_of_the_folder(story: dict[str, Article]) -> None:
    table = tomllib.loads((story_path() / "articles.toml").read_text(encoding="utf-8"))
    assert set(table) <= set(story)
