"""What of a page is furniture: the rules' own examples, whole pages, and what holds for any text."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijill.language.tables import table
from sijill.reading.chrome import chrome
from sijill.reading.chrome.lines import judge, tail

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
RULES = table("chrome")["rule"]
POLICY = table("chrome")["policy"]


def marked(page):
    """A page's text and, line by line, whether it is furniture (None for blank lines)."""
    lines = page.read_text(encoding="utf-8").splitlines()
    assert all(line[0] in "|#" for line in lines)
    return "\n".join(line[1:] for line in lines), [line[0] == "#" if line[1:].strip() else None for line in lines]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_page(page):
    text, furniture = marked(page)
    spans, pos = chrome(text), 0
    for line, want in zip(text.split("\n"), furniture, strict=True):
        start, end = pos + len(line) - len(line.lstrip()), pos + len(line.rstrip())
        if want is not None:
            got = any(s < end and start < e for s, e in spans)
            assert got == want, f"{'lost' if got else 'kept'}: {line}"
        pos += len(line) + 1


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r["id"])
def test_every_form_is_caught_by_its_rule_or_one_of_the_same_effect(rule):
    for form in rule["forms"]:
        line = form + (": س" if rule.get("colon") else "")
        if len(line.split()) <= rule["words"] and rule["match"] != "end":
            assert judge(line)[0] is not None, form


@pytest.mark.parametrize(("rule", "line"), [(r["id"], x) for r in RULES for x in r["examples"]])
def test_example(rule, line):
    assert judge(line)[0] == rule


@pytest.mark.parametrize(("rule", "line"), [(r["id"], x) for r in RULES for x in r["not_examples"]])
def test_not_example(rule, line):
    assert judge(line)[0] is None


@pytest.mark.parametrize(("line", "found"), [(x, k == "examples") for k in ("examples", "not_examples") for x in POLICY[k]])
def test_what_readers_are_told_of_comments(line, found):
    assert bool(chrome("وقالت البلدية إن الجسر سيفتح في يونيو المقبل بعد تأخير دام عامين.\n" + line)) == found


@pytest.mark.parametrize("line", table("chrome")["tails"]["examples"])
def test_an_end_mark_in_a_line(line):
    at = tail(line)
    assert at is not None
    assert line[at:].startswith("//")
    assert chrome(line)[0] == (at, len(line))


@pytest.mark.parametrize("line", table("chrome")["tails"]["not_examples"])
def test_no_end_mark(line):
    assert tail(line) is None


@given(st.text(alphabet=st.sampled_from("ابتنيقال وم.؟:»\n\n…#/0123 المزيد شارك"), max_size=400))
def test_spans_are_in_order_apart_and_within_any_text(text):
    spans = chrome(text)
    assert all(0 <= s < e <= len(text) for s, e in spans)
    assert all(a[1] < b[0] for a, b in pairwise(spans))


@given(st.lists(st.integers(min_value=22, max_value=40), min_size=1, max_size=6))
def test_a_long_paragraph_is_never_lost(lengths):
    text = "\n".join(["الرئيسية", *(" ".join(["كلمة"] * n) + "." for n in lengths), "شارك"])
    kept = chrome(text)
    for at in (i for i in range(len(text)) if text.startswith("كلمة", i)):
        assert not any(s <= at < e for s, e in kept)
