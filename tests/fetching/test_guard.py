"""Acceptance: addresses that lead inside are refused, in whatever form they are written, and so are redirects to them."""

import socket
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.fetching import Fetcher, guard
from sijill.fetching.guard import Refusal, Target, check, public

INSIDE = {
    "rebind.example": ["127.0.0.1"],
    "mixed.example": ["93.184.216.34", "10.0.0.5"],
    "six.example": ["::1"],
    "mapped.example": ["::ffff:127.0.0.1"],
    "nat.example": ["64:ff9b::a00:1"],
    "metadata.example": ["169.254.169.254"],
    "localhost": ["127.0.0.1", "::1"],
    "printer.local": ["192.168.1.20"],
    "none.example": [],
}
"""What a resolver under somebody else's control may answer."""


def resolver(host, port):
    if host in INSIDE:
        return INSIDE[host]
    if host.endswith(".test"):
        raise socket.gaierror("Name or service not known")
    return ["93.184.216.34"]


REFUSED = [
    # loopback, in all its spellings
    ("http://127.0.0.1/", "not_public"),
    ("http://127.8.9.10/", "not_public"),
    ("http://localhost/", "not_public"),
    ("http://LOCALHOST./", "not_public"),
    ("http://2130706433/", "numeric"),
    ("http://0177.0.0.1/", "numeric"),
    ("http://0177.0.0.01/", "numeric"),
    ("http://017700000001/", "numeric"),
    ("http://0x7f.0.0.1/", "numeric"),
    ("http://0x7f000001/", "numeric"),
    ("http://127.1/", "numeric"),
    ("http://127.0.1/", "numeric"),
    ("http://0/", "numeric"),
    ("http://127.0.0.1./", "not_public"),
    ("http://١٢٧.0.0.1/", "numeric"),
    ("http://１２７.0.0.1/", "not_public"),
    ("http://①②⑦.0.0.1/", "not_public"),
    ("http://127。0。0。1/", "not_public"),
    ("http://%31%32%37.0.0.1/", "numeric"),
    ("http://[::1]/", "not_public"),
    ("http://[0:0:0:0:0:0:0:1]/", "not_public"),
    ("http://[::]/", "not_public"),
    # other addresses in IPv6
    ("http://[::ffff:127.0.0.1]/", "not_public"),
    ("http://[::ffff:7f00:1]/", "not_public"),
    ("http://[::ffff:10.0.0.1]/", "not_public"),
    ("http://[::127.0.0.1]/", "not_public"),
    ("http://[2002:7f00:1::]/", "not_public"),
    ("http://[2002:5db8:d822::]/", "not_public"),
    ("http://[64:ff9b::7f00:1]/", "not_public"),
    ("http://[64:ff9b:1::a00:1]/", "not_public"),
    ("http://[2001:0:53aa:64c::1]/", "not_public"),
    ("http://[2a00:1450::5efe:7f00:1]/", "not_public"),
    ("http://[fe80::1]/", "not_public"),
    ("http://[fe80::1%25eth0]/", "address"),
    ("http://[fc00::1]/", "not_public"),
    ("http://[fd12:3456::1]/", "not_public"),
    ("http://[fec0::1]/", "not_public"),
    ("http://[ff02::1]/", "not_public"),
    ("http://[2001:db8::1]/", "not_public"),
    # private, shared, link-local, reserved
    ("http://10.0.0.1/", "not_public"),
    ("http://172.16.0.1/", "not_public"),
    ("http://172.31.255.255/", "not_public"),
    ("http://192.168.0.1/", "not_public"),
    ("http://169.254.169.254/latest/meta-data/", "not_public"),
    ("http://100.64.0.1/", "not_public"),
    ("http://100.127.255.254/", "not_public"),
    ("http://0.0.0.0/", "not_public"),
    ("http://192.0.0.1/", "not_public"),
    ("http://192.0.2.7/", "not_public"),
    ("http://192.88.99.1/", "not_public"),
    ("http://198.18.0.1/", "not_public"),
    ("http://203.0.113.9/", "not_public"),
    ("http://224.0.0.1/", "not_public"),
    ("http://239.255.255.250/", "not_public"),
    ("http://240.0.0.1/", "not_public"),
    ("http://255.255.255.255/", "not_public"),
    # what a name answers with
    ("http://rebind.example/", "not_public"),
    ("http://mixed.example/", "not_public"),
    ("http://six.example/", "not_public"),
    ("http://mapped.example/", "not_public"),
    ("http://nat.example/", "not_public"),
    ("http://metadata.example/", "not_public"),
    ("http://printer.local/", "not_public"),
    ("http://none.example/", "unresolved"),
    ("http://gone.test/", "unresolved"),
    # userinfo, and addresses that two readers take differently
    ("http://news.example@127.0.0.1/", "userinfo"),
    ("http://127.0.0.1@news.example/", "userinfo"),
    ("http://user:secret@news.example/", "userinfo"),
    ("http://@news.example/", "userinfo"),
    ("http://news.example\\@127.0.0.1/", "address"),
    ("http://news.example /", "address"),
    ("http://news.example\r\nHost: inside/", "address"),
    ("http://news.example\t/", "address"),
    ("http:///path", "address"),
    ("http://", "address"),
    ("http://[::1", "address"),
    ("http://news_.example-/", "address"),
    ("http://exa$mple.com/", "address"),
    ("http://news.example/" + "a" * 5000, "address"),
    # other ports and other schemes
    ("http://news.example:22/", "port"),
    ("http://news.example:25/", "port"),
    ("http://news.example:6379/", "port"),
    ("http://news.example:0/", "address"),
    ("http://news.example:99999/", "address"),
    ("ftp://news.example/", "scheme"),
    ("file:///etc/passwd", "scheme"),
    ("gopher://news.example/", "scheme"),
    ("javascript:alert(1)", "scheme"),
    ("data:text/html,hello", "scheme"),
    ("//news.example/", "scheme"),
    ("news.example/page", "scheme"),
]


