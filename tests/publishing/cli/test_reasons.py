"""``why``: the words, the rule, the arithmetic, the match and the voices behind each kind of line."""

import json
import re
from dataclasses import replace

import pytest

from sijill.publishing.cli.reasons import CLOSE, OPEN, explain, in_context
from sijill.publishing.export.dossier import statement_id
from sijill.publishing.locale import LANGUAGES
from sijill.publishing.rulebook import rule_says
from sijill.records import Article, Span


def text_of(lines):
    return "\n".join(f"{line.label}: {line.text}" for line in lines)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("item", ["c1111111111", "e1111111111", "x1111111111", "a"])
def test_each_kind_of_line_is_explained(record, item, language):
    assert len(explain(record, item, language)) >= 3


def test_a_commitment_shows_each_report_with_its_words_and_voices(record):
    said = text_of(explain(record, "c1111111111", "en"))
    assert "Report 1 of 3: a · النخيل · 5 January 2025" in said
    assert f"{OPEN}إن خط المترو سيفتح في 30 حزيران 2025{CLOSE}" in said.replace("  ", " ")
    assert "184 days between the first and the last stated due date" in said
    assert "Due: by the end of 2025" in said
    assert "Independent origins so far: 2" in said


def test_a_commitment_names_its_parties_and_what_it_hangs_on(record):
    metro, other = record.commitments
    hanging = replace(record, commitments=(metro, replace(other, depends_on=metro.id)))
    assert "Who: وزارة النقل" in text_of(explain(record, metro.id, "en"))
    assert "Hangs on: افتتاح خط المترو (c1111111111)" in text_of(explain(hanging, other.id, "en"))


def test_an_earlier_id_still_leads_to_the_line(record):
    assert text_of(explain(record, "c2222222222", "en")) == text_of(explain(record, "c1111111111", "en"))


def test_a_statement_tells_its_speaker_and_cue(record):
    d = record.articles[0]
    said = text_of(explain(record, statement_id(d.article, d.extraction.statements[0]), "en"))
    assert f"{OPEN}قال{CLOSE} {OPEN}وزير النقل{CLOSE}" in said
    assert "وزير النقل (named person)" in said


def test_what_is_not_in_the_record_is_none(record):
    assert explain(record, "c0000000000", "en") is None


def test_context_marks_the_words_and_keeps_to_their_sentences():
    text = "جملة أولى. هنا الكلمات المهمة اليوم. جملة ثالثة."
    start = text.index("الكلمات")
    span = Span(start, start + len("الكلمات المهمة"))
    sentences = (Span(0, 10), Span(11, 36), Span(37, len(text)))
    assert in_context(Article("a", text), sentences, (span,)) == f"هنا {OPEN}الكلمات المهمة{CLOSE} اليوم."
    assert in_context(Article("a", text), (), (span,)) == f"{OPEN}الكلمات المهمة{CLOSE}"


def test_rules_say_what_they_are():
    assert rule_says("month.year") is None or rule_says("month.year").endswith(".")
    assert rule_says("no such rule") is None


def test_why_on_the_command_line(run, ledger):
    dossier = json.loads(run("export", ledger).stdout)
    for c in dossier["commitments"]:
        said = run("why", ledger, c["id"]).stdout
        assert len(re.findall(r"Report \d+ of", said)) == len(c["history"])
        assert OPEN in said
        assert "Rule:" in said
    assert "القاعدة" in run("why", ledger, dossier["commitments"][0]["id"], "--language", "ar").stdout
    for s in dossier["statements"]:
        assert "Says so:" in run("why", ledger, s["id"]).stdout
    assert "Published: 5 January 2025 (stated)" in run("why", ledger, "one").stdout
    assert "Published: 5 January 2025 (stated)" in run("why", ledger, "on").stdout, "a beginning of a name will do"
    assert "no line 'c000'" in run("why", ledger, "c000", code=2).stderr


def test_why_of_a_removed_line_names_the_decision(run, ledger):
    line = json.loads(run("export", ledger).stdout)["commitments"][0]["id"]
    run("remove", ledger, line, "--why", "ليس تعهداً")
    assert "ليس تعهداً" in run("why", ledger, line).stdout
    run("remove", ledger, "two", "--why", "نشر بالخطأ")
    assert "نشر بالخطأ" in run("why", ledger, "two").stdout
