"""The taggers as a library and as commands."""

import json
from datetime import date

import pytest
from typer.testing import CliRunner

import sijill
from sijill.publishing.cli import app

TEXT = "عبر نحو 3 آلاف شخص الجسر خلال 3 أيام، ودفع كل منهم 20 دولارا."


def test_figures_leave_times_out():
    found = sijill.figures(TEXT)
    values = [(f.low, f.unit, f.comparator, f.counted) for f in found]
    assert values == [(3000, None, "about", "شخص"), (20, "USD", "exact", None)]
    assert all(TEXT[f.start : f.end] == f.text for f in found)


@pytest.mark.parametrize("format", ["jsonl", "table"])
def test_the_command_tags_a_file(tmp_path, format):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done = CliRunner().invoke(app, ["figures", str(tmp_path / "a.txt"), "--format", format])
    assert done.exit_code == 0
    assert "3000" in done.stdout or "3,000" in done.stdout
    if format == "jsonl":
        rows = [json.loads(line) for line in done.stdout.splitlines()]
        assert [r["article"] for r in rows] == ["a", "a"]
        assert TEXT[rows[1]["start"] : rows[1]["end"]] == "20 دولارا"


def test_an_unknown_format_is_refused(tmp_path):
    assert CliRunner().invoke(app, ["figures", str(tmp_path), "--format", "xml"]).exit_code == 2


def test_times_leave_figures_out():
    found = sijill.timexes(TEXT + " وكان ذلك أمس.", date(2018, 5, 21))
    assert [(t.text, t.value) for t in found] == [("3 أيام", "P3D"), ("أمس", "2018-05-20")]
    assert sijill.timexes("وكان ذلك أمس.")[0].earliest is None
