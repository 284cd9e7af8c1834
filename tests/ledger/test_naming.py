"""Own entities as decisions: the last word on a name, and the engine that changes with them."""

import json
from datetime import UTC, datetime
from importlib.resources import files

import pytest
from alembic import command
from alembic.config import Config
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DatabaseError

from sijill.errors import UsageError
from sijill.ledger import Decision, Ledger
from sijill.ledger.engine import engine
from sijill.ledger.naming import KINDS, decision, own_entities, read_entities, toml
from sijill.records import OwnEntity

NOON = datetime(2025, 1, 1, 12, tzinfo=UTC)
NAMES = st.text(st.characters(categories=["Lo", "Nd"], include_characters=" -«»\"'\\"), min_size=1, max_size=30).map(str.strip)
ENTITIES = st.builds(
    OwnEntity,
    NAMES.filter(bool),
    st.sampled_from(KINDS),
    st.lists(NAMES.filter(bool), max_size=3).map(tuple),
    st.none() | NAMES.filter(bool),
    st.none() | NAMES.filter(bool),
)


@given(st.lists(ENTITIES, min_size=1, max_size=4))
def test_what_is_written_is_read_back(tmp_path_factory, entities):
    file = tmp_path_factory.mktemp("own") / "own.toml"
    file.write_text(toml(entities), encoding="utf-8")
    assert read_entities(file) == entities


@given(ENTITIES)
def test_a_decision_keeps_all_that_is_known(entity):
    assert own_entities([decision(entity, "x")]) == (entity,)


def test_the_last_decision_on_a_name_counts_and_a_removal_takes_it_back():
    first, second = OwnEntity("س", "person"), OwnEntity("س", "place")
    taken = [decision(first, ""), decision(second, "")]
    assert own_entities(taken) == (second,)
    assert own_entities([*taken, Decision("remove", "س", "x")]) == ()
    assert own_entities([*taken, Decision("remove", "س", "x"), Decision("restore", "س", "y")]) == (second,)


def test_the_engine_is_another_with_them_and_the_same_without():
    one, two = OwnEntity("س"), OwnEntity("ص")
    assert len({engine(), engine([one]), engine([two]), engine([one, two])}) == 4
    assert engine([]) == engine()
    assert all(len(engine(own)) == 16 for own in ([], [one], [one, two]))


def test_a_ledger_of_the_schema_before_keeps_its_decisions(tmp_path):
    path = tmp_path / "old.sijill"
    config = Config()
    config.set_main_option("script_location", str(files("sijill.ledger.migrations")))
    at = create_engine(f"sqlite:///{path}")
    with at.begin() as db:
        config.attributes["connection"] = db
        command.upgrade(config, "0002")
        db.execute(text("INSERT INTO decision VALUES (7, 'remove', 'c0123456789', NULL, 'x', '2024-01-01T00:00:00Z')"))
    at.dispose()
    with Ledger(path) as ledger:
        ledger.decide(decision(OwnEntity("س"), "y"), NOON)
        assert [(d.kind, d.target, d.why) for d in ledger.decisions()] == [("remove", "c0123456789", "x"), ("entity", "س", "y")]
        with pytest.raises(DatabaseError, match="append-only"), ledger.writing() as db:
            db.execute(text("DELETE FROM decision"))


def test_json_lines_are_read_and_empty_lines_left(tmp_path):
    file = tmp_path / "own.jsonl"
    file.write_text(json.dumps({"name": " س ", "kind": "place"}) + "\n\n", encoding="utf-8")
    assert read_entities(file) == [OwnEntity("س", "place")]


def test_an_entry_that_is_no_table_is_named(tmp_path):
    file = tmp_path / "own.jsonl"
    file.write_text('{"name": "س"}\n[1]\n', encoding="utf-8")
    with pytest.raises(UsageError, match="entity 2"):
        read_entities(file)
