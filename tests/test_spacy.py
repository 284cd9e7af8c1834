"""The spaCy component gives what the tagger gives, on spaCy's tokens."""

from datetime import date

import pytest

spacy = pytest.importorskip("spacy")

import sijill.spacy  # noqa: E402, F401
from sijill import timexes  # noqa: E402

TEXT = "قال الوزير إن الجسر سيفتح يوم الأحد المقبل، وبحلول نهاية 2026 يكتمل الطريق خلال 18 شهراً."


@pytest.fixture
def nlp():
    made = spacy.blank("ar")
    made.add_pipe("sijill_timex", config={"day": "2025-03-01"})
    return made


def test_spans_are_the_times_of_the_tagger(nlp):
    doc = nlp(TEXT)
    expected = timexes(TEXT, date(2025, 3, 1))
    assert [s._.timex for s in doc.spans["sijill_timex"]] == expected
    assert len(expected) == 3
    for span, time in zip(doc.spans["sijill_timex"], expected, strict=True):
        assert span.label_ == time.type
        assert span.start_char <= time.start < time.end <= span.end_char


def test_a_documents_own_day_wins(nlp):
    doc = nlp.make_doc(TEXT)
    doc._.day = date(2020, 1, 1)
    times = [s._.timex for s in nlp(doc).spans["sijill_timex"]]
    assert times == timexes(TEXT, date(2020, 1, 1))


def test_without_a_day_nothing_is_guessed():
    nlp = spacy.blank("ar")
    nlp.add_pipe("sijill_timex", config={"key": "times"})
    doc = nlp(TEXT)
    assert doc.spans["times"][0]._.timex.earliest is None


def test_an_empty_text_has_no_times(nlp):
    assert list(nlp("").spans["sijill_timex"]) == []


def test_a_day_that_is_none_is_refused():
    with pytest.raises(ValueError, match="isoformat"):
        spacy.blank("ar").add_pipe("sijill_timex", config={"day": "yesterday"})
