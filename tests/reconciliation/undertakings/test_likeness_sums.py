"""The sum of reasons without their words is the sum that is told with them; what is remembered of a pair is that pair's."""

from hypothesis import given
from hypothesis import strategies as st

from sijill.reconciliation.undertakings.likeness import Profile, likeness, weigh

WORDS = st.dictionaries(st.sampled_from(["road", "bridge", "port", "line", "=open"]), st.floats(0.5, 6), max_size=5)


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    act, place = draw(st.sampled_from(["open", "build", "cancel"])), draw(st.sampled_from(["", "north", "south"]))
    status = draw(st.sampled_from(["planned", "fulfilled"]))
    return Profile(act, draw(WORDS), frozenset(), frozenset({place} - {""}), None, None, status, "a")


@given(st.lists(profiles(), min_size=2, max_size=4))
def test_sum_alone_is_the_sum_told_with_its_reasons(some: list[Profile]) -> None:
    for a in some:
        for b in some:
            assert likeness(a, b) == weigh(a, b)[0]


@given(profiles(), profiles(), profiles())
def test_what_is_remembered_of_one_pair_is_not_told_of_another(a: Profile, b: Profile, c: Profile) -> None:
    first = weigh(a, b)
    weigh(a, c)
    assert weigh(a, b) == first


@given(profiles(), profiles())
def test_nothing_shared_is_said_only_where_no_word_is(a: Profile, b: Profile) -> None:
    said = any(r.startswith("nothing_shared") for r in weigh(a, b)[1])
    assert said == a.keys.keys().isdisjoint(b.keys)
