"""A JSON list cut into its elements, however its bytes come."""

import io
import json

from hypothesis import given
from hypothesis import strategies as st

from sijill.reading.rows import elements as module
from sijill.reading.rows.elements import elements

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda c: st.lists(c, max_size=4) | st.dictionaries(st.text(), c, max_size=4),
    max_leaves=12,
)


class Slow(io.BytesIO):
    """Gives at most three bytes a read."""

    def read(self, size=-1):
        return super().read(3)


@given(st.lists(VALUES, max_size=6), st.booleans())
def test_elements_are_those_of_the_list(values, wrapped):
    whole = {"articles": values} if wrapped else values
    got = [json.loads(e) for e in elements(Slow(json.dumps(whole).encode()), 1 << 20)]
    assert got == values


@given(st.binary(max_size=200))
def test_any_bytes_end(data):
    assert all(isinstance(e, bytes | str) for e in elements(Slow(data), 50))


def test_what_is_no_list(monkeypatch):
    assert list(elements(io.BytesIO(b"{}"), 99)) == ["there is no list in it"]
    assert list(elements(io.BytesIO(b'[{"a": 1}, {"b'), 99)) == [b'{"a": 1}', "the list does not end"]
    monkeypatch.setattr(module, "CHUNK", 64)
    assert list(elements(io.BytesIO(b'["' + b"x" * 999 + b'"]'), 200)) == ["it has more than 200 bytes"]
