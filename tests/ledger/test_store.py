"""A ledger takes an article once, whole, in any number of processes, and never forgets a decision."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.exc import DatabaseError

from sijill.errors import LedgerError, LedgerVersionError, UsageError
from sijill.ledger import Decision, Ledger, add, record
from sijill.ledger.tables import metadata
from sijill.records import Article, Problem, Published

NOON = datetime(2025, 3, 1, 12, tzinfo=UTC)


def article(name, text="أعلن الوزير أن الجسر سيفتح في يونيو.", day=None, outlet=None):
    published = Published(day, day, "stated") if day else Published()
    return Article(name, text, outlet, published=published, digest=f"{abs(hash((text, outlet))):032x}"[:32])


@pytest.fixture
def ledger(tmp_path):
    with Ledger(tmp_path / "a.sijill", create=True) as made:
        yield made


def outcomes(entries):
    return [(e.name, e.outcome) for e in entries]


def test_the_same_article_twice_is_one(ledger):
    item = article("a")
    assert outcomes(add(ledger, [item, item], NOON)) == [("a", "added"), ("a", "known")]
    assert outcomes(add(ledger, [item], NOON)) == [("a", "known")]
    assert [k.extraction.article for k in ledger.kept()] == [item]


def test_another_text_of_the_same_name_gets_a_name_of_its_own(ledger):
    one, two = article("a"), article("a", "نص آخر.")
    assert outcomes(add(ledger, [one, two, two], NOON)) == [
        ("a", "added"), (f"a-{two.digest[:6]}", "added"), (f"a-{two.digest[:6]}", "known")]  # fmt: skip


def test_a_name_is_free_however_many_are_taken(ledger):
    third = article("a", "نص ثالث.")
    items = [article("a"), article(f"a-{third.digest[:6]}", "نص رابع."), article("100%_a", "نص خامس."), third]
    assert outcomes(add(ledger, items, NOON))[-1] == (f"a-{third.digest[:12]}", "added")
    assert ledger.named("100%").name == "100%_a"
    assert ledger.called("100_") is None, "no wildcard"


def test_text_with_any_character_comes_back_as_it_was(ledger):
    odd = article("a", "قال\u0000 الوزير\u200f\r\n\u2028 \U0001f600 إن الجسر سيفتح غداً.")
    assert outcomes(add(ledger, [odd, odd], NOON)) == [("a", "added"), ("a", "known")]
    assert ledger.named("a") == odd


def test_a_byline_comes_back_and_rows_without_one_stay_as_they_were(ledger):
    plain, by = article("a"), replace(article("b", "نص آخر."), byline="مها الكندي")
    assert outcomes(add(ledger, [plain, by], NOON)) == [("a", "added"), ("b", "added")]
    assert [k.extraction.article for k in ledger.kept()] == [plain, by]
    assert ledger.find(by).byline == "مها الكندي"
    with sqlite3.connect(ledger.path) as db:
        parts = [len(json.loads(rest)) for (rest,) in db.execute("SELECT rest FROM article ORDER BY name")]
    assert parts == [2, 3]


def test_a_damaged_ledger_is_told_in_one_line(tmp_path):
    with Ledger(tmp_path / "a.sijill", create=True) as made:
        list(add(made, [article(f"a{i}", f"نص رقم {i} طويل بعض الشيء. " * 50) for i in range(40)], NOON))
    data = bytearray((tmp_path / "a.sijill").read_bytes())
    data[8192:] = bytes(b ^ 0xA5 for b in data[8192:])
    (tmp_path / "a.sijill").write_bytes(data)
    with pytest.raises(LedgerError, match=r"a\.sijill: .*(damaged|cannot be opened)"), Ledger(tmp_path / "a.sijill") as damaged:
        damaged.kept()


def test_one_text_in_two_outlets_is_two_articles(ledger):
    assert [e.outcome for e in add(ledger, [article("a", outlet="النخيل"), article("a", outlet="المسار")], NOON)] == [
        "added"
    ] * 2


def test_a_day_that_comes_later_completes_the_article(ledger):
    bare = article("a")
    list(add(ledger, [bare], NOON))
    dated = replace(bare, published=Published(date(2025, 1, 5), date(2025, 1, 5), "stated"))
    assert outcomes(add(ledger, [dated], NOON)) == [("a", "completed")]
    assert outcomes(add(ledger, [dated], NOON)) == [("a", "known")]
    assert record(ledger).articles[0].published.latest == date(2025, 1, 5)
    assert ledger.named("a").published == Published(), "what was read is never rewritten"


def test_an_article_is_found_by_a_beginning_of_its_name_that_only_it_has(ledger):
    list(add(ledger, [article("001_a"), article("002_b", "نص."), article("002_c", "نص ثان.")], NOON))
    assert ledger.named("001").name == "001_a"
    with pytest.raises(UsageError, match="002_b, 002_c"):
        ledger.named("002")
    with pytest.raises(UsageError, match=r"no article 'x'.*show"):
        ledger.named("x")


def test_problems_are_kept_once_and_in_order(ledger):
    problems = [Problem("b", "reading", "unreadable", "b.pdf: no"), Problem("a", "reading", "unreadable", "a.pdf: no")]
    for _ in range(2):
        assert [e.outcome for e in add(ledger, problems, NOON)] == ["skipped"] * 2
    assert [p.article for p in ledger.problems()] == ["a", "b"]
    assert record(ledger).problems == tuple(ledger.problems())


def test_decisions_are_append_only_whoever_writes(ledger):
    ledger.decide(Decision("remove", "c0123456789", "not an undertaking"), NOON)
    for change in ("UPDATE decision SET why = 'x'", "DELETE FROM decision"):
        with sqlite3.connect(ledger.path) as raw, pytest.raises(sqlite3.IntegrityError, match="append-only"):
            raw.execute(change)
    assert [d.why for d in ledger.decisions()] == ["not an undertaking"]
    with pytest.raises(DatabaseError):
        ledger.decide(Decision("guess", "c0123456789"), NOON)


def test_migrations_make_the_tables_that_the_code_knows(ledger):
    def ours(_, name, kind, *__):
        return not (kind == "table" and str(name).startswith("passage_words"))

    with ledger.reading() as db:
        assert compare_metadata(MigrationContext.configure(db, opts={"include_object": ours}), metadata) == []


def test_what_is_no_ledger_is_said_so(tmp_path):
    with pytest.raises(LedgerError, match="no ledger here"):
        Ledger(tmp_path / "none.sijill")
    with pytest.raises(LedgerError, match="folder"):
        Ledger(tmp_path, create=True)
    with pytest.raises(LedgerError, match="does not exist"):
        Ledger(tmp_path / "no" / "a.sijill", create=True)
    (tmp_path / "text").write_text("this is no database, and long enough to show it" * 40)
    with pytest.raises(LedgerError, match="cannot be opened"):
        Ledger(tmp_path / "text")
    with sqlite3.connect(tmp_path / "other.db") as raw:
        raw.execute("CREATE TABLE x (y)")
    with pytest.raises(LedgerError, match="no ledger of sijill"):
        Ledger(tmp_path / "other.db", create=True)


def test_a_newer_ledger_is_left_alone(tmp_path):
    Ledger(tmp_path / "a.sijill", create=True).close()
    with sqlite3.connect(tmp_path / "a.sijill") as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(LedgerVersionError, match="newer sijill"):
        Ledger(tmp_path / "a.sijill")


MEMBER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from sijill.ledger import Ledger, add
from sijill.records import Article
who, path = sys.argv[1], sys.argv[2]
with Ledger(path, create=True) as ledger:
    made = (Article(f"{who}-{i}", f"نص رقم {i} من {who}.", digest=f"{who}{i:031d}") for i in range(25))
    print(sum(e.outcome == "added" for e in add(ledger, made, datetime.now(UTC))))
"""


