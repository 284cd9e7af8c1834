"""What a report tells as having happened."""

import pytest

from sijill.extraction.happenings import FEWEST, WORDS_EACH, happenings
from sijill.extraction.timex import time_mentions
from sijill.language.document import Document
from sijill.records import Span, Statement


def told(text):
    doc = Document(text)
    return [text[h.start : h.end] for h in happenings(doc, [], [], [])]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("وقّعت الشركة عقد بناء الميناء مع الوزارة.", "وقّعت الشركة عقد بناء الميناء مع الوزارة"),
        ("افتتح المحافظ الجسر الجديد أمام السيارات.", "افتتح المحافظ الجسر الجديد أمام السيارات"),
        ("ذكرت الصحيفة أن النادي تعاقد مع حارس جديد.", "النادي تعاقد مع حارس جديد"),
    ],
)
def test_a_past_verb_tells_a_happening(text, clause):
    found = told(text)
    assert any(clause in f or f in clause for f in found), found


@pytest.mark.parametrize(
    "text",
    [
        "ستوقع الشركة عقد بناء الميناء مع الوزارة.",  # the future has not happened
        "لم توقع الشركة عقد بناء الميناء مع الوزارة.",  # denied
        "مقتل سائق في حادث على الطريق السريع.",  # a headline's noun without a time
    ],
)
def test_what_is_no_happening(text):
    assert told(text) == []


def test_spans_index_the_text_and_are_few():
    text = " ".join(f"أعلنت الهيئة رقم {n} نتائج المسح الجديد في المدينة." for n in range(40))
    doc = Document(text)
    found = happenings(doc, [], [], [])
    assert 0 < len(found) <= max(FEWEST, len(doc.tokens) // WORDS_EACH)
    assert all(0 <= h.start < h.end <= len(text) for h in found)
    assert [h.start for h in found] == sorted(h.start for h in found)


def test_keys_are_content_words():
    doc = Document("وافق البرلمان على الموازنة العامة بعد نقاش طويل.")
    keys = happenings(doc, [], [], [])[0].keys
    assert "برلم" in keys or "برلمان" in keys
    assert "علي" not in keys


@pytest.mark.parametrize(
    "text",
    [
        "قال الخبير إن السوق هادئة، وقيمته ثابتة منذ سنوات طويلة في البلاد.",  # "its value", written like "valued it"
        "أشاد المدير بالفريق، ودعمه المتواصل للمشروع في كل مراحله.",  # "its support", written like "supported it"
        "المعرض من تنظيم البلدية، وزارة الثقافة وجمعيات كثيرة في المدينة.",  # "ministry", written like "and visited it"
    ],
)
def test_a_noun_that_is_written_like_a_verb_opens_no_happening(text):
    assert [t for t in told(text) if t.split()[0] not in ("قال", "أشاد")] == []


def rules(text):
    doc = Document(text)
    return {text[h.start : h.end].split()[0]: h.rule for h in happenings(doc, time_mentions(doc), [], [])}


def test_what_opens_a_sentence_is_news_unless_a_date_of_long_ago_stands_beside_it():
    lead = "التقى الوزير السفير صباح اليوم في مكتبه. وبحث الاثنان ملف الحدود. "
    assert rules(lead + "افتتح المحافظ الجسر الجديد أمام السيارات.")["افتتح"] == "happening.news"
    assert rules(lead + "وفي عام 2003 غادر الوالي المدينة. افتتح المحافظ الجسر الجديد أمام السيارات.")["افتتح"] == (
        "happening.verb"
    )


def test_why_a_speaker_stays_unnamed_is_no_happening():
    text = "قال مسؤول في الميناء، رفض ذكر اسمه لأنه غير مخول، إن السفينة وصلت مساء أمس."
    spot = text.index
    said = Statement(
        Span(spot("السفينة"), len(text) - 1), Span(0, 3), Span(4, spot("،")), reason_unnamed="رفض ذكر اسمه لأنه غير مخول"
    )
    doc = Document(text)
    with_reason = [text[h.start : h.end] for h in happenings(doc, [], [said], [])]
    assert any(t.startswith("رفض") for t in told(text))
    assert not any(t.startswith("رفض") for t in with_reason)
    assert [t for t in told(text) if not t.startswith("رفض")] == with_reason
