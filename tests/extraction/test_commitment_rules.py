"""The index of patterns by head and by what stands before it finds what a trial of every pattern finds."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.extraction.commitments.items import Item
from sijill.extraction.commitments.rules import CLEAR, _by_head, _match, _tried

SYMBOLS = sorted({e.symbol for rows in _by_head().values() for one in rows for e in one.pattern} | CLEAR | {"mark", "which"})
VARIETIES = sorted(
    {e.variety for rows in _by_head().values() for one in rows for e in one.pattern} | {"purpose", "noun", "past", "future"}
)


@st.composite
def sentences(draw: st.DrawFn) -> list[Item]:
    out, at = [], 0
    pairs = st.tuples(st.sampled_from(SYMBOLS), st.sampled_from(VARIETIES), st.integers(0, 2))
    for symbol, variety, gap in draw(st.lists(pairs, max_size=8)):
        out.append(Item(symbol, variety, at + gap, at + gap + 1))
        at += gap + 1
    return out


@settings(max_examples=300, deadline=None)
@given(sentences())
def test_index_leaves_out_no_pattern_that_matches(items: list[Item]) -> None:
    for k, item in enumerate(items):
        every = [one for one in _by_head().get(item.type, ()) if _match(one.pattern, items, k, one.gap)]
        assert [one for one in _tried(items, k) if _match(one.pattern, items, k, one.gap)] == every


def test_few_patterns_are_tried_at_a_head_that_nothing_announces() -> None:
    lone = [Item("act", "noun", 0, 1)]
    assert len(_tried(lone, 0)) < len(_by_head()["act"]) / 4
