"""One small record of three articles, made by hand, that the tables, the page and the command line are tested on."""

from datetime import date

import pytest

from sijill.records import (
    Article,
    Commitment,
    Conflict,
    Dated,
    Event,
    Extraction,
    Figure,
    Place,
    Problem,
    Published,
    Record,
    Report,
    Span,
    Statement,
    Timex,
)

TEXT = "قال وزير النقل إن خط المترو سيفتح في 30 حزيران 2025 بكلفة 40 مليون دينار."


def _span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


WHOLE, SPEAKER = _span("إن خط المترو سيفتح في 30 حزيران 2025 بكلفة 40 مليون دينار"), _span("وزير النقل")
CLAUSE, DAY, COST = _span("إن خط المترو سيفتح في 30 حزيران 2025"), _span("30 حزيران 2025"), _span("40 مليون دينار")


def _dated(name: str, day: date, outlet: str, statements: tuple[Statement, ...] = ()) -> Dated:
    published = Published(day, day, "stated")
    article = Article(name, TEXT, outlet, title="المترو", published=published, digest=f"{name:0>32}")
    figures = (Figure(*COST, TEXT[slice(*COST)], 40e6, 40e6, "دينار"),)
    time = Timex(*DAY, TEXT[slice(*DAY)], "DATE", "2025-06-30", earliest=date(2025, 6, 30), latest=date(2025, 6, 30))
    return Dated(Extraction(article, statements=statements, figures=figures), published, (time,))


@pytest.fixture
def record() -> Record:
    """A metro line due in June 2025, put off to December by the contractor, then passed in silence; and an event."""
    said = Statement(WHOLE, Span(0, 3), SPEAKER, "وزير النقل", "named_person")
    other = Statement(WHOLE, None, None, None, "unattributed")
    june, december = date(2025, 6, 30), date(2025, 12, 31)
    history = (
        Report("a", (CLAUSE,), june, june, "on", "planned", "وزير النقل", published=date(2025, 1, 5), rule="u1"),
        Report("b", (CLAUSE,), None, december, "by", "postponed", "المقاول", origins=2, published=date(2025, 6, 1)),
        Report("c", (CLAUSE,), None, december, "by", "postponed", "المقاول", origins=2, published=date(2025, 6, 9)),
    )
    metro = Commitment("c1111111111", "افتتاح خط المترو", "opening of the metro line", ("وزارة النقل",), "open", "خط المترو",
                       None, None, history, "postponed", "upcoming", True, 184, None, december,
                       aliases=("c2222222222",))  # fmt: skip
    open_end = Commitment("c3333333333", "زيادة الرحلات", None, (), "raise", "الرحلات", None, None,
                          (Report("b", (Span(0, 3),), None, None, "open", "planned", published=date(2025, 6, 1)),),
                          "planned", "no_date", False, None, None)  # fmt: skip
    event = Event("e1111111111", "توقيع العقد", "signing of the contract", date(2024, 3, 1), date(2024, 3, 31), "held", None,
                  (Place("b", 0, 3, "قال"),))  # fmt: skip
    clash = Conflict("x1111111111", "date", "update", (Place("a", *DAY, TEXT[slice(*DAY)]), Place("b", *DAY)), "June, December")
    return Record(
        None, date(2025, 6, 9),
        (_dated("a", date(2025, 1, 5), "النخيل", (said, other)), _dated("b", date(2025, 6, 1), "المسار", (said,)),
         _dated("c", date(2025, 6, 9), "المرصد", (said,))),
        commitments=(metro, open_end), events=(event,), origins=(("b", "c"),), conflicts=(clash,),
        problems=(Problem("d", "reading", "not_arabic", "d.txt: not Arabic; left out"),),
    )  # fmt: skip
