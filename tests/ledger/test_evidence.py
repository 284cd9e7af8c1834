"""Addresses and versions in a ledger: one article however it is met, every version kept, evidence as it came."""

import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from warcio.archiveiterator import ArchiveIterator

from sijill.fetching.client import Exchange
from sijill.fetching.evidence import payload_digest, warc
from sijill.ledger import Decision, Ledger, add, record
from sijill.ledger.evidence import evidence, keep_exchange
from sijill.ledger.history import superseded
from sijill.reading.identity import digest
from sijill.records import Article, Published

DAYS = [datetime(2025, 2, n, 12, tzinfo=UTC) for n in range(1, 9)]
TEXT = (
    "قال وزير النقل سامر الحداد إن الوزارة ستفتتح خط المترو الأول في 30 يونيو 2025.\n"
    "وأضاف أن الكلفة بلغت 40 مليون دولار، وأن الشركة المنفذة أنهت معظم المحطات.\n"
    "ويبلغ طول الخط عشرين كيلومتراً ويمر بوسط المدينة وبالجامعة."
)
EDITED = TEXT.replace("30 يونيو 2025", "31 ديسمبر 2025")
URL = "https://nakheel.example/2025/1/5/metro"


def article(text=TEXT, url=URL, name="metro", outlet="النخيل", **more):
    day = date(2025, 1, 5)
    made = Article(name, text, outlet, url, published=Published(day, day, "stated"), digest=digest(text, outlet, url))
    return replace(made, **more)


@pytest.fixture
def ledger(tmp_path):
    with Ledger(tmp_path / "a.sijill", create=True) as made:
        yield made


def put(ledger, *items, live=False):
    """What became of each, added on days of their own."""
    return [e.outcome for day, item in zip(DAYS, items, strict=False) for e in add(ledger, [item], day, live)]


def test_one_article_at_two_addresses_is_one_with_both(ledger):
    amp = "https://www.nakheel.example/amp/2025/1/5/metro?utm_source=x"
    section = "https://nakheel.example/economy/metro-line"
    items = [article(), article(addresses=(amp,)), article(url=amp), article(url=section)]
    assert put(ledger, *items) == ["added", "known", "known", "known"]
    [told] = record(ledger).articles
    assert told.article.url == URL
    assert set(told.article.addresses) == {amp, section}


def test_an_outlet_spelt_otherwise_at_the_same_address_makes_no_second_article(ledger):
    assert put(ledger, article(), article(outlet="صحيفة النخيل", url=URL + "?fbclid=1")) == ["added", "known"]
    assert put(ledger, article(outlet="المسار", url="https://masar.example/x")) == ["added"], "two outlets, two articles"


def test_without_an_outlet_the_address_stands_for_it(ledger):
    items = [article(outlet=None), article(outlet=None, url=URL + "/?utm_id=3", name="again")]
    assert put(ledger, *items) == ["added", "known"]
    assert put(ledger, article(outlet=None, url="https://b.example/x", name="other")) == ["added"]


def test_a_changed_page_is_a_new_version_of_its_article(ledger):
    assert put(ledger, article(), article(EDITED), article(EDITED)) == ["added", "changed", "known"]
    told = record(ledger)
    [d] = told.articles
    assert (d.article.name, d.article.text) == ("metro", EDITED)
    assert [(n.kind, n.day) for n in told.notices] == [("silent_edit", date(2025, 2, 2))]
    then = record(ledger, recorded_by=date(2025, 2, 1))
    assert then.articles[0].article.text == TEXT
    assert then.notices == ()
    assert superseded(ledger) == {article().digest}


def test_a_page_that_changed_back_is_told_as_it_is(ledger):
    for again, back in (([article()], "changed"), ([article()], "known"), ([article(EDITED)], "changed")):
        if not ledger.kept():
            put(ledger, article(), article(EDITED))
        assert [e.outcome for e in add(ledger, again, DAYS[4], live=True)] == [back]
        assert record(ledger).articles[0].article.text == again[0].text


def test_a_folder_that_is_added_again_changes_nothing(ledger):
    folder = [article(), article(EDITED)]
    assert put(ledger, *folder) == ["added", "changed"]
    assert put(ledger, *folder) == ["known", "known"]
    assert record(ledger).articles[0].article.text == EDITED


