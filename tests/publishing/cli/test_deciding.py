"""``remove``, ``restore``, ``set``: a person has the last word, on every later run too."""

import json


def names(run, ledger, *words):
    return [a["article"] for a in json.loads(run("export", ledger, *words).stdout)["articles"]]


def test_a_removed_article_stays_away_however_often_it_is_added(run, ledger, pile):
    run("remove", ledger, "two", "--why", "نشر بالخطأ")
    assert names(run, ledger) == ["one", "three"]
    again = run("add", ledger, pile).stdout
    assert "Removed earlier by a person, left out: 1" in again
    assert "two: نشر بالخطأ" in again
    assert names(run, ledger) == ["one", "three"]
    run("restore", ledger, "two", "--why", "تبين أنه صحيح")
    assert names(run, ledger) == ["one", "two", "three"]
    assert "not removed" in run("restore", ledger, "two", "--why", "x", code=2).stderr


def test_set_wins_over_what_the_article_says_and_the_last_one_wins(run, ledger, pile):
    run("set", ledger, "three", "--published", "2025-02-01", "--outlet", "الضفاف")
    run("set", ledger, "three", "--published", "2025-02-02")
    run("add", ledger, pile)
    three = next(a for a in json.loads(run("export", ledger).stdout)["articles"] if a["article"] == "three")
    assert three["published"]["latest"] == "2025-02-02"
    assert three["outlet"] == "الضفاف"
    assert names(run, ledger, "--as-of", "2025-03-01") == ["one", "three"]


def test_decisions_follow_the_recorded_clock(run, ledger):
    run("remove", ledger, "two", "--why", "x")
    assert names(run, ledger, "--recorded-by", "today") == ["one", "three"]
    assert names(run, ledger, "--recorded-by", "2020-01-01") == []


def test_a_line_of_the_record_can_be_removed_by_its_id(run, ledger):
    before = json.loads(run("export", ledger).stdout)
    line = before["commitments"][0]["id"]
    run("remove", ledger, line, "--why", "ليس تعهداً")
    after = json.loads(run("export", ledger).stdout)
    assert [c["id"] for c in after["commitments"]] == [c["id"] for c in before["commitments"] if c["id"] != line]
    assert after["problems"] == before["problems"]


def test_misuse(run, ledger):
    assert "no article 'four'" in run("remove", ledger, "four", "--why", "x", code=2).stderr
    assert "nothing to set" in run("set", ledger, "one", code=2).stderr
    run("remove", ledger, "one", code=2)
