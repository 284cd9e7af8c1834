"""Units, weeks and parts of a period as intervals of days; the Umm al-Qura calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.language import calendars as cal

settings.register_profile("shared", deadline=None, derandomize=True)  # the machine may be busy
settings.load_profile("shared")
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
UNITS = st.sampled_from(["D", "W", "M", "Q", "H", "Y", "DE", "CE"])
PARTS = st.sampled_from(["start", "early", "mid", "late", "end"])


@given(DAYS, UNITS)
def test_a_unit_holds_its_day_and_has_one_name(day, unit):
    first, last = cal.holding(unit, day)
    assert first <= day <= last
    assert cal.holding(unit, first) == cal.holding(unit, last) == (first, last)


@given(DAYS, UNITS)
def test_units_follow_without_a_gap(day, unit):
    _, last = cal.holding(unit, day)
    following = cal.holding(unit, last + timedelta(days=1))
    assert following.first == last + timedelta(days=1)


@given(DAYS, UNITS, PARTS)
def test_a_part_lies_inside_its_whole(day, unit, code):
    whole = cal.holding(unit, day)
    first, last = cal.part(code, unit, whole)
    assert whole.first <= first <= last <= whole.last


@given(DAYS, st.sampled_from(["D", "W"]), st.integers(-500, 500))
def test_days_and_weeks_move_back_again(day, unit, count):
    assert cal.moved(cal.moved(day, unit, count), unit, -count) == day


@given(DAYS, st.integers(-500, 500))
def test_a_moved_month_is_that_many_months_off(day, count):
    there = cal.moved(day, "M", count)
    assert (there.year - day.year) * 12 + there.month - day.month == count
    assert there.day <= day.day


@pytest.mark.parametrize(
    ("code", "unit", "of", "first", "last"),
    [
        ("start", "M", date(2018, 2, 9), "2018-02-01", "2018-02-10"),
        ("mid", "M", date(2018, 2, 9), "2018-02-11", "2018-02-20"),
        ("end", "M", date(2018, 2, 9), "2018-02-21", "2018-02-28"),
        ("late", "M", date(2020, 2, 9), "2020-02-21", "2020-02-29"),
        ("start", "Y", date(2018, 2, 9), "2018-01-01", "2018-01-31"),
        ("early", "Y", date(2018, 2, 9), "2018-01-01", "2018-03-31"),
        ("mid", "Y", date(2018, 2, 9), "2018-06-01", "2018-07-31"),
        ("late", "Y", date(2018, 2, 9), "2018-10-01", "2018-12-31"),
        ("end", "Y", date(2018, 2, 9), "2018-12-01", "2018-12-31"),
    ],
)
def test_parts_are_those_of_the_contract(code, unit, of, first, last):
    assert [str(d) for d in cal.part(code, unit, cal.holding(unit, of))] == [first, last]


@given(st.dates(date(1925, 1, 1), date(2070, 12, 31)))
def test_hijri_and_back(day):
    assert cal.hijri(*cal.hijri_date(day)) == (day, day)


@pytest.mark.parametrize(
    ("hijri", "first", "last"),
    [
        ((1436, 10, 10), "2015-07-26", "2015-07-26"),
        ((1439, 9), "2018-05-16", "2018-06-14"),
        ((1440,), "2018-09-11", "2019-08-30"),
    ],
)
def test_hijri_periods(hijri, first, last):
    assert [str(d) for d in cal.hijri(*hijri)] == [first, last]


@pytest.mark.parametrize("none", [(1200, 1, 1), (1436, 13, 1), (1436, 1, 31), (2018,)])
def test_what_the_hijri_calendar_does_not_hold(none):
    assert cal.hijri(*none) is None


def test_names():
    assert cal.week_name(date(2018, 12, 31)) == "2019-W01"
    assert cal.name("Q", cal.holding("Q", date(2018, 8, 1))) == "2018-Q3"
    assert cal.name("CE", cal.holding("CE", date(2018, 8, 1))) == "20"
    assert cal.name("DE", cal.holding("DE", date(1975, 8, 1))) == "197"
