"""Reprints, edited reprints, shared passages, retold wires; origins. Invented reports only."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.pipeline import extract
from sijill.reading.chrome import chrome
from sijill.reconciliation.reprints import origins, reprints
from sijill.reconciliation.shingles import likenesses
from sijill.records import Article, Dated, Published

LEAD = "أعلنت هيئة السكك الحديدية في بيان أصدرته مساء الاثنين تأجيل تشغيل قطار الساحل السريع إلى ربيع العام المقبل. "
CAUSE = "وعزت الهيئة التأجيل إلى تأخر وصول عربات القطار من المصنع وإلى نقص في عدد السائقين المدربين على نظام الإشارات الجديد. "
COST = "وكانت كلفة المشروع الذي يمتد على طول 340 كيلومترا قد ارتفعت من مليارين إلى ثلاثة مليارات دينار خلال أربع سنوات. "
QUOTE = 'وقال مدير الهيئة حسان الرفاعي "لن نغامر بسلامة الركاب من أجل موعد كتبناه على الورق قبل أعوام من بدء العمل". '
VIEW = "ورأى خبراء في النقل أن الموعد الجديد متفائل هو الآخر لأن التجارب تحتاج إلى تسعة أشهر على الأقل. "
OWN = "وشهدت محطة الميناء احتجاجا لأصحاب المتاجر الذين استأجروا محالهم منذ عامين في انتظار المسافرين. "
FAR = "فاز فريق المدينة على ضيفه بثلاثة أهداف في مباراة حضرها عشرون ألف متفرج وسط أجواء ماطرة. "


def dated(*texts):
    return [Dated(extract(Article(name=f"a{n}", text=text, chrome=chrome(text))), Published()) for n, text in enumerate(texts)]


def relations(*texts):
    return {(r.a, r.b): r.relation for r in reprints(dated(*texts))}


def test_the_same_text_under_spelling_variants():
    respelt = (LEAD + CAUSE + COST).replace("أ", "ا").replace("ة", "ه").replace("340", "٣٤٠")
    assert relations(LEAD + CAUSE + COST, respelt) == {("a0", "a1"): "same_text"}


def test_an_edited_reprint():
    assert relations(LEAD + CAUSE + COST + VIEW, OWN + LEAD + CAUSE + COST) == {("a0", "a1"): "edited"}


def test_one_quotation_in_two_reports_is_a_shared_passage_and_no_common_origin():
    pile = dated(LEAD + QUOTE + COST * 1, FAR + OWN + QUOTE)
    pairs = reprints(pile)
    assert [(r.relation) for r in pairs] == ["shares_passages"]
    assert origins(pile, pairs) == []


def test_two_reports_of_one_thing_in_their_own_words_are_independent():
    other = "قال مصدر في وزارة النقل إن قطار الساحل لن يعمل هذا العام كما وعدت الوزارة، ولم يحدد المصدر موعدا جديدا."
    assert relations(LEAD + CAUSE, other) == {}


RENDERED = [
    (
        "قالت الشركة المشغلة للمنجم إن الإنتاج سيستأنف في مارس بعد إصلاح النفق الرئيسي.",
        "وذكرت الشركة التي تشغل المنجم أن استئناف الإنتاج سيكون في مارس عقب إصلاح النفق الرئيسي.",
    ),
    (
        "ويوظف المنجم 1200 عامل في ولاية الجنوب، منهم 300 من القرى المجاورة.",
        "ويعمل في المنجم 1200 شخص بولاية الجنوب، بينهم 300 من القرى المجاورة له.",
    ),
    (
        "وتوقع محللون في لندن أن يرتفع سعر النحاس خلال الربع الثاني بسبب التوقف.",
        "ويرجح محللون في لندن ارتفاع سعر النحاس في الربع الثاني نتيجة هذا التوقف.",
    ),
    (
        "وانهار جزء من النفق في يناير بعد أمطار غزيرة أودت بحياة أربعة عمال.",
        "وكان جزء من النفق قد انهار في يناير إثر أمطار غزيرة ما أودى بحياة أربعة من العمال.",
    ),
    (
        "وتملك الحكومة 20 بالمئة من أسهم الشركة وتطالب بتحقيق مستقل في الحادث.",
        "وللحكومة حصة 20 بالمئة في أسهم الشركة، وهي تطالب بإجراء تحقيق مستقل في الحادث.",
    ),
    (
        "وامتنعت النقابة عن التعليق قبل اجتماع مجلسها يوم الخميس في العاصمة.",
        "ورفضت النقابة التعليق قبل أن يجتمع مجلسها الخميس في العاصمة.",
    ),
]


def test_one_wire_in_two_translations_has_one_origin():
    first, second = ("\n".join(side) for side in zip(*RENDERED, strict=True))
    pile = dated(first, second, FAR + OWN)
    pairs = reprints(pile)
    assert [(r.a, r.b, r.relation) for r in pairs] == [("a0", "a1", "shares_passages")]
    assert origins(pile, pairs) == [("a0", "a1")]


def test_origins_join_along_chains():
    pile = dated(LEAD + CAUSE + COST + QUOTE, CAUSE + COST + QUOTE + OWN, COST + QUOTE + OWN + VIEW, FAR)
    assert origins(pile, reprints(pile)) == [("a0", "a1", "a2")]


def test_page_furniture_is_not_compared():
    notice = "\nالتعليقات\n" + "شكرا لكم على هذا الخبر الذي انتظرناه طويلا ونتمنى أن يفي المسؤولون بوعدهم هذه المرة.\n" * 2
    assert relations(LEAD + CAUSE + "\n" + OWN + notice, FAR + VIEW + "\n" + COST + notice) == {}


@settings(max_examples=30, deadline=None)
@given(st.permutations([LEAD + CAUSE + COST, CAUSE + COST + QUOTE, QUOTE + VIEW + OWN, FAR]))
def test_the_order_of_the_pile_does_not_matter(texts):
    order = {text: f"t{n}" for n, text in enumerate(sorted(texts))}
    pile = [Dated(extract(Article(name=order[t], text=t)), Published()) for t in texts]
    found = {(r.a, r.b, r.relation, r.containment) for r in reprints(pile)}
    again = sorted(pile, key=lambda d: d.article.name)
    assert found == {(r.a, r.b, r.relation, r.containment) for r in reprints(again)}


@pytest.mark.parametrize("text", ["", "كلمة", "كلمة واحدة. كلمة واحدة.", "\n\n"])
def test_hardly_any_text_is_like_nothing(text):
    assert likenesses([d.extraction for d in dated(text, text)]) == [] or len(text) > 5
