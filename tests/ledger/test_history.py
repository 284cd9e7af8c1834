"""Two clocks: what had been published by a day, what the ledger had by a day. The record is a pure function of both."""

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.ledger import Decision, Ledger, add, record
from sijill.ledger import history as history_module
from sijill.pipeline import extract, place, reconcile
from sijill.reading.identity import digest
from sijill.records import Article, Problem, Published

TEXTS = [
    (date(2025, 1, 5), "قال وزير النقل إن الوزارة ستفتتح الجسر المعلق في 30 يونيو 2025."),
    (date(2025, 2, 1), "من المقرر أن تفتتح وزارة النقل الجسر المعلق في 30 يونيو 2025 بحسب بيان."),
    (date(2025, 5, 20), "أعلنت الوزارة تأجيل افتتاح الجسر المعلق إلى 31 ديسمبر 2025 بسبب الفيضانات."),
    (date(2025, 5, 20), "تعهدت البلدية بتسليم المدرسة الجديدة بحلول نهاية أغسطس 2025."),
    (date(2025, 9, 2), "سلمت البلدية المدرسة الجديدة أمس الاثنين إلى وزارة التربية."),
    (date(2025, 12, 30), "افتتحت وزارة النقل اليوم الثلاثاء الجسر المعلق بعد تأخير ستة أشهر."),
    (None, "قال مصدر إن الوزارة ستفتتح الجسر المعلق قريباً."),
]
POOL = [
    Article(f"a{i}", text, published=Published(day, day, "stated") if day else Published(), digest=digest(text))
    for i, (day, text) in enumerate(TEXTS)
]
FIRST, SECOND = datetime(2026, 1, 1, 9, tzinfo=UTC), datetime(2026, 1, 2, 23, 59, tzinfo=UTC)


def filled(path, *batches):
    """A new ledger with each batch of (moment, articles) added."""
    ledger = Ledger(path, create=True)
    for moment, items in batches:
        list(add(ledger, items, moment))
    return ledger


@settings(max_examples=25, deadline=None)
@given(order=st.lists(st.sampled_from(POOL), unique=True, min_size=1), day=st.dates(date(2024, 12, 1), date(2026, 2, 1)))
def test_the_record_as_of_a_day_is_that_of_the_articles_up_to_it(tmp_path_factory, order, day):
    dated = place([extract(a) for a in sorted(order, key=lambda a: a.name)])
    then = reconcile([d for d in dated if d.published.latest and d.published.latest <= day], as_of=day)
    with filled(tmp_path_factory.mktemp("l") / "a.sijill", (FIRST, order)) as ledger:
        told = record(ledger, as_of=day)
        assert replace(told, unplaced=()) == replace(then, unplaced=())
        assert told.unplaced == tuple(d.article.name for d in dated if d.published.latest is None)


@settings(max_examples=10, deadline=None)
@given(order=st.permutations(POOL), cut=st.integers(0, len(POOL)))
def test_the_order_and_the_batches_of_adding_make_no_difference(tmp_path_factory, order, cut):
    folder = tmp_path_factory.mktemp("l")
    with (
        filled(folder / "a.sijill", (FIRST, POOL)) as one,
        filled(folder / "b.sijill", (FIRST, order[:cut]), (SECOND, order)) as two,
    ):
        assert record(one) == record(two)


def test_as_recorded_by_a_day_is_what_the_ledger_had_then(tmp_path):
    with filled(tmp_path / "a.sijill", (FIRST, POOL[:3]), (SECOND, POOL[3:])) as ledger:
        ledger.note(Problem("x", "reading", "unreadable", "x: no"), SECOND)
        ledger.decide(Decision("remove", POOL[0].digest, "خطأ"), SECOND)
        with filled(tmp_path / "b.sijill", (FIRST, POOL[:3])) as earlier:
            assert record(ledger, recorded_by=FIRST.date()) == record(earlier)
        assert record(ledger, recorded_by=SECOND.date()) == record(ledger), "the day itself counts to its end"
        assert record(ledger, recorded_by=date(2025, 12, 31)).articles == ()
        assert {d.article.name for d in record(ledger).articles} == {a.name for a in POOL[1:]}


