"""Names and descriptions: what is found, of what kind, and whose it is."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.extraction.actors import mentions
from sijill.extraction.credits import credits
from sijill.language.document import Document
from sijill.records import Article


def named(text):
    """The mentions as (kind, words, entity)."""
    doc = Document(text)
    return [(m.kind, m.text, m.entity) for m in mentions(doc, credits(doc, Article("a", text)))]


@pytest.mark.parametrize(
    ("text", "kind", "words", "entity"),
    [
        # countries, places, governments
        ("تقع المدينة في البرازيل", "country", "البرازيل", ""),
        ("غادر الوفد إلى الولايات المتحدة الأمريكية", "country", "الولايات المتحدة الأمريكية", "الولايات المتحدة"),
        ("ووصل المنتخب إلى للعراق", "country", "لعراق", "العراق"),
        ("سافر من أنقرة بالقطار", "place", "أنقرة", ""),
        ("أقيم المعرض في محافظة البحيرة", "place", "البحيرة", ""),
        ("أقيم المعرض في بلدة زيتا", "place", "زيتا", ""),
        ("اتفاق بين أثينا وروما", "government", "أثينا", "اليونان"),
        ("اتفاق بين أثينا وروما", "government", "روما", "إيطاليا"),
        # bodies
        ("قالت وزارة الزراعة البرازيلية", "institution", "وزارة الزراعة البرازيلية", ""),
        ("أفادت وزارة التجارة والصناعة اليونانية", "institution", "وزارة التجارة والصناعة اليونانية", ""),
        ("وقعت الحكومة النرويجية الاتفاق", "government", "الحكومة النرويجية", ""),
        ("قال بيان للبنك المركزي التشيلي", "institution", "لبنك المركزي التشيلي", "البنك المركزي التشيلي"),
        ("أعلنت الخارجية النرويجية", "institution", "الخارجية النرويجية", "وزارة الخارجية النرويجية"),
        ("نفت الخارجية الأمريكية", "institution", "الخارجية الأمريكية", "وزارة الخارجية الأميركية"),
        ("أعلنت شركة نورسك أنها", "institution", "شركة نورسك", ""),
        ('اشترت شركة "بحر الشمال" السفينة', "institution", 'شركة "بحر الشمال"', "شركة بحر الشمال"),
        ("دعت الأمم المتحدة إلى الحوار", "institution", "الأمم المتحدة", ""),
        ("وفقا لصندوق النقد", "institution", "صندوق النقد", "صندوق النقد الدولي"),
        ("قال الاتحاد السعودي لكرة القدم", "institution", "الاتحاد السعودي لكرة القدم", ""),
        ("انسحبت القوات الهولندية", "armed_group", "القوات الهولندية", ""),
        ("قالت إدارة المهرجان إن", "institution", "إدارة المهرجان", ""),
        ("قالت الإدارة النرويجية إن", "government", "الإدارة النرويجية", ""),
        # people
        ("التقى محمد عبد الرحمن المنصوري العمال", "person", "محمد عبد الرحمن المنصوري", ""),
        ("وقال الدكتور سالم الكعبي", "person", "سالم الكعبي", ""),
        ("حضر الشيخ ناصر بن راشد الحفل مساء", "person", "ناصر بن راشد", ""),
        ("أكد وزير النقل البرازيلي، كارلوس ميندونسا، أن الخط جاهز", "person", "كارلوس ميندونسا", ""),
        ("وقال وزير المالية النرويجي إيريك هانسن", "office", "وزير المالية النرويجي", "إيريك هانسن"),
        ("قالت رئيسة الوزراء النرويجية", "office", "رئيسة الوزراء النرويجية", ""),
        ("قال الأمين العام للأمم المتحدة", "office", "الأمين العام للأمم المتحدة", ""),
        ("قال الأمين العام للأمم المتحدة", "institution", "لأمم المتحدة", "الأمم المتحدة"),
        ("قال المتحدث باسم وزارة الصحة النرويجية", "office", "المتحدث باسم وزارة الصحة النرويجية", ""),
        ("وصل الأمير راشد القاسم بن ناصر", "person", "راشد القاسم بن ناصر", ""),
        ("قال أبو سالم الكعبي", "person", "أبو سالم الكعبي", ""),
        ("قالت الفنانة النرويجية سارة هانسن", "person", "سارة هانسن", ""),
        ("قال عمر حسن الطيب", "person", "عمر حسن الطيب", ""),
        ("دشن أمير منطقة تبوك المشروع", "office", "أمير منطقة تبوك", ""),
        ("دعت #الأمم_المتحدة إلى الحوار", "institution", "الأمم_المتحدة", "الأمم المتحدة"),
        ("وقال #محمد_المنصوري إن العمل بدأ", "person", "محمد_المنصوري", "محمد المنصوري"),
        ("قال الدكتور سالم أبو راس إن", "person", "سالم أبو راس", ""),
        ("وقعت مع شركة سيلما الفرنسية للقيام بالعمل", "institution", "شركة سيلما الفرنسية", ""),
        ("قالت الشركة النرويجية للكهرباء", "institution", "الشركة النرويجية للكهرباء", ""),
        # the unnamed
        ("قال متحدث باسم وزارة الصحة النرويجية", "people", "متحدث باسم وزارة الصحة النرويجية", ""),
        ("نقلت عن مسؤول نرويجي", "people", "مسؤول نرويجي", ""),
        ("قال مصدر دبلوماسي في السفارة النرويجية", "people", "مصدر دبلوماسي في السفارة النرويجية", ""),
        # media
        ("وقال المدير لرويترز", "media", "رويترز", ""),
    ],
)
def test_a_name_is_found_with_its_kind_and_entity(text, kind, words, entity):
    assert (kind, words, entity or words) in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "قال إنه مالي الأصل ودرس الشأن المالي",
        "بعد صلاة المغرب بدأ الاحتفال",
        "حضر علي غير موعد وجلس على الكرسي",
        "جميل أن نرى صورا في العين",
        "دخل الجوف ماء كثير وخرج من الباب",
        "رئيس قوي وحكيم",
        "كان أمين الصندوق سعيدا",
        "أنا سعيدة بما جرى",
        "سيطرح المشروع في مدينة كبرى وبلدة صغيرة",
        "وشدد على أهمية الحوار ردا على الوزير على الفور",
        "يحب حمزة المزاح",
        "قالت محامية الشابة المدعية إن الحكم ظالم",
        "وكان أنس قد حضر",
        "خففت الحركة المرورية في الطريق",
    ],
)
def test_common_words_are_no_people_and_no_places(text):
    assert [m for m in named(text) if m[0] in ("person", "place", "country", "government")] == []


def test_a_surname_alone_is_the_person_named_before():
    text = "قال مدير المصنع كارلوس ميندونسا إن العمل بدأ.\nوأضاف ميندونسا أن المرحلة الثانية قريبة.\nوسئل عن رد لميندونسا"
    people = [m for m in named(text) if m[0] == "person"]
    assert [e for _, _, e in people] == ["كارلوس ميندونسا"] * 3


def test_a_surname_that_is_a_nationality_needs_a_verb_of_saying():
    text = "قال الدكتور محمد المصري إن الدواء آمن. وسجل الاقتصاد المصري نموا"
    assert [w for k, w, _ in named(text) if k == "person"] == ["محمد المصري"]


def test_an_office_is_its_holders_where_the_article_joins_them():
    text = "وقع وزير المالية النرويجي إيريك هانسن الاتفاق.\nوقال وزير المالية النرويجي إن المال جاهز"
    offices = [e for k, _, e in named(text) if k == "office"]
    assert offices == ["إيريك هانسن", "إيريك هانسن"]


def test_an_office_in_apposition_after_the_name():
    text = "قال إيريك هانسن، وزير المالية النرويجي، إن المال جاهز"
    assert ("office", "وزير المالية النرويجي", "إيريك هانسن") in named(text)


def test_an_unnamed_holder_is_nobody_of_the_article():
    text = "قال المتحدث باسم الجيش النرويجي إيريك هانسن إن السفينة غرقت.\nوقال متحدث باسم الجيش السويدي إن البحث بدأ"
    assert ("people", "متحدث باسم الجيش السويدي", "متحدث باسم الجيش السويدي") in named(text)


def test_a_bare_form_of_office_belongs_to_each_name_after_it():
    text = "وصل الأمير راشد القاسم. وبعده الأمير سالم الكعبي"
    assert [e for k, _, e in named(text) if k == "office"] == ["راشد القاسم", "سالم الكعبي"]


def test_of_two_bearers_of_a_surname_the_one_named_last_is_meant():
    text = "قال كارلوس ميندونسا إن العمل بدأ. وقالت ماريا ميندونسا إنه تأخر. وأضافت ميندونسا أنها قلقة"
    assert [e for k, _, e in named(text) if k == "person"][-1] == "ماريا ميندونسا"


@pytest.mark.parametrize(
    "text",
    [
        "المحاور الرئيسة للمشروع",
        "قوات بقيادة السعودية",
        "المدافع الرشاشة الثقيلة",
        "سافر إلى مكة ثم جدة وجدة",
        "ارتدى اللاعب قميص النادي",
        "الوفد برئاسة السعودية",
    ],
)
def test_what_looks_like_an_office_or_a_body_and_is_none(text):
    assert [m for m in named(text) if m[0] in ("office", "institution", "person")] == []


def test_the_organization_is_the_one_spoken_of():
    text = "قالت منظمة الصحة العالمية إن اللقاح جاهز.\nوأضافت المنظمة أنها سترسله"
    assert ("institution", "المنظمة", "منظمة الصحة العالمية") in named(text)


def test_a_body_without_its_country_is_the_one_body_that_has_it():
    text = "أعلنت وزارة الزراعة البرازيلية الخطة.\nوقالت وزارة الزراعة إن التنفيذ قريب"
    assert [e for k, _, e in named(text) if k == "institution"] == ["وزارة الزراعة البرازيلية"] * 2


def test_two_bodies_of_one_name_stay_apart():
    text = "أعلنت وزارة الزراعة البرازيلية ووزارة الزراعة التشيلية الخطة.\nوقالت وزارة الزراعة إن التنفيذ قريب"
    assert named(text)[-1][2] == "وزارة الزراعة"


def test_the_longer_name_of_one_person_is_kept():
    text = "قال كارلوس ميندونسا إن العمل بدأ.\nوحضر كارلوس ألبرتو ميندونسا الحفل"
    assert {e for k, _, e in named(text) if k == "person"} == {"كارلوس ألبرتو ميندونسا"}


PARTS = (
    "قال وزير الخارجية البرازيلي ، محمد بن عبد الله المصري في بغداد وواشنطن إن مدينة البحيرة شركة بنك المركزي "
    'رئيس المنظمة أبو علي السيد " ( ) . : المتحدث باسم مصدر مسؤول لرويترز للأمم المتحدة بين 12 CNN'
)
WORDS = st.sampled_from(PARTS.split())


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=30))
def test_mentions_lie_in_the_text_in_order_and_only_offices_hold_others(parts):
    text = " ".join(parts)
    doc = Document(text)
    found = mentions(doc, credits(doc, Article("a", text)))
    assert found == sorted(found, key=lambda m: (m.start, -m.end, m.kind))
    for m in found:
        assert text[m.start : m.end] == m.text
        assert m.text.strip()
        assert m.entity
    for a, b in pairwise(found):
        assert b.start >= a.end or a.kind in ("office", "people") or b.kind == "media" or a.kind == "media"


@pytest.mark.parametrize("text", ["", " ", "\n\n", "محمد", "وزير", "لـ", "الدكتور", "بين", "باسم", 'شركة "', "عبد", "أبو"])
def test_a_fragment_is_no_trouble(text):
    named(text)
