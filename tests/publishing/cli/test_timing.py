"""Times from the command line, and the rules behind them."""

import json
import xml.etree.ElementTree as ET

import pytest

TEXT = "قال الوزير الأحد إن الجسر سيفتح في 3 يونيو & سيغلق بعد أسبوعين."


@pytest.fixture
def report(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def test_lines_hold_the_contracts_keys(run, report):
    rows = [json.loads(line) for line in run("timex", report, "--date", "2018-05-21").stdout.splitlines()]
    assert [(r["text"], r["value"], r["earliest"]) for r in rows] == [
        ("الأحد", "2018-05-20", "2018-05-20"),
        ("3 يونيو", "2018-06-03", "2018-06-03"),
        ("أسبوعين", "P2W", None),
    ]
    assert all(TEXT[r["start"] : r["end"]] == r["text"] and r["article"] == "a" for r in rows)


def test_timeml_is_xml_with_the_text_unchanged(run, report):
    tree = ET.fromstring(run("timex", report, "--date", "2018-05-21", "--format", "timeml").stdout)
    body = tree.find("TEXT")
    assert "".join(body.itertext()) == TEXT
    assert [(t.get("tid"), t.get("type"), t.text) for t in body] == [
        ("t1", "DATE", "الأحد"),
        ("t2", "DATE", "3 يونيو"),
        ("t3", "DURATION", "أسبوعين"),
    ]


def test_a_table_and_an_unknown_format(run, report):
    assert "2018-06-03" in run("timex", report, "--date", "2018-05-21", "--format", "table").stdout
    assert "use jsonl, timeml or table" in run("timex", report, "--format", "xml", code=2).output


def test_a_record_counts_from_its_own_day(run, tmp_path):
    file = tmp_path / "r.json"
    file.write_text(json.dumps({"id": "r", "published": "2017-01-02", "text": "وصل أمس."}), encoding="utf-8")
    (row,) = (json.loads(line) for line in run("timex", file, "--date", "2018-05-21").stdout.splitlines())
    assert row["value"] == "2017-01-01"


def test_explain_names_rules_words_and_arithmetic(run):
    out = run("rules", "explain", "يصل الوفد نهاية الشهر المقبل", "--date", "2018-05-21").stdout
    assert "DATE 2018-06 END [2018-06-21 .. 2018-06-30]" in out
    assert "rule month.of.relation" in out
    assert "shift(M, 1) -> 2018-06" in out
    assert "part(end)" in out


def test_an_undated_text_says_so(run):
    out = run("rules", "explain", "يصل الوفد الأحد").stdout
    assert "XXXX-WXX-7" in out
    assert "[" not in out
