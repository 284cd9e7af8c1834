"""``demo``: one command from a folder to a board, a ledger and a page."""

import webbrowser

import pytest

from sijill.publishing.cli.demo import SHOWN, board
from sijill.publishing.export.tables import table


def test_the_example_story_gives_a_board_a_ledger_and_a_page(run, tmp_path):
    said = run("demo", "--no-open", "--out", tmp_path / "out").stdout
    for part in ("Added: 11", "What is due next", "What moved", "What happened", "What passed in silence", "Page: "):
        assert part in said
    page = (tmp_path / "out" / "coalition.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>") or page.startswith("<!DOCTYPE html>")
    assert 'dir="rtl"' in page
    assert "Articles" in run("show", tmp_path / "out" / "coalition.sijill", "articles").stdout


def test_again_starts_afresh_and_ends_in_the_same_page(run, tmp_path):
    pages = []
    for _ in range(2):
        assert "Added: 11" in run("demo", "--no-open", "--out", tmp_path).stdout
        pages.append((tmp_path / "coalition.html").read_bytes())
    assert pages[0] == pages[1]


def test_a_folder_of_the_users_own_in_arabic(run, tmp_path, pile):
    said = run("demo", pile, "--no-open", "--out", tmp_path / "out", "--language", "ar").stdout
    assert "أُضيف: 3" in said
    assert "المستحق قريباً" in said
    assert (tmp_path / "out" / "reports.html").is_file()


@pytest.mark.parametrize("no_open", [True, False])
def test_the_page_opens_unless_told_not_to(run, tmp_path, pile, monkeypatch, no_open):
    opened = []

    class Browser(webbrowser.BaseBrowser):
        def open(self, url, new=0, autoraise=True):
            opened.append(url)
            return True

    monkeypatch.setattr(webbrowser, "get", lambda *_: Browser())
    run("demo", pile, "--out", tmp_path / "out", *(["--no-open"] if no_open else []))
    assert len(opened) == (0 if no_open else 1)
    assert all(url.startswith("file://") and url.endswith("reports.html") for url in opened)


def test_misuse(run, tmp_path):
    assert "nothing here" in run("demo", tmp_path / "none", "--no-open", code=2).stderr
    (tmp_path / "empty").mkdir()
    run("demo", tmp_path / "empty", "--no-open", "--out", tmp_path / "out", code=1)
    (tmp_path / "file").write_text("x")
    assert "--out" in run("demo", "--no-open", "--out", tmp_path / "file", code=2).stderr


def test_the_board_answers_its_four_questions(record):
    parts = dict(board(record, "en"))
    assert list(parts) == ["next", "moved", "happened", "silent"]
    assert [r["id"] for r in parts["next"].rows] == ["c1111111111"]
    assert [r["slip_days"] for r in parts["moved"].rows] == [184]
    assert [r["id"] for r in parts["happened"].rows] == ["e1111111111"]
    assert parts["silent"].rows == []
    assert SHOWN >= 3
    assert table(record, "due").view.shown != parts["next"].view.shown, "the view itself stays as it was"
