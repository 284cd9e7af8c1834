"""Beliefs over days: the prior of a pile, clues that multiply, stretches that hold most."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.reconciliation.dating.belief import MARGIN, fullest, narrowest, pile, told, weigh
from sijill.reconciliation.dating.clues import Clue, Rhythm
from sijill.records import Proof

DAY = date(2031, 5, 6)


def on(*offsets):
    return pile([DAY + timedelta(days=k) for k in offsets])


def window(first, last, weight):
    return Clue("retold", DAY + timedelta(days=first), DAY + timedelta(days=last), weight, Proof("retold"))


def share(around, mass, first, last):
    low = (DAY - around.first).days
    return sum(mass[low + first : low + last + 1])


def test_without_known_days_there_is_no_prior():
    assert pile([]) is None


def test_the_prior_lies_around_the_known_days():
    around = on(0, 1, 2, 40)
    assert around.first == DAY - timedelta(days=MARGIN)
    assert around.last == DAY + timedelta(days=40 + MARGIN)
    assert around.prior[MARGIN + 1] > around.prior[MARGIN + 20] > 0


def test_a_likely_companion_draws_the_belief_to_its_days():
    around = on(0, 20, 40, 60)
    without = weigh(around, {}, [], [])
    drawn = weigh(around, {DAY + timedelta(days=20): told(0.6)}, [], [])
    assert share(around, drawn, 18, 22) > 0.8 > share(around, without, 18, 22)


def test_a_clue_makes_its_days_likelier_by_its_weight():
    around = on(0, 20, 40, 60)
    before, after = weigh(around, {}, [], []), weigh(around, {}, [window(18, 22, 2.0)], [])
    odds = [share(around, m, 18, 22) / (1 - share(around, m, 18, 22)) for m in (before, after)]
    assert odds[1] / odds[0] == pytest.approx(2.718281828**2, rel=1e-6)


def test_one_wrong_clue_does_not_beat_two_right_ones():
    around = on(0, 20, 40, 60)
    mass = weigh(around, {}, [window(18, 24, 3.0), window(16, 22, 3.0), window(55, 61, 4.5)], [])
    assert share(around, mass, 18, 22) > share(around, mass, 55, 61)


def test_a_rhythm_favours_its_weekday():
    around = on(0)
    tuesday = tuple(0.94 if k == 1 else 0.01 for k in range(7))  # 6 May 2031 is a Tuesday
    mass = weigh(around, {}, [], [Rhythm(tuesday, 1.0, 2, Proof("weekday 2"))])
    tuesdays = sum(m for k, m in enumerate(mass) if (around.first + timedelta(days=k)).isoweekday() == 2)
    assert tuesdays > 0.9


@given(st.lists(st.integers(-30, 30), min_size=1, max_size=6), st.lists(st.tuples(st.integers(-40, 40), st.integers(0, 20))))
def test_a_belief_is_one_whole(offsets, rows):
    around = on(*offsets)
    mass = weigh(around, {}, [window(a, a + n, 1.5) for a, n in rows], [])
    assert sum(mass) == pytest.approx(1)
    assert min(mass) > 0


@given(st.lists(st.floats(0.001, 1), min_size=1, max_size=60), st.floats(0.1, 0.95))
def test_the_narrowest_stretch_holds_its_share_and_none_shorter_does(raw, wanted):
    mass = [m / sum(raw) for m in raw]
    low, high = narrowest(mass, wanted)
    assert sum(mass[low : high + 1]) >= wanted - 1e-9
    assert fullest(mass, high - low)[2] < wanted + 1e-9 if high > low else True


def test_the_fullest_stretch_is_the_first_of_equals():
    assert fullest([0.25, 0.25, 0.25, 0.25], 2)[:2] == (0, 1)
    assert fullest([0.5, 0.5], 14) == (0, 1, 1.0)
