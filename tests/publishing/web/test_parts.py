"""The parts of the page: what each answers, in order, from a record made by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.publishing.web.board import board, signed_days
from sijill.publishing.web.context import Context, place
from sijill.publishing.web.overview import disagreements, questions
from sijill.publishing.web.reader import Page, reader
from sijill.publishing.web.sources import headline, outlets, safe_address
from sijill.publishing.web.timeline import timeline
from sijill.publishing.web.trend import BRIGHT, trend
from sijill.publishing.web.voices import speakers
from sijill.records import Article, Dated, Extraction, Figure, Published, Record, Report, Span, Timex


@pytest.fixture(scope="module")
def english(sample: Record) -> Context:
    return Context(sample, "en", {"c6": "left out"})


@pytest.fixture(scope="module")
def arabic(sample: Record) -> Context:
    return Context(sample, "ar")


@pytest.fixture(scope="module")
def pages(sample: Record, arabic: Context, english: Context) -> dict[str, Page]:
    return {p.anchor: p for p in reader(sample, arabic, english)}


# ---- first screen


def test_the_four_questions_are_answered(english: Context) -> None:
    answers = {q.key: q for q in questions(english)}
    assert list(answers) == ["next", "moved", "happened", "silent"]
    assert answers["next"].items[0].title.text == "The remaining coalition forces leave Iraq"
    assert answers["next"].items[0].distance == "in 254 days"
    assert [i.href for i in answers["silent"].items] == ["#en-c5", "#en-c1"]
    assert answers["silent"].items[0].distance == "111 days ago"


def test_what_moved_says_from_what_to_what_and_who(english: Context) -> None:
    moved = {i.href: i for q in questions(english) if q.key == "moved" for i in q.items}
    item = moved["#en-c4"]
    assert (item.old, item.new) == ("until the end of September 2026", "until the end of 2026")
    assert item.distance == "\u2066+92\u2069 days"
    assert item.who == "مصدر دبلوماسي عراقي"
    assert moved["#en-c3"].earlier
    assert not item.earlier


def test_what_was_kept_comes_first_then_the_best_founded_events(english: Context) -> None:
    happened = next(q for q in questions(english) if q.key == "happened")
    # e2 is the hand-over that c2 tells as kept
    assert [i.href for i in happened.items] == ["#en-c2", "#en-e1", "#en-e4"]
    assert happened.rest == 0
    assert happened.items[0].distance == "119 days late"


def test_a_question_without_answers_says_what_was_looked_for(english: Context) -> None:
    none = Context(replace(english.record, commitments=(), events=()), "en")
    assert all(q.items == () and q.empty.startswith("Looked for") for q in questions(none))


def test_conflicts_keep_the_order_of_the_record_and_quote_both_sides(english: Context) -> None:
    found = disagreements(english)
    assert [x.id for x in found] == ["x1", "x2", "x3", "x4"]
    assert found[2].label == "contradiction on the date"
    assert [[t for t, marked in q.parts if marked] for q, _, _ in found[2].quotes] == [
        ["نهاية عام 2026"],
        ["بحلول سبتمبر 2026"],
    ]


def test_a_conflict_shows_different_words_first_and_folds_the_others(english: Context) -> None:
    x = english.record.conflicts[2]
    many = replace(
        x, spans=(x.spans[0], x.spans[0], *x.spans[1:], *english.record.conflicts[3].spans), note="2025-09-30 / 2026-99-99"
    )
    found = disagreements(Context(replace(english.record, conflicts=(many,)), "en"))[0]
    assert [[t for t, marked in q.parts if marked] for q, _, _ in found.quotes] == [
        ["نهاية عام 2026"], ["بحلول سبتمبر 2026"], ["نحو 2500 جندي"],
    ]  # fmt: skip
    assert len(found.rest) == 2
    assert found.note.startswith("30 September 2025 / ")


# ---- board


def test_open_commitments_come_first_by_due_date(english: Context) -> None:
    assert [r.id for r in board(english)] == ["c3", "c4", "c1", "c5", "c2", "c6"]


def test_a_row_says_state_due_slip_and_voices(english: Context) -> None:
    row = next(r for r in board(english) if r.id == "c2")
    assert (row.state, row.shape) == ("done late", "met_late")
    assert row.due == "in mid September 2025"
    assert row.voices == "3 independent origins in 3 reports"
    assert row.depends is not None
    assert row.depends[0] == "#en-c1"
    assert next(r for r in board(english) if r.id == "c6").decided == "left out"


def test_a_bare_act_is_told_with_its_party_and_place(sample: Record, arabic: Context) -> None:
    bare = replace(sample.commitments[1], title_ar="تسليم")
    assert arabic.title(bare).text == "تسليم: القوات الأمريكية، الأنبار"
    assert arabic.title(replace(bare, actors=(), place=None)).text == "تسليم"
    assert arabic.title(sample.commitments[1]).text == sample.commitments[1].title_ar


def test_the_due_that_is_shown_is_the_one_that_is_next(english: Context) -> None:
    c = english.record.commitments[2]
    back = replace(c.history[1], due_earliest=date(2021, 1, 1), due_latest=None, due_kind="from")
    row = board(Context(replace(english.record, commitments=(replace(c, history=(*c.history, back)),)), "en"))[0]
    assert row.due == "by the end of September 2026"


def test_the_history_has_every_due_date_oldest_first_and_marks_the_turns(english: Context) -> None:
    row = next(r for r in board(english) if r.id == "c4")
    assert [s.due for s in row.history] == ["until the end of September 2026", "until the end of 2026"]
    assert [s.changed for s in row.history] == [False, True]
    assert row.history[1].kind == "unnamed source"
    assert row.history[0].quote is not None
    assert [t for t, marked in row.history[0].quote.parts if marked] == ["مرحلة ثانية تستمر حتى سبتمبر 2026"]


def test_an_inferred_day_says_so_and_why(english: Context) -> None:
    step = next(r for r in board(english) if r.id == "c2").history[1]
    assert step.dating.inferred
    assert step.dating.words == "1\u201315 September 2025"
    assert step.dating.why == ("about a year after 2024-09-27",)


@pytest.mark.parametrize(("days", "said"), [(109, "\u2066+109\u2069 أيام"), (-11, "\u2066\u221211\u2069 يوماً"), (2, "+يومان")])
def test_a_slip_keeps_its_sign_beside_its_number(arabic: Context, days: int, said: str) -> None:
    assert signed_days(arabic, days) == said


# ---- trend


def test_time_runs_with_the_language(arabic: Context, english: Context) -> None:
    for context, forwards in ((english, True), (arabic, False)):
        found = trend(context)
        assert found is not None
        for drawing in found.drawings:
            for line in drawing.lines:
                across = [dot.x for dot in line.dots]
                assert across == sorted(across, reverse=not forwards)


def test_a_later_due_is_drawn_higher_and_a_kept_one_meets_the_diagonal(english: Context) -> None:
    found = trend(english)
    assert found is not None
    wide = found.drawings[0]
    by_id = {line.id: line for line in wide.lines}
    first, last = by_id["c4"].dots
    assert last.y < first.y
    assert by_id["c2"].kept is not None
    start, end = [tuple(map(float, p.split(" "))) for p in wide.today[1:].split("L")]
    x, y = by_id["c2"].kept
    assert y == pytest.approx(start[1] + (end[1] - start[1]) * (x - start[0]) / (end[0] - start[0]), abs=0.3)


def test_thirty_commitments_leave_a_few_bright_and_name_the_rest(many: Callable[[int], Record]) -> None:
    found = trend(Context(many(30), "ar"))
    assert found is not None
    assert [line.hue is not None for line in sorted(found.drawings[0].lines, key=lambda x: x.number)].count(True) == BRIGHT
    assert found.faded == 25 - BRIGHT
    ends = sorted(line.end[1] for line in found.drawings[0].lines if line.hue)
    assert all(b - a >= 16.9 for a, b in pairwise(ends))


def test_due_dates_before_the_first_report_are_counted_not_drawn(sample: Record) -> None:
    old = replace(sample.commitments[0].history[0], due_earliest=None, due_latest=date(2003, 1, 1))
    c = replace(sample.commitments[0], history=(old, *sample.commitments[0].history[1:]))
    found = trend(Context(replace(sample, commitments=(c, *sample.commitments[1:])), "en"))
    assert found is not None
    assert found.left == 1
    assert any("2003" in cell.due for cell in found.cells)


def test_a_due_far_above_the_others_does_not_flatten_them(many: Callable[[int], Record]) -> None:
    record = many(30)
    far = replace(record.commitments[29].history[0], due_earliest=None, due_latest=date(2090, 1, 1))
    lone = replace(record.commitments[29], history=(far,), moved=False, final_status="planned")
    found = trend(Context(replace(record, commitments=(*record.commitments[:29], lone)), "en"))
    assert found is not None
    assert found.left == 1
    assert not any("208" in t.label + t.under for t in found.drawings[0].upwards)


def test_a_story_of_two_weeks_has_its_days_on_the_axis(sample: Record) -> None:
    c = sample.commitments[0]
    days = [date(2025, 9, 1), date(2025, 9, 9), date(2025, 9, 14)]
    history = tuple(replace(r, published=day, due_latest=date(2025, 9, 30)) for r, day in zip(c.history, days, strict=False))
    short = replace(sample, commitments=(replace(c, history=history),), as_of_used=date(2025, 9, 15))
    found = trend(Context(short, "en"))
    assert found is not None
    labels = [t.label for t in found.drawings[0].across]
    assert labels[:3] == ["1", "3", "5"]
    assert 4 <= len(labels) <= 9


def test_no_dated_due_no_chart(sample: Record) -> None:
    assert trend(Context(replace(sample, commitments=()), "en")) is None


# ---- timeline


def test_an_imprecise_date_is_an_interval_and_what_lies_before_is_background(english: Context) -> None:
    found = timeline(english)
    assert found is not None
    marks = {m.anchor: m for m in found.marks}
    assert marks["en-e1"].point
    assert not marks["en-e4"].point
    assert marks["en-e4"].size > 1
    assert [m.anchor for m in found.background] == ["en-e3"]
    assert marks["en-due-c1"].held == "passed_no_report"
    assert marks["en-due-c3"].held == "planned"
    assert "en-due-c2" not in marks
    assert all(0 <= m.start <= 100 and m.start + m.size <= 100.01 for m in found.marks)


def test_a_story_of_months_has_months_on_its_scale(sample: Record) -> None:
    pile = tuple(d for d in sample.articles if d.published.latest and d.published.latest.year == 2024)
    early = [e for e in sample.events if e.latest and e.latest.year == 2024]
    found = timeline(Context(replace(sample, articles=pile, events=tuple(early), commitments=(), as_of_used=None), "en"))
    assert found is not None
    assert [y.label for y in found.years] == ["August", "September", "October"]
    long = timeline(Context(sample, "en"))
    assert long is not None
    assert [y.label for y in long.years] == ["2025", "2026", "2027"]


# ---- who said what, sources


def test_statements_are_grouped_by_speaker_in_order_of_days(english: Context) -> None:
    found = speakers(english)
    minister = next(s for s in found if s.name == "ثابت العباسي")
    assert [x.firmness for x in minister.first] == ["planned", "denied"]
    assert minister.kind == "named person"
    assert len({(s.name, s.kind) for s in found}) == len(found)


def test_outlets_tell_reprints_and_what_a_day_rests_on(english: Context) -> None:
    found = {o.name: o for o in outlets(english)}
    first = found["جريدة الضفاف"].sources[0]
    assert first.kin[0][1:] == ("بوابة النخيل", "edited")
    assert first.credits == "رويترز"
    assert any(s.dating.inferred for s in found["موقع مسار"].sources)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x.example", "http://[", "", None]
)
def test_an_address_that_is_not_the_webs_is_no_link(url: str | None) -> None:
    assert safe_address(url) is None


def test_a_headline_is_the_first_long_line_that_is_not_furniture() -> None:
    text = "قائمة طويلة من الروابط في أعلى الصفحة\nهذا عنوان التقرير كما نشرته الصحيفة\nنص"
    assert headline(Article("a", text, chrome=(Span(0, text.index("\n")),))).text == "هذا عنوان التقرير كما نشرته الصحيفة"
    assert headline(Article("a", "x")).text == "a"


# ---- reader


def test_the_reader_keeps_every_character_of_an_article(sample: Record, pages: dict[str, Page]) -> None:
    for d in sample.articles:
        page = next(p for p in pages.values() if p.title == headline(d.article))
        kept = "\n".join("".join(s.text for s in line) for b in page.blocks for line in b.paragraphs)
        assert kept == "\n".join(x for x in d.article.text.split("\n") if x.strip())


def test_furniture_is_folded_and_holds_no_highlight(pages: dict[str, Page]) -> None:
    page = next(p for p in pages.values() if any(b.furniture for b in p.blocks))
    assert [b.furniture for b in page.blocks] == [True, False, True]
    assert all(s.kinds == () for b in page.blocks if b.furniture for line in b.paragraphs for s in line)


def test_a_highlight_within_another_names_the_narrowest_first(sample: Record, pages: dict[str, Page]) -> None:
    page = pages[place(sample.articles[0].article.name, 0).rsplit("-", 1)[0]]
    segment = next(s for b in page.blocks for line in b.paragraphs for s in line if s.text == "سبتمبر أيلول 2025")
    assert segment.kinds == ("commitment", "statement", "time")
    by_id = {c.id: c for c in page.cards}
    assert [by_id[id].kind for id in segment.cards] == ["time", "commitment", "statement"]


def test_every_place_that_is_linked_to_is_in_the_reader(sample: Record, pages: dict[str, Page]) -> None:
    spots = {p for page in pages.values() for b in page.blocks for line in b.paragraphs for s in line for p in s.places}
    for c in sample.commitments:
        for r in c.history:
            assert place(r.article, r.evidence[0].start) in spots


spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda s: (min(s), max(s)))


@settings(max_examples=120, deadline=None)
@given(
    text=st.text(alphabet="ابت 5\n", min_size=1, max_size=60),
    times=st.lists(spans, max_size=5),
    figures=st.lists(spans, max_size=5),
)
def test_any_overlap_of_highlights_keeps_the_text(
    text: str, times: list[tuple[int, int]], figures: list[tuple[int, int]]
) -> None:
    a = Article("a", text)
    kept = [Timex(s, min(e, len(text)), "", "DATE", "2025") for s, e in times if s < len(text)]
    counted = tuple(Figure(s, min(e, len(text)), "", 5, 5) for s, e in figures if s < len(text))
    record = Record(None, None, articles=(Dated(Extraction(a, figures=counted), Published(), tuple(kept)),))
    page = reader(record, Context(record, "ar"), Context(record, "en"))[0]
    told = "\n".join("".join(s.text for s in line) for b in page.blocks for line in b.paragraphs)
    assert told == "\n".join(x for x in text.split("\n") if x.strip())
    ids = {c.id for c in page.cards}
    assert all(set(s.cards) <= ids for b in page.blocks for line in b.paragraphs for s in line)


def test_a_report_of_an_article_that_is_not_there_is_shown_without_words(sample: Record) -> None:
    lost = Report("gone", (Span(0, 5),), None, date(2026, 5, 1), "by", "planned")
    c = replace(sample.commitments[5], history=(lost,), timing="upcoming", final_status="planned")
    row = board(Context(replace(sample, commitments=(c,)), "en"))[0]
    assert row.history[0].quote is None
    assert row.due == "by 1 May 2026"


def test_a_long_sentence_is_cut_between_words_and_says_so() -> None:
    text = " ".join(f"كلمة{n}" for n in range(200))
    a = Article("a", text)
    record = Record(None, None, articles=(Dated(Extraction(a, sentences=(Span(0, len(text)),)), Published()),))
    start = text.index("كلمة100")
    quote = Context(record, "en").quote("a", [Span(start, start + 7)])
    assert quote is not None
    said = "".join(part for part, _ in quote.parts)
    assert said.startswith("\u2026 كلمة")
    assert said.endswith(" \u2026")
    assert len(said) < 600
    assert set(said.strip("\u2026 ").split(" ")) <= set(text.split(" "))


def test_a_short_sentence_is_quoted_whole() -> None:
    text = "جملة أولى. جملة ثانية فيها موعد."
    a = Article("a", text)
    record = Record(None, None, articles=(Dated(Extraction(a, sentences=(Span(0, 10), Span(11, len(text)))), Published()),))
    quote = Context(record, "en").quote("a", [Span(text.index("موعد"), text.index("موعد") + 4)])
    assert quote is not None
    assert quote.parts == (("جملة ثانية فيها ", False), ("موعد", True), (".", False))
