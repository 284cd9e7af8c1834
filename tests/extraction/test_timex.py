"""Times in running text: extents, anchors, leans, furniture; families the rules' own examples do not cross."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijill import timexes
from sijill.extraction.timex import time_mentions
from sijill.extraction.timex.explanation import explained
from sijill.language.document import Document
from sijill.language.resolution import resolve_all
from sijill.records import Expression, Span, TimeMention

DAY = date(2018, 5, 21)


def told(text, day=DAY):
    return [(t.text, t.value) for t in timexes(text, day)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("وبعام 2018", "عام 2018"),
        ("للعام المقبل", "لعام المقبل"),
        ("فالأحد الماضي", "الأحد الماضي"),
        ("بـ12 يناير", "12 يناير"),
        ("حتّى نهايةِ العامِ الجاري", "نهايةِ العامِ الجاري"),
        ("الـ15 من أكتوبر", "الـ15 من أكتوبر"),
        ("يوم ٩ آذار/ مارس ٢٠١٨", "يوم ٩ آذار/ مارس ٢٠١٨"),
    ],
)
def test_the_extent_leaves_proclitics_out_and_marks_in(text, words):
    assert [t.text for t in timexes(text, DAY)] == [words]


@pytest.mark.parametrize(
    ("names", "number"),
    [
        (["يناير", "كانون الثاني", "جانفي", "كانون الثاني/يناير", "يناير (كانون الثاني)"], 1),
        (["فبراير", "شباط", "فيفري", "شباط / فبراير"], 2),
        (["مارس", "آذار", "آذار/ مارس"], 3),
        (["أبريل", "ابريل", "إبريل", "نيسان", "أفريل"], 4),
        (["مايو", "أيار", "ماي", "ايار/مايو"], 5),
        (["يونيو", "حزيران", "جوان", "يونيه"], 6),
        (["يوليو", "تموز", "جويلية", "يوليوز"], 7),
        (["أغسطس", "آب", "أوت", "غشت", "آب/أغسطس"], 8),
        (["سبتمبر", "أيلول", "شتنبر"], 9),
        (["أكتوبر", "تشرين الأول", "تشرين أول", "تشرين الأول/أكتوبر"], 10),
        (["نوفمبر", "تشرين الثاني", "نونبر"], 11),
        (["ديسمبر", "كانون الأول", "دجنبر", "كانون أول/ديسمبر"], 12),
    ],
)
def test_every_regions_months(names, number):
    for name in names:
        assert told(f"وقع ذلك في 7 {name} 2016.") == [(f"7 {name} 2016", f"2016-{number:02d}-07")], name


def test_a_year_after_a_year_is_counted_from_it():
    assert told("ينسحب نصفهم في عام 2025، والباقون نهاية العام التالي.") == [
        ("عام 2025", "2025"),
        ("نهاية العام التالي", "2026"),
    ]


def test_pointing_back_passes_over_coarser_times():
    assert told("غادر في 9 مارس 2017، وتذكر عام 1999، وفي اليوم التالي عاد.")[-1] == ("اليوم التالي", "2017-03-10")


def test_a_time_that_points_at_nothing_stays_open():
    (only,) = timexes("وفي اليوم التالي عاد.", DAY)
    assert (only.value, only.earliest) == ("FUTURE_REF", None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("قال الوزير الأربعاء إن العمل بدأ.", "2018-05-16"),
        ("سيعقد المجلس جلسته الأربعاء.", "2018-05-23"),
        ("من المقرر أن يصل الوفد الأربعاء.", "2018-05-23"),
        ("لن تفتح المدارس الأربعاء.", "2018-05-23"),
        ("أعلنت الشركة التي ستباع قريبا، الأربعاء، نتائجها.", "2018-05-16"),
        ("وقع الحادث، وفق ما أوردت وسائل إعلام محلية، الأربعاء.", "2018-05-16"),
        ("قتل شخصان قرب دمشق الأربعاء.", "2018-05-16"),
    ],
)
def test_the_verb_says_which_weekday(text, value):
    assert value in [v for _, v in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "أرسلت الوزارة 2500 جندي و1900 شرطي.",
        "قال أحد المصادر إن المدير العام راض عن الرأي العام.",
        "ذكرت صحيفة المصري اليوم وموقع المغرب اليوم ذلك.",
        "ظهر الرجل وهو يُظهر وثيقة.",
        "يدور الحديث حول كأس آسيا 2019.",
        "وقعت الوزارة عقدا مع شركة.",
        "تعمل الطواقم على مدار اليوم.",
        "وهو من أشهر الجزر.",
        "فتح باب الترشح.",
        "مارس ضغوطا كبيرة.",
    ],
)
def test_what_is_no_time(text):
    assert timexes(text, DAY) == []


def test_furniture_holds_no_times():
    text = "الأحد 20 مايو 2018\nقال الوزير أمس ذلك."
    times = resolve_all(time_mentions(Document(text, (Span(0, 18),))), DAY)
    assert [t.text for t in times] == ["أمس"]


def test_nothing_is_resolved_against_an_unknown_day():
    for t in timexes("قال الأحد إن العام المقبل سيكون صعبا، وسيسافر غدا وفي مارس.", None):
        assert t.earliest is None
        assert t.latest is None


def anchors(text, day=DAY):
    mentions = time_mentions(Document(text))
    return [(m.text, m.anchor, t.value, t.earliest) for m, t in zip(mentions, resolve_all(mentions, day), strict=True)]


@pytest.mark.parametrize(
    "text",
    [
        'قال القائد السبت: "ستبدأ الهدنة غدا الأحد عند الظهر".',
        "وقال الوزير في تصريح بثته القناة أول أمس السبت «سنلتقي غدا في القاهرة».",
        "«سنلتقي غدا في القاهرة مع الوفد»، قال الوزير أول أمس السبت.",
    ],
)
def test_quoted_words_are_counted_from_the_day_they_were_said(text):
    quoted = [a for a in anchors(text, date(2018, 5, 21)) if "غدا" in a[0]]
    assert [(a[1], a[3]) for a in quoted] == [("quote", date(2018, 5, 20))]


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير اليوم: «سنلتقي غدا في القاهرة مع الوفد».",  # said today
        "صدر القانون أمس. قال الوزير: «سنلتقي غدا في القاهرة».",  # another sentence's day
        "افتتح المعرض أمس تحت شعار «نصنع اليوم مستقبل غدا معا».",  # nobody says it
        "قال الوزير أمس إن الوفد سيصل غدا.",  # not in quoted words
    ],
)
def test_other_days_are_counted_from_the_article(text):
    assert {a[1] for a in anchors(text)} == {"dct"}


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("استقال الوزير قبل شهر واحد من الانتخابات المقررة في أكتوبر.", date(2018, 9, 1), date(2018, 9, 30)),
        ("استقال قبل أسبوعين من الانتخابات التي ستجرى في 15 يوليو.", date(2018, 7, 1), date(2018, 7, 1)),
        ("عاد بعد عامين من اندلاع الثورة في 2011.", date(2013, 1, 1), date(2013, 12, 31)),
    ],
)
def test_a_length_is_counted_from_its_event(text, first, last):
    mentions = time_mentions(Document(text))
    length, event = resolve_all(mentions, DAY)
    assert (mentions[0].anchor, mentions[0].anchor_index) == ("event", 1)
    assert (length.type, length.earliest) == ("DURATION", None)
    assert length.steps[-1].endswith(f"[{first} .. {last}]")
    assert event.type == "DATE"


@pytest.mark.parametrize(
    "text",
    [
        "قبل يومين من الهدنة أعلنت الحكومة السبت ذلك.",  # the day of the announcement
        "قبل شهر من الانتخابات، في أكتوبر، استقال.",  # a new clause
        "استمر يومين من القصف في أكتوبر.",  # neither before nor after
    ],
)
def test_a_length_is_not_counted_from_another_clauses_time(text):
    assert all(a[1] == "dct" for a in anchors(text))


def test_a_ring_of_pointers_is_cut():
    ring = [TimeMention(0, 1, "a", Expression("shift_said", ("D", 1)), "r", "time", 1),
            TimeMention(2, 3, "b", Expression("shift_said", ("D", 1)), "r", "time", 0)]  # fmt: skip
    assert [t.value for t in resolve_all(ring, DAY)] == ["FUTURE_REF", "FUTURE_REF"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("من الخامسة إلى السابعة مساء اليوم", ["2018-05-21T17:00", "2018-05-21T19:00"]),
        ("من الثامنة حتى منتصف الليل", ["2018-05-21T20:00", "2018-05-21T24:00"]),
        ("من الساعة الثامنة حتى العاشرة", ["2018-05-21T08:00", "2018-05-21T10:00"]),
        ("الواحدة بعد منتصف الليل", ["2018-05-21T01:00"]),
        ("الساعة 8 والنصف مساء", ["2018-05-21T20:30"]),
        ("الحادية عشر ليلا", ["2018-05-21T23:00"]),
        ("الساعة 8 صباحا (0500 ت غ)", ["2018-05-21T08:00", "2018-05-21T05:00"]),
        ("كل أربعاء الساعة 8 مساء", ["XXXX-WXX-3T20:00"]),
        ("يوميا عند الساعة التاسعة", ["XXXX-XX-XXT09:00"]),
        ("في موفى جوان 2018", ["2018-06"]),
        ("أول أيام التشريق", ["2018-08-22"]),
        ("بين 5 و10 أيام", ["P5D", "P10D"]),
        ("ساعة أو ساعتين", ["PT1H", "PT2H"]),
        ("خلال الموسم المقبل", ["2018-07/2019-06"]),
        ("العام الدراسي 1435/1436هـ", ["2013-11-04/2015-10-13"]),
        ("القرن الثاني قبل الميلاد", ["BC01"]),
        ("مساء ذلك اليوم", ["XXXX-XX-XXTEV"]),
    ],
)
def test_hours_seasons_and_parts(text, values):
    assert [v for _, v in told(text)] == values


WORDS = """
في منذ قبل بعد يوم عام شهر الأسبوع المقبل الماضي نهاية بداية 3 15 2018 1436 هـ / - ، ( ) : و من إلى مارس آذار رمضان
الأحد الاثنين أمس اليوم غدا الساعة العاشرة صباحا مساء الربع الأول ثلاثة أشهر سنوات كل ذلك الحين عدة أكثر نحو القرن
العشرين 100000 3000 999999999999 29 31 2100 ألف مليون
المالي 2018/2019 بقية تقريبا نفسه هذا التالي اللاحق عقود صيف عيد الفطر قال سيعقد م دقيقة ونصف العقود ليل منتصف .
""".split()  # noqa: SIM905


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(WORDS), max_size=25), st.sampled_from([DAY, date(2016, 2, 29), date(1999, 12, 31), None]))
def test_any_row_of_time_words_is_read_without_trouble(words, day):
    text = " ".join(words)
    times = timexes(text, day)
    for t in times:
        assert text[t.start : t.end] == t.text
        assert t.text.strip() == t.text
        assert t.type in ("DATE", "TIME", "DURATION", "SET")
        assert (t.earliest is None) == (t.latest is None)
        assert t.earliest is None or t.earliest <= t.latest
    ends = [0, *(t.end for t in times)]
    assert all(t.start >= end for t, end in zip(times, ends, strict=False))
    assert times == timexes(text, day)


def test_every_time_can_be_explained():
    doc = Document("سيعقد اللقاء يومي 3 و4 يونيو، بعد أن تأجل من مساء الأحد الماضي.")
    found = explained(doc)
    assert [m.text for m, _ in found] == ["يومي 3", "4 يونيو", "مساء الأحد الماضي"]
    for mention, rules in found:
        assert rules[-1].rule == mention.rule
        assert all(doc.text[r.start : r.end] for r in rules)
