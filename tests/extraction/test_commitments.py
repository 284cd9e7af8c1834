"""Every example of the rules of undertakings is a test of its own."""

import pytest

from sijill.extraction.commitments import undertakings
from sijill.extraction.timex import time_mentions
from sijill.language.document import Document
from sijill.language.rules import rule_rows
from sijill.records import Mention, Span, Statement

ROWS = rule_rows("commitments")
EXAMPLES = [pytest.param(row["id"], e, id=f"{row['id']}-{n}") for row in ROWS for n, e in enumerate(row["examples"])]
COUNTER = [pytest.param(row["id"], e, id=f"{row['id']}-{n}") for row in ROWS for n, e in enumerate(row.get("not_examples", []))]


def read(text):
    doc = Document(text)
    return undertakings(doc, time_mentions(doc), [], [])


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(rule, example):
    found = [u for u in read(example["text"]) if u.rule == rule]
    assert found, f"nothing by {rule} in {example['text']}"
    wanted = {k: v for k, v in example.items() if k not in ("text", "date")}
    assert any(all(getattr(u, k) == v for k, v in wanted.items()) for u in found), found


@pytest.mark.parametrize(("rule", "example"), COUNTER)
def test_counter_example(rule, example):
    assert not [u for u in read(example["text"]) if u.rule == rule], example["why"]


def test_a_name_that_begins_like_a_future_is_no_undertaking():
    doc = Document("وفي مكتبه سيزوريو مساء.")
    start = doc.text.index("سيزوريو")
    name = Mention(start, start + len("سيزوريو"), "سيزوريو", "سيزوريو", "person")
    assert [u.rule for u in undertakings(doc, [], [], [])] == ["future"]
    assert undertakings(doc, [], [], [name]) == []


def test_what_would_have_been_is_no_undertaking():
    assert read("وكان سيزوريو موجودا في مكتبه صباح الخميس.") == []


def test_an_unknown_future_without_a_day_is_weak():
    (plain,) = read("سيتزلج الفريق على المنحدر.")
    (dated,) = read("سيتزلج الفريق على المنحدر يوم الأحد.")
    assert plain.weight < dated.weight


def test_the_day_of_what_took_place_is_not_the_due_day():
    (told,) = read("من المقرر إعلان نتائج الانتخابات التي جرت يوم الأحد.")
    (ahead,) = read("من المقرر إعلان نتائج الانتخابات يوم الأحد.")
    assert told.time is None
    assert ahead.time is not None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ستنسحب القوات قبل شهر من الانتخابات المقررة في أكتوبر.", "by"),
        ("ستنسحب القوات قبل الانتخابات المقررة في أكتوبر.", "by"),
        ("ستنسحب القوات بعد أسبوعين من الاقتراع المقرر في أكتوبر.", "after_event"),
        ("ستنسحب القوات في أكتوبر.", "on"),
    ],
)
def test_a_term_counted_from_a_dated_event_binds_through_it(text, kind):
    assert [u.due_kind for u in read(text) if u.act == "leave"] == [kind]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("سنغادر القاعدة إذا وافق البرلمان.", "إذا وافق البرلمان"),
        ("ستبقى القوات إلى أن تستقر الأوضاع.", "إلى أن تستقر الأوضاع"),
        ("سيفتح المعبر مقابل تسليم الأسرى.", "مقابل تسليم الأسرى"),
        ("أشار المدير إلى أن المشروع سيطرح في مناقصة.", None),  # "pointed out that" is no "until"
        ("سيصوت 46 في المئة لهذه القائمة مقابل 28 في المئة لتلك.", None),  # a comparison
        ("ستتوقف العمليات، وفي حال خرق الهدنة فسوف يتم الرد على الخرق.", None),  # it belongs to what follows
    ],
)
def test_a_condition_is_what_the_act_hangs_on(text, condition):
    assert read(text)[0].condition == condition


def test_a_condition_before_its_consequence_is_the_consequences():
    found = {u.act: u.status for u in read("ستتوقف العمليات، وفي حال خرق الهدنة فسوف يتم الرد على الخرق.")}
    assert found == {"stop": "planned", "attack": "conditional"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("ترسل البلدية شاحنات المياه إلى القرى منذ أسابيع.", "in_progress"),
        ("تعقد اللجنة اجتماعها غدا.", "planned"),
    ],
)
def test_what_is_told_in_the_present_since_a_day_goes_on(text, status):
    assert [u.status for u in read(text)] == [status]


