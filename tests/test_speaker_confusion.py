"""The confusion table of speakers: pairs by overlap, each statement once."""

import json
from collections import Counter

import pytest
from benchmarks.speakers import compared, confusion, union

from sijill.records import Span, Statement


def mine(*rows):
    return tuple(Statement(Span(a, b), speaker_kind=kind) for a, b, kind in rows)


def theirs(*rows):
    return [{"content": [a, b], "speaker_kind": kind} for a, b, kind in rows]


@pytest.mark.parametrize(
    ("a", "b", "share"), [((0, 10), (0, 10), 1.0), ((0, 10), (5, 15), 1 / 3), ((0, 5), (5, 9), 0.0), ((0, 10), (0, 5), 0.5)]
)
def test_overlap_over_union(a, b, share):
    assert union(a, b) == pytest.approx(share)


def test_each_statement_counts_once_with_the_one_that_meets_it_best():
    found = compared(
        mine((0, 10, "institution"), (0, 9, "media")), theirs((0, 10, "named_person"), (50, 60, "document")), "speaker_kind"
    )
    assert found == Counter({("named_person", "institution"): 1, ("extra", "media"): 1, ("document", "missed"): 1})


def test_what_an_annotator_doubted_is_not_missed():
    gold = [{"content": [0, 9], "speaker_kind": "media", "doubtful": True}]
    assert compared((), gold, "speaker_kind") == Counter()


def test_stories_are_read_from_their_folders(tmp_path):
    text = "قالت وزارة النقل إن الجسر سيفتح."
    story, gold = tmp_path / "stories" / "bridge", tmp_path / "gold" / "bridge"
    story.mkdir(parents=True)
    gold.mkdir(parents=True)
    (story / "one.txt").write_text(text, encoding="utf-8")
    a = text.index("الجسر")
    told = {"articles": [{"article": "one"}],
            "statements": [{"article": "one", "content": [a, len(text) - 1], "speaker_kind": "institution"}]}  # fmt: skip
    (gold / "gold.json").write_text(json.dumps(told), encoding="utf-8")
    assert confusion(tmp_path / "gold", tmp_path / "stories", "speaker_kind") == Counter({("institution", "institution"): 1})
