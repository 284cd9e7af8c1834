"""Silence is an act of its own: who kept it, and that nothing was claimed."""

import pytest

from sijill.pipeline import extract
from sijill.records import Article


def acts(text):
    return [(s.act, s.speaker_name) for s in extract(Article("a", text)).statements]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("رفضت الشركة التعليق على الأنباء.", "الشركة"),
        ("ولم يعلق النادي على الخبر.", "النادي"),
        ("تعذر الوصول إلى وزارة المالية للحصول على رد.", "وزارة المالية"),
        ("ولم يمكن الاتصال بوزارة المالية.", "وزارة المالية"),
        ("ولم تصدر أي تعليقات عن وزارة المالية.", "وزارة المالية"),
        ("أحجمت المنظمة عن الإدلاء بأي تفاصيل.", "المنظمة"),
        ("لزمت المنظمة الصمت.", "المنظمة"),
        ("ولم تستجب المنظمة لطلب التعليق.", "المنظمة"),
    ],
)
def test_silence_is_no_claim(text, who):
    assert acts(text) == [("no_comment", who)]


@pytest.mark.parametrize(
    "text",
    [
        "التزم السائق بالسرعة المحددة.",
        "تعذر الحصول على تذاكر للمباراة.",
        "لم يرد الفريق على هدف منافسه.",
        "لم يصدر الكتاب الجديد بعد.",
    ],
)
def test_what_is_no_silence(text):
    assert "no_comment" not in [act for act, _ in acts(text)]


def test_silence_ends_what_was_being_said_before_it():
    found = extract(Article("a", "قال الوزير إن العقد سليم، وامتنعت الشركة عن التعليق.")).statements
    assert [(s.act, s.speaker_name) for s in found] == [("claim", "الوزير"), ("no_comment", "الشركة")]
