"""Whatever is done to a good input of any kind, what comes out is articles and problems, and never "please report it"."""

import io
import resource

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz.seeds import TEXT, seeds
from sijill.reading.inputs import Input, kind_of, kind_of_response
from sijill.reading.kinds import SUFFIXES, read_input
from sijill.reading.options import ReadOptions
from sijill.reading.packed import Budget
from sijill.reading.responses import read_response
from sijill.reading.sources import read
from sijill.records import Article, Problem

SEEDS = seeds()
PIECES = [
    b"",
    b"\0",
    b"\xff",
    b"<",
    b"\n\n",
    b"\x1f\x8b",
    b"PK\x03\x04",
    b"\xe2\x80\xae",
    b"&#0;",
    b'"',
    b"--b",
    b"%",
    b"9" * 20,
]
CUTS = st.tuples(st.floats(0, 1), st.sampled_from(PIECES) | st.binary(max_size=6), st.integers(0, 8))


def fit(items):
    for x in items:
        assert isinstance(x, Article | Problem)
        if isinstance(x, Article):
            x.text.encode("utf-8")
            assert all(0 <= s < e <= len(x.text) for s, e in x.chrome)
        else:
            assert x.code != "failed", x.message


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_seed_of_each_kind_is_read(suffix):
    items = list(read_input(Input("x", suffix, io.BytesIO(SEEDS[suffix])), ReadOptions(), Budget(9999)))
    fit(items)
    assert items


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(
    places=st.lists(st.tuples(st.floats(0, 1), st.sampled_from(PIECES) | st.binary(max_size=6), st.integers(0, 8)), max_size=4)
)
def test_a_spoilt_input_of_each_kind(suffix, places):
    data = SEEDS[suffix]
    for where, piece, gone in places:
        at = int(where * len(data))
        data = data[:at] + piece + data[at + gone :]
    fit(read_input(Input("x", suffix, io.BytesIO(data)), ReadOptions(), Budget(len(data))))


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=40), st.binary(max_size=80), st.sampled_from(["gzip", "br", "zstd", "deflate", "x", "gzip, br"]))
def test_any_answer_of_a_server(declared, data, encoding):
    headers = [("Content-Type", declared), ("Content-Encoding", encoding)]
    fit(read_response("x", data, headers, "https://x.example/a"))
    assert kind_of_response(declared, data).startswith(".")
    assert kind_of(data) in SUFFIXES


@pytest.mark.parametrize("suffix", ["txt", "json", "jsonl", "csv", "html", "xml", "eml", "mbox", "warc", "pdf"])
def test_sixty_megabytes_of_one_line(tmp_path, suffix):
    (tmp_path / f"a.{suffix}").write_bytes(TEXT.encode() * (60_000_000 // len(TEXT.encode())))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    items = list(read([tmp_path]))
    assert items
    assert not any(isinstance(x, Article) for x in items)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 500 * 1024
