"""Days of reports that state none, from their own words and from reports of known days. Invented reports only."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.pipeline import extract
from sijill.reconciliation.dating import anchor, place
from sijill.records import Article, Proof, Published

LEAD = "أعلنت هيئة السكك الحديدية تأجيل تشغيل قطار الساحل السريع إلى ربيع العام المقبل بسبب تأخر وصول العربات من المصنع. "
COST = "وكانت كلفة المشروع الذي يمتد على طول 340 كيلومترا قد ارتفعت من مليارين إلى ثلاثة مليارات دينار خلال أربع سنوات. "
QUOTE = 'وقال مدير الهيئة حسان الرفاعي "لن نغامر بسلامة الركاب من أجل موعد كتبناه على الورق قبل أعوام من بدء العمل". '
STRIKE = "أضرب سائقو الحافلات في العاصمة، الأحد، احتجاجا على خفض بدل الوقود الذي أقرته شركة النقل. "


def stamped(day):
    return Published(day, day, "stated", (Proof(f"stamp {day}"),)) if day else Published()


def placed(*rows):
    """``rows``: text and day (None: not known). The intervals that come out, in order."""
    pile = [extract(Article(name=f"a{n}", text=text, published=stamped(day))) for n, (text, day) in enumerate(rows)]
    return place(pile)


def interval(dated):
    return dated.published.earliest, dated.published.latest


def test_a_stamp_is_taken_as_it_is():
    [found] = placed((LEAD, date(2031, 5, 6)))
    assert interval(found) == (date(2031, 5, 6), date(2031, 5, 6))
    assert found.published.basis == "stated"


def test_nothing_known_stays_unknown():
    [found] = placed((LEAD + QUOTE, None))
    assert interval(found) == (None, None)
    assert found.published.basis == "unknown"


def test_a_reprint_comes_out_within_days_of_its_origin():
    _, second = placed((LEAD + COST + QUOTE, date(2031, 5, 6)), (LEAD + COST + QUOTE + "ولم تعلق الوزارة.", None))
    earliest, latest = interval(second)
    assert earliest <= date(2031, 5, 6) <= latest
    assert (latest - earliest).days <= 6
    assert second.published.basis == "inferred"
    assert any("a0" in p.says for p in second.published.proof)


def test_one_event_told_elsewhere_on_a_known_day():
    # 11 May 2031 is a Sunday
    known = STRIKE + "وتوقفت الخطوط كلها ست ساعات."
    retold = "قال اتحاد النقل إن سائقي الحافلات في العاصمة أضربوا، الأحد، احتجاجا على خفض بدل الوقود الذي أقرته شركة النقل."
    _, found = placed((known, date(2031, 5, 12)), (retold, None))
    earliest, latest = interval(found)
    assert date(2031, 5, 11) <= earliest <= date(2031, 5, 12) <= latest <= date(2031, 5, 17)
    proof = next(p for p in found.published.proof if p.start is not None)
    assert "الأحد" in found.article.text[proof.start : proof.end]


def test_the_report_s_own_weekday_narrows_the_interval():
    text = LEAD + COST + QUOTE
    _, found = placed((text, date(2031, 5, 6)), (text + "وقالت النقابة اليوم الأربعاء إنها ستراقب التنفيذ.", None))
    assert interval(found) == (date(2031, 5, 7), date(2031, 5, 7))


def test_a_crawl_day_is_only_a_bound():
    pile = [extract(Article(name="a", text=LEAD, published=Published(None, date(2031, 5, 6), "inferred", (Proof("crawled"),))))]
    [found] = place(pile)
    assert interval(found) == (None, date(2031, 5, 6))


@pytest.mark.parametrize(("crawled", "placed_on"), [(date(2031, 5, 6), date(2031, 5, 5)), (date(2031, 5, 10), None)])
def test_a_weekday_just_before_the_crawl(crawled, placed_on):
    text = "قالت الهيئة اليوم الاثنين إن القطار سيعمل في الربيع."
    pile = [extract(Article(name="a", text=text, published=Published(None, crawled, "inferred", (Proof("crawled"),))))]
    [found] = place(pile)
    assert interval(found) == ((placed_on, placed_on) if placed_on else (None, crawled))


def test_the_current_month_near_reports_of_known_days():
    known = [(STRIKE, date(2031, 5, 11)), (QUOTE, date(2031, 5, 20))]
    text = "تنتهي في الثلاثين من مايو الجاري المهلة التي حددتها البلدية لإخلاء السوق القديم."
    found = placed(*known, (text, None))[-1]
    earliest, latest = interval(found)
    assert date(2031, 4, 15) <= earliest <= date(2031, 5, 11) < date(2031, 5, 20) <= latest <= date(2031, 6, 10)


def test_copyright_years_and_the_latest_date_are_no_clues():
    text = LEAD + "ويتوقع أن يعمل القطار في مارس 2039.\n© 2028"
    [found] = placed((text, None))
    assert found.published.latest is None or found.published.latest.year != 2028
    assert found.published.earliest is None


def test_a_stamp_that_the_text_contradicts_is_reported():
    [found] = placed(("قالت الهيئة اليوم الاثنين إن القطار سيعمل في الربيع.", date(2031, 5, 6)))  # a Tuesday
    assert interval(found) == (date(2031, 5, 5), date(2031, 5, 6))
    assert [p.code for p in found.extraction.problems] == ["stamp_contradicted"]
    [agreeing] = placed(("قالت الهيئة اليوم الثلاثاء إن القطار سيعمل في الربيع.", date(2031, 5, 6)))
    assert not agreeing.extraction.problems


def test_times_are_not_counted_from_an_interval_too_wide_to_mean_a_day():
    assert anchor(Published(date(2031, 1, 1), date(2031, 12, 31), "inferred")) is None
    assert anchor(Published(date(2031, 5, 4), date(2031, 5, 10), "inferred")) == date(2031, 5, 7)
    assert anchor(Published(date(2031, 5, 6), date(2031, 5, 6), "stated")) == date(2031, 5, 6)
    assert anchor(Published(None, date(2031, 5, 6), "inferred")) == date(2031, 5, 6)


def test_times_of_a_crawled_report_are_counted_from_its_crawl():
    crawled = Published(date(2031, 5, 4), date(2031, 5, 6), "inferred", (Proof("crawled 2031-05-06"), Proof("alike a 0.30")))
    assert anchor(crawled) == date(2031, 5, 6)


def test_a_report_crawled_among_others_came_out_just_before():
    rows = [
        (LEAD + COST, date(2031, 5, 3)),
        (QUOTE + COST, date(2031, 5, 5)),
        (STRIKE, date(2031, 5, 5)),
        (COST, date(2031, 5, 1)),
    ]
    pile = [extract(Article(name=f"a{n}", text=text, published=stamped(day))) for n, (text, day) in enumerate(rows)]
    seen = Published(None, date(2031, 5, 6), "inferred", (Proof("crawled 2031-05-06"),))
    found = place([*pile, extract(Article(name="b", text=LEAD + STRIKE, published=seen))])[-1]
    earliest, latest = interval(found)
    assert date(2031, 4, 28) <= earliest <= latest <= date(2031, 5, 6)
    assert anchor(found.published) == date(2031, 5, 6) or latest < date(2031, 5, 6)


TEXTS = [LEAD + COST + QUOTE, LEAD + QUOTE, STRIKE + COST, STRIKE + QUOTE, COST + QUOTE + STRIKE]


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(len(TEXTS))), st.sets(st.integers(0, len(TEXTS) - 1)))
def test_the_order_of_the_pile_does_not_matter(order, known):
    days = {n: date(2031, 5, 1 + n) for n in known}
    pile = [extract(Article(name=f"a{n}", text=TEXTS[n], published=stamped(days.get(n)))) for n in range(len(TEXTS))]
    straight = {d.article.name: (interval(d), d.published.proof) for d in place(pile)}
    mixed = {d.article.name: (interval(d), d.published.proof) for d in place([pile[n] for n in order])}
    assert {k: v[0] for k, v in straight.items()} == {k: v[0] for k, v in mixed.items()}
