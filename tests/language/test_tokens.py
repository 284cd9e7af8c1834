"""Tokens index the original text, whatever is in it."""

from hypothesis import given
from hypothesis import strategies as st

from sijill.language.document import Document
from sijill.language.orthography import fold, fold_word
from sijill.language.tokens import NUMBER, WORD, Tokens
from sijill.records import Span

LETTERS = st.text(alphabet=st.sampled_from("ابتثةىئؤأإآءـً ٌُ 0123٤٥٦,.،؛؟\n\r\t\u200f\u00a0\ufeffabc%()«»\"'"), max_size=200)


@given(st.one_of(st.text(max_size=200), LETTERS))
def test_folding_keeps_every_offset(text):
    assert len(fold(text)) == len(text)


@given(st.one_of(st.text(max_size=200), LETTERS))
def test_tokens_lie_in_order_and_in_the_text(text):
    tokens = Tokens(text)
    last = 0
    for i in range(len(tokens)):
        assert last <= tokens.start[i] < tokens.end[i] <= len(text)
        last = tokens.end[i]
        if tokens.kind[i] == WORD:
            assert fold_word(tokens.raw(i)) == tokens.form[i]


@given(LETTERS)
def test_sentences_cover_words_once(text):
    doc = Document(text)
    seen = [i for a, b in doc.sentences for i in range(a, b)]
    assert seen == sorted(set(seen))
    words = [i for i in range(len(doc.tokens)) if doc.tokens.kind[i] in (WORD, NUMBER)]
    assert set(words) <= set(seen)


@given(LETTERS, st.integers(0, 100), st.integers(0, 100))
def test_nothing_is_found_in_furniture(text, a, b):
    low, high = sorted((min(a, len(text)), min(b, len(text))))
    doc = Document(text, [Span(low, high)] if low < high else [])
    if low < high:
        i, j = doc.tokens.within(low, high)
        assert not any(doc.hits[i:j])
        assert not any(low <= doc.tokens.start[s] < high for s, _ in doc.sentences)


def test_glued_words_and_numbers_come_apart():
    assert Tokens("بين70 و12مليار").form == ["بين", "70", "و", "12", "مليار"]


def test_a_full_stop_after_a_title_ends_no_sentence():
    doc = Document("قال د. سالم إن العمل بدأ. وانتهى اليوم.")
    assert len(doc.sentences) == 2


def test_diacritics_before_a_proclitic_are_skipped_with_it():
    tokens = Tokens("بِالسوق")
    assert tokens.skip(0, 1) == 2


def test_a_mark_of_direction_before_digits_hides_nothing():
    assert Tokens("قال \u200f25 شخصا \u200fABC").form == ["قال", "25", "شخصا", "ABC"]


def test_where_and_of_kind_are_what_a_scan_finds() -> None:
    tokens = Tokens("في 12 مايو، وفي 2016 قال: في مايو.\nثم 3%")
    forms = {"في", "مايو", "ثم"}
    assert tokens.where(forms) == [i for i, form in enumerate(tokens.form) if form in forms] != []
    assert tokens.where(dict.fromkeys(forms)) == tokens.where(forms)
    assert tokens.where(()) == []
    for kind in range(6):
        assert tokens.of_kind(kind) == [i for i, k in enumerate(tokens.kind) if k == kind]
