"""Quantities: every example of the rules, then what hangs together over a sentence, spans, and robustness."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.extraction.figures import figures
from sijill.language.document import Document
from sijill.language.rules import rule_rows
from sijill.records import Expression, Span, TimeMention


def told(figure):
    low, high = (None if v is None else f"{round(v, 4):g}" if v < 1e5 else str(round(v)) for v in (figure.low, figure.high))
    value = low if low == high else f"{low or ''}..{high or ''}"
    return f"{value} {figure.unit or '-'} {figure.comparator} {figure.counted or '-'} | {figure.text}"


def read(text, times=()):
    return [told(f) for f in figures(Document(text), times)]


def cases(section):
    return [
        pytest.param(example, id=f"{row['id']}:{n}")
        for row in rule_rows("figures")
        for n, example in enumerate(row.get(section, []), 1)
    ]


@pytest.mark.parametrize("example", cases("examples"))
def test_example(example):
    assert read(example["text"]) == example["figures"]


@pytest.mark.parametrize("example", cases("not_examples"))
def test_not_example(example):
    assert read(example["text"]) == [], example["why"]


def test_nothing_inside_a_time():
    text = "استمر القصف 20 يوما وقتل 20 شخصا."
    start = text.index("20 يوما")
    time = TimeMention(start, start + 7, "20 يوما", Expression("length"), "duration")
    assert read(text, [time]) == ["20 - exact شخص | 20 شخصا"]


def test_nothing_in_page_furniture():
    text = "وصل 20 شخصا.\nشارك 300 صديق"
    assert len(figures(Document(text, (Span(13, len(text)),)), ())) == 1


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("سيتجاوز إجمالي الإنتاج 361 طنا", "more_than"),
        ("لم تتجاوز الخسائر 361 طنا", "at_most"),
        ("لا تقل المساحة عن 361 مترا", "at_least"),
        ("يزيد العدد على 361 شخصا", "more_than"),
        ("زاد العدد 361 شخصا", "exact"),
        ("بما لا يزيد على 361 شخصا", "at_most"),
        ("قرابة 361 شخصا", "about"),
        ("361 شخصا تقريبا", "about"),
        ("361 شخصا على الأكثر", "at_most"),
        ("16 دولارا في الساعة على الأقل", "at_least"),
        ("دون 361 شخصا", "less_than"),
        ("بأقل من 361 شخصا", "less_than"),
        ("ما يصل إلى 361 شخصا", "at_most"),
        ("وصل إلى 361 شخصا", "exact"),
        ("زهاء 361 شخصا", "about"),
        ("ناهزت الكلفة 361 دولارا", "about"),
    ],
)
def test_comparator(text, comparator):
    assert [f.comparator for f in figures(Document(text), ())] == [comparator]


WORDS = ["مليون", "و", "3", "-", "5%", "نصف", "إلى", "بين", "1.500", "دولار", "مئات", "الآلاف", "شخصا", "جنديين", "،", "."]
WORDS += ["(", ")", "في", "المئة", "الدول", "الست", "أكثر", "من", "الـ", "ثلاثة", "وعشرين", "\n", "20٪", "على الأقل", "يتجاوز"]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_any_row_of_words_gives_ordered_figures_that_index_the_text(words):
    text = " ".join(words)
    found = figures(Document(text), ())
    assert all(text[f.start : f.end] == f.text and f.text.strip() for f in found)
    assert all(a.start <= b.start for a, b in pairwise(found))
    assert all(f.low is not None or f.high is not None for f in found)
    assert all(f.low <= f.high for f in found if f.low is not None and f.high is not None)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("حمولة 3 أطنان ونصف", ["3.5 طن exact - | 3 أطنان ونصف"]),
        ("غطت 70 و80 بالمئة من المساحة", ["70 % exact - | 70", "80 % exact - | 80 بالمئة"]),
        ("خمسة وثمانون (85) ألف دينار", ["85000 دينار exact - | خمسة وثمانون (85) ألف دينار"]),
        ("صرف «7» ملايين ريال", ["7000000 ريال exact - | 7» ملايين ريال"]),
        ("هبط 57.\u200f0 في المائة", ["0.57 % exact - | 57.\u200f0 في المائة"]),
        ("تراجع 8،4 بالمئة", ["8.4 % exact - | 8،4 بالمئة"]),
        ("في السنوات الثلاث المقبلة", []),
        ("الخامسة عشرة من عمره", []),
        ("هبطت مبيعات الربع المماثل", []),
        ("النادي الأول 0- 5 النادي الثاني", []),
        ("وفقا للمرسوم 116 المعدل", []),
        ("العدو الواحد", []),
        ("هاتف 71.566.977 للحجز", []),
        ("شهد القرن العشرون والحادي والعشرون", []),
        ("لاعب ميلان المتألق", []),
        ("انتهت المباراة 4-صفر", []),
        ("مدينة تسع 500 أسرة", ["500 - exact أسرة | 500 أسرة"]),
        ("كمية من الذخيرة", []),
        ("وكميات كبيرة", []),
        ("تشمل «28» أسرة", ["28 - exact أسرة | 28» أسرة"]),
        ("صفحة %D9%84%D9", []),
        ("نفذ ألفا من هذه المحاولات", ["1000 - exact - | ألفا"]),
        ('صعد لمرتبة "13" في الجدول', []),
        ("اجتمعت القوى الست في فيينا", []),
    ],
)
def test_what_pages_really_hold(text, lines):
    assert read(text) == lines


def test_a_day_that_shares_its_month_is_no_figure():
    text = "من 23 وحتى 29 شوال"
    at = text.index("29")
    assert read(text, [TimeMention(at, len(text), text[at:], Expression("date"), "date")]) == []


def test_the_only_date_of_a_sentence_is_when_it_was_counted():
    text = "في مايو كان 20 شخصا هنا. وبعد يوم صار 30 شخصا هنا. بين 2011 ثم 2012 جاء 40 شخصا."
    times = [
        TimeMention(text.index(w), text.index(w) + len(w), w, Expression(op), op)
        for w, op in (("مايو", "month"), ("يوم", "duration"), ("2011", "year"), ("2012", "year"))
    ]
    assert [f.time for f in figures(Document(text), times)] == [0, None, None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("أصيب أكثر من 10 وأقل من 20 عاملا.", ["10..20 - range عامل | أكثر من 10 وأقل من 20 عاملا"]),
        ("وظف أقل من 40 وأكثر من 30 عاملا.", ["30..40 - range عامل | أقل من 40 وأكثر من 30 عاملا"]),
        ("هبطت الحرارة إلى سالب 5 درجات.", ["-5 درجة exact - | سالب 5 درجات"]),
        ("اشترى ثلاث دزينات من الأقلام.", ["36 - exact أقلام | ثلاث دزينات من الأقلام"]),
    ],
)
def test_ends_signs_and_dozens(text, found):
    assert read(text) == found


def test_open_figures_that_do_not_close_stay_apart():
    assert len(read("أكثر من 30 وأقل من 20 عاملا.")) == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ارتفع الموج نصف متر.", ["0.5 متر exact - | نصف متر"]),
        ("خسر نصف دولار في الصفقة.", ["0.5 USD exact - | نصف دولار"]),
        ("تلقت اللجنة طلبات 250 بائعا في السوق.", ["250 - exact بائع | 250 بائعا"]),
        ("قتل جنديين وطفلين في الهجوم.", ["2 - exact جندي | جنديين", "2 - exact طفل | طفلين"]),
        ("وفق الفصلين 92 و93 من القانون.", []),
        ("بين المادتين 12 و13.", []),
        ("وقعت إيران والقوى العالمية الست الاتفاق.", []),
        ("يحتوي على أوميجا3 المفيدة.", []),
        ("يعمل بمعالج Exynos 8895 من الشركة.", []),
        ("وصل عروسان تركيان إلى الحفل.", []),
        ("للمزيد http://www.example.org/q%20a?b=28%29 في الموقع.", []),
        ("تنص المادة 12 و25 عاملا تضرروا.", ["25 - exact عامل | 25 عاملا"]),
    ],
)
def test_shares_of_a_unit_and_labels_that_go_on(text, found):
    assert read(text) == found
