"""Quotation marks of all kinds, as pages really write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.language.document import Document
from sijill.language.quotes import marks, quotes


def quoted(text):
    """What stands in quotation marks, outermost first."""
    doc = Document(text)
    return [
        doc.text[doc.tokens.end[a] : doc.tokens.start[b] if b < len(doc.tokens) else None].strip()
        for a, b in quotes(doc).close_of.items()
    ]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("قال «نعم» ثم صمت.", ["نعم"]),
        ("قال “نعم” ثم صمت.", ["نعم"]),
        ('قال "نعم" ثم صمت.', ["نعم"]),
        ("قال ‘نعم’ ثم صمت.", ["نعم"]),
        ("قال ‹نعم› ثم صمت.", ["نعم"]),
        ("قال „نعم” ثم صمت.", ["نعم"]),
        ("قال ”نعم” ثم صمت.", ["نعم"]),
        ('قال «أحب "الكتاب" كثيرا» ثم صمت.', ['أحب "الكتاب" كثيرا', "الكتاب"]),
        ('الأول "واحد" والثاني "اثنان".', ["واحد", "اثنان"]),
        ("لا علامات هنا.", []),
    ],
)
def test_pairs(text, inside):
    assert quoted(text) == inside


def test_a_mark_left_open_closes_with_its_paragraph():
    assert quoted("قال «نعم ثم صمت\nوعاد بعد ذلك.") == ["نعم ثم صمت"]


def test_a_mark_left_open_closes_with_the_text():
    assert quoted('قال "نعم ثم صمت') == ["نعم ثم صمت"]


def test_a_lone_closing_mark_opens_nothing():
    assert quoted('قال نعم" ثم صمت.') == []


def test_a_mark_that_was_never_closed_gives_way_to_the_next_pair():
    assert quoted('قال "نعم ثم عاد وقال "لا" وصمت.') == ["لا"]


def test_an_apostrophe_is_no_mark():
    assert quoted("مدينة ال'عين الجميلة.") == []


def test_each_opening_knows_its_closing():
    found = quotes(Document("قال «نعم» وقال «لا»."))
    assert {b: a for a, b in found.close_of.items()} == found.open_of


def test_around():
    doc = Document("قال «نعم والله» ثم صمت.")
    found = quotes(doc)
    assert found.around(2) == (1, 4)
    assert found.around(5) is None


@given(st.lists(st.sampled_from(["كلمة", " ", "\n", ".", ",", *sorted(marks())]), max_size=30))
def test_any_row_of_marks_gives_proper_pairs(parts):
    doc = Document("".join(parts))
    found = quotes(doc)
    for a, b in found.close_of.items():
        assert 0 <= a < b <= len(doc.tokens)
        assert found.open_of[b] == a or found.close_of[found.open_of[b]] == b
