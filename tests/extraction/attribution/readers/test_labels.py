"""Labels give words to a speaker; datelines, lists and notes do not."""

import pytest

from sijill.pipeline import extract
from sijill.records import Article


def told(text):
    return [
        (s.speaker_name, s.cue, text[slice(*s.content)]) for s in extract(Article("a", text)).statements if s.rule == "label"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("محمود الزين: لم نتلق أي عرض رسمي", [("محمود الزين", None, "لم نتلق أي عرض رسمي")]),
        ("• وزارة الصحة: سنبدأ التطعيم الشهر المقبل.", [("وزارة الصحة", None, "سنبدأ التطعيم الشهر المقبل")]),
        ("الرئيس سليم الحداد: «نرحب بالجميع»", [("سليم الحداد", None, "نرحب بالجميع")]),
    ],
)
def test_a_label_is_a_speaker(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "بيروت: تساقطت الثلوج على المرتفعات",
        "النتيجة: ثلاثة أهداف مقابل هدف",
        "رئيس التحرير: سليم الحداد",
        "وزير المالية: سليم الحداد وسامي الخوري ونبيل العلي",
        "موعد المباراة: الساعة الثامنة",
    ],
)
def test_what_is_no_label(text):
    assert told(text) == []


def test_a_surname_alone_counts_where_the_article_knows_it():
    text = "قال المدرب سليم الحداد إن الفريق جاهز.\nالحداد: «سنلعب للفوز».\nتنبيه: «الملعب مغلق»."
    assert told(text) == [("سليم الحداد", None, "سنلعب للفوز")]


def test_what_is_reported_inside_a_label_keeps_its_chain():
    text = "محمود الزين: الوزارة أكدت أن العقد انتهى"
    found = extract(Article("a", text)).statements
    assert [(s.speaker_name, s.chain) for s in found] == [("محمود الزين", ()), ("الوزارة", ("محمود الزين",))]
