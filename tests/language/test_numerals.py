"""Numbers in words and digits."""

import pytest

from sijill.language.document import Document
from sijill.language.numerals import numbers


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("خمسة وعشرين ألفا وثلاثمائة", 25300),
        ("170 ألف", 170000),
        ("مليوني طن", 2000000),
        ("ألفين وأحد عشر", 2011),
        ("ثلاث مئة وستة", 306),
        ("٢٬٥٠٠", 2500),
        ("12مليار", 12 * 10**9),
        ("بين70", 70),
        ("مئة وخمسون", 150),
        ("1.5 مليون", 1500000),
    ],
)
def test_value(text, value):
    assert [n.value for n in numbers(Document(text))] == [value]


@pytest.mark.parametrize(("text", "values"), [("خمسة وستة", [5, 6]), ("في 3 و10", [3, 10])])
def test_separate_numbers_stay_apart(text, values):
    assert [n.value for n in numbers(Document(text))] == values
