"""``show``: every view in every format, by both clocks, with a banner that says which; and ``search``."""

import csv
import io
import json

import pytest

from sijill.publishing.export.tables import VIEWS


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_in_every_format_and_language(run, ledger, view):
    whole = json.loads(run("show", ledger, view, "--format", "json").stdout)
    lines = run("show", ledger, view, "--format", "jsonl").stdout.splitlines()
    table = list(csv.reader(io.StringIO(run("show", ledger, view, "--format", "csv").stdout)))
    assert len(whole["rows"]) == len(lines) == len(table) - 1
    assert "As published by 1 June 2025, the latest day in the ledger" in run("show", ledger, view).stdout
    assert "بحسب المنشور" in run("show", ledger, view, "--language", "ar").stdout


def test_as_of_leaves_later_articles_out_and_lists_what_has_no_day(run, ledger):
    said = run("show", ledger, "articles", "--as-of", "2025-03-01")
    assert "As published by 1 March 2025" in said.stdout
    assert "Not yet placed (no day known): three" in said.stdout
    assert "sijill set" in said.stdout
    whole = json.loads(run("show", ledger, "articles", "--as-of", "2025-03-01", "--format", "json").stdout)
    assert [r["name"] for r in whole["rows"]] == ["one"]
    assert whole["unplaced"] == ["three"]
    assert whole["as_of"] == "2025-03-01"


def test_recorded_by_before_anything_was_recorded_is_empty(run, ledger):
    said = run("show", ledger, "articles", "--recorded-by", "2020-01-01").stdout
    assert "as recorded by 1 January 2020" in said
    assert "Nothing found: Articles. Looked at 0 articles." in said


def test_a_piped_table_has_isolates_and_no_colours(run, ledger):
    said = run("show", ledger, "articles").stdout
    assert "\u2068" in said
    assert "\x1b" not in said


def test_filters(run, ledger):
    since = run("show", ledger, "articles", "--since", "2025-02-01", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["name"] for line in since] == ["two"]
    assert "no meaning" in run("show", ledger, "problems", "--by", "الوزير", code=2).stderr


def test_misuse(run, ledger):
    assert "commitments, timeline" in run("show", ledger, "everything", code=2).stderr
    assert "jsonl" in run("show", ledger, "due", "--format", "xml", code=2).stderr
    assert "ar, en" in run("show", ledger, "due", "--language", "fr", code=2).stderr


def test_search_minds_neither_spelling_nor_article(run, ledger):
    for query in ("المترو", "مترو", "ألمترو", "وزاره النقل", "٤٠ مليون"):
        assert "one" in run("search", ledger, query).stdout, query
    newest_first = run("search", ledger, "مترو").stdout
    assert newest_first.index("two") < newest_first.index("one")
    assert run("search", ledger, "غواصة").stdout == ""
    assert run("search", ledger, '"!').stdout == ""
    assert run("search", ledger, "مترو", "--limit", "1").stdout.startswith("two · 2025-06-01")
    assert "one" not in run("search", ledger, "مترو", "--since", "2025-06-01").stdout
    run("set", ledger, "three", "--published", "2025-07-01")
    assert run("search", ledger, "مترو").stdout.startswith("three · 2025-07-01")
    run("remove", ledger, "two", "--why", "خطأ")
    assert "two" not in run("search", ledger, "مترو").stdout
