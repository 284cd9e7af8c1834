"""What is compared of a report: its own words against those of the acts beside it, its country, its object."""

from datetime import date

from sijill.pipeline import extract
from sijill.reconciliation.dating import place
from sijill.reconciliation.undertakings.profiles import telling
from sijill.records import Article, Published


def told(*texts):
    days = [date(2024, 3, n + 1) for n in range(len(texts))]
    pile = [Article(f"a{n}", t, published=Published(d, d, "stated")) for n, (t, d) in enumerate(zip(texts, days, strict=True))]
    return telling(place([extract(a) for a in pile]))


def one(reports, act):
    return next(t for t in reports if t.undertaking.act == act)


def test_the_countries_of_a_report_are_its_own_or_else_its_articles():
    reports = told(
        "أعلنت الحكومة في الأردن أنها ستخفض الدعم عن الخبز في أيار المقبل. وستبيع شركة الكهرباء في حزيران المقبل.",
        "ستخفض الحكومة في المغرب الدعم عن السكر في أيار المقبل.",
    )
    first, second = [t for t in reports if t.undertaking.act == "reduce"]
    assert first.profile.home == {"الأردن"}
    assert second.profile.home == {"المغرب"}
    assert one(reports, "sell").profile.home == {"الأردن"}, "named by the article, not by the clause"


def test_a_clause_that_names_no_act_is_compared_as_the_one_before_it():
    reports = told("ستسلم الشركة الجسر الجديد إلى البلدية. وقال مدير المشروع إن العملية ستكون في حزيران المقبل.")
    bridge, later = reports
    assert later.profile.keys == bridge.profile.keys
    assert later.profile.act == bridge.profile.act
    assert later.profile.latest == date(2024, 6, 30)
    assert later.report.due_latest == date(2024, 6, 30)


def test_the_words_of_the_act_beside_it_are_not_about_a_report():
    reports = told("ستفتتح الوزارة المستشفى في أيار المقبل، وستغلق الوزارة المطار القديم في حزيران المقبل.")
    hospital, airport = one(reports, "open"), one(reports, "close")
    assert hospital.own.keys.keys() - airport.own.keys.keys()
    assert not (hospital.profile.keys.keys() - hospital.own.keys.keys()) & airport.own.keys.keys()


def test_ordinals_and_figures_are_told_apart_from_words():
    report = one(told("سيصرف البنك الشريحة الثالثة بقيمة 250 مليون دينار في أيار المقبل."), "pay")
    assert report.profile.ordinals == {3}
    assert report.profile.numbers == {"250"}


def test_a_word_and_its_broken_plural_with_a_pronoun_have_one_key():
    reports = told("ستسحب الفصائل سلاحها في أيار المقبل.", "ستسحب الفصائل أسلحتها في أيار المقبل.")
    assert reports[0].own.keys.keys() == reports[1].own.keys.keys()


def test_a_calling_off_or_a_carrying_out_is_about_the_act_it_names():
    assert one(told("ألغت النقابة الإضراب العام المقرر في أيار المقبل."), "cancel").profile.acts == {"strike"}
    assert one(told("هددت النقابة بتنفيذ الإضراب العام في أيار المقبل."), "comply").profile.acts == {"strike"}
    assert one(told("ستلتزم الفصائل بالهدنة في أيار المقبل."), "comply").profile.acts == {"comply"}


def test_who_acts_is_no_word_of_what_is_done_but_the_house_that_opens_is():
    hospital = one(told("سيفتتح أمير المنطقة المستشفى التخصصي في أيار المقبل."), "open")
    assert len(hospital.profile.words) == 2
