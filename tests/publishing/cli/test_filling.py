"""``add`` and ``extract``: what goes in, what is said about it, and that both tell the same story."""

import contextlib
import json
import os
import subprocess
import sys

import pytest

SIJILL = [sys.executable, "-c", "from sijill.publishing.cli import main; main()"]


def test_add_tells_what_was_added_known_and_skipped_and_why(run, pile, tmp_path):
    (tmp_path / "note.txt").write_text("This page is in English and tells nothing for an Arabic record. " * 5)
    first = run("add", tmp_path / "l.sijill", pile, tmp_path / "note.txt").stdout
    assert "Added: 3" in first
    assert "Already there: 0" in first
    assert "Skipped: 1" in first
    assert "note: " in first
    again = run("add", tmp_path / "l.sijill", pile).stdout
    assert "Added: 0" in again
    assert "Already there: 3" in again
    assert "Skipped" not in again


def test_the_summary_speaks_arabic(run, pile, tmp_path):
    assert "أُضيف: 3" in run("add", tmp_path / "l.sijill", pile, "--language", "ar").stdout


def test_nothing_usable_is_exit_code_one(run, tmp_path):
    (tmp_path / "empty").mkdir()
    result = run("add", tmp_path / "l.sijill", tmp_path / "empty", code=1)
    assert "Nothing usable was read" in result.output


def test_export_of_a_ledger_is_the_dossier_of_extract_byte_for_byte(run, pile, ledger, tmp_path):
    for days in ([], ["--as-of", "2025-03-01"], ["--state-at", "2025-03-01", "--state-at", "2025-07-01"]):
        assert run("export", ledger, *days).stdout_bytes == run("extract", pile, *days).stdout_bytes
    run("export", ledger, "--out", tmp_path / "d.json")
    assert (tmp_path / "d.json").read_bytes() == run("extract", pile).stdout_bytes


def test_days_and_outlets_the_user_knows(run, tmp_path):
    file = tmp_path / "page.txt"
    file.write_text("قال الوزير إن الجسر سيفتح في يونيو المقبل أمام السيارات والمشاة. " * 3, encoding="utf-8")
    given = json.loads(run("extract", file, "--published", "page=2025-01-05", "--outlet", "page=النخيل").stdout)
    article = given["articles"][0]
    assert (article["outlet"], article["published"]["latest"]) == ("النخيل", "2025-01-05")
    run("add", tmp_path / "l.sijill", file)
    assert "completed: 1" in run("add", tmp_path / "l.sijill", file, "--published", "page=2025-01-05").stdout
    whole = json.loads(run("export", tmp_path / "l.sijill").stdout)
    assert [a["published"]["latest"] for a in whole["articles"]] == ["2025-01-05"]


def test_records_with_other_field_names(run, tmp_path):
    file = tmp_path / "r.json"
    file.write_text(json.dumps({"body": "قال الوزير إن الجسر سيفتح غداً.", "when": "2025-01-05"}), encoding="utf-8")
    article = json.loads(run("extract", file, "--field", "text=body", "--field", "published=when").stdout)["articles"][0]
    assert article["published"]["latest"] == "2025-01-05"


def test_a_pipe_gets_no_progress_bar_and_standard_input_is_read(tmp_path, pile):
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    run = subprocess.run([*SIJILL, "add", tmp_path / "l.sijill", "-"], input=pile.read_bytes(), capture_output=True, env=env)
    assert run.returncode == 0
    assert b"Added: 3" in run.stdout
    assert run.stderr == b""


def test_a_terminal_gets_a_progress_bar_that_goes_away(tmp_path, pile):
    pty = pytest.importorskip("pty")
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p), "TERM": "xterm", "COLUMNS": "100"}
    ours, theirs = pty.openpty()
    run = subprocess.Popen([*SIJILL, "add", tmp_path / "l.sijill", pile], stdout=subprocess.PIPE, stderr=theirs, env=env)
    os.close(theirs)
    shown = b""
    with contextlib.suppress(OSError):  # the end of a terminal is an error
        while part := os.read(ours, 4096):
            shown += part
    os.close(ours)
    assert b"Added: 3" in run.communicate(timeout=60)[0]
    assert run.returncode == 0
    assert b"Reading three" in shown
    assert shown.rstrip().endswith(b"\x1b[2K"), "the line is wiped at the end"


def test_misuse_is_one_line_and_exit_code_two(run, pile, tmp_path):
    for words, said in [
        (("extract", pile, "--as-of", "yesterday"), "YYYY-MM-DD"),
        (("extract", pile, "--published", "one"), "NAME=VALUE"),
        (("add", tmp_path / "l.sijill", pile, "--published", "one=soon"), "not a day"),
        (("export", tmp_path / "none.sijill"), "sijill add"),
        (("export", tmp_path), "no ledger here"),
    ]:
        result = run(*words, code=2)
        assert said in result.stderr
        assert result.stderr.startswith("sijill: ")
        assert result.stderr.count("\n") == 1
