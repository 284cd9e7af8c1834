"""Due dates and statuses that reports of one undertaking give differently."""

from datetime import date

from sijill.reconciliation.conflicts.clauses import Words
from sijill.reconciliation.conflicts.disputes import date_conflicts, status_conflicts
from sijill.records import Commitment, Report, Span

WORDS = Words(())
TEXTS = {"a": "تسليم الجسر بحلول يونيو", "b": "تسليم الجسر بحلول سبتمبر", "c": "تأجل تسليم الجسر"}


def report(article, day, status="planned", due=None, kind="by", earliest=None):
    return Report(article, (Span(0, len(TEXTS[article])),), earliest, due, kind, status, published=date(2024, 1, day))


def commitment(*reports):
    return Commitment("x", "تسليم الجسر", None, (), "", None, None, None, reports, "planned", "upcoming", False, None, None)


def test_a_later_due_date_in_a_later_report_is_an_update():
    told = commitment(report("a", 1, due=date(2024, 6, 30)), report("b", 9, due=date(2024, 9, 30)))
    (found,) = date_conflicts([told], TEXTS, WORDS)
    assert (found.kind, found.verdict) == ("date", "update")
    assert [s.text for s in found.spans] == [TEXTS["a"], TEXTS["b"]]


def test_rival_dates_of_one_day_contradict():
    told = commitment(report("a", 1, due=date(2024, 6, 30)), report("b", 1, due=date(2024, 9, 30)))
    assert [c.verdict for c in date_conflicts([told], TEXTS, WORDS)] == ["contradiction"]


def test_a_day_inside_a_month_refines_it():
    month = report("a", 1, due=date(2024, 6, 30), earliest=date(2024, 6, 1), kind="on")
    day = report("b", 2, due=date(2024, 6, 5), earliest=date(2024, 6, 5), kind="on")
    assert [c.verdict for c in date_conflicts([commitment(month, day)], TEXTS, WORDS)] == ["refinement"]


def test_one_date_is_no_conflict():
    told = commitment(report("a", 1, due=date(2024, 6, 30)), report("b", 9, due=date(2024, 6, 30)))
    assert date_conflicts([told], TEXTS, WORDS) == []


def test_ahead_then_done_is_an_update_and_back_again_a_contradiction():
    there = commitment(report("a", 1), report("b", 9, "fulfilled"))
    back = commitment(report("a", 1, "fulfilled"), report("c", 9, "postponed"))
    assert [c.verdict for c in status_conflicts([there], TEXTS, WORDS)] == ["update"]
    assert [c.verdict for c in status_conflicts([back], TEXTS, WORDS)] == ["contradiction"]


def test_one_article_does_not_dispute_with_itself():
    assert status_conflicts([commitment(report("a", 1), report("a", 1, "fulfilled"))], TEXTS, WORDS) == []


def test_alike_clauses_weigh_more_than_a_commitment_alone():
    alike = commitment(report("a", 1, due=date(2024, 6, 30)), report("b", 9, due=date(2024, 9, 30)))
    texts = {"a": "تسليم الجسر بحلول يونيو", "b": "ينتهي كل شيء بحلول سبتمبر"}
    (firm,), (loose,) = date_conflicts([alike], TEXTS, WORDS), date_conflicts([alike], texts, WORDS)
    assert firm.weight > loose.weight
