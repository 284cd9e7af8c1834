"""One answer at a time: redirects, conditions, and bodies that are slow, endless, packed or broken, on a real server."""

import gzip
import time
import zlib
from datetime import UTC, datetime
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from sijill.fetching import Fetcher, Limits
from sijill.fetching.bodies import Overrun, decoded
from sijill.fetching.evidence import payload_digest, warc
from webserver import packed

NOON = datetime(2025, 3, 1, 12, tzinfo=UTC)
SMALL = Limits(sent=200_000, unpacked=400_000, silence=0.6, whole=1.0)


@pytest.fixture
def fetcher(site):
    return Fetcher(lambda: NOON, [site.host], SMALL)


def code(answer):
    return answer.problem.code if answer.problem else None


def test_a_page_comes_with_its_headers_and_its_evidence(site, fetcher):
    address = site.lay("/a", "<p>خبر</p>", etag='"one"')
    answer = fetcher.fetch(address)
    assert (answer.status, answer.data.decode(), answer.final) == (200, "<p>خبر</p>", address)
    assert answer.headers["etag"] == '"one"'
    [step] = answer.exchanges
    assert (step.url, step.ip, step.moment, step.status, step.whole) == (address, "127.0.0.1", NOON, 200, True)
    asked = dict(site.seen[0][1])
    assert asked["Host"] == site.host
    assert asked["User-Agent"].startswith("sijill ")


def test_what_has_not_changed_is_not_sent_again(site, fetcher):
    tagged = site.lay("/a", "one", etag='"one"')
    dated = site.lay("/b", "one", modified="Sat, 01 Mar 2025 10:00:00 GMT")
    assert fetcher.fetch(tagged, etag='"one"').status == 304
    assert fetcher.fetch(dated, modified="Sat, 01 Mar 2025 10:00:00 GMT").status == 304
    assert fetcher.fetch(tagged, etag='"two"').status == 200
    assert code(fetcher.fetch(tagged, etag='"one"')) is None
    assert fetcher.fetch(tagged, etag="x\r\nCookie: stolen").status == 200
    assert "Cookie" not in site.seen[-1][1]


def test_redirects_are_followed_five_times(site, fetcher):
    for n in range(1, 8):
        site.lead(f"/{n}", f"/{n + 1}", 301 + n % 2)
    site.lay("/6", "here")
    answer = fetcher.fetch(site.url("/1"))
    assert (answer.data, answer.final, len(answer.exchanges)) == (b"here", site.url("/6"), 6)
    site.lead("/6", "/7")
    site.lay("/7", "too far")
    answer = fetcher.fetch(site.url("/1"))
    assert code(answer) == "too_many_redirects"
    assert site.asked["/7"] == 0


def test_a_redirect_in_a_circle_ends(site, fetcher):
    site.lead("/a", "/b")
    site.lead("/b", "/a#again")
    assert code(fetcher.fetch(site.url("/a"))) == "redirect_loop"
    assert site.asked.total() == 2
    site.lead("/self", "")
    assert code(fetcher.fetch(site.url("/self"))) == "http_status"


def test_an_arabic_location_is_followed(site, fetcher):
    site.lead("/a", "/خبر جديد".encode().decode("latin-1"))
    site.lay("/%D8%AE%D8%A8%D8%B1%20%D8%AC%D8%AF%D9%8A%D8%AF", "here")
    assert fetcher.fetch(site.url("/a")).data == b"here"


@pytest.mark.parametrize(
    ("send", "wanted"),
    [
        ("endless", "too_large"),
        ("slow", "too_slow"),
        ("slow_head", "too_slow"),
        ("silent", "unreachable"),
        ("broken_off", "broken_off"),
    ],
)
def test_a_body_that_goes_wrong_is_a_problem_within_its_time(site, fetcher, send, wanted):
    site.lay("/x", send=getattr(site, send))
    begun = time.monotonic()
    answer = fetcher.fetch(site.url("/x"))
    assert code(answer) == wanted, answer.problem
    assert time.monotonic() - begun < 3
    assert answer.data == b""
    assert sum(len(e.body) for e in answer.exchanges) <= SMALL.sent
    assert "\n" not in answer.problem.message