def test_both_clocks_at_once(tmp_path):
    stamped = POOL[:-1]  # what has no day of its own may be placed anywhere
    with filled(tmp_path / "a.sijill", (FIRST, stamped[:1]), (SECOND, stamped[1:])) as ledger:
        told = record(ledger, as_of=date(2025, 3, 1), recorded_by=FIRST.date())
        assert [d.article.name for d in told.articles] == ["a0"]
        assert [d.article.name for d in record(ledger, as_of=date(2025, 3, 1)).articles] == ["a0", "a1"]


def test_a_day_that_a_person_sets_moves_every_time_that_is_counted_from_it(tmp_path):
    item = Article("a", "ستفتتح الوزارة الجسر المعلق غداً.", digest="0" * 32)
    with filled(tmp_path / "a.sijill", (FIRST, [item])) as ledger:
        for day in (date(2025, 3, 1), date(2025, 4, 1)):
            ledger.decide(Decision("published", item.digest, value=day.isoformat()), SECOND)
            told = record(ledger).articles[0]
            assert told.published.latest == day
            assert all(t.latest is None or t.latest > day for t in told.timexes)


def test_removed_articles_leave_the_record_and_come_back(tmp_path):
    with filled(tmp_path / "a.sijill", (FIRST, POOL)) as ledger:
        before = record(ledger)
        ledger.decide(Decision("remove", POOL[2].digest, "x"), SECOND)
        with filled(tmp_path / "b.sijill", (FIRST, [a for a in POOL if a is not POOL[2]])) as without:
            assert record(ledger) == record(without)
        ledger.decide(Decision("restore", POOL[2].digest, "y"), SECOND)
        assert record(ledger) == before


def test_a_decision_that_no_longer_fits_is_reported_kept_and_applied_again(tmp_path):
    published = Published(date(2025, 3, 1), date(2025, 3, 1), "stated")
    texts = ("من المقرر افتتاح الجسر المعلق في مايو 2026.", "من المقرر صرف القسط الثالث من القرض في يونيو 2026.")
    pile = [Article(f"p{n}", text, published=published, digest=digest(text)) for n, text in enumerate(texts)]
    with filled(tmp_path / "a.sijill", (FIRST, pile)) as ledger:
        lines = record(ledger).commitments
        assert lines, "the rest of this test removes a commitment"
        ledger.decide(Decision("remove", lines[0].id, "ليس تعهداً"), SECOND)
        told = record(ledger)
        assert lines[0].id not in {c.id for c in told.commitments}
        assert told.problems == ()
        assert record(ledger, as_of=date(2025, 1, 1)).problems == (), "not yet known is no orphan"
        for item in pile:
            ledger.decide(Decision("remove", item.digest, "x"), SECOND)
        (orphan,) = record(ledger).problems
        assert (orphan.article, orphan.stage, orphan.code) == (lines[0].id, "ledger", "orphaned")
        assert "ليس تعهداً" in orphan.message
        for item in pile:
            ledger.decide(Decision("restore", item.digest, "y"), SECOND)
        assert record(ledger) == told


def test_another_engine_finds_again_what_an_older_one_found(tmp_path, monkeypatch):
    with filled(tmp_path / "a.sijill", (FIRST, POOL[:2])) as ledger:
        now = record(ledger)
        ledger.renew([replace(k.extraction, times=(), figures=(), undertakings=()) for k in ledger.kept()], "an older one")
        calls = []
        monkeypatch.setattr(history_module, "extract", lambda a, own: calls.append(a.name) or extract(a, own))
        assert record(ledger) == now
        assert calls == ["a0", "a1"]
        assert record(ledger) == now
        assert calls == ["a0", "a1"], "found once, kept"
