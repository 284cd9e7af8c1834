"""``add-entities``: a person's own names are read in every article, survive every run, and can be handed on."""

import json

import pytest

OWN = """
[[entity]]
name = "سامر بن علي الحداد"
aliases = ["أبو علي المعمار"]
capacity = "راعي المترو"
en = "Samer al-Haddad"

[[entity]]
name = "شركة سكة الساحل"
kind = "institution"
aliases = ["سكة الساحل"]
"""
REPORT = {
    "id": "four", "outlet": "النخيل", "published": "2025-07-01",
    "text": "قال أبو علي المعمار إن الخط جاهز. ودعا راعي المترو إلى الصبر. وأعلنت سكة الساحل أن القطار تأخر.",
}  # fmt: skip


@pytest.fixture
def own(tmp_path):
    file = tmp_path / "own.toml"
    file.write_text(OWN, encoding="utf-8")
    return file


@pytest.fixture
def story(tmp_path, run, ledger):
    file = tmp_path / "four.jsonl"
    file.write_text(json.dumps(REPORT, ensure_ascii=False), encoding="utf-8")
    run("add", ledger, file)
    return ledger


def speakers(run, ledger, *words):
    told = json.loads(run("export", ledger, *words).stdout)
    return [s["speaker_name"] for s in told["statements"] if s["article"] == "four"]


def entity(run, ledger, name):
    told = json.loads(run("export", ledger).stdout)
    return next((e for e in told["entities"] if e["name_ar"] == name), None)


def test_articles_already_there_are_read_again_with_them(run, story, own):
    assert "سامر بن علي الحداد" not in speakers(run, story)
    assert "Added 2 of your own entities" in run("add-entities", story, own).stdout
    assert speakers(run, story) == ["سامر بن علي الحداد", "سامر بن علي الحداد", "شركة سكة الساحل"]
    assert speakers(run, story) == speakers(run, story)


def test_articles_added_later_are_read_with_them_too(run, ledger, own, tmp_path):
    run("add-entities", ledger, own)
    file = tmp_path / "four.jsonl"
    file.write_text(json.dumps(REPORT, ensure_ascii=False), encoding="utf-8")
    run("add", ledger, file)
    assert "شركة سكة الساحل" in speakers(run, ledger)


def test_one_entity_under_all_its_names(run, story, own):
    run("add-entities", story, own)
    found = entity(run, story, "سامر بن علي الحداد")
    assert (found["kind"], found["name_en"]) == ("person", "Samer al-Haddad")
    assert {"أبو علي المعمار", "راعي المترو"} <= set(found["variants"])
    assert entity(run, story, "شركة سكة الساحل")["variants"] == ["سكة الساحل"]


def test_removing_one_takes_it_back_and_adding_it_again_brings_it(run, story, own):
    run("add-entities", story, own)
    run("remove", story, "شركة سكة الساحل", "--why", "اسم آخر")
    assert "شركة سكة الساحل" not in speakers(run, story)
    run("add-entities", story, own)
    assert "شركة سكة الساحل" in speakers(run, story)
    assert "orphaned" not in run("show", story, "problems").stdout


def test_the_last_word_on_a_name_counts(run, story, own, tmp_path):
    run("add-entities", story, own)
    other = tmp_path / "other.jsonl"
    other.write_text(json.dumps({"name": "شركة سكة الساحل", "kind": "institution"}, ensure_ascii=False), encoding="utf-8")
    run("add-entities", story, other)
    assert "شركة سكة الساحل" not in speakers(run, story)


def test_what_is_exported_makes_the_same_record_in_another_ledger(run, story, own, tmp_path, pile):
    run("add-entities", story, own)
    file, second = tmp_path / "copy.toml", tmp_path / "second.sijill"
    run("export", story, "--format", "entities", "--out", file)
    run("add", second, pile, tmp_path / "four.jsonl")
    run("add-entities", second, file)
    assert run("export", second).stdout == run("export", story).stdout


def test_they_follow_the_recorded_clock(run, story, own):
    run("add-entities", story, own)
    assert run("export", story, "--format", "entities", "--recorded-by", "2020-01-01").stdout == ""
    assert "شركة سكة الساحل" in speakers(run, story, "--recorded-by", "today")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ('[[entity]]\nkind = "person"\n', "has no name"),
        ('[[entity]]\nname = "س"\nkind = "star"\n', "kind 'star'"),
        ('[[entity]]\nname = "س"\nalias = ["ص"]\n', "unknown key 'alias'"),
        ('[[entity]]\nname = "س"\naliases = "ص"\n', "aliases must be a list"),
        ("", "there is no entity"),
        ("[[entity", "neither TOML"),
    ],
)
def test_a_malformed_file_is_told_in_one_line_and_changes_nothing(run, story, tmp_path, words, said):
    file = tmp_path / "bad.toml"
    file.write_text(words, encoding="utf-8")
    assert said in run("add-entities", story, file, code=2).stderr
    assert run("export", story, "--format", "entities").stdout == ""


def test_a_missing_file_is_told(run, story, tmp_path):
    assert "cannot be read" in run("add-entities", story, tmp_path / "none.toml", code=2).stderr
