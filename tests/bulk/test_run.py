"""Both engines give what the pure functions give, row for row, and nothing they do leaves the machine."""

import ast
import socket
from datetime import UTC, datetime

import pytest

from sijill.bulk import Archive, stories
from sijill.bulk.groups import JOINED
from sijill.bulk.schemas import COLUMNS, OF_PARTS, schema
from sijill.bulk.work import tables
from sijill.ledger import Ledger, add, record
from sijill.ledger.search import find
from sijill.pipeline import extract, place
from sijill.reading.sources import read
from sijill.records import Article

NOON = datetime(2025, 3, 1, 12, tzinfo=UTC)


def stays(line):
    """Whether an address is a path, a name of this machine, or an address that one can bind here."""
    said = ast.literal_eval(line.split("\t")[1])
    host = said[0] if isinstance(said, tuple) else said
    host = host.decode() if isinstance(host, bytes) else host
    if host is None or host in ("", "localhost", socket.gethostname()) or host[0] in "/\0" or host[0] == "@":
        return True
    try:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            probe.bind((host, 0))
    except OSError:
        return False
    return True


@pytest.mark.parametrize("table", OF_PARTS)
def test_rows_are_those_of_the_pure_functions(made, source, table):
    expected = []
    articles = [a for a in read([source]) if isinstance(a, Article)]
    for number, article in enumerate(articles):
        (dated,) = place([extract(article)])
        expected += tables(number, dated)[table]
    found = Archive(made.path).read(table).to_pylist()
    if table == "problems":
        found = [row for row in found if row["stage"] != "reading"]
    assert sorted(map(repr, found)) == sorted(repr({c: row.get(c) for c in COLUMNS[table]}) for row in expected)


def test_both_engines_make_the_same_rows(native, on_ray):
    for table in COLUMNS:
        assert Archive(native.path).read(table).equals(Archive(on_ray.path).read(table)), table
    assert Archive(native.path).read("commitments").num_rows > 5


def test_what_cannot_be_read_is_a_row_and_the_others_are_worked_on(made, records):
    archive = Archive(made.path)
    rows = archive.read("problems").to_pylist()
    assert ("empty", "reading") in {(r["article"], r["stage"]) for r in rows}
    assert archive.manifest["articles"] == len(records) - 1 == archive.read("articles").num_rows
    assert archive.done() == archive.parts() == [0, 1, 2]


def test_spans_index_the_article(made):
    archive = Archive(made.path)
    texts = {row["article"]: row["text"] for row in archive.read("articles", ("article", "text")).to_pylist()}
    for table in ("timexes", "statements", "figures", "commitments"):
        for row in archive.read(table).to_pylist():
            assert texts[row["article"]][row["start"] : row["end"]] == row["text"]


def test_reprints_are_put_together(made, records):
    rows = Archive(made.path).read("reprints").to_pylist()
    groups = {row["article"]: row["group"] for row in rows}
    longest = max(records[:-2], key=lambda r: len(r["text"]))["id"]
    assert groups["copy"] == groups[longest]
    assert all(row["containment"] >= JOINED for row in rows)


def test_a_story_is_found_with_what_moved_in_it(made):
    found = [s for s in stories(Archive(made.path)) if any(a.startswith("metro") for a in s.articles)]
    assert len(found) == 1
    assert set(found[0].articles) == {f"metro-{n}" for n in range(5)}
    assert found[0].moved >= 1
    assert found[0].slip_days >= 180
    assert (found[0].last - found[0].first).days > 200


def test_the_ledger_is_what_adding_the_articles_makes(made, source, tmp_path):
    with Ledger(made.ledger) as filled, Ledger(tmp_path / "added.sijill", create=True) as added:
        list(add(added, read([source]), NOON))
        assert record(filled) == record(added)
        with filled.reading() as one, added.reading() as two:
            assert find(one, "المترو") == find(two, "المترو")
            assert len(find(one, "مترو الواحة")) >= 5


def test_no_socket_leaves_the_machine(made):
    assert [line for line in made.sockets if not stays(line)] == []
    assert made.sockets or made.runner == "native"


def test_tables_have_the_columns_that_are_told(made):
    for table in COLUMNS:
        assert Archive(made.path).read(table).schema.equals(schema(table)), table
