"""When two spellings of a personal name are one."""

import pytest

from sijill.language.naming import person_key, standard


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أنطونيو غوتيريش", "انطونيو جوتيريس"),
        ("عبد الرحمن القاسم", "عبدالرحمن القاسم"),
        ("هاني أبو زيد", "هاني أبوزيد"),
        ("محمد بن راشد", "محمد راشد"),
        ("روبرت هوغان", "روبرت هوجان"),
    ],
)
def test_spellings_of_one_name_meet(one, other):
    assert person_key(one) == person_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("محمد الكندري", "محمود الكندري"),
        ("سعد الحربي", "سعيد الحربي"),
        ("جون كيري", "جون كاري غرانت"),
        ("سالم علي", "سالم علوي"),
    ],
)
def test_names_of_two_people_do_not(one, other):
    assert person_key(one) != person_key(other)


@pytest.mark.parametrize("name", ["", "عبد", "بن", "أبو", "X"])
def test_a_fragment_has_a_key(name):
    assert person_key(name)


@pytest.mark.parametrize(
    ("written", "careful"),
    [
        ("سالم عبدالرحمن", "سالم عبد الرحمن"),
        ("عبدالله الكعبي", "عبد الله الكعبي"),
        ("عبدربه سالم", "عبد ربه سالم"),
        ("عبد الله الكعبي", "عبد الله الكعبي"),
        ("عبده سالم", "عبده سالم"),
        ("عبدول", "عبدول"),
    ],
)
def test_servant_of_god_is_spelt_in_two_words(written, careful):
    assert standard(written) == careful
    assert person_key(written) == person_key(careful)
