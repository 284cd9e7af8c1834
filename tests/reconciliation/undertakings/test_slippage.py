"""Where a commitment stands on a day, and how its due day moved: arithmetic over reports."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.reconciliation.undertakings import state
from sijill.reconciliation.undertakings.lengths import next_day
from sijill.reconciliation.undertakings.slippage import moved, moves, slip_days
from sijill.reconciliation.undertakings.timing import due, final_status, last_due, late_days, timing
from sijill.records import Report, Span, Timex, Undertaking


def report(published, status="planned", latest=None, earliest=None, kind="by"):
    day = date.fromisoformat
    return Report(
        "a",
        (Span(0, 1),),
        day(earliest) if earliest else None,
        day(latest) if latest else None,
        kind,
        status,
        published=day(published),
    )


def undertaking(kind, status="planned", keys=()):
    return Undertaking(evidence=(Span(0, 1),), act="open", action="", due_kind=kind, status=status, keys=keys)


MAY = Timex(0, 1, "", "DATE", "2024-05", earliest=date(2024, 5, 1), latest=date(2024, 5, 31))
DAY = Timex(0, 1, "", "DATE", "2024-05-07", earliest=date(2024, 5, 7), latest=date(2024, 5, 7))
END = Timex(0, 1, "", "DATE", "2024-05", mod="END", earliest=date(2024, 5, 21), latest=date(2024, 5, 31))


@pytest.mark.parametrize(
    ("kind", "time", "expected"),
    [
        ("by", MAY, (None, date(2024, 5, 31), "by")),
        ("until", DAY, (None, date(2024, 5, 7), "until")),
        ("on", DAY, (date(2024, 5, 7), date(2024, 5, 7), "on")),
        ("on", MAY, (date(2024, 5, 1), date(2024, 5, 31), "within")),
        ("on", END, (date(2024, 5, 21), date(2024, 5, 31), "on")),
        ("within", DAY, (date(2024, 5, 7), date(2024, 5, 7), "on")),
        ("not_before", MAY, (date(2024, 6, 1), None, "not_before")),
        ("after_event", MAY, (date(2024, 5, 1), None, "not_before")),
        ("from", DAY, (date(2024, 5, 7), None, "from")),
        ("by", None, (None, None, "open")),
        ("upon_condition", DAY, (None, None, "upon_condition")),
    ],
)
def test_due(kind, time, expected):
    assert tuple(due(undertaking(kind), time)) == expected


def test_a_beginning_from_a_day_is_that_day():
    assert due(undertaking("from", keys=("=start",)), DAY).latest == date(2024, 5, 7)


PLAN = report("2024-01-01", latest="2024-06-30")
LATER = report("2024-06-01", "postponed", latest="2024-09-30")
DONE = report("2024-10-05", "fulfilled", latest="2024-10-05")
UNDATED = report("2024-10-05", "fulfilled")
STILL = report("2024-10-02", "in_progress")


@pytest.mark.parametrize(
    ("history", "used", "expected"),
    [
        ([PLAN], "2024-02-01", "upcoming"),
        ([PLAN], "2024-06-30", "due"),
        ([PLAN], "2024-07-01", "passed_no_report"),
        ([PLAN, LATER], "2024-07-01", "upcoming"),
        ([PLAN, LATER, DONE], "2024-10-06", "met_late"),
        ([PLAN, report("2024-06-01", "fulfilled")], "2024-06-02", "met_on_time"),
        ([PLAN, LATER, UNDATED], "2024-10-06", "no_date"),
        ([PLAN, LATER, STILL, UNDATED], "2024-10-06", "met_late"),
        ([PLAN, LATER, report("2024-10-05", "fulfilled", latest="2024-09-29")], "2024-10-06", "met_on_time"),
        ([UNDATED], "2024-10-06", "no_date"),
        ([report("2024-01-01")], "2024-02-01", "no_date"),
        ([PLAN, report("2024-05-01", "cancelled")], "2024-05-02", "off"),
        ([PLAN, report("2024-05-01", "postponed")], "2024-08-01", "no_date"),
    ],
)
def test_timing(history, used, expected):
    assert timing(history, final_status(history), date.fromisoformat(used)) == expected


def test_slip_and_delay_are_in_days():
    history = [PLAN, LATER, DONE]
    assert moved(history)
    assert slip_days(history) == 92
    assert late_days(history, "fulfilled") == 5


def test_the_day_of_a_report_is_no_day_of_fulfilment():
    assert late_days([PLAN, LATER, UNDATED], "fulfilled") is None
    assert late_days([PLAN, report("2024-07-02", "fulfilled", latest="2024-12-31")], "fulfilled") is None
    assert late_days([UNDATED], "fulfilled") is None


def test_a_due_day_repeated_has_not_moved():
    assert not moved([PLAN, PLAN])
    assert slip_days([PLAN, PLAN]) == 0
    assert slip_days([DONE]) is None


def test_done_stays_done_until_something_later_is_due():
    assert final_status([PLAN, DONE, report("2024-11-01")]) == "fulfilled"
    assert final_status([PLAN, DONE, report("2024-11-01", latest="2025-01-01")]) == "planned"


def test_a_state_before_the_first_report_is_unknown():
    assert state([PLAN, LATER], date(2023, 1, 1)).status is None
    assert state([PLAN, LATER], date(2024, 6, 2)).due_latest == date(2024, 9, 30)


STATUSES = ("planned", "confirmed", "postponed", "fulfilled", "cancelled", "in_progress")
DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))
REPORTS = st.builds(
    lambda published, latest, status: Report("a", (Span(0, 1),), None, latest, "by", status, published=published),
    DAYS,
    st.none() | DAYS,
    st.sampled_from(STATUSES),
)


@given(st.lists(REPORTS, min_size=1, max_size=6), DAYS)
def test_a_state_is_the_record_of_what_was_published_by_then(history, day):
    history.sort(key=lambda r: r.published)
    known = [r for r in history if r.published <= day]
    assert state(history, day).status == (final_status(known) if known else None)


@given(st.lists(REPORTS, max_size=6))
def test_the_status_is_one_that_some_report_gave(history):
    assert final_status(history) in {r.status for r in history} | {"planned"}


@pytest.mark.parametrize(
    ("period", "used", "expected"),
    [
        ("P6M", "2025-07-01", "2025-12-19"),
        ("P6M", "2025-12-19", "2026-06-19"),
        ("P1W", "2025-06-20", "2025-06-26"),
        ("P1Y", "2027-01-01", "2027-06-19"),
        ("PX", "2025-07-01", None),
    ],
)
def test_what_recurs_is_due_again(period, used, expected):
    day = next_day(date(2025, 6, 19), period, date.fromisoformat(used))
    assert (day.isoformat() if day else None) == expected


def test_a_month_without_the_day_gives_its_last():
    assert next_day(date(2024, 8, 31), "P6M", date(2024, 9, 1)) == date(2025, 2, 28)


def test_each_move_names_its_report_and_a_postponement_without_a_day_counts_once():
    vague = report("2024-03-01", "postponed")
    again = report("2024-04-01", "postponed")
    found = list(moves([PLAN, vague, again, LATER, DONE]))
    assert [(m.report, m.before, m.after, m.days) for m in found] == [
        (vague, date(2024, 6, 30), None, None),
        (LATER, date(2024, 6, 30), date(2024, 9, 30), 92),
    ]


def test_a_first_day_told_later_stands_where_it_lies_after_what_was_named_before():
    after = report("2024-02-01", earliest="2024-09-01", kind="not_before")
    before = report("2024-02-01", earliest="2024-05-01", kind="from")
    assert last_due([PLAN, after]) is after
    assert last_due([PLAN, before]) is PLAN
    assert last_due([report("2024-01-01", "postponed", latest="2024-05-01"), report("2024-02-01", "postponed")]) is None
    assert timing([PLAN, after], "planned", date(2024, 8, 1)) == "upcoming"
    assert timing([after], "planned", date(2024, 10, 1)) == "no_date"


def test_an_older_day_retold_after_it_went_by_is_no_move():
    retold = report("2024-07-15", latest="2024-03-31")
    history = [report("2024-01-01", latest="2024-03-31"), LATER, retold]
    assert last_due(history) is LATER
    assert [m.after for m in moves(history)] == [date(2024, 9, 30)]
    assert slip_days(history) == 183
    assert last_due([report("2024-07-15", latest="2024-03-31")]).due_latest == date(2024, 3, 31)


@given(st.lists(st.dates(date(2024, 1, 1), date(2024, 12, 31)), min_size=1, max_size=6))
def test_days_all_told_ahead_are_all_kept(days):
    history = [report("2023-01-01", latest=d.isoformat()) for d in days]
    assert slip_days(history) == (days[-1] - days[0]).days
