"""One thing counted differently, and what is not one thing. Invented reports only."""

from datetime import date

import pytest

from sijill.pipeline import extract
from sijill.reconciliation.conflicts.numbers import number_conflicts
from sijill.reconciliation.dating import place
from sijill.records import Article, Published


def found(*told):
    """(verdict, note) of what is found over articles of (day, text)."""
    pile = [
        extract(Article("abc"[n], text, published=Published(day, day, "stated"), digest=str(n)))
        for n, (day, text) in enumerate(told)
    ]
    return [(c.verdict, c.note) for c in number_conflicts(place(pile))]


FIRST, SECOND = date(2024, 5, 1), date(2024, 5, 2)


def test_two_counts_of_one_thing_on_one_day():
    told = "شارك في مسيرة عمال الميناء {} عامل بحسب النقابة."
    assert found((FIRST, told.format("ألف")), (FIRST, told.format("خمسمئة")))[0][0] == "contradiction"


def test_another_value_months_later_is_news():
    told = "بلغ عدد الموظفين في شركة الميناء الوطنية {} موظف بحسب الإدارة."
    [(verdict, _)] = found((FIRST, told.format("1200")), (date(2024, 9, 1), told.format("1500")))
    assert verdict == "update"


def test_children_are_not_persons():
    told = "أدى انهيار سقف السوق القديم إلى مقتل {} بحسب الدفاع المدني."
    assert found((FIRST, told.format("50 شخصا")), (FIRST, told.format("20 طفلا"))) == []
    assert found((FIRST, told.format("50 شخصا")), (FIRST, told.format("30 ضحية"))) != []


@pytest.mark.parametrize("pair", [("4", "5"), ("15", "19")])
def test_bare_numbers_of_a_table_are_no_conflict(pair):
    rows = [f"- نادي الميناء الرياضي {n} ن" for n in pair]
    assert found((FIRST, rows[0]), (SECOND, rows[1])) == []
