"""What counts as crediting an outlet, in every usual form, and what does not."""

import pytest

from sijill.extraction.credits import credits
from sijill.language.document import Document
from sijill.language.lexicon import shipped
from sijill.records import Article


def credited(text):
    """The credited words and the outlet, in order."""
    return [(text[c.start : c.end], c.agency) for c in credits(Document(text), Article("a", text))]


@pytest.mark.parametrize(
    ("text", "span", "agency"),
    [
        ("وقال وزير الطاقة لرويترز إن الخط جاهز", "رويترز", "رويترز"),
        ("الخرطوم (أ ف ب) - وصل الوفد مساء أمس", "أ ف ب", "أ ف ب"),
        ("طوكيو (ا.ف.ب) - وصل الوفد مساء أمس", "ا.ف.ب", "أ ف ب"),
        ("برلين 3 مايو (د ب أ)- قالت الشركة إنها باعت المصنع", "د ب أ", "د ب أ"),
        ('نقلت وكالة "فرانس برس" عن شاهد', 'وكالة "فرانس برس"', "أ ف ب"),
        ("ذكرت وكالة الأنباء الفرنسية أن الميناء مغلق", "وكالة الأنباء الفرنسية", "أ ف ب"),
        ("وفق وكالة الأناضول الرسمية", "وكالة الأناضول الرسمية", "الأناضول"),
        ("وفقا لوكالة الأنباء الإماراتية", "وكالة الأنباء الإماراتية", "وام"),
        ("قال المدير لوكالة رويترز للأنباء إن العمل بدأ", "وكالة رويترز للأنباء", "رويترز"),
        ("دبي، الإمارات العربية المتحدة (CNN)-- افتتح المعرض", "CNN", "سي إن إن"),
        ("وصرح الناطق لشبكة سي إن إن الأميركية بأن المفاوضات جارية", "شبكة سي إن إن الأميركية", "سي إن إن"),
        ("واس – الدمام: دشن أمير المنطقة المشروع", "واس", "واس"),
        ("الرباط - المغرب اليوم\nافتتحت الحكومة المعرض", "المغرب اليوم", "المغرب اليوم"),
        ("نقلت صحيفة الوطن عن مدير المستشفى", "صحيفة الوطن", "الوطن"),
        ('نقل موقع "بوابة الجبل" عن رئيس البلدية أن السد آمن', 'موقع "بوابة الجبل', "بوابة الجبل"),
        ('أكد المصدر لـ"جبل نيوز" أن السد آمن', "جبل نيوز", "جبل نيوز"),
        ("المصدر: The Daily Example\nافتتح المعرض", "The Daily Example", "The Daily Example"),
        ("وتناقلت وكالات الأنباء الخبر", "وكالات الأنباء", "وكالات الأنباء"),
        ("نقلت الجزيرة عن شهود أن الجسر انهار", "الجزيرة", "الجزيرة"),
        ("ونقلت الأناضول عن الوزير أن المصنع أغلق", "الأناضول", "الأناضول"),
    ],
)
def test_a_credit_in_its_usual_forms(text, span, agency):
    found = credited(text)
    assert len(found) == 1
    words, name = found[0]
    assert name == agency
    assert words.strip('"') == span.strip('"')


@pytest.mark.parametrize(
    "text",
    [
        "يعيش العالم أزمة في الوقود منذ أشهر",
        "عاد اليوم إلى الوطن من رحلة في شبه الجزيرة العربية",
        "بنا العامل جدارا ووفا بوعده",
        "انتشر المقطع على موقع تويتر",
        'كتب الوزير على موقع "تويتر" أن الطريق مفتوح',
        "نزلوا تطبيق بي بي سي على هواتفكم",
        "تدرس الحكومة موقع المصنع الجديد",
        "وأضاف المصدر: لا نعلم",
        "وصل وفد صنعاء إلى الحدود",
        "سالم الكعبي - الرياض: افتتح المعرض",
    ],
)
def test_a_common_word_is_no_credit(text):
    assert credited(text) == []


def test_a_weak_name_counts_again_once_it_was_licensed():
    text = "نقلت صحيفة الأيام عن الوزير أن الجسر مغلق.\nوقال الوزير للأيام إن العمل مستمر"
    assert [a for _, a in credited(text)] == ["الأيام", "الأيام"]


def test_told_the_agency_is_the_one_credited_before():
    text = "قال شاهد لرويترز إن الجسر انهار. وذكر آخر للوكالة أنه رأى الحادث"
    assert [a for _, a in credited(text)] == ["رويترز", "رويترز"]


def test_nothing_in_furniture_is_credited():
    text = "رويترز\nافتتح المعرض"
    assert credits(Document(text, [(0, 6)]), Article("a", text)) == []


STRONG = sorted({" ".join(e.words) for e in shipped() if e.cls == "outlet"})


@pytest.mark.parametrize("name", STRONG)
def test_every_sure_name_is_credited_after_a_reporting_verb(name):
    text = f"نقلت {name} عن الوزير"
    found = credited(text)
    assert [w for w, _ in found] == [name]


@pytest.mark.parametrize("name", sorted({" ".join(e.words) for e in shipped() if e.cls == "outlet_weak"}))
def test_every_weak_name_is_credited_in_brackets_and_after_its_kind(name):
    assert len(credited(f"افتتح المعرض في المدينة الكبيرة ({name})")) == 1
    assert len(credited(f"نقلت صحيفة {name} الخبر")) == 1
