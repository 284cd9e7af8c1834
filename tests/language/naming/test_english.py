"""English names and composed titles: known words only, None where one is missing."""

import pytest
from babel import Locale

from sijill.language.lexicon import lexicon
from sijill.language.naming import compose_title, name_en, phrase_en
from sijill.language.tables import table

# where news is shorter than CLDR, or CLDR says more than a name
SHORTER = {"CD", "CG", "HK", "MM", "PS"}


@pytest.mark.parametrize(
    "entry", [e for e in lexicon().entries("country") if e.words == e.words[:1]], ids=lambda e: e.row["iso"]
)
def test_english_names_of_countries_are_those_of_cldr(entry):
    iso, english = entry.row["iso"], entry.row["en"]
    if iso not in SHORTER:
        assert Locale("en").territories[iso].replace("’", "'") == english


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("الولايات المتحدة", "United States"),
        ("أمريكا", "United States"),
        ("منظمة الصحة العالمية", "World Health Organization"),
        ("وزارة الخارجية البرازيلية", "Brazilian Ministry of Foreign Affairs"),
        ("الحكومة النرويجية", "Norwegian government"),
        ("أ ف ب", "AFP"),
        ("طوكيو", "Tokyo"),
        ("كلام غير معروف", None),
        ("وزارة المجهول", None),
    ],
)
def test_a_name_in_english(arabic, english):
    assert name_en(arabic) == english


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("القوات الفرنسية", "French forces"),
        ("مطار جنيف الدولي", "international Geneva airport"),
        ("عقود الشركة", "contracts of the company"),
        ("الجسر والنفق", "bridge and the tunnel"),
        ("المفاوضات النووية مع إيران", "nuclear negotiations with Iran"),
        ("شيء مجهول", None),
        ("في عملية", None),
    ],
)
def test_a_phrase_in_english(arabic, english):
    assert phrase_en(arabic) == english


@pytest.mark.parametrize(
    ("act", "actors", "thing", "place", "english"),
    [
        ("leave", (), "القوات الفرنسية", "مالي", "Withdrawal of French forces from Mali"),
        ("build", (), "سد", "إثيوبيا", "Construction of dam in Ethiopia"),
        ("leave", ("القوات الفرنسية",), None, "تشاد", "Withdrawal by French forces from Chad"),
        ("leave", (), "القوات الفرنسية", "بلاد مجهولة", None),
        ("leave", (), "أشياء مجهولة", "مالي", None),
        ("leave", (), None, None, None),
        ("no such act", (), "سد", None, None),
    ],
)
def test_a_title_is_composed_or_none(act, actors, thing, place, english):
    assert compose_title(act, actors, thing, place, "en") == english


def test_no_title_in_a_language_that_is_not_composed():
    assert compose_title("build", (), "سد", None, "fr") is None


@pytest.mark.parametrize("kind", ["nouns", "adjectives"])
def test_every_glossary_word_is_used_in_a_phrase(kind):
    for english, forms in table("english")[kind].items():
        for form in forms:
            said = phrase_en(form if kind == "nouns" else f"حكومة {form}")
            assert said, (form, english)


@pytest.mark.parametrize("act", sorted(a for a, row in table("acts").items() if "en" in row))
def test_every_act_makes_a_title(act):
    assert compose_title(act, (), "مشروع", None)
