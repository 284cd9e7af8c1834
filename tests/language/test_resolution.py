"""Expressions over an anchor: pure, honest without one, the same again with the same day."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.language.resolution import resolve, resolve_all
from sijill.language.resolution.moments import term
from sijill.records import TimeMention

settings.register_profile("shared", deadline=None, derandomize=True)  # the machine may be busy
settings.load_profile("shared")
DAYS = st.dates(date(1950, 1, 1), date(2060, 12, 31))


def mention(expression, **more):
    return TimeMention(0, 1, "x", expression, "test", **more)


def value(expression, day, **more):
    return resolve(mention(expression, **more), day).value


RELATIVE = [
    term("shift", "D", -1), term("shift", "Y", 1), term("weekday", 5), term("weekday", 5, "next"), term("month", 3),
    term("day", 9, term("month", 3)), term("part", "end", term("shift", "M", 1)), term("ago", "W", 2, None),
    term("clock", 9, 30), term("midnight"), term("weekend"), term("season", "SU"), term("hijri", None, 9),
    term("feast", "hijri", "10-1", "3"), term("anaphor"), term("shift_said", "Y", 1),
    term("nth", 3, "Q", term("shift", "Y", 0)), term("hijri_shift", 1), term("daypart", "TEV", term("weekday", 4)),
]  # fmt: skip


@pytest.mark.parametrize("expression", RELATIVE, ids=lambda e: e.op)
def test_without_a_day_nothing_is_guessed(expression):
    found = resolve(mention(expression), None)
    assert (found.earliest, found.latest) == (None, None)
    assert found.value.startswith("XXXX") or found.value.endswith("_REF")


@pytest.mark.parametrize(
    ("expression", "wanted"),
    [
        (term("day", 9, term("month", 3, None, term("year", 2018))), "2018-03-09"),
        (term("part", "mid", term("year", 2016)), "2016"),
        (term("hijri", 1436, 10, 10), "2015-07-26"),
        (term("nth", 2, "H", term("year", 2017)), "2017-H2"),
        (term("duration", ("TH", 24)), "PT24H"),
        (term("duration", ("Y", 2), ("M", 3)), "P2Y3M"),
        (term("duration", ("D", None)), "PXD"),
        (term("set", term("duration", ("M", 6))), "P6M"),
        (term("decade", 197), "197"),
        (term("century", 21), "20"),
    ],
)
def test_what_needs_no_day_is_resolved_without_one(expression, wanted):
    assert value(expression, None) == wanted


@given(DAYS, st.integers(1, 7))
def test_weekdays_lie_within_a_week_on_the_side_asked_for(day, number):
    past, future = (resolve(mention(term("weekday", number), lean=lean), day).earliest for lean in ("past", "future"))
    last, coming = (resolve(mention(term("weekday", number, rel)), day).earliest for rel in ("last", "next"))
    assert all(d.isoweekday() == number for d in (past, future, last, coming))
    assert 0 <= (day - past).days <= 6
    assert 0 <= (future - day).days <= 6
    assert 1 <= (day - last).days <= 7
    assert 1 <= (coming - day).days <= 7


@given(DAYS, st.integers(1, 12), st.sampled_from(["past", "future", None]))
def test_a_bare_month_is_never_far(day, number, lean):
    found = resolve(mention(term("month", number), lean=lean), day)
    assert found.earliest.month == number
    assert min(abs((found.earliest - day).days), abs((found.latest - day).days)) <= 310


@given(DAYS, st.integers(1, 12))
def test_next_and_last_of_a_month_are_on_their_sides(day, number):
    assert resolve(mention(term("month", number, "next")), day).earliest > day
    assert resolve(mention(term("month", number, "last")), day).latest < day


def test_a_weekday_chooses_the_missing_year():
    dated = term("weekday_date", 4, term("day", 14, term("month", 6)))
    assert value(dated, date(2018, 6, 12), lean="past") == "2018-06-14"
    assert value(term("weekday_date", 1, term("day", 14, term("month", 6))), date(2018, 6, 12)) == "2018-06-14"


def test_a_deictic_day_gives_way_to_its_weekday():
    today_sunday = term("weekday_at", 7, term("shift", "D", 0))
    assert value(today_sunday, date(2018, 5, 21)) == "2018-05-20"


def test_a_later_time_is_counted_from_an_earlier_one():
    said = mention(term("year", 2025))
    following = mention(term("part", "end", term("shift_said", "Y", 1)), anchor="time", anchor_index=0)
    _, found = resolve_all([said, following], date(2024, 9, 1))
    assert (found.value, found.mod, str(found.latest)) == ("2026", "END", "2026-12-31")


def test_a_quoted_time_is_counted_from_the_moment_of_the_quotation():
    said = mention(term("day", 3, term("month", 8, None, term("year", 2024))))
    quoted = mention(term("month", 9, "next"), anchor="quote", anchor_index=0)
    assert resolve_all([said, quoted], date(2025, 6, 19))[1].value == "2024-09"


def test_ago_bounds():
    more = resolve(mention(term("ago", "W", 1, "MORE_THAN")), date(2018, 5, 19))
    assert (more.mod, str(more.earliest), str(more.latest)) == ("BEFORE", "2018-05-05", "2018-05-11")


@given(DAYS, st.sampled_from(RELATIVE))
def test_resolving_is_a_function_of_its_arguments(day, expression):
    assert resolve(mention(expression), day) == resolve(mention(expression), day)


def test_steps_tell_the_arithmetic():
    steps = resolve(mention(term("part", "end", term("shift", "Y", 1))), date(2018, 5, 1)).steps
    assert steps[0] == "anchor dct=2018-05-01"
    assert steps[1].startswith("shift(Y, 1) -> 2019")
    assert steps[2].startswith("part(end) -> 2019")


def test_an_unknown_operator_is_a_broken_rule():
    with pytest.raises(ValueError, match="no operator"):
        term("nonsense")
