"""Five reprints of one wire are one voice."""

from datetime import date

from sijill.reconciliation.voices import voiced
from sijill.records import Report, Span

DUE = date(2025, 9, 30)


def report(article, due=DUE, status="planned"):
    return Report(article, (Span(0, 1),), None, due, "by", status)


def test_reprints_of_one_wire_are_one_voice():
    history = [report("a"), report("b"), report("c")]
    assert [r.origins for r in voiced(history, {"a": 0, "b": 0, "c": 0})] == [1, 1, 1]


def test_each_independent_report_adds_a_voice_from_its_day_on():
    history = [report("a"), report("b"), report("c")]
    assert [r.origins for r in voiced(history, {"a": 0, "b": 0})] == [1, 1, 2]


def test_another_day_or_another_outcome_has_its_own_voices():
    history = [report("a"), report("b", date(2026, 1, 1)), report("c", status="postponed"), report("d")]
    assert [r.origins for r in voiced(history, {})] == [1, 1, 1, 2]


def test_two_reports_of_one_article_are_one_voice():
    assert [r.origins for r in voiced([report("a"), report("a")], {})] == [1, 1]
