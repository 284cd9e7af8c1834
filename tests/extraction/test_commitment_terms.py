"""How long what begins lasts, and what an act hangs on."""

import pytest

from sijill.extraction.commitments import undertakings
from sijill.extraction.timex import time_mentions
from sijill.language.document import Document


def read(text):
    doc = Document(text)
    times = time_mentions(doc)
    return times, undertakings(doc, times, [], [])


@pytest.mark.parametrize(
    "text",
    [
        "أعلن الطرفان هدنة لمدة خمسة أيام ابتداء من غد الأحد.",
        "تقرر أن تبدأ الهدنة مساء الأحد ولمدة خمسة أيام.",
        "ستبدأ الهدنة مساء الأحد وتستمر لخمسة أيام.",
        "أعلن الطرفان هدنة تبدأ مساء الأحد، وتستمر لمدة خمسة أيام.",
    ],
)
def test_what_begins_and_lasts_is_two_reports(text):
    times, found = read(text)
    begins, goes_on = found[-2:]
    assert begins.lasts is None
    assert goes_on.act == "continue"
    assert goes_on.due_kind == "within"
    assert times[goes_on.lasts].expression.op == "duration"
    assert goes_on.time == begins.time


@pytest.mark.parametrize(
    "text",
    [
        "وقع الطرفان اتفاقا غدا الأحد بعد محادثات لمدة خمسة أيام.",  # how long they talked
        "ستغادر القوات غدا الأحد بعد خمسة أيام.",
        "يعمل المتحف طوال خمسة أيام.",  # from no day on
    ],
)
def test_a_length_that_nothing_begins_is_no_term(text):
    assert [u.lasts for u in read(text)[1] if u.lasts is not None] == []


def test_words_behind_the_clause_are_the_terms_own_evidence():
    text = "تقرر أن تبدأ الهدنة يوم الأحد (وهو أول أيام العيد) ولمدة خمسة أيام."
    _, found = read(text)
    term = next(u for u in found if u.lasts is not None)
    assert text[term.evidence[0].start : term.evidence[0].end].endswith("خمسة أيام")


def test_an_act_hangs_on_the_event_that_the_article_tells():
    times, found = read("ستغادر القوات القاعدة بعد شهرين من توقيع الاتفاق. ومن المقرر توقيع الاتفاق في مايو المقبل.")
    leaving, signing = found
    assert (leaving.act, leaving.due_kind) == ("leave", "upon_condition")
    assert times[leaving.depends_after].text == "شهرين"
    assert leaving.depends == 1
    assert signing.act == "sign"
    assert signing.depends is None


def test_a_condition_hangs_on_the_act_in_it():
    _, found = read("ستفتح المعابر إذا صادق البرلمان على الاتفاق. ومن المقرر أن يصادق البرلمان على الاتفاق الأحد المقبل.")
    assert [(u.act, u.depends) for u in found] == [("open", 1), ("ratify", None)]
    assert found[0].depends_keys[0] == "=ratify"
    assert found[0].depends_after is None


def test_an_event_that_the_article_does_not_tell_is_kept_in_words():
    _, found = read("ستغادر القوات القاعدة فور توقيع الاتفاق.")
    assert [(u.depends, u.depends_keys[0]) for u in found] == [(None, "=sign")]


def test_another_matter_with_the_same_act_is_not_meant():
    _, found = read("ستفتح المعابر إذا صادق البرلمان على الاتفاق. ومن المقرر أن تصادق البلدية على الموازنة الأحد المقبل.")
    assert found[0].depends is None
