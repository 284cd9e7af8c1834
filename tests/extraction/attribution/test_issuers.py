"""A statement speaks for who issued it; a report, a study and a treaty for themselves."""

import pytest

from sijill.pipeline import extract
from sijill.records import Article


def who(text):
    return [(s.speaker_name, s.speaker_kind) for s in extract(Article("a", text)).statements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وذكر بيان لوزارة الداخلية أن الحدود أغلقت.", ("وزارة الداخلية", "document")),
        ("وجاء في بيان صادر عن الجيش السوري أن القوات دخلت المدينة.", ("الجيش السوري", "document")),
        ("أصدرت وزارة الصحة بيانا أكدت فيه أن اللقاح آمن. وأضاف البيان أن الحملة مستمرة.", ("وزارة الصحة", "document")),
        ("قالت شركة النيل في بيان إن الإنتاج عاد. وأوضح البيان أن المصنع يعمل.", ("شركة النيل", "document")),
        ("وأفاد تقرير البنك الدولي بأن النمو تباطأ.", ("تقرير البنك الدولي", "document")),
        ("وجاء في بيان مشترك أن الزيارة ناجحة. وأضاف البيان أن الحوار مستمر.", ("البيان", "document")),
        ("قالت شركة النيل في بيان إن الإنتاج عاد. وأوضحت الرسالة أن العقد انتهى.", ("الرسالة", "document")),
    ],
)
def test_whose_words_a_text_holds(text, expected):
    assert who(text)[-1] == expected


def test_the_last_who_issued_a_statement_is_meant():
    text = "قالت وزارة الصحة في بيان إن اللقاح آمن. وقالت شركة النيل في بيان إن الإنتاج عاد. وأضاف البيان أن المصنع يعمل."
    assert who(text)[-1] == ("شركة النيل", "document")


def test_a_statement_somebody_welcomes_is_not_his():
    text = (
        "قالت وزارة الصحة في بيان إن اللقاح آمن. ورحبت النقابة بالبيان وقالت إن التطعيم ضروري. وأضاف البيان أن الحملة مستمرة."
    )
    assert who(text)[-1] == ("وزارة الصحة", "document")
