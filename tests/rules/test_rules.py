"""Every example, counter-example and known failure of every rule is a test of its own."""

from __future__ import annotations

from importlib.resources import files

import pytest
from checks import CHECKS

from sijill.language.rules import rule_rows

KINDS = sorted(d.name for d in files("sijill.language").joinpath("ar/rules").iterdir() if d.is_dir())


def cases(section):
    return [
        pytest.param(kind, example, id=f"{kind}:{row['id']}:{section}:{n}")
        for kind in KINDS
        if kind in CHECKS
        for row in rule_rows(kind)
        for n, example in enumerate(row.get(section, []), 1)
    ]


def given(kind, example):
    return CHECKS[kind].read(example["text"], example.get("date"))


@pytest.mark.parametrize(("kind", "example"), cases("examples"))
def test_example(kind, example):
    assert given(kind, example) == example[CHECKS[kind].key]


@pytest.mark.parametrize(("kind", "example"), cases("not_examples"))
def test_not_example(kind, example):
    assert given(kind, example) == example.get(CHECKS[kind].key, []), example["why"]


def test_known_failures_still_fail():
    passing = [(p.id, e["text"]) for p in cases("known_failures") for k, e in [p.values] if given(k, e) == e[CHECKS[k].key]]
    assert not passing, "these pass now: move them up to the examples"


@pytest.mark.parametrize("kind", KINDS)
def test_every_rule_has_examples(kind):
    assert not [row["id"] for row in rule_rows(kind) if not row["examples"]]
