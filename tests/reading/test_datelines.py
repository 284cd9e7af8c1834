"""Full dates in lines, and the day a page states."""

from datetime import date

import pytest

from sijill.reading.chrome.datelines import line_day
from sijill.reading.sources import read
from sijill.records import Article

TEXT = (
    "قالت وزارة النقل إن الجسر الجديد سيفتح أمام المركبات في يونيو 2035 بعد تأخير دام عامين بسبب نقص التمويل "
    "اللازم لاستكمال أعمال البناء في المرحلة الأخيرة."
)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("12 مارس 2031، 09:15 ص", date(2031, 3, 12)),
        ("الأربعاء ١٢ مارس ٢٠٣١", date(2031, 3, 12)),
        ("نشر في: 4 كانون الثاني 2030 - 18:22", date(2030, 1, 4)),
        ("آخر تحديث: 7 تشرين الأول/ أكتوبر 2030", date(2030, 10, 7)),
        ("الوادي 05 رجب 1452 هـ الموافق 31 أكتوبر 2030 م", date(2030, 10, 31)),
        ("2031-03-12 09:15", date(2031, 3, 12)),
        ("تاريخ النشر 12/03/2031", date(2031, 3, 12)),
        ("12 جويلية 2031", date(2031, 7, 12)),
        ("الجمعة 1 محرم 1447", date(2025, 6, 26)),
        ("مارس 2031", None),
        ("31 فبراير 2031", None),
        ("500 مركبة في مارس", None),
        ("", None),
    ],
)
def test_line_day(line, day):
    found = line_day(line)
    assert (found.day if found else None) == day


@pytest.mark.parametrize(
    ("page", "day"),
    [
        (f"الجسر يفتح في الصيف\n12 مارس 2031، 09:15 ص\n{TEXT}", date(2031, 3, 12)),
        (f"الوادي 31 أكتوبر 2030 م\n{TEXT}", date(2030, 10, 31)),
        (f"{TEXT}\n12 مارس 2031، 09:15 ص", None),
        (f"{TEXT}\nجميع الحقوق محفوظة © 12 مارس 2031", None),
        (f"© 12/03/2031\n{TEXT}", None),
        (f"اتفاق 12 مارس 2031 بين الوزارة والشركة\n{TEXT}", None),
        (TEXT, None),
    ],
)
def test_the_day_a_page_states(tmp_path, page, day):
    (tmp_path / "a.txt").write_text(page, encoding="utf-8")
    [article] = [x for x in read([tmp_path]) if isinstance(x, Article)]
    assert article.published.day == day
    if day:
        [proof] = article.published.proof
        assert line_day(article.text[proof.start : proof.end]).day == day
        assert article.published.basis == "stated"
