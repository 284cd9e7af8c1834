"""Figures of one thing over articles, and where they disagree."""

from datetime import date

import pytest

from sijill.pipeline import build
from sijill.records import Article, Published


def pile(*told):
    """Articles of (day, text), named a, b, c ..."""
    return [
        Article("abcdefgh"[n], text, published=Published(date(2024, 5, day), date(2024, 5, day), "stated"), digest=str(n))
        for n, (day, text) in enumerate(told)
    ]


def numbers(record):
    return [(c.verdict, [s.article for s in c.spans]) for c in record.conflicts if c.kind == "number"]


def test_one_thing_in_differing_words_is_one_series():
    record = build(
        pile(
            (1, "قال المستشفى إن السيول أودت بحياة 15 شخصا في الوادي."),
            (3, "ارتفع عدد قتلى السيول في الوادي إلى 27 قتيلا."),
        )
    )
    (found,) = record.series
    assert [(p.article, p.low) for p in found.points] == [("a", 15), ("b", 27)]
    assert numbers(record) == [("update", ["a", "b"])]


def test_two_tolls_of_one_day_contradict():
    record = build(
        pile(
            (1, "قالت الشرطة إن انهيار الجسر أدى إلى مقتل 25 شخصا."),
            (1, "أعلن الدفاع المدني مقتل 21 شخصا في انهيار الجسر."),
        )
    )
    assert numbers(record) == [("contradiction", ["a", "b"])]


def test_round_and_exact_refine():
    record = build(
        pile(
            (1, "شريحة القرض للمغرب قيمتها ملياري دولار."),
            (4, "وافق البنك على شريحة القرض للمغرب بقيمة 2.02 مليار دولار."),
        )
    )
    assert numbers(record) == [("refinement", ["a", "b"])]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("أدى انهيار الجسر إلى مقتل 25 شخصا.", "أدى انهيار الجسر إلى جرح 40 شخصا."),
        ("سجلت الوزارة 3 إصابات جديدة بالحمى.", "سجلت الوزارة 7 إصابات جديدة بالحمى."),
        ("خفض العجز إلى 4 بالمئة هذا العام.", "فشلت 9 حكومات في خفض العجز هذا العام."),
        ("طول الجسر 300 متر في المدينة.", "طول النفق 20 مترا في المدينة."),
    ],
)
def test_different_things_are_no_conflict(one, two):
    assert numbers(build(pile((1, one), (1, two)))) == []


def test_the_same_value_is_a_series_and_no_conflict():
    record = build(pile((1, "يسكن المدينة مليون نسمة."), (9, "يسكن المدينة مليون نسمة.")))
    assert len(record.series) == 1
    assert numbers(record) == []


def test_about_and_exact_are_a_refinement_of_little_weight():
    record = build(pile((1, "يسكن المدينة نحو مليون نسمة."), (9, "يسكن المدينة مليون نسمة.")))
    assert numbers(record) == [("refinement", ["a", "b"])]
    assert record.conflicts[0].weight < 0.4


def test_two_places_are_two_things():
    assert numbers(build(pile((1, "بلغ التضخم في مصر 13.3 بالمئة."), (2, "بلغ التضخم في تونس 7.7 بالمئة.")))) == []


def test_one_article_gives_a_series_one_value():
    text = "طول الخط الأول 20 كيلومترا. وطول الخط الثاني 30 كيلومترا."
    assert build(pile((1, text))).series == ()


def test_the_stale_figure_that_everybody_copies_is_one_voice():
    copied = "ويعيش في المخيم 30 ألف لاجئ بحسب تقديرات قديمة."
    (found,) = build(pile((1, copied), (5, copied), (9, copied), (9, "يضم المخيم الآن 34 ألف لاجئ."))).series
    assert (len(found.points), found.voices) == (4, 2)


def test_two_bounds_of_one_day_are_two_reckonings():
    record = build(
        pile(
            (1, "قتل في انهيار الجسر ما لا يقل عن 25 شخصا."),
            (1, "قتل في انهيار الجسر ما لا يقل عن 21 شخصا."),
        )
    )
    assert numbers(record) == [("contradiction", ["a", "b"])]


def test_tolls_months_apart_are_of_two_events():
    told = [Article(n, f"قتل في انهيار الجسر {v} شخصا.", published=Published(d, d, "stated"), digest=n) for n, v, d in (
        ("a", 25, date(2024, 1, 1)), ("b", 31, date(2024, 6, 1)),
    )]  # fmt: skip
    assert build(told).series == ()
