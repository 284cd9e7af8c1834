"""Both languages say everything, with the same blanks, for every word of the vocabularies."""

import re

import pytest

from sijill.errors import UsageError
from sijill.publishing.locale import LANGUAGES, say, word, words


def test_both_languages_have_the_same_groups_and_keys():
    shapes = [{g: sorted(rows) for g, rows in words(lang).items()} for lang in LANGUAGES]
    assert shapes[0] == shapes[1]


def test_blanks_to_fill_in_are_the_same():
    blanks = re.compile(r"\{(\w*)\}")
    for group, rows in words("en").items():
        for key, text in rows.items():
            assert set(blanks.findall(text)) == set(blanks.findall(words("ar")[group][key])), f"{group}.{key}"


def test_arabic_words_are_arabic():
    for group, rows in words("ar").items():
        if group == "language":
            continue
        for key, text in rows.items():
            if not re.search(r"[^\W\d_]", re.sub(r"\{\w*\}", "", text)):
                continue
            assert re.search("[\u0621-\u064a]", text), f"{group}.{key} = {text}"


@pytest.mark.parametrize(
    ("group", "keys"),
    [
        ("status", "planned conditional confirmed in_progress postponed extended brought_forward cancelled denied refused "
                   "fulfilled partly_fulfilled missed"),
        ("timing", "no_date upcoming due passed_no_report met_on_time met_late moved off"),
        ("due_kind", "on by not_before from until within upon_condition open"),
        ("speaker_kind", "named_person institution anonymous_official anonymous_source document media unattributed"),
        ("conflict_kind", "date number status attribution arithmetic framing"),
    ],
)  # fmt: skip
def test_every_word_of_a_vocabulary_is_there(group, keys):
    assert set(keys.split()) <= set(words("ar")[group])


def test_words_and_sentences():
    assert word("en", "timing", "passed_no_report") == "passed, no report"
    assert word("ar", "status", None) == ""
    assert word("en", "status", "something_new") == "something_new"
    assert say("ar", "add", "added", n=3).endswith("3")


def test_an_unknown_language_is_refused_with_what_to_use():
    with pytest.raises(UsageError, match="ar, en"):
        words("fr")
