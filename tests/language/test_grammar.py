"""The chart parser: patterns, tests on parts, literals, and the choice of what stands."""

import pytest

from sijill.errors import RuleError
from sijill.language.grammar import Grammar, Part, choose, compile_pattern
from sijill.language.rules import production


def rule(pattern, gives="whole", value="text", **more):
    return production({"id": more.pop("id", pattern), "says": "", "gives": gives, "value": value, "pattern": pattern, **more})


RESOLVERS = {
    "text": lambda parts, row: tuple(p.value for p in parts.values()),
    "never": lambda parts, row: None,
    "count": lambda parts, row: sum(p.value for p in parts.values()),
}


def parse(rules, words, seeds):
    return [p for p in Grammar(rules, RESOLVERS).parse(words.split(), seeds) if p.rules]


def test_an_optional_element_is_in_and_out():
    assert {len(v) for v in compile_pattern("{a} b? {c}", "test")} == {2, 3}


@pytest.mark.parametrize("broken", ["{a", "a}", "x={a"])
def test_a_brace_without_a_partner(broken):
    with pytest.raises(RuleError, match="brace"):
        compile_pattern(broken, "test")


def test_a_rule_with_an_unknown_resolver():
    with pytest.raises(RuleError, match="no resolver"):
        Grammar([rule("{a}", value="missing")], RESOLVERS)


def test_literals_between_and_after_parts():
    seeds = [Part("n", 0, 1, 1), Part("n", 2, 3, 2)]
    found = parse([rule("left={n} to right={n} days", value="count")], "1 to 2 days", seeds)
    assert [(p.i, p.j, p.value) for p in found] == [(0, 4, 3)]


def test_a_literal_may_begin_a_pattern():
    assert [(p.i, p.j) for p in parse([rule("the {n}")], "of the 1", [Part("n", 2, 3, 1)])] == [(1, 3)]


def test_no_part_without_its_literal():
    assert parse([rule("{n} to {n}")], "1 and 2", [Part("n", 0, 1, 1), Part("n", 2, 3, 2)]) == []


def test_rules_build_on_what_rules_built():
    rules = [rule("{n}", gives="one"), rule("{one} {n}", gives="two"), rule("{two} end", gives="three")]
    found = parse(rules, "1 2 end", [Part("n", 0, 1, 1), Part("n", 1, 2, 2)])
    (whole,) = [p for p in found if p.type == "three"]
    assert (whole.i, whole.j) == (0, 3)
    assert whole.rules == ("{n}", "{one} {n}", "{two} end")


def test_recursion_ends():
    rules = [rule("{n}", gives="list", value="count"), rule("{list} and {n}", gives="list", value="count")]
    seeds = [Part("n", k, k + 1, 1) for k in range(0, 9, 2)]
    found = parse(rules, "1 and 1 and 1 and 1 and 1", seeds)
    assert max(p.value for p in found) == 5


def test_a_resolver_may_refuse():
    assert parse([rule("{n}", value="never")], "1", [Part("n", 0, 1, 1)]) == []


@pytest.mark.parametrize(
    ("test", "part", "fits"),
    [
        ("{a} {n.def}", {"article": True}, True),
        ("{a} {n.def}", {}, False),
        ("{a} {n.indef}", {"article": True}, False),
        ("{a} {n.and}", {"conj": "w"}, True),
        ("{a} {n.and}", {}, False),
        ("{a} {n}", {"conj": "w"}, False),
        ("{a} {n}", {"prep": "b"}, False),
        ("{a} {n.prep}", {"prep": "b"}, True),
        ("{a} {n.any}", {"conj": "w", "prep": "b"}, True),
        ("{a} {n.plural}", {"variety": "plural"}, True),
        ("{a} {n.plural}", {"variety": "dual"}, False),
    ],
)
def test_tests_on_parts(test, part, fits):
    found = parse([rule(test)], "x y", [Part("a", 0, 1, 0), Part("n", 1, 2, 1, **part)])
    assert bool(found) == fits


def test_the_longest_stands_then_the_preferred():
    long, short = Part("t", 0, 3, "long", rules=("a",)), Part("t", 1, 2, "short", rules=("b",))
    liked = Part("t", 5, 6, "liked", rules=("c",), prefer=1)
    other = Part("t", 5, 6, "other", rules=("d",))
    assert [p.value for p in choose([short, other, liked, long], {"t"})] == ["long", "liked"]
