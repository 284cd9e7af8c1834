"""A happening that no report of an undertaking tells may be what became of one."""

from dataclasses import replace
from datetime import date

from sijill.pipeline import extract, reconcile
from sijill.reconciliation.dating import place
from sijill.reconciliation.undertakings.profiles import telling
from sijill.records import Article, Happening, Published

D = date.fromisoformat
PLAN = "ستفتتح الوزارة المتحف الجديد في أيار المقبل."
DONE = "شهد المتحف الجديد مساء أمس حفل افتتاحه."


def pile(held="held", span=None):
    made = []
    for name, text, day in (("plan", PLAN, date(2024, 3, 1)), ("done", DONE, date(2024, 5, 20))):
        found = extract(Article(name, text, published=Published(day, day, "stated"), digest=name))
        made.append(replace(found, happenings=()))
    start, end = span or (0, len(DONE) - 1)
    told = Happening(start, end, "open", "open", held=held, keys=("=open",), rule="happened")
    made[1] = replace(made[1], undertakings=(), happenings=(told,))
    return place(made)


def test_a_held_happening_is_the_outcome_of_what_was_planned():
    (line,) = reconcile(pile()).commitments
    assert [r.article for r in line.history] == ["plan", "done"]
    assert line.final_status == "fulfilled"
    assert line.history[1].evidence[0] == (0, len(DONE) - 1)


def test_what_was_not_held_or_fits_nothing_is_no_report():
    (line,) = reconcile(pile("denied")).commitments
    assert [r.article for r in line.history] == ["plan"]
    other = pile()
    text = other[1].article.text.replace("المتحف الجديد", "الجسر القديم")
    changed = replace(other[1].extraction, article=replace(other[1].article, text=text))
    (line,) = reconcile([other[0], replace(other[1], extraction=changed)]).commitments
    assert line.final_status == "planned"


def test_a_happening_that_a_report_tells_too_is_told_once():
    dated = pile()[0]
    report = dated.extraction.undertakings[0].evidence[0]
    twice = replace(dated.extraction, happenings=(Happening(report.start, report.end, "open", "open"),))
    assert len(telling([replace(dated, extraction=twice)])) == len(telling([dated])) == 1


def shifted_to(text):
    reports = (("2024-03-01", "سيفتتح المصنع في 10 أيار 2024."), ("2024-04-20", text))
    made = [Article(f"a{n}", t, published=Published(D(d), D(d), "stated"), digest=f"d{n}") for n, (d, t) in enumerate(reports)]
    return [c for c in reconcile(place([extract(a) for a in made])).commitments if len(c.history) > 1]


def test_a_shift_by_a_length_is_counted_from_the_day_before():
    (line,) = shifted_to("أعلنت الشركة تأجيل افتتاح المصنع أسبوعين.")
    assert (line.history[-1].status, line.history[-1].due_latest) == ("postponed", D("2024-05-24"))
    assert line.slip_days == 14


def test_a_shift_without_a_length_has_no_day():
    (line,) = shifted_to("أعلنت الشركة تأجيل افتتاح المصنع.")
    assert line.history[-1].due_latest is None
