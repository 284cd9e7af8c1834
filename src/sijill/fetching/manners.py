"""How to ask without being a burden: robots.txt, a pause between two requests to a host, longer pauses after trouble."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

from ..records import Problem
from .client import AGENT, Answer, Fetcher

PAUSE = 2.0
"""Seconds between two requests to one host, unless its robots.txt asks for more."""
LONGEST_PAUSE = 60.0
ROBOTS_HOLD = timedelta(hours=24)
LONGEST_WAIT = timedelta(hours=24)
ROBOTS_SIZE = 500 << 10
"""Bytes of a robots.txt that are read (RFC 9309)."""


@dataclass(slots=True)
class _Host:
    robots: RobotFileParser | None = None
    asked: datetime | None = None
    last: datetime | None = None
    pause: float = PAUSE


@dataclass(slots=True)
class Manners:
    """A fetcher that keeps to each host's rules. ``pause``: seconds between two requests to a host.

    ``sleep`` waits some seconds; it is called with 0 before each request, where a stop is welcome.
    """

    fetcher: Fetcher
    sleep: Callable[[float], None]
    pause: float = PAUSE
    _hosts: dict[str, _Host] = field(default_factory=dict)

    def fetch(self, address: str, etag: str | None = None, modified: str | None = None) -> Answer:
        """The answer of ``address``, when its host's turn has come; a Problem ``robots`` where its rules forbid it."""
        self.sleep(0)  # whoever wants to stop stops here
        parts = urlsplit(address)
        host = self._hosts.setdefault(f"{parts.scheme}://{parts.netloc}".lower(), _Host(pause=self.pause))
        self._learn(host, urlunsplit((parts.scheme, parts.netloc, "/robots.txt", "", "")))
        if host.robots is not None and not host.robots.can_fetch(AGENT, address):
            message = f"{parts.netloc} asks robots not to read it (robots.txt); read it in a browser and save it"
            return Answer(address, address, problem=Problem(address, "reading", "robots", message))
        self._wait(host)
        return self.fetcher.fetch(address, etag, modified)

    def _learn(self, host: _Host, address: str) -> None:
        now = self.fetcher.now()
        if host.asked is not None and now - host.asked < ROBOTS_HOLD:
            return
        self._wait(host)
        host.asked = now
        answer = self.fetcher.fetch(address)
        rules = RobotFileParser(address)
        if answer.status == 200 and answer.problem is None:
            rules.parse(answer.data[:ROBOTS_SIZE].decode("utf-8-sig", "replace").splitlines())
        elif 400 <= answer.status < 500 or (answer.problem is not None and answer.problem.code.startswith("refused_")):
            rules.parse([])  # no rules; what is refused is told by the request itself
        else:
            host.asked = now - ROBOTS_HOLD + timedelta(minutes=10)  # no answer forbids all for now (RFC 9309)
            rules.parse(["User-agent: *", "Disallow: /"])
        host.robots = rules
        delay = rules.crawl_delay(AGENT)
        host.pause = max(self.pause, min(float(delay), LONGEST_PAUSE) if delay else 0.0)

    def _wait(self, host: _Host) -> None:
        now = self.fetcher.now()
        if host.last is not None:
            left = host.pause - (now - host.last).total_seconds()
            if left > 0:
                self.sleep(left)
        host.last = self.fetcher.now()


def next_turn(now: datetime, every: timedelta, failures: int, headers: Mapping[str, str]) -> datetime:
    """When to ask again: after ``every``, twice as long for each failure in a row, as Retry-After says, a day at most."""
    wait = min(every * 2 ** min(failures, 16), LONGEST_WAIT) if failures else every
    asked = _retry_after(now, headers.get("retry-after", ""))
    return now + max(wait, min(asked, LONGEST_WAIT))


def _retry_after(now: datetime, value: str) -> timedelta:
    if value.isdecimal() and len(value) < 9:
        return timedelta(seconds=int(value))
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return timedelta()
    return moment.replace(tzinfo=moment.tzinfo or UTC) - now
