"""Reports are put together by the mean of their likely pairs, and every match says why."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sijill.reconciliation.undertakings.grouping import attach, group
from sijill.reconciliation.undertakings.likeness import REASONS, Profile, weigh


def profile(act="open", words="bridge river", places="", latest=None, article="a", status="planned"):
    keys = dict.fromkeys(words.split(), 2.0)
    return Profile(act, "", keys, frozenset(), frozenset(places.split()), None, latest, status, article)


def test_likes_are_joined_and_unlikes_are_not():
    assert group(4, {(0, 1): 5.0, (2, 3): 4.0, (1, 2): 0.1}, 1.0) == [[0, 1], [2, 3]]


def test_one_likeness_does_not_chain_groups():
    pairs = {(0, 1): 5.0, (2, 3): 5.0, (1, 2): 2.0}
    assert group(4, pairs, 1.0) == [[0, 1], [2, 3]]


def test_an_outcome_goes_where_it_fits_best():
    assert attach([(0, 2.0), (1, 5.0)], {0: 0, 1: 1}, {0: 1, 1: 1})[0] == 1
    assert attach([], {}, {})[0] == -1


def test_the_same_act_and_words_weigh_more_than_another_place():
    same, why = weigh(profile(), profile())
    other, _ = weigh(profile(places="here"), profile(places="there"))
    assert same > other
    assert why[0].split()[0] in {r.name for r in REASONS}


def test_two_due_days_in_one_article_tell_two_phases():
    first, then = profile(latest=date(2024, 5, 1)), profile(latest=date(2025, 5, 1))
    assert any(w.startswith("other_due") for w in weigh(first, then)[1])


def test_an_act_of_another_family_speaks_against():
    assert weigh(profile("open"), profile("vote"))[0] < weigh(profile("open"), profile("open"))[0]


PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] < p[1]), st.floats(-3, 6), max_size=20
)


@given(PAIRS)
def test_groups_are_a_partition_whatever_the_order(pairs):
    made = group(8, pairs, 1.0)
    assert sorted(n for g in made for n in g) == list(range(8))
    assert made == group(8, dict(reversed(list(pairs.items()))), 1.0)
