"""One entry for each happening over all its mentions."""

from dataclasses import replace
from datetime import date

from sijill.reconciliation.events import events
from sijill.records import Article, Dated, Extraction, Happening, Published, Span, Timex


def report(name, day, clause, keys, when=None):
    """A dated report whose second sentence tells one clause, ``when`` its stated day."""
    text = "مقدمة. " + clause
    told = Happening(7, len(text), "act", "act", time=0 if when else None, keys=tuple(keys.split()))
    article = Article(name, text, digest=name)
    sentences = (Span(0, 6), Span(6, 6), Span(7, len(text)))
    times = (Timex(8, 9, "x", "DATE", "x", earliest=when, latest=when),) if when else ()
    return Dated(Extraction(article, happenings=(told,), sentences=sentences), Published(day, day), times)


KEYS = "وقع شركه عقد ميناء"


def test_two_mentions_of_one_day_are_one_event():
    pile = [
        report("a", date(2025, 3, 3), "وقعت الشركة عقد الميناء", KEYS, date(2025, 3, 2)),
        report("b", date(2025, 3, 9), "توقيع عقد الميناء", KEYS, date(2025, 3, 2)),
    ]
    (event,) = events(pile, [])
    assert [m.article for m in event.mentions] == ["a", "b"]
    assert (event.earliest, event.latest, event.origins) == (date(2025, 3, 2), date(2025, 3, 2), 2)


def test_the_same_words_on_days_far_apart_are_two_events():
    pile = [
        report("a", date(2025, 3, 3), "x", KEYS, date(2025, 3, 2)),
        report("b", date(2025, 9, 9), "y", KEYS, date(2025, 9, 8)),
    ]
    assert len(events(pile, [])) == 2


def test_an_undated_mention_takes_the_day_of_the_event():
    pile = [
        report("a", date(2025, 3, 3), "x", KEYS, date(2025, 3, 2)),
        report("b", date(2025, 9, 9), "y", KEYS),
    ]
    (event,) = events(pile, [])
    assert event.latest == date(2025, 3, 2)


def test_reprints_are_one_origin():
    pile = [report(n, date(2025, 3, 3), "x", KEYS, date(2025, 3, 2)) for n in "abc"]
    (event,) = events(pile, [("a", "b")])
    assert event.origins == 2


def test_what_lies_ahead_has_not_happened():
    assert events([report("a", date(2025, 3, 3), "x", KEYS, date(2025, 4, 1))], []) == []


def test_unlike_mentions_stay_apart():
    pile = [
        report("a", date(2025, 3, 3), "x", KEYS, date(2025, 3, 2)),
        report("b", date(2025, 3, 3), "y", "سقط مطر سيل طريق", date(2025, 3, 2)),
    ]
    assert len(events(pile, [])) == 2


def test_an_event_is_said_only_where_all_its_mentions_are():
    def ruled(name, rule):
        made = report(name, date(2025, 3, 3), "وقعت الشركة عقد الميناء", KEYS, date(2025, 3, 2))
        (h,) = made.extraction.happenings
        return replace(made, extraction=replace(made.extraction, happenings=(replace(h, rule=rule),)))

    (words,) = events([ruled("a", "happening.said"), ruled("b", "happening.said")], [])
    (deed,) = events([ruled("a", "happening.said"), ruled("b", "happening.verb")], [])
    assert words.said
    assert not deed.said
