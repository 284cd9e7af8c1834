"""Slips of the pen over dates, within a report and beside others. Invented reports only."""

from datetime import date

import pytest

from sijill.pipeline import extract
from sijill.reconciliation.conflicts.slips import slips
from sijill.reconciliation.dating import place
from sijill.records import Article, Published


def found(*told):
    """What is found over articles of (day of July 2015, text)."""
    pile = [
        extract(Article("abc"[n], text, published=Published(date(2015, 7, day), date(2015, 7, day), "stated"), digest=str(n)))
        for n, (day, text) in enumerate(told)
    ]
    return slips(place(pile))


def test_yesterday_beside_the_date_of_today():
    told = "تبدأ الهدنة مساء أمس (10 شوال 1436هـ) الموافق (26 يوليو 2015م) وفق البيان."
    [conflict] = found((26, told), (25, "تبدأ الهدنة مساء يوم الأحد 26 يوليو 2015 وفق البيان."))
    assert (conflict.kind, conflict.verdict) == ("date", "error")
    assert conflict.spans[0].text.startswith("مساء أمس") or "أمس" in conflict.spans[0].text
    assert {p.article for p in conflict.spans} == {"a", "b"}


@pytest.mark.parametrize(
    "text",
    [
        "تبدأ الهدنة مساء اليوم الموافق 26 يوليو 2015 وفق البيان.",
        "تبدأ البطولة يوم الأحد الموافق 9 أغسطس وفق البيان.",  # a Sunday of another week
        "أعلن أمس في 24 يوليو فوز الفريق.",  # no apposition
    ],
)
def test_days_that_are_the_date_beside_them(text):
    assert found((26, text), (26, "تقام الحفلات في 26 يوليو 2015 و9 أغسطس 2015 و24 يوليو 2015.")) == []


def test_last_year_s_month_is_no_slip():
    assert found((26, "فرضت الدول الحصار في يوليو من العام الماضي."), (26, "وقع الحادث في يوليو 2014.")) == []
