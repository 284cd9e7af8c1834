"""Every record type goes to bytes and comes back the same."""

import dataclasses
from datetime import date

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from sijill import records
from sijill.ledger.codec import dump, load, shape
from sijill.records import Expression, Extraction, Figure, Span, TimeMention

TYPES = [t for t in vars(records).values() if dataclasses.is_dataclass(t)]
scalars = st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.dates()


def parts(inner):
    few = st.lists(inner, max_size=3).map(tuple)
    return few | st.builds(Expression, st.text(max_size=5), few)


values = st.recursive(scalars, parts, max_leaves=6)
st.register_type_strategy(Expression, st.builds(Expression, st.text(max_size=5), st.lists(values, max_size=3).map(tuple)))
st.register_type_strategy(int, st.integers(-(10**12), 10**12))
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(Span, st.builds(Span, st.integers(0, 10**6), st.integers(0, 10**6)))


@pytest.mark.parametrize("kind", TYPES, ids=lambda t: t.__name__)
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_round_trip(kind, data):
    record = data.draw(st.from_type(kind))
    assert load(kind, dump(record)) == record
    assert dump(load(kind, dump(record))) == dump(record)


def test_types_come_back_not_only_values():
    said = Expression("shift", (Expression("day", (date(2025, 1, 2),)), -3, (1, "شهر"), None))
    back = load(TimeMention, dump(TimeMention(0, 4, "أمس", said, "t1")))
    assert back.expression == said
    assert isinstance(back.expression.args[0], Expression)
    assert isinstance(back.expression.args[2], tuple)


def test_what_has_its_default_is_left_out():
    assert dump(Figure(1, 2, "9", 9.0, 9.0)) == b'{"start":1,"end":2,"text":"9","low":9.0,"high":9.0}'


def test_the_shape_tells_when_a_field_comes_or_goes():
    assert "TimeMention: start" in shape(Extraction)
    assert "Expression: op" in shape(Extraction)
    assert shape(Extraction) != shape(Figure)
