"""The machine's reasons in words: operators and reasons have some, in both languages."""

import pytest

from sijill.language.resolution import moments
from sijill.publishing.locale import LANGUAGES, words
from sijill.publishing.locale.reasons import match_words, proof_words, step_words
from sijill.reconciliation.undertakings.likeness import REASONS


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("anchor dct=2024-09-28", "Counted from the day the article was published: 28 September 2024"),
        ("anchor time=2014-09", "Counted from the time named before: 2014-09"),
        ("year(2026) -> 2026 [2026-01-01 .. 2026-12-31]", "the year (2026): 2026"),
        ("part(end) -> 2026 [2026-12-01 .. 2026-12-31]", "the part of it (end): 2026, that is December 2026"),
        ("shift(M, 1) -> 2024-10 [2024-10-01 .. 2024-10-31]",
         "moved from the anchor (months 1): 2024-10, that is October 2024"),
        ("duration(('M', None)) -> PXM", "a length of time (months): PXM"),
        ("some new step", "some new step"),
        ("unheard_of(1) -> 2024", "unheard_of(1) -> 2024"),
    ],
)  # fmt: skip
def test_steps_in_english(step, said):
    assert step_words(step, "en") == said


def test_steps_in_arabic_hold_the_days_and_no_english():
    said = step_words("part(end) -> 2026-09 [2026-09-21 .. 2026-09-30]", "ar")
    assert "2026" in said
    assert "part" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_operators_and_reasons_have_words(language):
    """Most: a new one shows as it is until somebody says it in the locale files."""
    for group, names in (("step", set(moments.OPERATORS)), ("match", {r.name for r in REASONS})):
        missing = names - set(words(language)[group])
        assert group != "match" or not missing
        assert len(missing) <= 0.4 * len(names), f"say in {language}.toml, [{group}]: {missing}"


@pytest.mark.parametrize(
    ("says", "said"),
    [
        ("crawled 2018-05-11", "a crawler saw it on 11 May 2018: it is not later"),
        ("given options", "given by a person (options)"),
        ("weekday 5", "it names today's weekday: Friday"),
        ("month 2018-05-01..2018-05-31", "it names the month: May 2018"),
        ("reprint a1 0.93 2018-05-01..2018-05-03", "nearly the same text as a1 0.93 1–3 May 2018"),
        ("crawl 2018-05-11 weekday 5", "a crawler's day and the weekday it names: 11 May 2018 Friday"),
        ("something else", "something else"),
    ],
)
def test_proofs(says, said):
    assert proof_words(says, "en") == said


def test_matches_keep_their_weight():
    assert match_words("same_act +2.0", "en") == "the same act (+2.0)"
    assert match_words("brand_new", "en") == "brand_new"
