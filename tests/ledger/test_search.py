"""What is one word to a reader is one word to search, and what is not is not."""

from datetime import UTC, datetime

import pytest

from sijill.ledger import Ledger, add
from sijill.ledger.search import find, stem
from sijill.records import Article

SENTENCES = [
    "أعلنت وزارةُ الموارد المائية ملء السدّ في إثيوبيا.",
    "ووصل المبعوث إلى الخرطوم يوم ١٢ آذار ٢٠٢٤.",
    "للمدارس الابتدائية حصة، وبالمدارس الثانوية أخرى.",
    "وقّعت الشركة عقد COVID-19 مع المستشفيات.",
]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    with Ledger(tmp_path_factory.mktemp("s") / "a.sijill", create=True) as made:
        items = [Article(str(i), text, digest=f"{i:032d}") for i, text in enumerate(SENTENCES)]
        list(add(made, items, datetime(2025, 1, 1, tzinfo=UTC)))
        yield made


def found(ledger, words):
    with ledger.reading() as db:
        return {int(p.digest) for p in find(db, words)}


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("وزارة", {0}), ("الوزاره", {0}), ("الوزارات", {0}), ("مائيه", {0}), ("اثيوبيا", {0}), ("السد", {0}),
        ("وصل", {1}), ("خرطوم", {1}), ("12 اذار 2024", {1}), ("١٢", {1}), ("المبعوثين", {1}),
        ("مدارس", {2}), ("المدارس", {2}), ("بالمدارس", {2}), ("مدارس ثانوية", {2}),
        ("covid-19", {3}), ("مستشفى", {3}), ("مستشفيات", {3}), ("شركة", {3}),
        ("غواصة", set()), ("وزارة الخرطوم", set()), ("\"'*", set()), ("", set()),
    ],
)  # fmt: skip
def test_words_are_found_in_every_spelling(ledger, words, where):
    assert found(ledger, words) == where


def test_a_stem_keeps_enough_letters():
    assert stem("الي") == "الي"
    assert stem("ال") == "ال"
    assert stem("وال") == "وال"


def test_what_is_made_again_is_found_once(ledger):
    from sijill.pipeline import extract

    ledger.renew([extract(k.extraction.article) for k in ledger.kept()], "another")
    with ledger.reading() as db:
        assert len(find(db, "وزارة")) == 1