# no Location header can hold these, or they are relative to the page and so another address
RELATIVE = ("http://news.example\r\nHost: inside/", "//news.example/", "news.example/page", "http:///path", "http://")


def test_the_table_is_long_enough():
    assert len({address for address, _ in REFUSED}) >= 80


@pytest.mark.parametrize(("address", "code"), REFUSED, ids=[repr(a[:60]) for a, _ in REFUSED])
def test_an_address_that_is_not_the_public_web_is_refused(address, code):
    got = check(address, (), resolver)
    assert isinstance(got, Refusal), got
    assert got.code == code, got
    assert got.why


@pytest.mark.parametrize("address", [a for a, _ in REFUSED if a not in RELATIVE], ids=lambda a: repr(a[:60]))
def test_a_redirect_to_it_is_refused_too_and_never_asked(site, connected, address):
    fetcher = Fetcher(lambda: datetime(2025, 1, 1, tzinfo=UTC), [site.host], resolve=resolver)
    site.lead("/go", address.encode("utf-8").decode("latin-1"))
    answer = fetcher.fetch(site.url("/go"))
    assert answer.problem is not None
    assert answer.problem.code == "redirect_refused", answer.problem
    assert connected == ["127.0.0.1"]
    assert len(answer.exchanges) == 1, "the redirect itself is evidence"


@pytest.mark.parametrize(
    ("address", "url", "host_header"),
    [
        ("http://news.example", "http://news.example:80/", "news.example"),
        ("HTTPS://News.Example/A?b=c#d", "https://news.example:443/A?b=c", "news.example"),
        ("https://news.example:8443/x", "https://news.example:8443/x", "news.example:8443"),
        ("http://93.184.216.34/", "http://93.184.216.34:80/", "93.184.216.34"),
        ("http://[2606:2800:220:1:248:1893:25c8:1946]/", "http://[2606:2800:220:1:248:1893:25c8:1946]:80/",
         "[2606:2800:220:1:248:1893:25c8:1946]"),
        ("http://أخبار.example/خبر/1", "http://xn--igbicxr.example:80/%D8%AE%D8%A8%D8%B1/1", "xn--igbicxr.example"),
        ("http://news.example/a%20b?q=%D8%AE", "http://news.example:80/a%20b?q=%D8%AE", "news.example"),
    ],
)  # fmt: skip
def test_the_public_web_is_asked(address, url, host_header):
    got = check(address, (), resolver)
    assert isinstance(got, Target), got
    assert got.url == url
    assert got.host_header == host_header


def test_what_the_user_allows_is_asked_and_nothing_else():
    assert isinstance(check("http://printer.local/", ["printer.local"], resolver), Target)
    assert isinstance(check("http://printer.local:631/", ["printer.local:631"], resolver), Target)
    assert isinstance(check("http://printer.local:80/", ["printer.local:631"], resolver), Refusal)
    assert isinstance(check("http://127.0.0.1:9/", ["127.0.0.1"], resolver), Target)
    assert isinstance(check("http://[::1]:9/", ["[::1]:9"], resolver), Target)
    assert isinstance(check("http://127.0.0.2/", ["127.0.0.1"], resolver), Refusal)
    assert isinstance(check("file:///etc/passwd", [""], resolver), Refusal)


def test_the_connection_goes_to_the_address_that_was_checked():
    answers = iter([["93.184.216.34"], ["127.0.0.1"]])
    got = check("http://rebinding.example/", (), lambda h, p: next(answers))
    assert isinstance(got, Target)
    assert (got.ip, got.host) == ("93.184.216.34", "rebinding.example")


@given(st.ip_addresses(v=4))
def test_a_public_address_in_another_form_is_as_public_as_itself(ip):
    plain = public(str(ip))
    assert public(f"::ffff:{ip}") == plain
    assert public(f"64:ff9b::{ip}") == plain
    if ip.is_private or ip.is_multicast or ip.is_reserved:
        assert not plain


@given(st.text(max_size=60))
def test_no_address_makes_the_guard_fail(text):
    for address in (text, f"http://{text}/", f"https://x.example/{text}"):
        got = check(address, (), resolver)
        assert isinstance(got, Refusal | Target)
        if isinstance(got, Target):
            assert got.url.isascii()
            assert public(got.ip)


def test_a_resolver_that_never_answers_is_given_up(monkeypatch):
    monkeypatch.setattr(guard, "PATIENCE", 0.05)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: time.sleep(0.5) or [])
    got = check("http://slow.example/")
    assert isinstance(got, Refusal)
    assert got.code == "unresolved"
