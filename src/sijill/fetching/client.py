"""One GET at a time over urllib3: guarded at every redirect, limited in size and time, with everything kept for evidence.

Nothing that comes back is run or loaded further. Connections are made directly (no proxy of the environment), since only
then the guard sees the address that is connected to.
"""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from http.client import HTTPException
from urllib.parse import urljoin

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse

from ..records import Problem
from .bodies import Body, Overrun, decoded
from .guard import Refusal, Resolver, Target, check

REDIRECTS = (301, 302, 303, 307, 308)
AGENT = "sijill"
"""The name that robots.txt files know us by."""
HEADERS = {
    "User-Agent": f"{AGENT} (keeps the record of a story; asks seldom)",
    "Accept": "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,"
    "application/xml;q=0.9,application/json;q=0.9,*/*;q=0.5",
    "Accept-Language": "ar,en;q=0.5",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes as sent and as unpacked, seconds of silence and of a whole answer, steps of a redirect."""

    sent: int = 16 << 20
    unpacked: int = 32 << 20
    silence: float = 15.0
    whole: float = 60.0
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its response as they went over the wire; ``body`` as sent (still packed), complete or not."""

    url: str
    ip: str
    moment: datetime
    path: str
    asked: tuple[tuple[str, str], ...]
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking for ``address``: the ``data`` unpacked, or a ``problem``; ``status`` 304 where nothing is new.

    ``final``: the address that answered; ``headers`` of that answer, names in lower case; ``exchanges``: all the steps.
    """

    address: str
    final: str
    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    data: bytes = b""
    exchanges: tuple[Exchange, ...] = ()
    problem: Problem | None = None


class Fetcher:
    """Asks addresses, one at a time. ``allowed``: hosts that are asked wherever they are; ``now``: the clock."""

    def __init__(
        self,
        now: Callable[[], datetime],
        allowed: Iterable[str] = (),
        limits: Limits | None = None,
        resolve: Resolver | None = None,
    ) -> None:
        self.now = now
        self.allowed = tuple(allowed)
        self.limits = limits or Limits()
        self._resolve = resolve
        self._context: ssl.SSLContext | None = None

    def fetch(self, address: str, etag: str | None = None, modified: str | None = None) -> Answer:
        """The answer of ``address``, redirects followed; with ``etag`` or ``modified`` only if it is a newer one."""
        conditions = {k: v for k, v in (("If-None-Match", etag), ("If-Modified-Since", modified)) if v and _sendable(v)}
        here, steps, seen = address, list[Exchange](), set[str]()
        while True:
            target = check(here, self.allowed, self._resolve)
            if isinstance(target, Refusal):
                return _failed(address, here, steps, *_refused(here, target, bool(steps)))
            seen.add(target.url)
            got = self._once(target, here, conditions)
            if isinstance(got, Overrun):
                return _failed(address, here, steps, got.code, got.why)
            step, overrun = got
            steps.append(step)
            headers = _by_name(step.headers)
            if step.status in REDIRECTS and headers.get("location"):
                here = _led(here, headers["location"])
                again = check(here, self.allowed, self._resolve)
                if isinstance(again, Target) and again.url in seen:
                    return _failed(address, here, steps, "redirect_loop", f"it leads back to {here}; nothing is read")
                if len(steps) > self.limits.redirects:
                    message = f"more than {self.limits.redirects} redirects, the last to {here}; give the address itself"
                    return _failed(address, here, steps, "too_many_redirects", message)
                continue
            return _answer(address, here, steps, overrun, headers, self.limits.unpacked)

    def _once(self, target: Target, shown: str, conditions: Mapping[str, str]) -> tuple[Exchange, Overrun | None] | Overrun:
        """One step: the exchange and what cut it short, or why there was no response."""
        connection = self._connection(target)
        asked = {"Host": target.host_header, **HEADERS, **conditions}
        with Body(connection, self.limits) as body:
            try:
                connection.request("GET", target.path, headers=asked, preload_content=False, decode_content=False)
                response = connection.getresponse()
            except (HTTPError, HTTPException, OSError, ValueError, AttributeError) as e:
                if body.late:
                    return Overrun("too_slow", f"no answer in {self.limits.whole:g} s; try again later")
                return Overrun("unreachable", f"no connection ({_said(e)}); try again later")
            data, overrun = body.read(response)
        exchange = Exchange(
            shown, target.ip, self.now(), target.path, tuple(asked.items()), response.status, response.reason or "",
            _sent(response), data, overrun is None,
        )  # fmt: skip
        return exchange, overrun

    def _connection(self, target: Target) -> HTTPConnection:
        """A connection to the checked IP address; TLS is for the host's name."""
        if target.scheme == "http":
            return HTTPConnection(target.ip, target.port, timeout=self.limits.silence)
        if self._context is None:
            self._context = _trust()
        return HTTPSConnection(
            target.ip, target.port, timeout=self.limits.silence, ssl_context=self._context, server_hostname=target.host,
            assert_hostname=target.host,
        )  # fmt: skip


def _answer(
    address: str, final: str, steps: list[Exchange], overrun: Overrun | None, headers: dict[str, str], most: int
) -> Answer:
    last = steps[-1]
    if overrun is not None:
        return _failed(address, final, steps, overrun.code, overrun.why)
    if last.status == 304:
        return Answer(address, final, 304, headers, b"", tuple(steps))
    if last.status != 200:
        message = f"the server answers {last.status} {last.reason}".rstrip() + "; look at it in a browser"
        return _failed(address, final, steps, "http_status", message, headers)
    data = decoded(last.body, headers.get("content-encoding", ""), most)
    if isinstance(data, Overrun):
        return _failed(address, final, steps, data.code, data.why, headers)
    return Answer(address, final, 200, headers, data, tuple(steps))


def _failed(
    address: str, final: str, steps: list[Exchange], code: str, message: str, headers: Mapping[str, str] | None = None
) -> Answer:
    status = steps[-1].status if steps else 0
    if steps and final != address and code not in _TELL_OF_IT:
        message = f"it leads to {final[:200]}: {message}"
    return Answer(address, final, status, headers or {}, b"", tuple(steps), Problem(address, "reading", code, message))


_TELL_OF_IT = ("redirect_refused", "redirect_loop", "too_many_redirects")
"""Codes whose messages name the address that was led to."""


def _refused(here: str, refusal: Refusal, redirected: bool) -> tuple[str, str]:
    hint = "; if this host is yours, allow it with --allow-host" if refusal.code in ("not_public", "port") else ""
    if redirected:
        return "redirect_refused", f"it leads to {here[:200]}, which is not fetched: {refusal.why}{hint}"
    return f"refused_{refusal.code}", f"it is not fetched: {refusal.why}{hint}"


def _by_name(headers: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Headers by lower-case name; the first of each."""
    out: dict[str, str] = {}
    for name, value in headers:
        out.setdefault(name.lower(), value.strip())
    return out


def _sent(response: BaseHTTPResponse) -> tuple[tuple[str, str], ...]:
    return tuple((str(name), str(value)) for name, value in response.headers.items())


def _sendable(value: str) -> bool:
    """Whether a validator that a server once gave can go back into a header as it is."""
    return value.isascii() and value.isprintable() and len(value) < 1024


def _led(here: str, location: str) -> str:
    """The address that a Location header leads to; what cannot be joined stays as it is, for the guard to refuse.

    Servers send Arabic paths as bare UTF-8 (which arrives here as Latin-1) and blanks as they are.
    """
    with suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    if any(c < " " or c in "\x7f\\" for c in location):
        return location
    try:
        return urljoin(here, location.replace(" ", "%20"))
    except ValueError:
        return location


def _said(e: BaseException) -> str:
    words = str(e).rpartition(": ")[2] or type(e).__name__
    return words[:160]


def _trust() -> ssl.SSLContext:
    context = ssl.create_default_context()
    with suppress(ImportError):  # a machine without certificates of its own
        import certifi

        context.load_verify_locations(certifi.where())
    return context
