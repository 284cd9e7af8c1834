"""Every example of the rules of undertakings is a test of its own."""

import pytest

from sijill.extraction.commitments import undertakings
from sijill.extraction.timex import time_mentions
from sijill.language.document import Document
from sijill.language.rules import rule_rows

ROWS = rule_rows("commitments")
EXAMPLES = [pytest.param(row["id"], e, id=f"{row['id']}-{n}") for row in ROWS for n, e in enumerate(row["examples"])]
COUNTER = [pytest.param(row["id"], e, id=f"{row['id']}-{n}") for row in ROWS for n, e in enumerate(row.get("not_examples", []))]


def read(text):
    doc = Document(text)
    return undertakings(doc, time_mentions(doc), [], [])


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(rule, example):
    found = [u for u in read(example["text"]) if u.rule == rule]
    assert found, f"nothing by {rule} in {example['text']}"
    wanted = {k: v for k, v in example.items() if k not in ("text", "date")}
    assert any(all(getattr(u, k) == v for k, v in wanted.items()) for u in found), found


@pytest.mark.parametrize(("rule", "example"), COUNTER)
def test_counter_example(rule, example):
    assert not [u for u in read(example["text"]) if u.rule == rule], example["why"]
