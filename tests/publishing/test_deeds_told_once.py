"""A deed is told once, on the day it was done: as the commitment it keeps, not again as an event."""

from dataclasses import replace
from datetime import date

import pytest

from sijill.publishing.cli.demo import board as demo_board
from sijill.publishing.outcomes import deeds, outcomes
from sijill.publishing.web.context import Context
from sijill.publishing.web.overview import _happened
from sijill.records import Commitment, Event, Place, Record, Report, Span

D = date.fromisoformat
PLAN = Report("early", (Span(0, 20),), None, None, "open", "planned", published=D("2025-01-05"))
KEPT = Report("late", (Span(10, 40),), None, None, "open", "fulfilled", published=D("2025-06-12"))


def line(*history):
    return Commitment(
        "c1", "افتتاح الجسر", None, (), "افتتاح", None, None, None, history, history[-1].status, "met", True, 0, None
    )


def event(name, article, start, end, day, said=False):
    mention = Place(article, start, end, "…")
    return Event(name, "حدث", None, D(day), D(day), "held", None, (mention,), said=said)


def record(*events, history=(PLAN, KEPT)):
    return Record(None, D("2025-12-31"), commitments=(line(*history),), events=events)


@pytest.mark.parametrize(
    ("place", "same"),
    [
        (("late", 30, 60), True),  # words of the report that says it was done
        (("late", 40, 60), False),  # the next clause
        (("other", 10, 40), False),
        (("early", 0, 20), False),  # the plan is no deed
    ],
)
def test_an_event_in_the_words_of_the_outcome_is_the_outcome(place, same):
    found = outcomes(record(event("e1", *place, "2025-06-10")))
    assert deeds(found.values()) == (frozenset({"e1"}) if same else frozenset())
    assert (found["c1"].latest == D("2025-06-10")) is same
    assert found["c1"].report is KEPT


def test_only_a_deed_gives_the_day():
    found = outcomes(record(event("e1", "late", 5, 30, "2025-06-12", said=True), event("e2", "late", 20, 35, "2025-06-10")))
    assert (found["c1"].earliest, found["c1"].latest) == (D("2025-06-10"), D("2025-06-10"))
    assert found["c1"].events == {"e1", "e2"}


@pytest.mark.parametrize("history", [(PLAN,), (KEPT, replace(PLAN, status="postponed"))])
def test_what_is_not_kept_has_no_outcome(history):
    assert outcomes(record(event("e1", "late", 10, 40, "2025-06-10"), history=history)) == {}


def test_board_and_page_tell_a_deed_once_and_no_sayings():
    told = record(
        event("deed", "late", 20, 35, "2025-06-10"),
        event("other", "late", 50, 70, "2025-06-11"),
        event("words", "late", 80, 95, "2025-06-12", said=True),
    )
    rows = dict(demo_board(told, "en"))["happened"].rows
    assert [(r["id"], r["until"]) for r in rows] == [("c1", D("2025-06-10")), ("other", D("2025-06-11"))]
    shown = [i.href for i in _happened(Context(told, "en"))]
    assert len(shown) == 2
    assert not any("words" in href or "deed" in href for href in shown)
