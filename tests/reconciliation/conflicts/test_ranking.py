"""The whole list over dated mini-articles: what is offered, with which verdict, and how few."""

from datetime import date

import pytest

from sijill.pipeline import build
from sijill.records import Article, Published


def conflicts(*told):
    """(kind, verdict, articles) of what is offered over articles of (day of May 2024, text), named a, b, c ..."""
    pile = [
        Article("abcdefgh"[n], text, published=Published(date(2024, 5, day), date(2024, 5, day), "stated"), digest=str(n))
        for n, (day, text) in enumerate(told)
    ]
    return [(c.kind, c.verdict, [s.article for s in c.spans]) for c in build(pile).conflicts]


def test_one_claim_of_two_speakers():
    found = conflicts(
        (1, "قال وزير النقل سامي حداد إن المحطة الجديدة ستفتح أبوابها أمام جميع ركاب الضاحية الشرقية مجانا."),
        (2, "قالت بلدية الميناء إن المحطة الجديدة ستفتح أبوابها أمام جميع ركاب الضاحية الشرقية مجانا."),
    )
    assert ("attribution", "contradiction", ["a", "b"]) in found


def test_the_same_speaker_twice_is_no_conflict():
    text = "قال وزير النقل سامي حداد إن المحطة الجديدة ستفتح أبوابها أمام جميع ركاب الضاحية الشرقية مجانا."
    assert [c for c in conflicts((1, text), (2, text)) if c[0] == "attribution"] == []


def test_the_running_month_called_next_is_a_slip():
    found = conflicts(
        (10, "يغلق الجسر في 15 مايو المقبل أمام الشاحنات."),
        (11, "يغلق الجسر في 15 مايو الجاري أمام الشاحنات."),
    )
    assert ("date", "error", ["a", "b"]) in found


def test_a_day_inside_its_month_refines_it():
    found = conflicts(
        (20, "انهار سقف السوق القديم في المدينة الشرقية في أبريل 2024."),
        (21, "انهار سقف السوق القديم في المدينة الشرقية في 3 أبريل 2024."),
    )
    assert [c[:2] for c in found if c[0] == "date"] == [("date", "refinement")]


def test_one_month_of_two_years_is_an_error():
    found = conflicts(
        (20, "بدأ رئيس الوزراء سامي حداد محادثات الميناء في يناير 2023."),
        (21, "بدأ رئيس الوزراء سامي حداد محادثات الميناء في يناير."),
    )
    assert ("date", "error", ["a", "b"]) in found


def test_weekdays_of_different_weeks_tell_different_news():
    found = conflicts(
        (6, "أعلنت وزارة الصحة، الاثنين، تسجيل إصابات جديدة بالمرض في المدينة الشرقية."),
        (16, "أعلنت وزارة الصحة، الخميس، تسجيل إصابات جديدة بالمرض في المدينة الشرقية."),
    )
    assert [c for c in found if c[0] == "date"] == []


def test_a_claim_that_names_the_other_speaker_is_one_claim():
    found = conflicts(
        (1, "قال وزير النقل سامي حداد إن المحطة الجديدة ستفتح أبوابها أمام جميع ركاب الضاحية الشرقية مجانا."),
        (2, "قالت بلدية الميناء إن المحطة الجديدة كما وعد سامي حداد ستفتح أبوابها أمام جميع ركاب الضاحية الشرقية مجانا."),
    )
    assert [c for c in found if c[0] == "attribution"] == []


@pytest.mark.parametrize("gap", [1, 0])
def test_neighbouring_days_are_no_rival_dates(gap):
    found = conflicts(
        (20, "انهار سقف السوق القديم في المدينة الشرقية في 3 مايو 2024."),
        (21, f"انهار سقف السوق القديم في المدينة الشرقية في {3 + gap} مايو 2024."),
    )
    assert [c for c in found if c[0] == "date"] == []


def test_the_list_is_the_same_whatever_the_order_of_the_articles():
    told = [
        (1, "قالت الشرطة إن انهيار الجسر أدى إلى مقتل 25 شخصا."),
        (1, "أعلن الدفاع المدني مقتل 21 شخصا في انهيار الجسر."),
        (3, "أعيد فتح الجسر أمام الشاحنات في 3 مايو 2024."),
    ]
    pile = [
        Article("abc"[n], text, published=Published(date(2024, 5, d), date(2024, 5, d), "stated"), digest=str(n))
        for n, (d, text) in enumerate(told)
    ]
    assert build(pile).conflicts == build(pile[::-1]).conflicts


def test_days_of_two_countries_are_no_rivals():
    found = conflicts(
        (20, "حصلت مصر على قرض الصندوق الطارئ لدعم الموازنة في مارس 2024."),
        (21, "حصلت تونس على قرض الصندوق الطارئ لدعم الموازنة في أبريل 2024."),
    )
    assert [c for c in found if c[0] in ("date", "status")] == []


def test_a_name_denied_is_a_conflict_of_framing():
    found = conflicts(
        (1, "توصل الطرفان إلى خطة انسحاب القوات من الميناء."),
        (2, "قال مسؤول كبير إن هذا ليس انسحابا بل مرحلة جديدة."),
    )
    assert ("framing", "contradiction", ["b", "a"]) in found


def test_a_name_that_nobody_gives_is_denied_in_vain():
    assert [c for c in conflicts((1, "فتح الجسر."), (2, "قال مسؤول كبير إن هذا ليس انسحابا.")) if c[0] == "framing"] == []


def test_a_claim_repeated_weeks_later_is_no_rivalry():
    text = "إن المحطة الجديدة ستفتح أبوابها أمام جميع ركاب الضاحية الشرقية مجانا."
    found = conflicts((1, f"قال وزير النقل سامي حداد {text}"), (28, f"قالت بلدية الميناء {text}"))
    assert [c for c in found if c[0] == "attribution"] == []
