"""What an undertaking is called."""

from datetime import date

import pytest

from sijill.pipeline import build
from sijill.records import Article, Published


def titles(text):
    day = date(2025, 3, 3)
    article = Article("a", text, published=Published(day, day, "stated"), digest="a")
    return [c.title_ar for c in build([article]).commitments]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("قالت الوزارة إن المرحلة الأولى من المشروع ستنتهي بحلول نهاية يونيو 2026.", "انتهاء المرحلة الأولى من المشروع"),
        ("من المقرر تسليم الملعب الجديد للاتحاد في مايو 2026.", "تسليم الملعب الجديد للاتحاد"),
    ],
)
def test_a_title_names_act_and_matter_and_no_time(text, title):
    assert title in titles(text)


def test_no_title_holds_a_date():
    (title, *_) = titles("من المقرر افتتاح الجسر المعلق في ديسمبر 2026.")
    assert "2026" not in title
    assert "ديسمبر" not in title
