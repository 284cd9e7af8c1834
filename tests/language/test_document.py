"""The index of tokens by class, and what is worked out once for a document."""

from sijill.language.document import Document
from sijill.language.lexicon import lexicon
from sijill.language.numerals import numbers

TEXT = "أعلنت وزارة الصحة أمس أن ثلاثة مستشفيات ستفتح في مارس المقبل. وقالت الوزارة إن نصف المبلغ دفع في 12 مايو 2016."


def test_index_by_class_is_what_a_scan_of_all_hits_finds() -> None:
    doc = Document(TEXT)
    classes = {h.entry.cls for hits in doc.hits for h in hits}
    assert {"say", "numeral"} <= classes
    for cls in classes:
        assert list(doc.of(cls)) == [i for i, hits in enumerate(doc.hits) if any(h.entry.cls == cls for h in hits)]
    both = [i for i, hits in enumerate(doc.hits) if any(h.entry.cls in ("say", "numeral") for h in hits)]
    assert list(doc.of("say", "numeral")) == both


def test_index_has_no_tokens_of_a_class_that_is_not_there() -> None:
    assert list(Document(TEXT).of("no_such_class")) == []
    assert list(Document("").of("say")) == []


def test_among_keeps_to_its_tokens() -> None:
    doc = Document(TEXT)
    everywhere = list(doc.of("say"))
    a, b = doc.sentences[1]
    assert list(doc.among(a, b, "say")) == [i for i in everywhere if a <= i < b] != everywhere


def test_index_leaves_furniture_out() -> None:
    plain, furnished = Document(TEXT), Document(TEXT, chrome=[(0, TEXT.index("وقالت"))])
    first = furnished.sentences[0][0]
    assert list(furnished.of("say")) == [i for i in plain.of("say") if i >= first]


def test_work_is_done_once_for_a_document_and_anew_for_another() -> None:
    done: list[int] = []

    def work(doc: Document) -> int:
        done.append(len(doc.tokens))
        return len(done)

    doc = Document(TEXT)
    assert (doc.once(work), doc.once(work)) == (1, 1)
    assert Document(TEXT).once(work) == 2


def test_numbers_with_and_without_shares_do_not_disturb_one_another() -> None:
    doc = Document(TEXT)
    every, whole = numbers(doc, shares=True), numbers(doc)
    assert [n for n in every if not n.share] == whole
    assert any(n.share for n in every)
    assert numbers(doc, shares=True) == every


def test_offset_after_letters_counts_the_marks_written_on_a_word() -> None:
    marked, bare = Document("وَبِالقاهرة"), Document("وبالقاهرة")
    assert marked.span(0, 1, 2).start == 4
    assert bare.span(0, 1, 2).start == 2


def test_entries_of_a_class_are_those_of_a_scan_of_all_in_its_order() -> None:
    every = list(lexicon().entries())
    for cls in ("numeral", "say", "no_such_class"):
        assert list(lexicon().entries(cls)) == [e for e in every if e.cls == cls]
