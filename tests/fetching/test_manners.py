"""robots.txt, pauses for each host, longer pauses after trouble; the clock is the test's own."""

from datetime import UTC, datetime, timedelta

import pytest

from sijill.fetching import Fetcher, Limits
from sijill.fetching.manners import LONGEST_WAIT, Manners, next_turn

QUARTER = timedelta(minutes=15)


class Clock:
    """A clock that only moves where someone sleeps."""

    def __init__(self):
        self.now = datetime(2025, 3, 1, 12, tzinfo=UTC)
        self.slept = []

    def __call__(self):
        return self.now

    def sleep(self, seconds):
        if seconds:
            self.slept.append(round(seconds, 3))
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def manners(site, clock):
    return Manners(Fetcher(clock, [site.host], Limits(silence=0.5, whole=1)), clock.sleep)


def test_a_host_is_asked_slowly_and_its_rules_first(site, manners, clock):
    site.lay("/a", "a")
    site.lay("/b", "b")
    assert manners.fetch(site.url("/a")).data == b"a"
    assert manners.fetch(site.url("/b")).data == b"b"
    assert [path for path, _ in site.seen] == ["/robots.txt", "/a", "/b"]
    assert clock.slept == [2, 2]


def test_rules_are_kept_and_asked_for_once_a_day(site, manners, clock):
    site.lay(
        "/robots.txt",
        "User-agent: *\nDisallow: /private/\nCrawl-delay: 7\n\nUser-agent: badbot\nDisallow: /",
        kind="text/plain",
    )
    site.lay("/private/a", "a")
    site.lay("/b", "b")
    refused = manners.fetch(site.url("/private/a"))
    assert refused.problem.code == "robots"
    assert refused.exchanges == ()
    assert manners.fetch(site.url("/b")).data == b"b"
    assert manners.fetch(site.url("/b")).data == b"b"
    assert clock.slept == [7, 7]
    assert (site.asked["/private/a"], site.asked["/robots.txt"]) == (0, 1)
    clock.now += timedelta(hours=25)
    manners.fetch(site.url("/b"))
    assert site.asked["/robots.txt"] == 2


def test_a_stop_is_noticed_before_the_next_request(site, clock):
    def stop(seconds):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Manners(Fetcher(clock, [site.host]), stop).fetch(site.url("/a"))
    assert site.asked.total() == 0


def test_rules_for_us_by_name(site, manners):
    site.lay("/robots.txt", "User-agent: sijill\nDisallow: /\n\nUser-agent: *\nAllow: /", kind="text/plain")
    assert manners.fetch(site.url("/a")).problem.code == "robots"


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (500, False), (503, False)])
def test_no_rules_allow_all_and_a_server_in_trouble_forbids_all_for_a_while(site, manners, clock, status, allowed):
    site.lay("/robots.txt", "no", status=status)
    site.lay("/a", "a")
    assert (manners.fetch(site.url("/a")).problem is None) == allowed
    if not allowed:
        site.lay("/robots.txt", "", kind="text/plain")
        clock.now += timedelta(minutes=11)
        assert manners.fetch(site.url("/a")).problem is None


def test_an_address_that_is_refused_is_told_by_its_own_reason(clock):
    manners = Manners(Fetcher(clock), clock.sleep)
    assert manners.fetch("http://127.0.0.1/feed").problem.code == "refused_not_public"


def test_trouble_makes_the_next_turn_later_and_never_later_than_a_day():
    now = datetime(2025, 3, 1, 12, tzinfo=UTC)
    waits = [next_turn(now, QUARTER, failures, {}) - now for failures in range(12)]
    assert waits[:4] == [QUARTER, 2 * QUARTER, 4 * QUARTER, 8 * QUARTER]
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT


@pytest.mark.parametrize(
    ("said", "minutes"),
    [("3600", 60), ("Sat, 01 Mar 2025 14:00:00 GMT", 120), ("soon", 15), ("-5", 15), ("60", 15), ("9" * 30, 15),
     ("99999999", 24 * 60), ("Sat, 01 Mar 2015 14:00:00 GMT", 15)],
)  # fmt: skip
def test_a_server_may_say_when_to_come_back(said, minutes):
    now = datetime(2025, 3, 1, 12, tzinfo=UTC)
    assert next_turn(now, QUARTER, 0, {"retry-after": said}) - now == timedelta(minutes=minutes)
