"""What a watch told, in words and as an Atom feed."""

from datetime import UTC, datetime
from xml.etree import ElementTree

import feedparser
import pytest

from sijill.ledger.journal import Told
from sijill.publishing.export.news import as_feed, change_words
from sijill.publishing.locale import LANGUAGES

BASE = {"kind": "new", "line": "c1", "title_ar": "افتتاح المترو", "title_en": "opening of the metro", "day": "2025-03-01",
        "before": None, "after": None, "by": "وزير النقل", "article": "metro", "outlet": "النخيل",
        "url": "https://nakheel.example/metro"}  # fmt: skip
CHANGES = [
    {**BASE, "kind": "report", "line": None, "title_en": None},
    {**BASE, "after": "2025-06-30"},
    {**BASE, "kind": "moved", "before": "2025-06-30", "after": "2025-12-31"},
    {**BASE, "kind": "status", "before": "planned", "after": "denied"},
    {**BASE, "kind": "passed", "before": "2025-06-30", "by": None, "article": None, "outlet": None, "url": None},
    {**BASE, "kind": "silent_edit", "before": "كان في يونيو.", "after": "كان في يوليو."},
    {**BASE, "kind": "silent_edit", "before": "كان في يونيو.", "after": None},
    {**BASE, "line": "e1", "after": "2025-06-30", "title_en": None},
]
HEADS = [
    "new report: افتتاح المترو",
    "new: opening of the metro (due 30 June 2025)",
    "date moved: opening of the metro (30 June 2025 → 31 December 2025)",
    "status changed: opening of the metro (planned → denied)",
    "day passed in silence: opening of the metro (due 30 June 2025)",
    "silently edited: opening of the metro",
    "silently edited: opening of the metro",
    "new: افتتاح المترو (30 June 2025)",
]


@pytest.mark.parametrize(("change", "head"), list(zip(CHANGES, HEADS, strict=True)))
def test_a_change_in_words(change, head):
    assert change_words(change, "en")[0] == head
    assert all(line.strip() for line in change_words(change, "ar"))


def test_an_edit_tells_both_sentences_or_that_one_is_gone():
    assert change_words(CHANGES[5], "en")[1:3] == ["it was: كان في يونيو.", "in its place: كان في يوليو."]
    assert change_words(CHANGES[6], "en")[1] == "this sentence is gone: كان في يونيو."


def entries():
    moment = datetime(2025, 3, 1, 12, tzinfo=UTC)
    return [Told(n, f"key {n}", change, moment.replace(minute=n)) for n, change in enumerate(CHANGES)][::-1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feed_is_one_that_readers_read(language):
    data = as_feed(entries(), "metro", language)
    assert data == as_feed(entries(), "metro", language)
    feed = feedparser.parse(data)
    assert not feed.bozo
    assert len({e.id for e in feed.entries}) == len(CHANGES)
    assert feed.feed.updated == "2025-03-01T12:07:00Z"
    assert feed.entries[-1].links[0].href == "https://nakheel.example/metro"


def test_a_feed_of_nothing_and_of_odd_characters_is_well_formed():
    ElementTree.fromstring(as_feed([], "metro", "ar"))
    odd = {**BASE, "title_ar": "قبل\x00\x0b\ud800\ufffe<&>", "title_en": None}
    [entry] = feedparser.parse(as_feed([Told(1, "k", odd, datetime(2025, 3, 1, tzinfo=UTC))], "x", "en")).entries
    assert "<&>" in entry.title.replace("&lt;", "<").replace("&amp;", "&").replace("&gt;", ">")
