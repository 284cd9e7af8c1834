"""A watch's memory: whose turn it is, what was asked, and that a thing is told once."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sijill.ledger import Ledger
from sijill.ledger import journal as told_of
from sijill.ledger.visits import AT_ONCE, Visit, asked, next_due, pages_due, save, visit, visits

NOON = datetime(2025, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def ledger(tmp_path):
    with Ledger(tmp_path / "a.sijill", create=True) as made:
        yield made


def page(n, due=NOON, kind="page"):
    return Visit(f"https://nakheel.example/{n}", kind, NOON, NOON, due)


def test_a_visit_comes_back_as_it_was_kept_and_the_last_one_counts(ledger):
    first = replace(page(1), etag='"خ"', modified="Sat, 01 Mar 2025 10:00:00 GMT", payload="0" * 64, failures=2, note="robots")
    save(ledger, first)
    assert visit(ledger, first.url) == first
    save(ledger, replace(first, failures=0, note=None, due=NOON + HOUR))
    assert visit(ledger, first.url) == replace(first, failures=0, note=None, due=NOON + HOUR)
    assert visit(ledger, "https://nakheel.example/2") is None


def test_pages_whose_turn_it_is_come_longest_waiting_first_and_feeds_are_none(ledger):
    for made in (page(1, NOON), page(2, NOON - HOUR), page(3, NOON + HOUR), page("feed", NOON - HOUR, "feed")):
        save(ledger, made)
    assert [v.url[-1] for v in pages_due(ledger, NOON)] == ["2", "1"]
    assert [v.url[-1] for v in visits(ledger, [page(3).url, page(9).url, page(1).url])] == ["3", "1"]


def test_the_next_turn_is_that_of_a_page_or_of_the_feeds_that_are_watched(ledger):
    assert next_due(ledger, []) is None
    save(ledger, page(1, NOON + HOUR))
    save(ledger, page("feed", NOON, "feed"))
    assert next_due(ledger, []) == NOON + HOUR
    assert next_due(ledger, [page("feed").url]) == NOON


def test_a_list_of_any_length_is_looked_up(ledger):
    urls = [page(n).url for n in range(2 * AT_ONCE + 1)]
    for n in (0, AT_ONCE, 2 * AT_ONCE):
        save(ledger, page(n))
    assert asked(ledger, urls) == {urls[0], urls[AT_ONCE], urls[2 * AT_ONCE]}
    assert asked(ledger, []) == set()


def test_what_was_told_is_told_once_and_what_was_only_known_never(ledger):
    assert (told_of.known(ledger), told_of.last_engine(ledger), told_of.count(ledger)) == (frozenset(), None, 0)
    told_of.write(ledger, [("a", None), ("b", {"kind": "new", "title_ar": "المترو"})], "e1", NOON)
    told_of.write(ledger, [("b", {"kind": "new", "title_ar": "غيره"}), ("c", {"kind": "moved"})], "e2", NOON + HOUR)
    assert told_of.known(ledger) == {"a", "b", "c"}
    assert [(t.key, t.change.get("title_ar"), t.recorded) for t in told_of.told(ledger)] == [
        ("c", None, NOON + HOUR), ("b", "المترو", NOON)]  # fmt: skip
    assert [t.key for t in told_of.told(ledger, newest=1)] == ["c"]
    assert told_of.last_engine(ledger) == "e2"
    told_of.write(ledger, [], "e3", NOON)
    assert told_of.last_engine(ledger) == "e2"