def test_several_writers_wait_for_each_other(tmp_path):
    path = str(tmp_path / "a.sijill")
    runs = [subprocess.Popen([sys.executable, "-c", MEMBER, w, path], stdout=subprocess.PIPE, env=_env()) for w in "abc"]
    assert [int(r.communicate(timeout=60)[0]) for r in runs] == [25] * 3
    with Ledger(path) as ledger:
        assert len(ledger.kept()) == 75


CLI = [sys.executable, "-c", "from sijill.publishing.cli import main; main()"]


def test_killed_half_way_and_run_again_ends_in_the_same_record(tmp_path):
    pile = tmp_path / "pile"
    pile.mkdir()
    for i in range(36):
        text = f"قال المتحدث رقم {i} إن الطريق سيفتح في {1 + i % 28} مايو 2025، وأضاف أن {i + 20} عاملاً سيشاركون. " * 3
        (pile / f"{i:03}.txt").write_text(text, encoding="utf-8")
    whole, broken = tmp_path / "whole.sijill", tmp_path / "broken.sijill"
    subprocess.run([*CLI, "add", whole, pile], check=True, capture_output=True, env=_env())
    run = subprocess.Popen([*CLI, "add", broken, pile], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=_env())
    _wait_for_articles(broken, 5)
    os.kill(run.pid, signal.SIGKILL)
    run.communicate()
    with Ledger(broken) as ledger:
        assert 5 <= len(ledger.kept()) < 36, "the kill came too early or too late to show anything"
    again = subprocess.run([*CLI, "add", broken, pile], check=True, capture_output=True, text=True, env=_env())
    assert "Added: 0" not in again.stdout
    assert _exported(broken) == _exported(whole)


def _wait_for_articles(path: Path, count: int) -> None:
    for _ in range(6000):
        try:
            with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as raw:
                if raw.execute("SELECT count(*) FROM article").fetchone()[0] >= count:
                    return
        except sqlite3.Error:
            pass
        time.sleep(0.002)
    raise AssertionError("add wrote nothing")


def _exported(path: Path) -> bytes:
    return subprocess.run([*CLI, "export", path], check=True, capture_output=True, env=_env()).stdout


def _env():
    return {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p), "SIJILL_LANGUAGE": "en"}
