"""Reports are compared with their likeliest fellows only, so that a pile may grow."""

from datetime import date, timedelta

from sijill.pipeline import extract
from sijill.reconciliation.undertakings.matching import CANDIDATES, comparisons
from sijill.reconciliation.undertakings.profiles import telling
from sijill.records import Article, Dated, Published

THINGS = ("الجسر", "المستشفى", "المدرسة", "المصنع", "الميناء", "المطار", "السد", "الحديقة", "المتحف", "المحطة")
TOWNS = ("الشمال", "الجنوب", "الشرق", "الغرب", "الوسط")


def pile(count):
    out = []
    for n in range(count):
        day = date(2024, 1, 1) + timedelta(days=n)
        text = f"ستفتتح الوزارة {THINGS[n % 10]} رقم {n} في منطقة {TOWNS[n % 5]} قبل نهاية العام."
        out.append(Dated(extract(Article(f"a{n}", text)), Published(day, day, "stated"), ()))
    return telling(out)


def test_comparisons_grow_with_the_reports_not_with_their_pairs():
    small, large = pile(100), pile(400)
    assert comparisons(large) <= CANDIDATES * len(large)
    assert comparisons(large) / len(large) <= 1.5 * comparisons(small) / len(small)
    assert comparisons(large) < 0.3 * len(large) * (len(large) - 1) / 2
