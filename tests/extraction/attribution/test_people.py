"""One name for everything a speaker is called in an article."""

import pytest

from sijill.pipeline import extract
from sijill.records import Article


def names(text):
    return [(s.speaker_name, s.speaker_kind) for s in extract(Article("a", text)).statements]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (
            "قال وزير النقل سامي الخوري إن الجسر آمن. وأضاف الخوري أن العمل انتهى.",
            [("سامي الخوري", "named_person")] * 2,
        ),
        (
            "قال سامي الخوري، وزير النقل، إن الجسر آمن. وأكد الوزير أن العمل انتهى.",
            [("سامي الخوري", "named_person")] * 2,
        ),
        (
            "قالت منظمة الأغذية العالمية إن القمح قليل. وذكرت المنظمة أن الأسعار ارتفعت.",
            [("منظمة الأغذية العالمية", "institution")] * 2,
        ),
        (
            "قال مصدر دبلوماسي غربي إن القمة تأجلت. وأوضح المصدر أن السبب مالي.",
            [("مصدر دبلوماسي غربي", "anonymous_source")] * 2,
        ),
        (
            "أعلنت مجموعة الفجر للسيارات أن المبيعات ارتفعت. وأوضحت الفجر أن الطلب قوي.",
            [("مجموعة الفجر للسيارات", "institution")] * 2,
        ),
        ("وتؤكد واشنطن أن الهدنة قائمة.", [("الولايات المتحدة", "institution")]),
        ("أعلنت وكالة الطاقة الدولية أن الطلب ارتفع.", [("وكالة الطاقة الدولية", "institution")]),
        ("أفادت وكالة رويترز بأن الطلب ارتفع.", [("وكالة رويترز", "media")]),
        ("قال المستبعدون إن القرار ظالم.", [("المستبعدون", "anonymous_source")]),
    ],
)
def test_names(text, want):
    assert names(text) == want


def test_silence_of_the_verb_carries_the_speaker_over_a_sentence():
    text = "قال سامي الخوري إن الجسر آمن. يبلغ طول الجسر ميلا. وأضاف أن العمل انتهى."
    assert names(text) == [("سامي الخوري", "named_person")] * 2


def test_who_is_quoted_inside_does_not_speak_on():
    text = "قالت الشركة إن الوزارة أكدت أن الخط آمن. وأضافت أن القطارات وصلت."
    assert names(text)[-1] == ("الشركة", "institution")


def test_nobody_speaks_before_anybody_did():
    assert names("وأضاف أن العمل انتهى.") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وقال المحلل سمير الكاتب إن السوق هادئة. وأكد الكاتب أن الطلب ضعيف.", ["سمير الكاتب", "سمير الكاتب"]),
        ("وقال يوسف الشاهد إن السوق هادئة. وأكد الشاهد أن الطلب ضعيف.", ["يوسف الشاهد", "يوسف الشاهد"]),
        ("وقالت وزيرة التربية، نوال زغبي العقاد، إن المدارس ستفتح.", ["نوال زغبي العقاد"]),
        ("وقال سامي المدير السابق إن السوق هادئة.", ["سامي"]),
        ("وأكد الشاهد أن السيارة مسرعة.", ["الشاهد"]),
        ("وقال المدير، حفظه الله، إن الزيارة ناجحة. وأضاف أن الوفد عاد.", ["المدير", "المدير"]),
    ],
)
def test_the_word_right_before_what_is_said_ends_the_name(text, names):
    assert [s.speaker_name for s in extract(Article("a", text)).statements] == names
