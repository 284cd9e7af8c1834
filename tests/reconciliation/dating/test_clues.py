"""What a report's own words say of its day. Invented reports only."""

from datetime import date

import pytest

from sijill.pipeline import extract
from sijill.reconciliation.dating.clues import rhythms, seasons, todays
from sijill.records import Article

FIRST, LAST = date(2031, 1, 1), date(2031, 12, 31)


def read(text):
    return extract(Article("a", text))


def named(text):
    return [(c.earliest, c.latest) for c in seasons(read(text), FIRST, LAST) if c.weight > 0.7]


def test_a_past_day_without_a_year_lies_just_behind():
    found = named("وقع الطرفان الاتفاق في 17 أبريل الماضي.")
    assert (date(2031, 4, 18), date(2031, 6, 1)) in found


def test_a_coming_day_without_a_year_lies_just_ahead():
    found = named("من المقرر أن يبدأ العمل في 20 يونيو المقبل.")
    assert any(a <= date(2031, 6, 1) <= b < date(2031, 6, 20) for a, b in found)


def test_a_day_with_its_year_is_no_season():
    assert named("وقع الطرفان الاتفاق في 17 أبريل 2031.") == []


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("قال الوزير اليوم الاثنين إن العمل بدأ.", 1),
        ("أعلنت الشركة، الخميس، بدء العمل.", 4),
        ("ستبدأ الشركة العمل يوم الخميس.", 4),
    ],
)
def test_the_weekday_that_a_report_names_is_its_likeliest(text, weekday):
    x = read(text)
    [rhythm] = rhythms(x, todays(x))
    assert rhythm.weekday == weekday
    assert sum(rhythm.shares) == pytest.approx(1)
    assert rhythm.shares[weekday - 1] == max(rhythm.shares)


def test_weekdays_further_down_say_less_than_those_of_the_opening():
    opening = "أعلنت الشركة، الخميس، بدء العمل في الميناء. وشكرت العمال. ودعت الناس إلى الحفل."
    below = "بدأ العمل في الميناء. وشكرت الشركة العمال. وكانت أعلنت موعده، الخميس، في بيان."
    one, other = ([max(r.shares) * r.weight for r in rhythms(x, todays(x))] for x in (read(opening), read(below)))
    assert one[0] > other[0]


def test_no_weekday_no_rhythm():
    x = read("بدأ العمل في الميناء وشكرت الشركة العمال.")
    assert rhythms(x, todays(x)) == []
