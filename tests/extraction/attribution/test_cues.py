"""Which words report, and as what."""

import pytest

from sijill.extraction.attribution.cues import cues
from sijill.extraction.attribution.scene import Scene
from sijill.language.document import Document
from sijill.language.lexicon import lexicon


def found(text):
    doc = Document(text)
    return [(doc.tokens.raw(c.i, c.j), c.sort, c.force) for c in cues(Scene(doc, [], [], []))]


@pytest.mark.parametrize(
    ("text", "word", "sort", "force"),
    [
        ("قال المدير", "قال", "verb", "say"),
        ("وقالت المديرة", "وقالت", "verb", "say"),
        ("سيقولون الحقيقة", "سيقولون", "verb", "say"),
        ("نفت الشركة", "نفت", "verb", "deny"),
        ("ينص الاتفاق", "ينص", "verb", "rule"),
        ("مشيرا إلى", "مشيرا", "participle", "point"),
        ("لافتة إلى", "لافتة", "participle", "point"),
        ("وفقا لما", "وفقا لما", "accord", "accord"),
        ("على حد قوله", "على حد قوله", "accord", "accord"),
        ("نقلا عن", "نقلا عن", "relay", "relay"),
        ("بموجب الاتفاق", "بموجب", "text", "text"),
        ("من المقرر أن", "من المقرر", "impersonal", "plan"),
        ("من المتوقع أن", "من المتوقع", "impersonal", "expect"),
        ("يذكر أن", "يذكر", "impersonal", "say"),
        ("يتوقع أن", "يتوقع", "impersonal", "expect"),
    ],
)
def test_a_cue(text, word, sort, force):
    assert found(text)[0] == (word, sort, force)


@pytest.mark.parametrize(
    "text",
    [
        "سجلت حالات مؤكدة",  # an adjective
        "وصل إلى عدن أمس",  # a place that looks like a verb
        "نقول ذلك",  # the first person quotes nobody
        "أعتقد ذلك",
        "إضافة إلى ذلك",  # a noun like a verb with a pronoun
        "قتل أمس",
    ],
)
def test_no_cue(text):
    assert found(text) == []


def test_words_about_anonymity_report_nothing():
    assert [c[0] for c in found("قال مسؤول طلب عدم الكشف عن اسمه")] == ["قال"]


def test_a_negated_verb_is_marked():
    doc = Document("لم يستبعد الوزير")
    assert [c.negated for c in cues(Scene(doc, [], [], []))] == [True]


@pytest.mark.parametrize("cls", ["say", "saying", "say_noun", "accord"])
def test_every_row_says_what_it_does(cls):
    for entry in lexicon().entries(cls):
        assert entry.row["force"], entry.words


def test_what_leads_into_contents_is_of_the_known_kinds():
    kinds = {"that", "quote", "noun", "about", "by", "to", "on", "of", "for", "in", "blame"}
    kinds |= {f"{k}_that" for k in ("by", "to", "on", "in", "of")}
    for entry in lexicon().entries("say"):
        assert set(entry.row["takes"].split()) <= kinds, entry.value
