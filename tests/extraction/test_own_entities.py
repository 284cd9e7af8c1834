"""Entities a person adds: read under every name, with proclitics, beside titles, before the shipped lexicon."""

import pytest

from sijill.pipeline import extract
from sijill.records import Article, OwnEntity

OWN = (
    OwnEntity("سليم بن ناصر الحداد", "person", ("أبو ناصر", "النسر"), "قائد لواء الساحل"),
    OwnEntity("تجمع بادية الشام", "armed_group", ("البادية",)),
    OwnEntity("وادي الزيتون الأعلى", "place"),
)


def named(text):
    return [(m.text, m.entity, m.kind) for m in extract(Article("a", text), OWN).mentions if m.entity in {o.name for o in OWN}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل أبو ناصر إلى المدينة.", ("أبو ناصر", "سليم بن ناصر الحداد", "person")),
        ("التقى الوفد بالنسر أمس.", ("النسر", "سليم بن ناصر الحداد", "person")),
        ("وصل قائد لواء الساحل.", ("قائد لواء الساحل", "سليم بن ناصر الحداد", "office")),
        ("قصفت الطائرات مواقع لتجمع بادية الشام.", ("تجمع بادية الشام", "تجمع بادية الشام", "armed_group")),
        ("هطل المطر في وادي الزيتون الأعلى.", ("وادي الزيتون الأعلى", "وادي الزيتون الأعلى", "place")),
        ("قال الشيخ أبو ناصر.", ("أبو ناصر", "سليم بن ناصر الحداد", "person")),
    ],
)
def test_read_under_every_name(text, expected):
    assert expected in named(text)


def test_one_who_speaks_under_any_name_is_one_speaker():
    text = "قال النسر إن الهدنة قائمة. وأضاف قائد لواء الساحل أن الحوار مستمر. وأعلن أبو ناصر أن المعبر مفتوح."
    assert {s.speaker_name for s in extract(Article("a", text), OWN).statements} == {"سليم بن ناصر الحداد"}


def test_without_them_nothing_changes():
    text = "قال وزير النقل إن الجسر سيفتح."
    assert extract(Article("a", text), ()) == extract(Article("a", text))
