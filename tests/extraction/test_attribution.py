"""Who says what, in how many words of whose."""

import pytest

from sijill.extraction.attribution import statements
from sijill.language.document import Document
from sijill.language.rules import rule_rows
from sijill.records import Article


def said(text):
    """The statements of a text as (content, speaker's words, kind, quote type)."""
    found = statements(Document(text), Article("a", text), [], [], [])
    return [
        (text[slice(*s.content)], text[slice(*s.speaker)] if s.speaker else None, s.speaker_kind, s.quote_type) for s in found
    ]


@pytest.mark.parametrize(
    ("text", "content", "speaker", "kind", "quote"),
    [
        (
            "قال وزير النقل سامي الخوري إن الجسر سيفتح في الربيع.",
            "الجسر سيفتح في الربيع",
            "وزير النقل سامي الخوري",
            "named_person",
            "indirect",
        ),
        ("أعلنت وزارة المياه، في بيان، أن السد امتلأ.", "السد امتلأ", "وزارة المياه", "institution", "indirect"),
        ("وقال مسؤول محلي: «لن نغلق الطريق».", "لن نغلق الطريق", "مسؤول محلي", "anonymous_official", "direct"),
        ("أكد مصدر مطلع أن الصفقة تمت.", "الصفقة تمت", "مصدر مطلع", "anonymous_source", "indirect"),
        ("ينص الاتفاق على أن تنسحب القوات خلال شهر.", "تنسحب القوات خلال شهر", "الاتفاق", "document", "indirect"),
        (
            "وكشف مصدر دبلوماسي عن اتفاق على تقاسم المياه.",
            "اتفاق على تقاسم المياه",
            "مصدر دبلوماسي",
            "anonymous_source",
            "indirect",
        ),
        (
            "ارتفع عدد المصابين إلى مئة، بحسب وزارة الصحة.",
            "ارتفع عدد المصابين إلى مئة",
            "وزارة الصحة",
            "institution",
            "indirect",
        ),
        (
            "وبحسب وزارة الصحة، ارتفع عدد المصابين إلى مئة.",
            "ارتفع عدد المصابين إلى مئة",
            "وزارة الصحة",
            "institution",
            "indirect",
        ),
        ("ويتوقع أن تهطل أمطار غزيرة.", "تهطل أمطار غزيرة", None, "unattributed", "indirect"),
    ],
)
def test_one_statement(text, content, speaker, kind, quote):
    assert said(text) == [(content, speaker, kind, quote)]


def test_a_verb_without_subject_carries_the_last_speaker():
    text = "قالت الشركة إن الخط سيعمل. وأضافت أن القطارات وصلت، مشيرة إلى أن التجارب بدأت."
    found = statements(Document(text), Article("a", text), [], [], [])
    assert [s.speaker_name for s in found] == ["الشركة"] * 3
    assert text[slice(*found[1].content)] == "القطارات وصلت"
    assert text[slice(*found[2].content)] == "التجارب بدأت"


@pytest.mark.parametrize(
    "text", ["توزع المساعدات حسب الفئة العمرية.", "يقع الجسر بين بغداد وأربيل.", "سافر الوزير إلى المدينة."]
)
def test_no_statement(text):
    assert said(text) == []


def test_silence_is_no_claim():
    text = "رفض المتحدث باسم الشركة التعليق على الأنباء."
    assert [s.act for s in statements(Document(text), Article("a", text), [], [], [])] == ["no_comment"]


def test_every_construction_is_shown_by_its_own_examples():
    for row in rule_rows("attribution"):
        shown = [line.split(";")[0] for example in row["examples"] for line in example["statements"]]
        assert row["id"] in shown, row["id"]
