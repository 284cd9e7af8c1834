"""Days, intervals, due dates and counts as people say them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.publishing.locale.days import count_words, day_words, due_words, interval_words, month_name

D = date.fromisoformat
KINDS = ["on", "by", "not_before", "from", "until", "within", "upon_condition", "open"]


def test_a_month_has_both_names_in_arabic_and_one_in_english() -> None:
    assert month_name(9, "ar") == "أيلول/سبتمبر"
    assert month_name(1, "ar") == "كانون الثاني/يناير"
    assert month_name(9, "en") == "September"


def test_a_day_in_full() -> None:
    assert day_words(D("2025-09-30"), "ar") == "30 أيلول/سبتمبر 2025"
    assert day_words(D("2025-09-30"), "en") == "30 September 2025"
    assert day_words(None, "en") == "no date"


@pytest.mark.parametrize(
    ("earliest", "latest", "said"),
    [
        ("2025-09-01", "2025-09-30", "September 2025"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2026-01-01", "2026-12-31", "2026"),
        ("2025-09-03", "2025-09-03", "3 September 2025"),
        ("2025-09-03", "2025-10-02", "3 September – 2 October 2025"),
        ("2025-12-30", "2026-01-02", "30 December 2025 – 2 January 2026"),
        ("2025-09-03", "2025-09-08", "3–8 September 2025"),
        ("2025-09-01", "2025-09-10", "early September 2025"),
        ("2025-09-11", "2025-09-20", "mid September 2025"),
        ("2024-02-21", "2024-02-29", "late February 2024"),
        (None, "2025-09-30", "until 30 September 2025"),
        ("2025-09-30", None, "since 30 September 2025"),
        (None, None, "no date"),
    ],
)
def test_an_interval_is_never_a_point_it_is_not(earliest: str | None, latest: str | None, said: str) -> None:
    assert interval_words(earliest and D(earliest), latest and D(latest), "en") == said


@pytest.mark.parametrize(
    ("kind", "earliest", "latest", "arabic", "english"),
    [
        ("by", None, "2025-09-30", "قبل نهاية أيلول/سبتمبر 2025", "by the end of September 2025"),
        ("by", None, "2026-12-31", "قبل نهاية عام 2026", "by the end of 2026"),
        ("by", None, "2025-09-15", "بحلول 15 أيلول/سبتمبر 2025", "by 15 September 2025"),
        ("until", None, "2026-09-30", "حتى نهاية أيلول/سبتمبر 2026", "until the end of September 2026"),
        ("on", "2025-09-01", "2025-09-30", "في أيلول/سبتمبر 2025", "on September 2025"),
        ("not_before", "2024-11-01", None, "ليس قبل 1 تشرين الثاني/نوفمبر 2024", "not before 1 November 2024"),
        ("upon_condition", None, None, "عند تحقق شرط", "on a condition"),
        ("open", None, None, "بلا موعد", "no date"),
    ],
)
def test_a_due_date_as_people_say_it(kind: str, earliest: str, latest: str, arabic: str, english: str) -> None:
    ends = (earliest and D(earliest), latest and D(latest))
    assert due_words(kind, *ends, "ar") == arabic
    assert due_words(kind, *ends, "en") == english.replace("on September", "in September")


def test_counts_take_the_plural_forms_of_the_language() -> None:
    assert [count_words("days", n, "ar") for n in (1, 2, 3, 11, 100, 109)] == [
        "يوم واحد", "يومان", "3 أيام", "11 يوماً", "100 يوم", "109 أيام",
    ]  # fmt: skip
    assert [count_words("days", n, "en") for n in (0, 1, 2, 109)] == ["0 days", "one day", "2 days", "109 days"]


days = st.dates(D("1990-01-01"), D("2090-12-31"))


@given(kind=st.sampled_from(KINDS), a=st.none() | days, b=st.none() | days, language=st.sampled_from(["ar", "en"]))
def test_every_due_can_be_said(kind: str, a: date | None, b: date | None, language: str) -> None:
    if a and b and a > b:
        a, b = b, a
    said = due_words(kind, a, b, language)
    assert said.strip() == said
    assert "{" not in said
    if a or b:
        assert any(str(d.year) in said for d in (a, b) if d)
