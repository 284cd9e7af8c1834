"""Clues weighed into an interval."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sijill.reconciliation.dating.clues import Clue, Today
from sijill.reconciliation.dating.weighing import settle
from sijill.records import Proof, Published

DAY = date(2031, 5, 6)


def window(first, last, weight=1.0, kind="retold"):
    return Clue(kind, DAY + timedelta(first), DAY + timedelta(last), weight, Proof(f"{kind} {first} {last}"))


def days(p):
    return (p.earliest - DAY).days, (p.latest - DAY).days


def test_windows_are_intersected_but_never_below_a_week_that_no_clue_gives():
    first, last = days(settle([window(0, 8), window(2, 10)]))
    assert (first, last) == (2, 8)
    first, last = days(settle([window(0, 8), window(7, 15)]))
    assert first <= 7 <= 8 <= last
    assert last - first >= 6


def test_a_wrong_clue_does_not_beat_two_right_ones():
    found = settle([window(0, 6), window(1, 7), window(100, 106, 1.2)])
    assert days(found) == (0, 6) or days(found) == (1, 7) or days(found) == (1, 6) or days(found)[0] in (0, 1)
    assert days(found)[1] < 20


def test_one_weak_window_places_nothing():
    assert settle([window(0, 6, 0.4)]) == Published()


def test_the_weekday_of_writing_leaves_its_days_only():
    weekday = DAY.isoweekday()
    found = settle([window(-3, 3)], [Today(weekday, Proof("weekday"))])
    assert (found.earliest, found.latest) == (DAY, DAY)


def test_disagreeing_weekdays_narrow_nothing():
    said = [Today(1, Proof("a")), Today(2, Proof("b"))]
    assert days(settle([window(-3, 3)], said)) == (-3, 3)


def test_a_crawl_day_bounds_whatever_is_inferred():
    crawled = Published(None, DAY, "inferred", (Proof("crawled"),))
    assert settle([window(-2, 4)], [], crawled).latest == DAY
    assert settle([], [], crawled) == crawled


def test_an_upper_bound_far_away_is_not_kept():
    ahead = Clue("ahead", None, date(2040, 1, 1), 0.3, Proof("ahead"))
    past = Clue("past", date(2030, 1, 1), None, 0.5, Proof("past"))
    found = settle([ahead, past])
    assert (found.earliest, found.latest) == (date(2030, 1, 1), None)


@given(st.lists(st.tuples(st.integers(-40, 40), st.integers(0, 40), st.sampled_from([0.3, 0.5, 1.0, 1.2])), max_size=8))
def test_the_interval_is_in_order_and_its_proof_holds_only_clues(rows):
    clues = [window(a, a + n, w, f"k{i}") for i, (a, n, w) in enumerate(rows)]
    found = settle(clues)
    if found.earliest and found.latest:
        assert found.earliest <= found.latest
    assert set(found.proof) <= {c.proof for c in clues}
    assert settle(list(reversed(clues))) == found or len(clues) > 1
