"""Verbs that take the one spoken to as their object: who speaks and who is spoken to."""

import pytest

from sijill.pipeline import extract
from sijill.records import Article


def last(text):
    """Name and content of the last statement."""
    found = extract(Article("a", text)).statements
    return (found[-1].speaker_name, text[slice(*found[-1].content)]) if found else None


HE = "قال رئيس النقابة سامي الخوري إن المفاوضات فشلت. "
SHE = "قالت رئيسة النقابة سلمى الخوري إن المفاوضات فشلت. "


@pytest.mark.parametrize(
    ("text", "name", "content"),
    [
        (HE + "وطالب الحكومة بفتح المعابر.", "سامي الخوري", "فتح المعابر"),
        (HE + "واتهم المعارضة بالتقصير.", "سامي الخوري", "التقصير"),
        (HE + "وحث الشركات على خفض الأسعار.", "سامي الخوري", "خفض الأسعار"),
        (HE + "ودعا المستثمرين إلى الصبر.", "سامي الخوري", "الصبر"),
        (SHE + "ودعت الوزير إلى الاستقالة.", "سلمى الخوري", "الاستقالة"),
        (SHE + "واتهمت المجلس بالتقصير.", "سلمى الخوري", "التقصير"),
        (HE + "وطالبت الحكومة بفتح المعابر.", "الحكومة", "فتح المعابر"),
        (SHE + "ودعا الوزير إلى الهدوء.", "الوزير", "الهدوء"),
        (HE + "ودعا الحزب إلى الهدوء.", "الحزب", "الهدوء"),
    ],
)
def test_a_noun_of_the_other_gender_is_the_one_spoken_to(text, name, content):
    assert last(text) == (name, content)


def test_nobody_speaks_where_only_the_one_spoken_to_is_named():
    assert last("واتهم المعارضة بالتقصير.") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ودعت النقابة العمال إلى الإضراب.", "النقابة"),
        ("ودعا الحزب أنصاره إلى التظاهر.", "الحزب"),
        ("وطالب الوزير السابق المحتجين بالهدوء.", "الوزير السابق"),
        ("ودعا المجلس الحكومة إلى الاستقالة.", "المجلس"),
        ("واتهم المحامي الشرطة بإخفاء الأدلة.", "المحامي"),
        ("دعت النقابة نفسها إلى الهدوء.", "النقابة نفسها"),
        ("دعا الوزير نفسه إلى الهدوء.", "الوزير نفسه"),
        ("دعت الهيئة الوطنية إلى الهدوء.", "الهيئة الوطنية"),
    ],
)
def test_a_second_noun_is_the_one_spoken_to(text, name):
    assert last(text)[0] == name


@pytest.mark.parametrize(
    ("text", "name", "content"),
    [
        ("وأشار الخوري، الذي اتهم الشركات بالتلاعب، إلى أن الأسعار سترتفع.", "الخوري", "الأسعار سترتفع"),
        ("وقال النائب الذي طالب الحكومة بالاستقالة إن الأزمة تتفاقم.", "النائب", "الأزمة تتفاقم"),
        ("وقال اللاعب الذي أكد أن الحكم أخطأ إن الفريق سيطعن.", "اللاعب", "الفريق سيطعن"),
    ],
)
def test_a_relative_clause_that_reports_stands_inside_its_subject(text, name, content):
    assert last(text) == (name, content)
