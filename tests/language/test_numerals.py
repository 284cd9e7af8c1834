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


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("مليار ونصف", 1.5 * 10**9),
        ("مليونين ونصف المليون", 2500000),
        ("مليونين ونصف مليون", 2500000),
        ("نصف مليار شخص", 5 * 10**8),
        ("ربع مليون", 250000),
        ("11 ألفا و300 شخص", 11300),
        ("ثلاثة ملايين و200 ألف", 3200000),
        ("مليون ومئتي ألف", 1200000),
        ("ألفا جندي", 2000),
        ("ألفاً من الجنود", 1000),
        ("مئتي ألف", 200000),
        ("ثلاث مئة ألف", 300000),
        ("الخمسة والعشرين", 25),
        ("خمسة عشر ألفا", 15000),
        ("1.500 جندي", 1500),
        ("1.500 مليون", 1500000),
        ("249,1 مليون", 249100000),
        ("1,14 مليار", 1140000000),
        ("0.125", 0.125),
        ("1.234.567", 1234567),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("٣٫٥", 3.5),
        ("مئة ألف مليون", 10**11),
        ("اثنا عشر", 12),
        ("ثمانية وتسعون", 98),
        ("تسعمائة وتسعة وتسعون ألفا وتسعمائة وتسعة وتسعون", 999999),
        ("ألف وتسعمئة وثمانية وأربعين", 1948),
    ],
)
def test_joined_and_scaled(text, value):
    assert [n.value for n in numbers(Document(text))] == [pytest.approx(value)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("مليون ونصف ومليوني", [1500000, 2000000]),
        ("40 و60 مليارا", [40, 60 * 10**9]),
        ("3 إلى 4 آلاف", [3, 4000]),
        ("مئة ومئتين", [100, 200]),
        ("آلاف الجنود", []),
        ("عام ونصف", []),
        ("بثمن بخس", []),
    ],
)
def test_what_is_not_one_number(text, values):
    assert [n.value for n in numbers(Document(text))] == values


@pytest.mark.parametrize(("text", "value"), [("ثلاثة أرباع", 0.75), ("ثلثي السكان", 2 / 3), ("الثلث", 1 / 3), ("نصف", 0.5)])
def test_shares_on_request(text, value):
    doc = Document(text)
    assert [n.value for n in numbers(doc, shares=True) if n.share] == [pytest.approx(value)]
    assert numbers(doc) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("خمسة و عشرين", 25),
        ("1 414 021 100 نسمة", 1414021100),
        ("25 000 دينار", 25000),
        ("مئة وثلاثة أرباع", 100.75),
        ("مليون وثلاثة أرباع المليون", 1750000),
        ("مائة و ثلاثة عشر", 113),
        ("ألفين و مائتان", 2200),
        ("واحد و عشرون تريليون", 21 * 10**12),
        ("ثلاثة ونصف", 3.5),
        ("3 ونصف", 3.5),
        ("تسع مئة و تسعين ألفا و 500", 990500),
    ],
)
def test_conjunction_apart_and_halves(text, value):
    assert [n.value for n in numbers(Document(text))] == [pytest.approx(value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("دزينة من البيض", 12),
        ("ثلاث دزينات", 36),
        ("نصف دستة", 6),
        ("خمسة فاصلة ثلاثة", 5.3),
        ("3 فاصلة 75", 3.75),
        ("اثنان فاصلة خمسة مليون", 2500000),
        ("سالب خمسة", -5),
        ("ناقص 12 درجة", -12),
        ("بلغ -0.5%", -0.5),
        ("مئة و ثلاثة و ثلث", 103 + 1 / 3),
        ("12 و نصف", 12.5),
        ("عشرون و ثلاثة أرباع", 20.75),
        ("1 234 567.5", 1234567.5),
        ("25،000", 25000),
        ("29،446 مليون", 29446000),
        ("١٬٢٣٤٬٥٦٧", 1234567),
    ],
)
def test_written_otherwise(text, value):
    assert [n.value for n in numbers(Document(text))] == [pytest.approx(value)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("-5 أشخاص", [5]),
        ("من 3 -5 أيام", [3, 5]),
        ("2010، 250 صفحة", [2010, 250]),
        ("1،5", [1.5]),
        ("بلا فاصلة 7", [7]),
    ],
)
def test_signs_and_commas_that_are_none(text, values):
    assert [n.value for n in numbers(Document(text))] == values
