"""Sums that do not come out inside one report: parts and their whole, a length and its beginning. Invented reports only."""

from datetime import date

import pytest

from sijill.pipeline import extract
from sijill.reconciliation.conflicts.arithmetic import sums
from sijill.reconciliation.dating import place
from sijill.records import Article, Published

DAY = date(2031, 9, 7)


def found(text, published=None):
    published = published or Published(DAY, DAY, "stated")
    return sums(place([extract(Article("a", text, published=published))]))


def test_parts_that_come_to_more_than_their_whole():
    [conflict] = found("أصيب في الحادث 30 راكبا بينهم 20 رجلا و15 امرأة، وفق إدارة المستشفى.")
    assert (conflict.kind, conflict.verdict, conflict.note) == ("arithmetic", "error", "35 > 30")
    assert [p.text for p in conflict.spans] == ["30 راكبا", "20 رجلا", "15 امرأة"]


@pytest.mark.parametrize(
    "text",
    [
        "أصيب في الحادث 30 راكبا بينهم 10 رجال و15 امرأة.",  # parts may leave some out
        "قتل في الحادث 5 ركاب بينهم طفلان وأصيب 30 آخرون.",  # the injured are no part of the dead
        "شاركت في المناورة 26 سفينة بينها غواصتان، و34 طائرة.",  # what outnumbers the whole is no part of it
        "شمل التعداد 30 قرية، بالإضافة إلى 20 مدينة و15 حيا.",
    ],
)
def test_what_is_no_part_is_not_added(text):
    assert found(text) == []


def test_a_length_that_its_beginning_belies():
    [conflict] = found("جاء الاتفاق بعد أكثر من ستة أشهر من المحادثات التي بدأها الوزير في يناير 2030.")
    assert (conflict.kind, conflict.verdict) == ("arithmetic", "error")
    assert [p.text for p in conflict.spans] == ["أكثر من ستة أشهر", "يناير 2030"]


@pytest.mark.parametrize(
    "text",
    [
        "جاء الاتفاق بعد أكثر من ستة أشهر من المحادثات التي بدأها الوزير في يناير 2031.",
        "فاز الرئيس بولاية من خمس سنوات بعد مسيرة بدأت في 2003.",  # a length still to come
        "يتولى النائب، 72 عاما، منصبه في حزب بدأ نشاطه في 2005.",  # an age
    ],
)
def test_lengths_that_agree_or_tell_of_something_else(text):
    assert found(text) == []


def test_without_a_day_of_its_own_nothing_is_counted():
    text = "جاء الاتفاق بعد أكثر من ستة أشهر من المحادثات التي بدأها الوزير في يناير 2030."
    assert found(text, Published(None, DAY, "inferred")) == []
