"""What clues and companions come to: intervals, bounds, proofs, and stamps that the text contradicts."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.reconciliation.dating.belief import pile
from sijill.reconciliation.dating.clues import Clue, Rhythm, Today
from sijill.reconciliation.dating.weighing import Companion, contradicted, settle
from sijill.records import Proof, Published

DAY = date(2031, 5, 6)
AROUND = pile([DAY + timedelta(days=k) for k in (-60, -30, 0, 30, 60)])


def window(first, last, weight=3.0, kind="retold"):
    return Clue(kind, DAY + timedelta(first), DAY + timedelta(last), weight, Proof(f"{kind} {first} {last}"))


def days(p):
    return (p.earliest - DAY).days, (p.latest - DAY).days


def test_companions_of_one_day_place_a_report_near_it():
    found = settle(AROUND, [Companion(DAY, 20.0, Proof("alike a 0.60"))])
    first, last = days(found)
    assert -7 <= first <= 0 <= last <= 7
    assert found.basis == "inferred"
    assert found.proof == (Proof("alike a 0.60"),)


def test_a_weak_window_places_nothing():
    assert settle(AROUND, [], [window(0, 6, 0.5)]) == Published()


def test_a_wrong_clue_does_not_beat_two_right_ones():
    found = settle(AROUND, [], [window(-2, 6, 4), window(-1, 7, 4), window(58, 64, 4.5)])
    assert -3 <= days(found)[0] <= days(found)[1] <= 8


def test_the_weekday_of_writing_leaves_its_days_only():
    tuesday = tuple(0.98 if k == 1 else 0.02 / 6 for k in range(7))
    rhythm = Rhythm(tuesday, 1.0, 2, Proof("weekday 2"))
    found = settle(AROUND, [Companion(DAY + timedelta(days=1), 60.0, Proof("alike"))], [window(-2, 3, 4)], [rhythm])
    assert (found.earliest, found.latest) == (DAY, DAY)
    assert Proof("weekday 2") in found.proof


def test_a_crawl_day_bounds_whatever_is_inferred():
    crawled = Published(None, DAY, "inferred", (Proof("crawled"),))
    found = settle(AROUND, [Companion(DAY + timedelta(days=2), 20.0, Proof("alike"))], [], (), crawled)
    assert found.latest <= DAY
    assert found.proof[0] == Proof("crawled")
    assert settle(None, [], [], (), crawled) == crawled


def test_without_known_days_only_the_past_bounds_a_report():
    past = [Clue("past", date(y, 1, 1), None, 1.5, Proof(f"past {y}")) for y in (2030, 2020)]
    found = settle(None, [], past)
    assert (found.earliest, found.latest, found.proof) == (date(2030, 1, 1), None, (Proof("past 2030"),))
    assert settle(None) == Published()


@pytest.mark.parametrize(("weekday", "earliest"), [(1, DAY - timedelta(days=1)), (3, DAY)])
def test_a_stamp_that_is_not_the_weekday_of_writing(weekday, earliest):
    found = contradicted(Published(DAY, DAY, "stated"), [Today(weekday, Proof("weekday"))])
    assert found.earliest == earliest
    assert found.latest == earliest + timedelta(days=1)
    assert contradicted(Published(DAY, DAY, "stated"), [Today(2, Proof("weekday"))]) is None
    assert contradicted(Published(), [Today(2, Proof("weekday"))]) is None


@given(st.lists(st.tuples(st.integers(-40, 40), st.integers(0, 40), st.sampled_from([0.8, 1.5, 3.0, 4.5])), max_size=8))
def test_the_interval_is_in_order_and_its_proof_holds_only_clues(rows):
    clues = [window(a, a + n, w, f"k{i}") for i, (a, n, w) in enumerate(rows)]
    found = settle(AROUND, [], clues)
    if found.earliest and found.latest:
        assert found.earliest <= found.latest
        assert (found.latest - found.earliest).days <= 92
    assert set(found.proof) <= {c.proof for c in clues}
