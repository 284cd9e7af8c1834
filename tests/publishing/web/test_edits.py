"""Silent edits on the page: what was, what is, which line it bears on, escaped like everything an outlet writes."""

import re
from dataclasses import replace
from datetime import date

from sijill.publishing.web import page_html
from sijill.publishing.web.context import Context
from sijill.publishing.web.edits import silent_edits
from sijill.records import Notice, Record

BEFORE = "قال الوزير إن الخط سيفتح في 30 يونيو 2025."
AFTER = "قال الوزير إن الخط سيفتح في 31 ديسمبر 2025."


def edited(sample: Record, *notices: Notice) -> Record:
    return replace(sample, notices=notices)


def notice(sample: Record, **more) -> Notice:
    c, article = sample.commitments[0], sample.articles[0].article
    made = Notice("silent_edit", c.id, c.title_ar, c.title_en, article.name, "النخيل", None, date(2025, 2, 2), BEFORE, AFTER,
                  "d" * 32, start=0, end=10)  # fmt: skip
    return replace(made, **more)


def test_an_edit_marks_what_changed_and_opens_its_line_and_its_place(sample):
    html = page_html(edited(sample, notice(sample)))
    section = re.search(r'<section class="edits" id="ar-edits">.*?</section>', html, re.S).group()
    assert "<del>30 يونيو</del>" in section
    assert "<ins>31 ديسمبر</ins>" in section
    assert f'href="#ar-{sample.commitments[0].id}"' in section
    assert 'id="en-edits"' in html


def test_no_edit_no_section(sample):
    assert 'class="edits"' not in page_html(sample)


def test_a_sentence_that_is_gone_is_told_whole_and_what_it_carried_has_no_link(sample):
    gone = notice(sample, after=None, standing=False, start=None, end=None)
    [one] = silent_edits(Context(edited(sample, gone), "en"))
    assert (one.before, one.after, one.place) == (((BEFORE, False),), (), None)
    assert one.lines[0][1] is None
    assert "The sentence is gone." in page_html(edited(sample, gone))


def test_a_sentence_under_several_lines_is_shown_once_the_newest_first(sample):
    older = notice(sample, day=date(2025, 1, 9), version="o" * 32)
    both = [notice(sample), notice(sample, line="e1234567890", title_ar="حدث", title_en=None)]
    first, second = silent_edits(Context(edited(sample, older, *both), "en"))
    assert [len(first.lines), len(second.lines)] == [2, 1]
    assert first.lines[0][0].language == "ar"


def test_what_an_outlet_wrote_is_escaped(sample):
    html = page_html(edited(sample, notice(sample, before="<script>alert(1)</script> قال", after="<img src=x> قال")))
    assert "<script>alert" not in html
    assert "<img src=x>" not in html
