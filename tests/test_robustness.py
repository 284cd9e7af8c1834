"""No row of words, marks and digits makes extraction fail, and every span stays in the text."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.pipeline import build, extract
from sijill.records import Article, Published

WORDS = [
    "قال",
    "قالت",
    "وأضاف",
    "أعلن",
    "أن",
    "إن",
    "الوزير",
    "المتحدث",
    "باسم",
    "الحكومة",
    "مصادر",
    "مطلعة",
    "مشيرا",
    "إلى",
    "بحسب",
    "وفقا",
    "لـ",
    "لوكالة",
    "رويترز",
    "«و»",
    '"',
    ":",
    "،",
    ".",
    "(",
    ")",
    "سيبدأ",
    "تأجيل",
    "انسحاب",
    "القوات",
    "من",
    "المقرر",
    "افتتاح",
    "الجسر",
    "بحلول",
    "نهاية",
    "سبتمبر/أيلول",
    "2025",
    "المقبل",
    "الماضي",
    "أمس",
    "الأحد",
    "قبل",
    "بعد",
    "عامين",
    "خلال",
    "حتى",
    "إذا",
    "لم",
    "لن",
    "2500",
    "جندي",
    "ألف",
    "مليون",
    "دولار",
    "في",
    "المئة",
    "أكثر",
    "نحو",
    "12",
    "١٤",
    "هـ",
    "المرحلة",
    "الأولى",
    "والثانية",
    "الذي",
    "كان",
    "مقررا",
    "التي",
    "تم",
    "العراق",
    "بغداد",
    "الاتفاق",
    "رئيس",
    "محمد",
    "علي",
    "عبد",
    "الله",
    "ليث",
    "\u200f",
    "\u200f",
    "\n",
    "-",
    "–",
    "كل",
    "ستة",
    "أشهر",
    "اليوم",
    "الجمعة",
    "3",
    "مارس",
    "10:30",
    "مساء",
]
DAY = date(2025, 6, 19)
ROWS = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)


def spans(extraction):
    yield from (
        (m.start, m.end)
        for kind in ("times", "figures", "mentions", "happenings", "credits")
        for m in getattr(extraction, kind)
    )
    for s in extraction.statements:
        yield from (x for x in (s.content, s.cue, s.speaker) if x)
    for u in extraction.undertakings:
        yield from u.evidence


@settings(max_examples=300, deadline=None)
@given(ROWS, st.integers(0, 6))
def test_any_row_of_words_is_read_without_trouble(text, cut):
    text = text[: len(text) - cut]
    read = extract(Article("a", text))
    assert read.problems == ()
    for start, end in spans(read):
        assert 0 <= start < end <= len(text)


@settings(max_examples=40, deadline=None)
@given(st.lists(ROWS, min_size=1, max_size=3), st.sampled_from([None, DAY]))
def test_any_pile_becomes_a_record(texts, day):
    published = Published(day, day, "stated") if day else Published()
    pile = [Article(f"a{n}", text, published=published, digest=f"a{n}") for n, text in enumerate(texts)]
    record = build(pile, state_days=[DAY])
    assert len(record.articles) == len(pile)
    assert all(0 <= s.start < s.end for c in record.commitments for r in c.history for s in r.evidence)