def test_furniture_and_spelling_make_no_version(ledger):
    assert put(ledger, article(), article(TEXT.replace("أن", "ان")), article(TEXT + "\n")) == ["added", "known", "known"]


def test_a_mobile_page_that_leaves_a_sentence_out_is_no_version_one_that_says_otherwise_is(ledger):
    mobile = "https://m.nakheel.example/2025/1/5/metro"
    short = "\n".join(TEXT.split("\n")[:2])
    assert put(ledger, article(), article(short, addresses=(mobile,)), article(short)) == ["added", "known", "changed"]
    assert put(ledger, article(short, addresses=(mobile,))) == ["known"]
    assert put(ledger, article(EDITED, addresses=(mobile,))) == ["changed"]


def test_another_article_under_the_same_address_is_added(ledger):
    other = "انطلقت في العاصمة فعاليات معرض الكتاب بمشاركة مئة دار نشر عربية وأجنبية."
    assert put(ledger, article(), article(other, name="fair")) == ["added", "added"]
    assert record(ledger).notices == ()


def test_decisions_hold_for_every_version(ledger):
    put(ledger, article())
    ledger.decide(Decision("published", article().digest, "seen on paper", "2025-01-04"), DAYS[0])
    put(ledger, article(), article(EDITED))
    assert [d.published.latest for d in record(ledger).articles] == [date(2025, 1, 4)]
    ledger.decide(Decision("remove", article().digest, "satire"), DAYS[3])
    assert record(ledger).articles == ()
    assert put(ledger, article(EDITED.replace("40 مليون", "45 مليون"))) == ["removed"]
    assert record(ledger).problems == ()


def test_a_removed_line_gives_no_notice(ledger):
    put(ledger, article(), article(EDITED))
    [notice] = record(ledger).notices
    ledger.decide(Decision("remove", notice.line, "no undertaking"), DAYS[3])
    assert record(ledger).notices == ()


# ---- evidence ------------------------------------------------------------------------------------------------------


def exchange(body, url=URL, moment=DAYS[0], status=200):
    return Exchange(url, "93.184.216.34", moment, "/x", (("Host", "x"),), status, "OK", (("Content-Type", "text/html"),), body)


def keep(ledger, x):
    return keep_exchange(ledger, x.url, x.status, payload_digest([x]), warc(x), x.moment)


def test_every_answer_that_differs_is_kept_and_comes_back_as_a_warc_file(ledger):
    made = [
        exchange(b"one"),
        exchange(b"one", moment=DAYS[1]),
        exchange(b"two", moment=DAYS[2]),
        exchange(b"one", moment=DAYS[3]),
    ]
    assert [keep(ledger, x) for x in made] == [True, False, True, True]
    whole = b"".join(evidence(ledger))
    records = [(r.rec_type, r.raw_stream.read()) for r in ArchiveIterator(BytesIO(whole), check_digests="raise")]
    assert [body for kind, body in records if kind == "response"] == [b"one", b"two", b"one"]


def test_evidence_cannot_be_rewritten(ledger):
    keep(ledger, exchange(b"one"))
    for change in ("UPDATE exchange SET warc = x''", "DELETE FROM exchange"):
        with sqlite3.connect(ledger.path) as raw, pytest.raises(sqlite3.IntegrityError, match="append-only"):
            raw.execute(change)


def test_an_older_ledger_gets_the_addresses_of_its_articles(tmp_path):
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine

    path = tmp_path / "old.sijill"
    config = Config()
    config.set_main_option("script_location", "sijill:ledger/migrations")
    with create_engine(f"sqlite:///{path}").begin() as db:
        config.attributes["connection"] = db
        command.upgrade(config, "0001")
    with sqlite3.connect(path) as raw:
        raw.execute(
            "INSERT INTO article (digest, name, url, language, text, rest, recorded) VALUES ('d', 'metro', ?, 'ar', ?, ?, ?)",
            (URL, TEXT, b"[{},[]]", "2025-01-06T00:00:00Z"),
        )
        raw.execute("INSERT INTO extraction VALUES ('d', 'old', ?)", (b'{"article":{"name":"","text":""}}',))
    with Ledger(path) as ledger:
        assert [e.outcome for e in add(ledger, [article(url=URL + "?utm_id=1", name="b")], DAYS[0])] == ["completed"]
