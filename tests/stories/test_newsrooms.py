"""Stories as newsrooms write them: what the record says of an undertaking on given days, and what it still says wrongly."""

import tomllib
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from sijill.pipeline import extract, reconcile
from sijill.reconciliation.dating import place
from sijill.records import Article, Published

FILE = Path(__file__).with_name("newsrooms.toml")
STORIES = {s["name"]: s for s in tomllib.loads(FILE.read_text(encoding="utf-8"))["story"]}
AHEAD = date(2099, 1, 1)


def marked(story, key, *values):
    """A case, marked to fail where the story says that the tool still gets it wrong."""
    why = story.get("fails", {}).get(key)
    marks = [pytest.mark.xfail(reason=why, strict=True)] if why else []
    return pytest.param(story["name"], *values, id=f"{story['name']}-{key}", marks=marks)


STATES = [marked(s, e[0], e) for s in STORIES.values() for e in s["expect"]]
WHOLE = [marked(s, "one") for s in STORIES.values()]


@cache
def pile(name):
    articles = []
    for n, (day, outlet, text) in enumerate(STORIES[name]["articles"]):
        when = date.fromisoformat(day)
        articles.append(Article(f"a{n}", text, outlet, published=Published(when, when, "stated"), digest=f"d{n}"))
    return place([extract(a) for a in articles])


def sentence(name, report):
    d = next(d for d in pile(name) if d.article.name == report.article)
    start, end = report.evidence[0]
    return next((d.article.text[a:b] for a, b in d.extraction.sentences if a <= start < b), d.article.text[start:end])


@cache
def reports(name):
    """The reports of the undertaking that the story is about, in the whole record."""
    kept = [
        {(r.article, r.evidence) for r in c.history}
        for c in reconcile(pile(name), AHEAD).commitments
        if any(STORIES[name]["about"] in sentence(name, r) for r in c.history)
    ]
    assert kept, "nothing about it in the record"
    return max(kept, key=lambda rows: len({article for article, _ in rows}))


@pytest.mark.parametrize(("name", "expected"), STATES)
def test_state(name, expected):
    day, statuses, due = expected
    found = reconcile(pile(name), date.fromisoformat(day)).commitments
    assert found, "nothing in the record yet"
    told = max(found, key=lambda c: len(reports(name) & {(r.article, r.evidence) for r in c.history}))
    stated = [r.due_latest for r in told.history if r.due_latest and r.status not in ("fulfilled", "partly_fulfilled")]
    assert told.final_status in statuses.split("|"), [(r.status, r.due_latest, r.rule) for r in told.history]
    assert (stated[-1].isoformat() if stated else "") == due


@pytest.mark.parametrize("name", WHOLE)
def test_one_undertaking_over_all_articles(name):
    assert {article for article, _ in reports(name)} == {f"a{n}" for n in range(len(STORIES[name]["articles"]))}


def test_the_stories_cover_many_fields_and_mostly_hold():
    right = [s for s in STORIES.values() if sum(k != "one" for k in s.get("fails", {})) <= 1]
    assert len({s["field"] for s in STORIES.values()}) >= 20
    assert len(right) >= 23
    assert max(Counter(s["name"] for s in STORIES.values()).values()) == 1
    assert all(k in {"one", *(e[0] for e in s["expect"])} for s in STORIES.values() for k in s.get("fails", {}))
