"""Undertakings that hang on others: linked by their words, and counted again when the other moves."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.pipeline import extract, reconcile
from sijill.reconciliation.dating import place
from sijill.reconciliation.undertakings.hanging import hanging, named
from sijill.reconciliation.undertakings.lengths import shifted
from sijill.records import Article, Published

D = date.fromisoformat


def pile(*reports):
    made = []
    for n, (day, text) in enumerate(reports):
        made.append(Article(f"a{n}", text, published=Published(D(day), D(day), "stated"), digest=f"d{n}"))
    return place([extract(a) for a in made])


def line(record, words):
    texts = {d.article.name: d.article.text for d in record.articles}
    return next(c for c in record.commitments if any(words in texts[r.article][slice(*r.evidence[0])] for r in c.history))


ROAD = (
    ("2024-09-07", "سيعود النازحون خلال عشرة أيام من فتح الطريق. وستفتح الوزارة الطريق في أيار المقبل."),
    ("2024-11-01", "أرجأت الوزارة فتح الطريق إلى حزيران 2025."),
)
CROSSING = (
    ("2024-03-01", "إذا صادق البرلمان على الاتفاق يوم 12 آذار، تُفتح المعابر خلال عشرين يوما."),
    ("2024-03-05", "من المقرر أن يصادق البرلمان على الاتفاق في 12 آذار."),
    ("2024-03-10", "أرجأ البرلمان المصادقة على الاتفاق إلى 20 آذار."),
)


def test_a_length_is_counted_from_the_act_it_hangs_on():
    record = reconcile(pile(*ROAD[:1]))
    people, road = line(record, "النازحون"), line(record, "وستفتح")
    assert people.depends_on == road.id
    assert people.counted is not None
    assert people.counted.due_latest == date(2025, 6, 10)
    assert (people.next_due, people.timing) == (date(2025, 6, 10), "upcoming")
    assert people.history[0].due_latest is None, "the history keeps what was said"


def test_it_is_counted_again_when_that_act_moves_and_says_by_how_much():
    record = reconcile(pile(*ROAD), None, [D("2024-10-01"), D("2024-11-02")])
    people = line(record, "النازحون")
    assert people.next_due == date(2025, 7, 10)
    assert (people.moved, people.slip_days) == (True, 30)
    assert [s.due_latest for s in people.states] == [date(2025, 6, 10), date(2025, 7, 10)]


def test_as_of_a_day_before_the_move_the_old_day_stands():
    whole = reconcile(pile(*ROAD), D("2024-10-01"))
    assert line(whole, "النازحون").next_due == date(2025, 6, 10)
    assert not line(whole, "النازحون").moved


def test_the_day_in_the_condition_itself_counts_until_the_act_is_known_to_move():
    first = line(reconcile(pile(*CROSSING), D("2024-03-02")), "المعابر")
    assert first.history[0].due_latest == date(2024, 4, 1)
    assert first.depends_on is None
    last = line(reconcile(pile(*CROSSING)), "المعابر")
    assert last.depends_on is not None
    assert last.counted is not None
    assert last.counted.due_latest == date(2024, 4, 9)


def test_an_act_that_is_done_fixes_the_day():
    done = (*ROAD, ("2025-06-20", "افتتحت الوزارة الطريق يوم 18 حزيران."))
    assert line(reconcile(pile(*done)), "النازحون").next_due == date(2025, 6, 28)


def test_what_hangs_is_not_taken_for_the_act_it_hangs_on():
    record = reconcile(pile(*ROAD))
    assert line(record, "النازحون").id != line(record, "وستفتح").id


def test_a_length_before_a_told_day_is_counted_in_the_clause():
    record = reconcile(pile(("2024-09-07", "ستنتهي الحملة قبل شهر من الانتخابات المقررة في أكتوبر 2025.")))
    assert line(record, "الحملة").history[0].due_latest == date(2025, 9, 30)


def test_nothing_hangs_on_what_no_report_tells_of():
    record = reconcile(pile(("2024-09-07", "إذا نزل المطر ستزرع الجمعية الحقول خلال أسبوع.")))
    assert all(c.depends_on is None and c.counted is None for c in record.commitments)


def test_the_words_of_times_and_of_carrying_out_name_no_act():
    assert named("بعد إجراء الانتخابات")[0] == {"vote"}
    assert named("إذا أجريت التجارب في المحطة")[1] == named("التجارب في المحطة")[1]
    assert named("بعد الصيف")[0] == frozenset()


def test_a_report_with_a_day_and_no_condition_hangs_on_nothing():
    (dated,) = pile(("2024-09-07", "ستفتتح الوزارة الجسر في أيار المقبل."))
    assert [hanging(dated, u) for u in dated.extraction.undertakings] == [None]


@pytest.mark.parametrize(
    ("first", "last", "period", "way", "expected"),
    [
        ("2025-10-01", "2025-10-31", "P1M", -1, ("2025-09-01", "2025-09-30")),
        ("2025-01-31", "2025-01-31", "P1M", 1, ("2025-02-28", "2025-02-28")),
        ("2024-02-29", "2024-02-29", "P1Y", 1, ("2025-02-28", "2025-02-28")),
        ("2024-03-12", "2024-03-12", "P20D", 1, ("2024-04-01", "2024-04-01")),
        ("2024-03-12", "2024-03-12", "P2W", -1, ("2024-02-27", "2024-02-27")),
    ],
)
def test_lengths(first, last, period, way, expected):
    assert shifted(D(first), D(last), period, way) == (D(expected[0]), D(expected[1]))


@given(st.dates(D("1900-01-01"), D("2100-01-01")), st.sampled_from("DWM"), st.integers(0, 30))
def test_a_length_forwards_and_back_ends_where_it_began_but_for_the_ends_of_months(day, unit, n):
    there = shifted(day, day, f"P{n}{unit}", 1)
    back = shifted(*there, f"P{n}{unit}", -1)
    assert abs((back[0] - day).days) <= (3 if unit == "M" else 0)


def test_lengths_no_calendar_knows_are_none():
    assert shifted(D("2024-01-01"), D("2024-01-01"), "PXM", 1) is None
    assert shifted(D("2024-01-01"), D("2024-01-01"), "P9000Y", 1) is None
