"""Each view answers its question, in the same words for people and machines."""

import csv
import io
import json
from datetime import date

import pytest

from sijill.errors import UsageError
from sijill.publishing.export.tables import VIEWS, as_csv, as_json, as_jsonl, table
from sijill.publishing.locale import words
from sijill.records import Record


def rows(record, name, **kw):
    return table(record, name, **kw).rows


@pytest.mark.parametrize("name", VIEWS)
def test_every_row_has_the_columns_of_its_view_and_every_column_a_heading(record, name):
    made = table(record, name)
    assert made.rows
    assert all(tuple(r) == made.view.columns for r in made.rows)
    for language in ("ar", "en"):
        assert {*made.view.columns, *made.view.shown} <= set(words(language)["column"])
        assert all(g in words(language) for groups in made.view.words.values() for g in groups.split())


@pytest.mark.parametrize("name", VIEWS)
def test_an_empty_record_gives_empty_tables(name):
    assert rows(Record(None, None), name) == []


def test_commitments_say_the_last_due_date_and_who_reported(record):
    metro, other = rows(record, "commitments")
    assert (metro["title"], metro["due_latest"], metro["due_kind"]) == ("opening of the metro line", date(2025, 12, 31), "by")
    assert metro["by"] == ["وزير النقل", "المقاول"]
    assert metro["articles"] == ["a", "b", "c"]
    assert (metro["reports"], metro["origins"], metro["slip_days"]) == (3, 2, 184)
    assert other["title"] == "زيادة الرحلات", "no English title: the Arabic one stands"
    assert other["due_latest"] is None
    assert rows(record, "commitments", language="ar")[0]["title"] == "افتتاح خط المترو"


def test_due_leaves_out_what_has_no_day(record):
    assert [r["id"] for r in rows(record, "due")] == ["c1111111111"]


def test_slips_tell_each_move_once(record):
    (move,) = rows(record, "slips")
    assert (move["from"], move["to"], move["slip_days"], move["by"]) == (date(2025, 6, 30), date(2025, 12, 31), 184, "المقاول")


def test_changes_leave_out_repetition(record):
    told = [(r["id"], r["change"], r["published"]) for r in rows(record, "changes") if r["id"] == "c1111111111"]
    assert told == [
        ("c1111111111", "new", date(2025, 1, 5)),
        ("c1111111111", "moved", date(2025, 6, 1)),
        ("c1111111111", "status", date(2025, 6, 1)),
    ]


def test_sources_count_articles_of_one_origin_once(record):
    minister = rows(record, "sources")[0]
    assert (minister["name"], minister["statements"], minister["origins"]) == ("وزير النقل", 3, 2)
    assert (minister["first"], minister["last"]) == (date(2025, 1, 5), date(2025, 6, 9))


def test_timeline_is_in_order_and_holds_events_and_due_dates(record):
    assert [(r["kind"], r["until"]) for r in rows(record, "timeline")] == [
        ("event", date(2024, 3, 31)),
        ("due", date(2025, 12, 31)),
    ]


def test_by_folds_names_and_takes_parts(record):
    assert len(rows(record, "statements", by="وزير")) == 3
    assert len(rows(record, "statements", by="الوزيرُ")) == 0
    assert [r["id"] for r in rows(record, "commitments", by="المقاوِل")] == ["c1111111111"]


def test_since_takes_the_day_itself_and_leaves_out_what_has_none(record):
    assert len(rows(record, "changes", since=date(2025, 6, 1))) == 4
    assert len(rows(record, "changes", since=date(2025, 6, 2))) == 0
    assert [r["name"] for r in rows(record, "articles", since=date(2025, 6, 1))] == ["b", "c"]
    assert {r["byline"] for r in rows(record, "articles")} == {None}


def test_a_filter_without_meaning_is_refused(record):
    with pytest.raises(UsageError, match="--by"):
        table(record, "problems", by="x")
    with pytest.raises(UsageError, match="--since"):
        table(record, "problems", since=date(2025, 1, 1))
    with pytest.raises(UsageError, match="commitments, timeline"):
        table(record, "everything")


@pytest.mark.parametrize("name", VIEWS)
def test_machine_formats_hold_the_same_rows(record, name):
    made = table(record, name)
    read = list(csv.DictReader(io.StringIO(as_csv(made).decode("utf-8"))))
    lines = [json.loads(line) for line in as_jsonl(made).splitlines()]
    whole = json.loads(as_json(made, record, None))
    assert len(read) == len(lines) == len(made.rows)
    assert whole["rows"] == lines
    assert (whole["view"], whole["as_of"], whole["as_of_used"]) == (name, None, "2025-06-09")
    for got, row in zip(read, lines, strict=True):
        for key, value in row.items():
            if isinstance(value, str):
                assert got[key] == value
            if value is None:
                assert got[key] == ""


def test_csv_joins_lists_and_says_true(record):
    text = as_csv(table(record, "commitments")).decode("utf-8")
    assert "a | b | c" in text
    assert ",true,184," in text
