"""Which words name the speaker, and what kind of speaker."""

import pytest

from sijill.extraction.attribution import statements
from sijill.extraction.attribution.scene import Scene
from sijill.extraction.attribution.sources import Source, after, before, kind_of
from sijill.language.document import Document
from sijill.records import Article


def speaker(text):
    found = statements(Document(text), Article("a", text), [], [], [])
    return text[slice(*found[0].speaker)] if found and found[0].speaker else None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("قال وزير النقل اللبناني، سامي الخوري، إن الجسر آمن.", "وزير النقل اللبناني، سامي الخوري"),
        ("قال سامي الخوري، وزير النقل اللبناني، إن الجسر آمن.", "سامي الخوري، وزير النقل اللبناني"),
        ("قالت وزارة النقل في بيان إن الجسر آمن.", "وزارة النقل"),
        ("وأعلنت، في بيان، وزارة النقل أن الجسر آمن.", "وزارة النقل"),
        ("وقال في مؤتمر صحفي، المدير إن الجسر آمن.", "المدير"),
        ("قالت المتحدثة باسم الوزارة إن الجسر آمن.", "المتحدثة باسم الوزارة"),
        ("قال المصدر، الذي طلب حجب اسمه، إن الجسر آمن.", "المصدر"),
        ("قالت الشركة وهي الأكبر في البلاد إن الجسر آمن.", "الشركة"),
        ("قال مسؤول كبير في الوزارة إن الجسر آمن.", "مسؤول كبير في الوزارة"),
        ("قال المدير بدوره إن الجسر آمن.", "المدير"),
        ("قال المدير على هامش المعرض إن الجسر آمن.", "المدير"),
        ('قالت صحيفة "الميزان" المقربة من الحكومة إن الجسر آمن.', 'صحيفة "الميزان" المقربة من الحكومة'),
        ("وكانت الشركة قد أعلنت أن الجسر آمن.", "الشركة"),
        ("وطالب الصندوق، البنك المركزي، بخفض الفائدة.", "الصندوق"),
        ("قال المدير (55 عاما) إن الجسر آمن.", "المدير (55 عاما)"),
        ("وقال محمد علي إن الجسر آمن.", "محمد علي"),
        ("انهار الجسر، بحسب المدير.", "المدير"),
        ("انهار الجسر، وفقا للشركة.", "لشركة"),
    ],
)
def test_the_speaker_words(text, words):
    assert speaker(text) == words


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("وزير النقل", "title"),
        ("مسؤول محلي", "anonymous_official"),
        ("مصدر مطلع", "anonymous_source"),
        ("مصدر مسؤول", "anonymous_official"),
        ("أحد المصادر", "anonymous_source"),
        ("بعض المسؤولين", "anonymous_official"),
        ("شهود عيان", "anonymous_source"),
        ("وزارة الصحة", "institution"),
        ("تقرير أممي", "document"),
        ("آخر إحصائيات الوزارة", "document"),
        ("صحيفة الميزان", "media"),
        ("مالك الشركة", ""),
        ("ستيفن منوتشين", ""),
    ],
)
def test_the_kind_comes_from_the_head(text, kind):
    doc = Document(text)
    assert kind_of(Scene(doc, [], [], []), Source(0, len(doc.tokens))) == kind


def test_nothing_is_named_after_a_preposition():
    scene = Scene(Document("إلى المدينة"), [], [], [])
    assert after(scene, 0, 2) is None


def test_a_subject_may_stand_before_its_verb():
    doc = Document("لكن الشركة")
    assert before(Scene(doc, [], [], []), 0, 2) == Source(1, 2)


def test_no_subject_is_seen_in_a_long_run_of_words():
    doc = Document("الكلمة " * 40)
    assert before(Scene(doc, [], [], []), 0, 40) is None
