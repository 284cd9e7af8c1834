"""Stories: dated mini-articles, then what the record says of their undertaking on given days."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from sijill.pipeline import extract, reconcile
from sijill.reconciliation.dating import place
from sijill.records import Article, Published

STORIES = tomllib.loads(Path(__file__).with_name("undertakings.toml").read_text(encoding="utf-8"))["story"]
CASES = [pytest.param(s, e, id=f"{s['name']}-{e[0]}") for s in STORIES for e in s["expect"]]


def pile(story):
    articles = []
    for n, (day, text) in enumerate(story["articles"]):
        when = date.fromisoformat(day)
        articles.append(Article(f"a{n}", text, f"outlet {n}", published=Published(when, when, "stated"), digest=f"d{n}"))
    return place([extract(a) for a in articles])


def ledger(story, day):
    return reconcile(pile(story), date.fromisoformat(day))


def of(story, record):
    texts = {f"a{n}": text for n, (_, text) in enumerate(story["articles"])}

    def told(c):
        return sum(story["about"] in texts[r.article][slice(*r.evidence[0])] for r in c.history)

    about = [c for c in record.commitments if told(c)]
    assert about, [c.title_ar for c in record.commitments]
    return max(about, key=told)


@pytest.mark.parametrize(("story", "expected"), CASES)
def test_state(story, expected):
    day, status, due = expected
    found = of(story, ledger(story, day))
    stated = [r.due_latest for r in found.history if r.due_latest and r.status not in ("fulfilled", "partly_fulfilled")]
    assert found.final_status == status, [(r.status, r.due_latest, r.rule) for r in found.history]
    assert (stated[-1].isoformat() if stated else "") == due


@pytest.mark.parametrize("story", STORIES, ids=[s["name"] for s in STORIES])
def test_states_asked_for_are_those_of_a_record_of_that_day(story):
    days = [date.fromisoformat(e[0]) for e in story["expect"]]
    whole = of(story, reconcile(pile(story), None, days))
    for state in whole.states:
        if state.status is not None:
            then = of(story, ledger(story, state.day.isoformat()))
            assert then.final_status == state.status


@pytest.mark.parametrize("story", STORIES, ids=[s["name"] for s in STORIES])
def test_one_undertaking_over_all_articles(story):
    record = ledger(story, "2099-01-01")
    assert len({r.article for r in of(story, record).history}) == len(story["articles"])
