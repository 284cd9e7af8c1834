"""Archives from the command line: worked through, their stories listed, one of them made a ledger."""

import json

import pytest

from sijill.bulk import Archive, stories

pytest.importorskip("daft")
REPORTS = [
    ("2025-01-05", "أعلنت وزارة النقل أن خط مترو الواحة سيفتح في 30 يونيو 2025، وقالت إن الكلفة 40 مليون دولار."),
    ("2025-03-09", "قال وزير النقل إن الوزارة ستفتتح خط مترو الواحة في 30 يونيو 2025 كما أُعلن من قبل."),
    ("2025-06-01", "أعلنت وزارة النقل تأجيل افتتاح خط مترو الواحة إلى 31 ديسمبر 2025 بسبب تأخر القطارات."),
    ("2025-07-15", "أكد المتحدث باسم وزارة النقل أن خط مترو الواحة سيفتح في 31 ديسمبر 2025."),
]


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    made = tmp_path_factory.mktemp("archive") / "metro.jsonl"
    rows = [{"id": f"m{n}", "outlet": f"o{n}", "published": d, "text": t} for n, (d, t) in enumerate(REPORTS)]
    made.write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in rows), encoding="utf-8")
    return made


def test_from_an_archive_to_the_ledger_of_one_story(run, file, tmp_path):
    out, ledger = tmp_path / "out", tmp_path / "story.sijill"
    said = run("bulk", file, "--out", out, "--workers", 1, "--ledger", tmp_path / "all.sijill").stdout
    assert "Articles: 4, in 1 parts. Problems: 0." in said
    assert "Stories: 1." in said
    (story,) = stories(Archive(out))
    listed = run("stories", out).stdout
    assert story.story in listed
    assert f"--story {story.story}" in listed
    assert "Added: 4" in run("add", ledger, out, "--story", story.story).stdout
    assert "Added: 0" in run("add", ledger, out, "--story", story.story).stdout
    assert "2025-12-31" in run("show", ledger, "slips").stdout
    assert "there is no story" in run("add", ledger, out, "--story", "i0000000000", code=2).output
    assert "not empty" in run("bulk", file, "--out", out, code=2).output
    assert run("search", tmp_path / "all.sijill", "مترو الواحة").stdout.count("m") >= 4


def test_an_archive_of_nothing_is_told(run, tmp_path):
    (tmp_path / "empty.jsonl").write_text("", encoding="utf-8")
    said = run("bulk", tmp_path / "empty.jsonl", "--out", tmp_path / "out", code=1)
    assert "Nothing usable was read" in said.output
    assert "No story" in run("stories", tmp_path / "out").stdout


def test_stories_of_what_is_no_archive_are_refused(run, tmp_path):
    assert "sijill bulk" in run("stories", tmp_path, code=2).output
