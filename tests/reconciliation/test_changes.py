"""What became known from day to day: one notion for the tables, the page and whoever watches."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sijill.reconciliation.changes import Change, changes
from sijill.reconciliation.undertakings.timing import final_status, last_due
from sijill.records import Article, Commitment, Dated, Event, Extraction, Place, Published, Record, Report, Span

D = date.fromisoformat


def report(day, status="planned", due=None, article="a", by=None):
    return Report(article, (Span(0, 4),), None, due and D(due), "by", status, by=by, published=day and D(day))


def line(*history, id="c1"):
    return Commitment(
        id, "افتتاح", None, (), "افتتاح", None, None, None, history, final_status(history), "due", False, None, None
    )


def told(*history, used="2025-12-31"):
    return changes(Record(None, D(used), commitments=(line(*history),)))


def kinds(found):
    return [(c.kind, c.day and c.day.isoformat()) for c in found]


def test_a_first_report_is_new_and_a_repetition_nothing():
    found = told(report("2025-01-05", due="2026-06-30", by="الوزير"), report("2025-02-01", due="2026-06-30"))
    assert found == [Change("c1", "new", D("2025-01-05"), None, D("2026-06-30"), "الوزير", "a")]


def test_two_reports_of_one_day_that_say_it_differently_are_no_change_of_status():
    found = told(report("2025-01-05", "planned"), report("2025-01-05", "confirmed", article="b"))
    assert kinds(found) == [("new", "2025-01-05")]


def test_a_postponement_moves_the_day_and_the_status_and_names_its_report():
    found = told(report("2025-01-05", due="2026-06-30"), report("2025-03-01", "postponed", "2026-12-31", "b", "المقاول"))
    moved = next(c for c in found if c.kind == "moved")
    assert (moved.before, moved.after, moved.by, moved.article) == (D("2026-06-30"), D("2026-12-31"), "المقاول", "b")
    assert ("status", "2025-03-01") in kinds(found)


def test_a_postponement_without_a_new_day_moves_it_to_none():
    found = told(report("2025-01-05", due="2026-06-30"), report("2025-03-01", "postponed"))
    assert [(c.before, c.after) for c in found if c.kind == "moved"] == [(D("2026-06-30"), None)]


def test_what_was_done_or_called_off_moves_no_day():
    for end in ("fulfilled", "cancelled"):
        found = told(report("2025-01-05", due="2025-06-30"), report("2025-05-01", end))
        assert kinds(found) == [("new", "2025-01-05"), ("status", "2025-05-01")]


def test_a_due_day_that_passes_in_silence_is_told_on_the_day_after_it():
    found = told(report("2025-01-05", due="2025-06-30"))
    assert kinds(found) == [("new", "2025-01-05"), ("passed", "2025-07-01")]
    assert (found[1].before, found[1].by, found[1].article) == (D("2025-06-30"), None, None)


def test_it_passed_also_where_somebody_spoke_later():
    found = told(report("2025-01-05", due="2025-06-30"), report("2025-09-01", "fulfilled"))
    assert kinds(found) == [("new", "2025-01-05"), ("passed", "2025-07-01"), ("status", "2025-09-01")]


def test_nothing_passed_by_the_day_of_the_record_nor_where_it_was_done():
    assert kinds(told(report("2025-01-05", due="2025-06-30"), used="2025-06-30")) == [("new", "2025-01-05")]
    done = told(report("2025-01-05", due="2025-06-30"), report("2025-06-30", "fulfilled"))
    assert "passed" not in {c.kind for c in done}


def test_a_due_day_that_had_passed_when_it_was_first_told_is_no_news_of_silence():
    found = told(report("2025-01-05"), report("2025-09-01", due="2025-06-30"))
    assert "passed" not in {c.kind for c in found}


def test_an_undated_report_founds_a_line_and_comes_last():
    found = changes(Record(None, D("2025-12-31"), commitments=(line(report(None)), line(report("2025-01-05"), id="c2"))))
    assert [(c.id, c.day) for c in found] == [("c2", D("2025-01-05")), ("c1", None)]


def test_an_event_is_new_with_its_first_mention():
    pile = [Dated(Extraction(Article(n, "")), Published(D(d), D(d))) for n, d in (("x", "2025-03-02"), ("y", "2025-03-01"))]
    event = Event("e1", "توقيع", None, D("2025-02-28"), D("2025-02-28"), "held", None, (Place("x", 0, 4), Place("y", 0, 4)))
    record = Record(None, D("2025-12-31"), tuple(pile), events=(event,))
    assert changes(record) == [Change("e1", "new", D("2025-03-01"), None, D("2025-02-28"), None, "y")]


DAYS = st.dates(D("2025-01-01"), D("2025-03-31"))
STATUSES = st.sampled_from(["planned", "confirmed", "postponed", "extended", "cancelled", "denied", "fulfilled", "in_progress"])
HISTORIES = st.lists(st.builds(lambda d, s, due: replace(report("2025-01-01", s), published=d, due_latest=due),
                               DAYS, STATUSES, st.none() | DAYS), min_size=1, max_size=7)  # fmt: skip


@given(HISTORIES)
def test_following_every_change_ends_where_the_record_ends(history):
    history = sorted(history, key=lambda r: r.published)
    found = told(*history)
    statuses = [c.after for c in found if c.kind == "status"]
    assert found[0].kind == "new"
    if statuses:
        assert statuses[-1] == final_status(history)
    last = last_due(history)
    open_ones = [r for r in history if r.status in ("planned", "confirmed", "in_progress", "postponed", "extended")]
    if len(open_ones) == len(history):
        days = [c.after for c in found if c.kind in ("new", "moved")]
        assert days[-1] == (last.due_latest if last else None)


@given(HISTORIES, DAYS)
def test_what_was_known_by_a_day_does_not_change_with_later_reports(history, day):
    history = sorted(history, key=lambda r: r.published)
    early = [r for r in history if r.published <= day]
    if early:
        before = changes(Record(day, day, commitments=(line(*early),)))
        whole = [c for c in told(*history) if c.day and c.day <= day]
        assert before == whole


@given(HISTORIES)
def test_a_silence_is_told_at_most_once_for_a_due_day_and_never_before_it(history):
    passed = [c for c in told(*sorted(history, key=lambda r: r.published)) if c.kind == "passed"]
    assert all(c.day == c.before + timedelta(days=1) for c in passed)
    assert len({c.before for c in passed}) == len(passed)
