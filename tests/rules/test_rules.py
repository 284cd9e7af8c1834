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


@pytest.mark.parametrize(("kind", "example"), cases("known_failures"))
def test_known_failure_still_fails(kind, example):
    wanted = example[CHECKS[kind].key]
    assert given(kind, example) != wanted, "this passes now: move it up to the examples"


@pytest.mark.parametrize("kind", KINDS)
def test_every_rule_has_examples(kind):
    assert not [row["id"] for row in rule_rows(kind) if not row["examples"]]
