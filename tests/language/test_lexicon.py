"""Every form of every lexicon file is found, bare and under the clitics its class takes."""

import pytest

from sijill.language.lexicon import Lexicon, parse, shipped
from sijill.language.tokens import Tokens

ENTRIES = shipped()


def test_every_form_is_found_as_written():
    words = Lexicon(ENTRIES)
    lost = []
    for entry in ENTRIES:
        hits = words.look_up(Tokens(" ".join(entry.words)))[0]
        if not any(h.entry is entry for h in hits[0]):
            lost.append((entry.cls, entry.words))
    assert not lost


@pytest.mark.parametrize(
    ("word", "conj", "prep", "article"),
    [("وبالألف", "و", "ب", True), ("للألف", "", "ل", True), ("فألف", "ف", "", False), ("كألف", "", "ك", False)],
)
def test_clitics_are_taken_off_a_noun(word, conj, prep, article):
    hits = Lexicon(ENTRIES).look_up(Tokens(word))[0][0]
    found = {(h.conj, h.prep, h.article) for h in hits if h.entry.cls == "numeral" and h.entry.value == 1000}
    assert (conj, prep, article) in found


def test_a_verb_row_gives_all_its_forms():
    data = {"class": "say", "clitics": "word", "form_keys": ["past", "present"]}
    words = Lexicon(parse({**data, "row": [{"value": "say", "past": "أعلن", "present": "يعلن"}]}, "test"))
    for form in ("أعلن", "وأعلنت", "أعلنوا", "سيعلن", "وستعلن", "يعلنون", "نعلن", "ليعلن"):
        assert words.look_up(Tokens(form))[0][0], form
    assert not words.look_up(Tokens("بأعلن"))[0][0]
