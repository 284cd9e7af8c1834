"""Reports are put together by the mean of their likely pairs, and every match says why."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sijill.reconciliation.undertakings.grouping import attach, group
from sijill.reconciliation.undertakings.likeness import BARE, REASONS, Profile, weigh


def profile(act="open", told="bridge river", places="", latest=None, article="a", status="planned", actors="", **more):
    keys = dict.fromkeys(told.split(), 2.0)
    more.setdefault("acts", frozenset() if act in BARE else frozenset({act}))
    return Profile(act, keys, frozenset(actors.split()), frozenset(places.split()), None, latest, status, article, **more)


def reasons(a, b):
    return {r.split()[0] for r in weigh(a, b)[1]}


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


def test_two_refusals_are_not_one_act():
    assert "same_act" not in reasons(profile("refuse"), profile("refuse"))
    assert "same_act" in reasons(profile("pay"), profile("pay"))


def test_what_is_put_off_is_the_act_that_was_planned():
    strike = profile("strike")
    called_off = profile("cancel", acts=frozenset({"strike"}))
    assert "same_act" in reasons(strike, called_off)
    assert "same_act" not in reasons(profile("open"), called_off)


def test_the_thing_done_is_what_was_planned_whoever_did_it():
    plan = profile("open", "museum new", words=frozenset({"museum", "new"}), actors="minister")
    done = profile("open", "president museum new guests", words=frozenset({"museum", "new", "guests"}), actors="president",
                   status="fulfilled")  # fmt: skip
    assert "outcome" in reasons(plan, done)
    assert "other_actor" not in reasons(plan, done)
    other = profile("open", "bridge old", words=frozenset({"bridge", "old"}), actors="president", status="fulfilled")
    assert "outcome" not in reasons(plan, other)
    assert "other_actor" in reasons(plan, other)
    assert "outcome" not in reasons(plan, plan)


def test_a_place_tells_more_where_the_act_is_done_to_it():
    base, everywhere = profile("leave", places="base", located=True), profile("leave")
    passing = profile("leave", places="town")
    assert weigh(base, everywhere)[0] < weigh(passing, everywhere)[0]


def test_reports_of_other_countries_are_told_apart_even_by_their_articles():
    here, there = frozenset({"EG"}), frozenset({"TN"})
    assert "other_country" in reasons(profile(home=here), profile(home=there))
    assert "other_country" not in reasons(profile(home=here), profile(home=here | there))
    assert "other_country" not in reasons(profile(home=here), profile())


def test_the_third_of_a_kind_is_not_the_fourth():
    third, fourth = profile(ordinals=frozenset({3})), profile(ordinals=frozenset({4}))
    assert weigh(third, third)[0] > weigh(third, fourth)[0]
    assert "other_step" not in reasons(third, profile())


def test_what_the_act_is_done_to_speaks_for_and_against():
    deficit = profile("reduce", "deficit budget", thing=frozenset({"deficit"}), head="deficit")
    same = profile("reduce", "deficit year", thing=frozenset({"deficit"}), head="deficit")
    subsidy = profile("reduce", "fuel budget", thing=frozenset({"fuel"}), head="fuel")
    assert "thing_told" in reasons(deficit, same)
    assert "thing_missing" in reasons(deficit, subsidy)
    assert weigh(deficit, same)[0] > weigh(deficit, subsidy)[0]


PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] < p[1]), st.floats(-3, 6), max_size=20
)


@given(PAIRS)
def test_groups_are_a_partition_whatever_the_order(pairs):
    made = group(8, pairs, 1.0)
    assert sorted(n for g in made for n in g) == list(range(8))
    assert made == group(8, dict(reversed(list(pairs.items()))), 1.0)
