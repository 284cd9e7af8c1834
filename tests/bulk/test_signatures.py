"""Signatures are the same everywhere, and bring together what is alike."""

import random

from hypothesis import given
from hypothesis import strategies as st

from sijill.bulk.groups import candidates, components
from sijill.bulk.signatures import SLOTS, bands, packed, signature, unpacked
from sijill.bulk.stories import Told, alike

SHINGLES = st.sets(st.integers(min_value=0, max_value=2**64 - 1), max_size=80)


@given(SHINGLES)
def test_packed_is_what_is_unpacked(shingles):
    assert unpacked(packed(shingles)) == shingles


@given(SHINGLES, st.randoms(use_true_random=False))
def test_order_does_not_matter(shingles, chance):
    mixed = list(shingles)
    chance.shuffle(mixed)
    assert signature(mixed) == signature(sorted(shingles))
    assert len(signature(shingles)) == (SLOTS if shingles else 0)
    assert all(0 <= b < 2**63 for b in bands(signature(shingles)))


def pair(chance, size, likeness):
    """Two sets of ``size`` with so much of their union in common."""
    both = round(2 * size * likeness / (1 + likeness))
    shared = {chance.getrandbits(64) for _ in range(both)}
    return [shared | {chance.getrandbits(64) for _ in range(size - both)} for _ in range(2)]


def met(likeness, size=200, tries=200):
    chance = random.Random(7)
    pairs = (pair(chance, size, likeness) for _ in range(tries))
    return sum(not set(bands(signature(a))).isdisjoint(bands(signature(b))) for a, b in pairs) / tries


def test_reprints_meet_and_strangers_hardly():
    assert met(0.5) == 1.0
    assert met(0.3) > 0.9
    assert met(0.002) < 0.05


def test_short_reports_meet_too():
    assert met(0.6, size=12) > 0.95


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30))))
def test_components_are_what_can_be_reached(edges):
    found = components(edges)
    reach = {n: {n} for edge in edges for n in edge}
    for _ in range(31):
        for a, b in edges:
            reach[a] = reach[b] = reach[a] | reach[b]
        for n in reach:
            for m in list(reach[n]):
                reach[n] |= reach[m]
    assert sorted(map(tuple, found)) == sorted({tuple(sorted(r)) for r in reach.values()})


def test_a_formula_that_all_print_makes_no_square():
    few = candidates([[1, 2, 3]])
    assert few == [(1, 2), (1, 3), (2, 3)]
    assert len(candidates([list(range(5000))])) < 25_000


def test_two_words_of_the_trade_make_no_undertaking():
    words = {"نهائي": 3.0, "دوري": 2.5}
    assert not alike(Told(1, words, "play"), Told(2, words, "play"))
    more = {**words, "هلال": 4.0}
    assert alike(Told(1, more, "play"), Told(2, more, "play"))
    assert not alike(Told(1, more, "play"), Told(2, more, "cancel"))
    assert not alike(Told(1, {**more, "نقل": 9.0, "خط": 9.0}, "play"), Told(2, {**more, "سد": 9.0, "نيل": 9.0}, "play"))