def test_a_body_in_pieces_comes_whole(site, fetcher):
    site.lay("/x", send=site.chunked)
    answer = fetcher.fetch(site.url("/x"))
    assert answer.data == b"one two three"
    record = next(iter(ArchiveIterator(BytesIO(warc(answer.exchanges[0])))))
    assert record.content_stream().read() == b"one two three", "what is stored is in no pieces, and no header says so"


def test_no_server_is_a_problem(fetcher, site):
    site.server.shutdown()
    site.server.server_close()
    assert code(fetcher.fetch(site.url("/"))) == "unreachable"


@pytest.mark.parametrize("status", [403, 404, 410, 429, 500, 503])
def test_a_status_that_is_no_answer_is_a_problem_with_its_headers(site, fetcher, status):
    site.lay("/x", "no", status=status, headers={"Retry-After": "60"})
    answer = fetcher.fetch(site.url("/x"))
    assert code(answer) == "http_status"
    assert str(status) in answer.problem.message
    assert answer.headers["retry-after"] == "60"


def test_packed_bodies_are_unpacked_and_kept_as_sent(site, fetcher):
    page = packed("خبر " * 1000)
    site.lay("/gz", page, headers={"Content-Encoding": "gzip"})
    answer = fetcher.fetch(site.url("/gz"))
    assert answer.data.decode() == "خبر " * 1000
    assert answer.exchanges[0].body == page


def test_a_bomb_is_a_problem(site, fetcher):
    site.lay("/bomb", packed(b"0" * 50_000_000), headers={"Content-Encoding": "gzip"})
    assert code(fetcher.fetch(site.url("/bomb"))) == "too_large"
    site.lay("/br", b"\x00", headers={"Content-Encoding": "br"})
    assert code(fetcher.fetch(site.url("/br"))) == "bad_encoding"
    site.lay("/lie", b"<p>plain</p>", headers={"Content-Encoding": "gzip"})
    assert code(fetcher.fetch(site.url("/lie"))) == "bad_encoding"


@given(st.binary(max_size=2000), st.sampled_from(["gzip", "deflate", "raw"]))
def test_what_was_packed_is_unpacked(data, how):
    raw = zlib.compressobj(wbits=-15)
    body = {"gzip": gzip.compress, "deflate": zlib.compress, "raw": lambda d: raw.compress(d) + raw.flush()}[how](data)
    assert decoded(body, "deflate" if how == "raw" else how, 10_000) == data
    if len(data) > 10:
        assert isinstance(decoded(body, "deflate" if how == "raw" else how, 10), Overrun)


@given(st.binary(max_size=300), st.text(max_size=20))
def test_no_body_makes_unpacking_fail(data, encoding):
    for name in (encoding, "gzip", "deflate", "gzip, gzip"):
        assert isinstance(decoded(data, name, 1000), bytes | Overrun)


def test_evidence_reads_back_with_anyones_tools(site, fetcher):
    site.lead("/a", "/b")
    body = packed("<p>خبر</p>")
    site.lay("/b", body, headers={"Content-Encoding": "gzip", "X-Kept": "yes"})
    answer = fetcher.fetch(site.url("/a"))
    whole = b"".join(warc(e) for e in answer.exchanges)
    assert whole == b"".join(warc(e) for e in answer.exchanges), "the same bytes again"
    found = [
        (r.rec_type, r.rec_headers["WARC-Target-URI"], r.http_headers, r.raw_stream.read())
        for r in ArchiveIterator(BytesIO(whole), check_digests="raise")
    ]
    assert [(kind, url) for kind, url, *_ in found] == [
        ("response", site.url("/a")), ("request", site.url("/a")), ("response", site.url("/b")), ("request", site.url("/b")),
    ]  # fmt: skip
    assert found[2][2]["X-Kept"] == "yes"
    assert found[2][3] == body
    assert found[2][2].get_statuscode() == "200"
    assert len({payload_digest([e]) for e in answer.exchanges}) == 2


def test_tls_is_for_the_name_while_the_connection_is_to_the_address(fetcher):
    from sijill.fetching.guard import check

    target = check("https://news.example/a", (), lambda h, p: ["93.184.216.34"])
    connection = fetcher._connection(target)
    assert (connection.host, connection.server_hostname, connection.assert_hostname) == (
        "93.184.216.34", "news.example", "news.example")  # fmt: skip
    assert connection.ssl_context.check_hostname or connection.assert_hostname
    assert connection.ssl_context.verify_mode.name == "CERT_REQUIRED"
