"""``export`` and ``schema``: the whole record for machines and for people."""

import json

from jsonschema import Draft202012Validator


def test_the_page_is_one_file_that_names_no_other(run, ledger, tmp_path):
    page = run("export", ledger, "--format", "html").stdout
    assert "خط المترو" in page
    for outside in ('src="http', 'href="//', "@import", "url(http"):
        assert outside not in page
    run("export", ledger, "--format", "html", "--language", "en", "--out", tmp_path / "page.html")
    assert 'lang="en"' in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_the_page_says_what_a_person_decided(run, ledger):
    run("set", ledger, "three", "--published", "2025-02-02")
    assert "published set to 2025-02-02" in run("export", ledger, "--format", "html", "--language", "en").stdout


def test_the_dossier_validates_against_the_printed_schema(run, ledger, pile):
    schema = json.loads(run("schema").stdout)
    for words in (
        ("export", ledger),
        ("extract", pile),
        ("extract", pile, "--state-at", "2025-03-01", "--as-of", "2025-03-01"),
    ):
        Draft202012Validator(schema).validate(json.loads(run(*words).stdout))


def test_misuse(run, ledger, tmp_path):
    assert "json, html, warc or entities" in run("export", ledger, "--format", "pdf", code=2).stderr
    assert "--out" in run("export", ledger, "--out", tmp_path / "no" / "d.json", code=2).stderr
