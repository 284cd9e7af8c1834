"""One article at several addresses, an article that was changed, and what rested on the words that were."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.pipeline import build, extract, tell
from sijill.reading.identity import digest
from sijill.reconciliation.versions import edits, families, standing
from sijill.reconciliation.versions.edits import differing
from sijill.records import Article, Published, Span

DAY = date(2025, 1, 5)
FIRST = (
    "قال وزير النقل سامر الحداد إن الوزارة ستفتتح خط المترو الأول في 30 يونيو 2025.\n"
    "وأضاف أن الكلفة بلغت 40 مليون دولار، وأن الشركة المنفذة أنهت معظم المحطات.\n"
    "ويبلغ طول الخط عشرين كيلومتراً ويمر بوسط المدينة وبالجامعة."
)
LATER = FIRST.replace("30 يونيو 2025", "31 ديسمبر 2025")
URL = "https://nakheel.example/2025/1/5/metro"


def article(text=FIRST, url=URL, name="metro", day=DAY, outlet="النخيل", **more):
    published = Published(day, day, "stated") if day else Published()
    return Article(name, text, outlet, url, published=published, digest=digest(text, outlet, url), **more)


def versions(*articles, seen=()):
    return [[v.article.text for v in f.versions] for f in families([extract(a) for a in articles], seen)]


def seen(*articles):
    return [(a.digest, f"2025-02-{i:02}T10:00:00Z") for i, a in enumerate(articles, 1)]


def test_one_address_in_other_forms_is_one_article():
    one, other = article(), article(LATER, "https://m.nakheel.example/2025/1/5/metro/amp?utm_source=x", "amp")
    assert versions(one, other, seen=seen(one, other)) == [[FIRST, LATER]]
    elsewhere = article(LATER, "https://other.example/2025/1/5/metro", "b")
    assert len(versions(one, elsewhere)) == 2
    met_there_too = replace(elsewhere, addresses=(URL,))
    assert len(versions(one, met_there_too)) == 1


def test_another_text_under_an_address_is_another_article():
    other = article("انطلقت في العاصمة فعاليات معرض الكتاب بمشاركة مئة دار نشر عربية وأجنبية.", name="b")
    assert len(versions(article(), other)) == 2
    front = "https://nakheel.example/"
    assert len(versions(article(url=front), article(LATER, front, "b"))) == 2, "a front page is no article's address"


def test_the_newest_version_stands_under_the_name_and_hash_of_the_first():
    one, other = article(), article(LATER, name="metro-2")
    for pile in ([one, other], [other, one]):
        [x] = standing(families([extract(a) for a in pile], seen(one, other)))
        assert (x.article.text, x.article.name, x.article.digest) == (LATER, "metro", one.digest)
    assert standing(families([extract(one)])) == [extract(one)]


def test_stamps_order_versions_that_have_them():
    one, other = article(), article(LATER, name="metro-2", day=date(2025, 3, 1))
    [x] = standing(families([extract(a) for a in (other, one)], seen(other, one)))
    assert x.article.text == LATER
    assert x.article.name == "metro-2", "the name stays that of the one that was had first"


def test_as_of_a_day_before_the_change_the_first_version_stands():
    one, other = article(), article(LATER, name="metro-2")
    found = families([extract(a) for a in (one, other)], seen(one, other))
    assert found[0].days == (DAY, date(2025, 2, 2))
    assert standing(found, date(2025, 2, 1))[0].article.text == FIRST
    assert standing(found, date(2025, 2, 2))[0].article.text == LATER
    before = tell([extract(a) for a in (one, other)], date(2025, 2, 1), seen=seen(one, other))
    assert before.notices == ()
    assert [str(r.due_latest) for c in before.commitments for r in c.history if r.due_latest] == ["2025-06-30"]


def test_a_changed_due_date_is_noticed_and_names_its_line():
    one, other = article(), article(LATER, name="metro-2")
    told = tell([extract(a) for a in (one, other)], seen=seen(one, other))
    assert [a.article.name for a in told.articles] == ["metro"]
    [c] = [c for c in told.commitments if c.history[0].due_latest]
    assert (c.history[0].due_latest, c.moved, len(c.history)) == (date(2025, 12, 31), False, 1)
    [notice] = told.notices
    assert (notice.kind, notice.line, notice.article, notice.day) == ("silent_edit", c.id, "metro", date(2025, 2, 2))
    assert "30 يونيو 2025" in notice.before
    assert "31 ديسمبر 2025" in notice.after
    assert told.articles[0].article.text[notice.start : notice.end] == notice.after
    assert notice.standing
    assert notice.version == one.digest
    assert differing(notice.before, notice.after) == ("30 يونيو", "31 ديسمبر")


def test_a_line_whose_sentence_is_gone_is_named_by_the_id_it_had():
    gone = "\n".join(FIRST.split("\n")[1:])
    one, other = article(), article(gone, name="metro-2")
    told = tell([extract(a) for a in (one, other)], seen=seen(one, other))
    before = build([one])
    [line] = [c.id for c in before.commitments if c.history[0].due_latest]
    notice = next(n for n in told.notices if n.line == line)
    assert (notice.after, notice.standing, notice.start) == (None, False, None)
    assert notice.title_ar == before.commitments[0].title_ar


def test_a_change_on_which_nothing_rested_is_no_notice():
    one, other = article(), article(FIRST.replace("ويمر بوسط المدينة", "ويعبر وسط المدينة"), name="metro-2")
    assert tell([extract(a) for a in (one, other)], seen=seen(one, other)).notices == ()


def test_three_versions_give_a_notice_for_each_step():
    again = FIRST.replace("30 يونيو 2025", "15 مارس 2026")
    pile = [article(), article(LATER, name="metro-2"), article(again, name="metro-3")]
    told = tell([extract(a) for a in pile], seen=seen(*pile))
    steps = [(n.day, n.standing, differing(n.before, n.after)) for n in told.notices]
    assert told.notices[0].start == told.notices[1].start == 0, "where it stands now"
    assert steps == [
        (date(2025, 2, 2), True, ("30 يونيو", "31 ديسمبر")),
        (date(2025, 2, 3), True, ("31 ديسمبر 2025.", "15 مارس 2026.")),
    ]


def test_a_version_that_is_back_again_stands_again_and_both_turns_are_noticed():
    one, other = article(), article(LATER, name="metro-2")
    told = tell([extract(a) for a in (one, other)], seen=seen(one, other, one))
    assert told.articles[0].article.text == FIRST
    assert [(n.day, differing(n.before, n.after)) for n in told.notices] == [
        (date(2025, 2, 2), ("30 يونيو", "31 ديسمبر")),
        (date(2025, 2, 3), ("31 ديسمبر", "30 يونيو")),
    ]


def test_what_a_person_decided_holds_for_all_versions():
    one, other = article(), article(LATER, name="metro-2")
    told = tell([extract(a) for a in (one, other)], seen=seen(one, other), judge=lambda pile: [])
    assert told.articles == ()


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        (lambda t: t, []),
        (lambda t: t.replace("أن", "ان"), []),
        (lambda t: t.replace(".", " ."), []),
        (lambda t: "\n".join(reversed(t.split("\n"))), []),
        (lambda t: t + "\nوقال المتحدث إن العمل مستمر في باقي المحطات.", []),
        (lambda t: t.replace("40 مليون", "45 مليون"), [(1, 1)]),
        (lambda t: t.split("\n")[0], [(1, None), (2, None)]),
    ],
)
def test_what_counts_as_an_edit(change, wanted):
    text = change(FIRST)
    old, new = extract(article()), extract(article(text))
    got = [
        (FIRST[: e.before.start].count("\n"), text[: e.after.start].count("\n") if e.after else None) for e in edits(old, new)
    ]
    assert got == wanted


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("يفتح في يونيو المقبل", "يفتح في يوليو المقبل", ("يونيو", "يوليو")),
        ("يفتح في يونيو", "لن يفتح في يونيو", ("يفتح", "لن يفتح")),
        ("يفتح الجسر في يونيو", "يفتح في يونيو", ("يفتح الجسر في", "يفتح في")),
        ("يفتح في يونيو", "يفتح في يونيو حتما", ("يونيو", "يونيو حتما")),
        ("أن يفتح", "ان يفتح", ("", "")),
        ("", "يفتح", ("", "يفتح")),
    ],
)
def test_where_two_wordings_differ(before, after, wanted):
    assert differing(before, after) == wanted


def test_furniture_may_change_as_it_likes():
    ticker = "عاجل: زلزال يضرب المنطقة الشرقية من البلاد.\n"
    old = article(ticker + FIRST, chrome=(Span(0, len(ticker)),))
    assert edits(extract(old), extract(article())) == []


@given(st.lists(st.sampled_from(FIRST.split("\n") + LATER.split("\n")), min_size=1, max_size=6))
def test_edits_name_sentences_that_are_not_there_any_more(lines):
    old, new = extract(article()), extract(article("\n".join(lines)))
    for edit in edits(old, new):
        words = FIRST[edit.before.start : edit.before.end]
        assert words not in new.article.text
        assert edit.after is None or new.article.text[edit.after.start : edit.after.end] not in FIRST
    assert edits(new, new) == []


def test_real_revisions_are_taken_for_versions(beside):
    """Pages that an outlet stored twice: each pair is one article, and a changed wording is found in all but a few."""
    edited = pairs = 0
    for line in (beside / "resources" / "silver_revisions_ant.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        made = [
            Article(v["id"], v["text"], "س", row["url"], v["title"], digest=digest(v["text"], "س")) for v in row["versions"]
        ]
        [family] = families([extract(a) for a in made])
        pairs += 1
        edited += bool(edits(*family.versions) or edits(*reversed(family.versions)))
    assert pairs == 60
    assert edited >= 50