def test_a_persons_name_and_a_reporting_verb_tell_no_act():
    doc = Document("كشف الوزير حسن صالح الأرقام أمس.")
    name = Mention(doc.text.index("حسن"), doc.text.index(" الأرقام"), "حسن صالح", "حسن صالح", "person")
    said = Statement(Span(16, 30), Span(0, 3))
    assert [u.act for u in undertakings(doc, [], [], [])] == ["amend"]
    assert undertakings(doc, [], [said], [name]) == []


def test_the_day_of_a_refusal_is_not_the_due_day():
    refused = [u for u in read("رفضت المحكمة يوم الثلاثاء طلب الدفاع.") if u.rule == "refused"]
    assert [u.time for u in refused] == [None]


def test_a_verb_joined_to_a_beginning_is_a_report_of_its_own():
    found = read("من المقرر أن تبدأ الهدنة مساء الأحد وتستمر حتى الجمعة.")
    assert [(u.act, u.due_kind) for u in found] == [("truce", "on"), ("continue", "until")]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("وانتهت المهلة المحددة لتسليم السلاح من دون أي تسليم.", "missed"),
        ("تنتهي يوم الأحد المهلة المحددة لتسليم السلاح.", "planned"),
    ],
)
def test_a_deadline_that_ran_out_is_missed(text, status):
    assert [u.status for u in read(text) if u.rule == "deadline"] == [status]


@pytest.mark.parametrize(
    ("text", "act", "status"),
    [
        ("تبادل طرفا النزاع الأسرى أمس.", "release", "fulfilled"),
        ("وقع البلدان الاتفاقية اليوم الاثنين.", "sign", "fulfilled"),
        ("قدم الوزير مشروع القانون أمس إلى البرلمان.", "submit", "fulfilled"),
        ("رفعت الحكومة أسعار الوقود أمس.", "raise", "fulfilled"),
        ("أعلنت اللجنة أن الانتخابات ستجرى في ديسمبر.", "vote", "planned"),
        ("قال البنك إن إتمام الاندماج تأجل إلى سبتمبر.", "join", "postponed"),
        ("قررت اللجنة، الاثنين، إرجاء الانتخابات إلى مايو.", "vote", "postponed"),
    ],
)
def test_one_report_of_the_right_act_and_status(text, act, status):
    assert [(u.act, u.status) for u in read(text)] == [(act, status)]


def test_what_is_called_off_is_due_no_more():
    assert [u.time for u in read("قررت الإدارة إلغاء المهرجان هذا العام.")] == [None]


def test_a_remark_between_commas_does_not_end_the_clause():
    text = "توقع الوزير أن تتسلم الحكومة القرض، وقيمته 500 مليون دولار، في ديسمبر المقبل."
    assert [u.time is not None for u in read(text)] == [True]


def test_a_name_in_quotation_marks_belongs_to_the_subject():
    text = "قمر الاتصالات «نجم 2» سيطلق في 20 يوليو."
    (found,) = read(text)
    assert found.evidence[0].start == 0


def test_a_numeral_is_no_future():
    assert read("وتتسع المدرسة لنحو ستمئة طالب من أبناء الحي.") == []


def test_the_reason_of_a_delay_is_not_what_was_delayed():
    assert [(u.act, u.status, u.due_kind) for u in read("افتتاح المستشفى تأجل إلى مارس 2017 لعدم وصول الأجهزة.")] == [
        ("open", "postponed", "until")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "وقال إن هذا الأمر لا يعارضه أحد في اللجنة.",
        "للأسباب التي دعت الوزارة إلى منع القنوات.",
        "بدأت المعركة في الشتاء واستمرت 27 يوما.",
        "ويرى الخبير أن لعب النهائي في الشتاء أمر خاطئ.",
    ],
)
def test_what_only_looks_like_a_report(text):
    assert [u for u in read(text) if u.rule not in ("begun", "noun", "done") or u.act == "play"] == []


def test_no_preposition_is_written_on_a_past_verb():
    assert [u.rule for u in read("قروض خصصت لأجلها الدولة الكثير.") if u.rule == "postponed"] == []


@pytest.mark.parametrize("text", ["ستساعدنا الرحلة على فهم الشمس.", "سنبلغ منطقة هادئة.", "سيكون من السهل رصد الظاهرة."])
def test_a_consequence_in_any_person_is_no_undertaking(text):
    assert [u for u in read(text) if u.rule in ("future", "will-be") and u.act != "monitor"] == []


def test_the_day_of_a_denial_is_told_by_the_verbs_last_letter():
    assert [u.time for u in read("نفى النادي الأسبوع الماضي بيع اللاعب.") if u.rule == "denied"] == [None]
