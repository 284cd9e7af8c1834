"""Through whom words came, outermost first."""

import pytest

from sijill.pipeline import extract
from sijill.records import Article


def chains(text):
    return [(s.speaker_name, s.via, s.chain) for s in extract(Article("a", text)).statements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "وقالت وزارة الدفاع إن الجيش الروسي أعلن أن المعبر سيفتح غدا.",
            [("وزارة الدفاع", None, ()), ("الجيش الروسي", None, ("وزارة الدفاع",))],
        ),
        (
            "ونقلت رويترز عن صحيفة المساء نقلا عن مصدر مطلع أن المحادثات ستستأنف.",
            [("مصدر مطلع", "رويترز", ("رويترز", "المساء"))],
        ),
        (
            "ذكرت وكالة الأنباء الألمانية نقلا عن صحيفة المساء أن الحكومة ستستقيل.",
            [("صحيفة المساء", "د ب أ", ("د ب أ",))],
        ),
        ("قال الوزير إن السد آمن.", [("الوزير", None, ())]),
    ],
)
def test_a_chain_is_kept(text, expected):
    assert chains(text) == expected


def test_a_source_quoted_by_a_quoted_channel_has_both_before_it():
    text = "ونقلت وكالة الأناضول عن قناة الحدث قولها إن الشركة أكدت أن الصفقة ألغيت."
    assert chains(text)[-1] == ("الشركة", None, ("الأناضول", "قناة الحدث"))


def test_nobody_stands_in_his_own_chain():
    text = "قال الوزير إنه أكد مرارا أن السد آمن."
    assert all(name not in chain for name, _, chain in chains(text))
