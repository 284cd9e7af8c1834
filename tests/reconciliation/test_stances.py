"""Where a speaker's line hardened, softened or turned."""

from datetime import date

import pytest

from sijill.pipeline import build, turns
from sijill.records import Article, Published


def moved(*said, entities=True):
    pile = [
        Article(f"a{n}", text, "ن", published=Published(day, day, "stated"), digest=f"{n}")
        for n, (day, text) in enumerate((date(2025, 1, 1 + k), t) for k, t in enumerate(said))
    ]
    record = build(pile)
    return [(t.speaker, t.way, t.factuality, t.later_factuality) for t in turns(record.articles, record.entities)]


@pytest.mark.parametrize(
    ("first", "then", "way"),
    [
        (
            "نفت وزارة النقل إغلاق جسر الميناء القديم أمام الشاحنات.",
            "أكدت وزارة النقل إغلاق جسر الميناء القديم أمام الشاحنات.",
            ("وزارة النقل", "turned", "denied", "asserted"),
        ),
        (
            "قالت وزارة النقل إن جسر الميناء القديم قد يغلق أمام الشاحنات.",
            "قالت وزارة النقل إن جسر الميناء القديم سيغلق أمام الشاحنات.",
            ("وزارة النقل", "hardened", "possible", "planned"),
        ),
        (
            "قالت وزارة النقل إن جسر الميناء القديم سيغلق أمام الشاحنات.",
            "قالت وزارة النقل إن جسر الميناء القديم ربما يغلق أمام الشاحنات.",
            ("وزارة النقل", "softened", "planned", "possible"),
        ),
    ],
)
def test_a_line_that_moved(first, then, way):
    assert moved(first, then) == [way]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("قالت وزارة النقل إن جسر الميناء سيغلق غدا.", "قالت وزارة النقل إن جسر الميناء سيغلق بعد غد."),
        ("نفت وزارة النقل إغلاق جسر الميناء القديم.", "قالت وزارة النقل إن أسعار الوقود ارتفعت كثيرا هذا العام."),
        ("نفت وزارة النقل إغلاق جسر الميناء القديم أمام الشاحنات.", "أكد النائب إغلاق جسر الميناء القديم أمام الشاحنات."),
        ("نفت وزارة النقل إغلاق جسر الميناء.", "رفضت وزارة النقل التعليق على إغلاق جسر الميناء."),
    ],
)
def test_what_is_no_move(first, then):
    assert moved(first, then) == []


def test_on_one_day_nothing_moves():
    text = "نفت وزارة النقل إغلاق جسر الميناء القديم. وأكدت وزارة النقل إغلاق جسر الميناء القديم."
    assert moved(text) == []


def test_a_speaker_is_one_under_all_names():
    first = "نفى وزير النقل محمد سالم الحداد إغلاق جسر الميناء القديم أمام الشاحنات."
    then = "أكد محمد الحداد إغلاق جسر الميناء القديم أمام الشاحنات."
    assert [way for _, way, _, _ in moved(first, then)] == ["turned"]


def test_each_statement_is_held_against_the_latest_before_it():
    said = [
        "قالت وزارة النقل إن جسر الميناء القديم قد يغلق أمام الشاحنات.",
        "قالت وزارة النقل إن جسر الميناء القديم سيغلق أمام الشاحنات.",
        "نفت وزارة النقل إغلاق جسر الميناء القديم أمام الشاحنات.",
    ]
    assert [way for _, way, _, _ in moved(*said)] == ["hardened", "turned"]
