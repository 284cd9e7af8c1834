"""One event told in two reports by a weekday here and a day there. Invented reports only."""

from datetime import date

from sijill.language.resolution import resolve_all
from sijill.pipeline import extract
from sijill.reconciliation.dating.coincidences import Days, windows
from sijill.reconciliation.dating.companions import Known
from sijill.records import Article, Published

KNOWN = "أعلنت شركة الكهرباء أن محطة الوادي الجديدة توقفت عن العمل في 11 مايو 2031 بعد حريق في غرفة التحكم."
OPEN = "وكانت محطة الوادي الجديدة قد توقفت عن العمل يوم الأحد إثر حريق في غرفة التحكم."
OTHER = "فاز الفريق بالمباراة النهائية يوم الأحد أمام جمهور كبير."
DAY = date(2031, 5, 12)


def clues_of(text, known=KNOWN):
    pile = [extract(Article("a", known)), extract(Article("b", text))]
    told = {0: Known(pile[0], Published(DAY, DAY, "stated"), resolve_all(pile[0].times, DAY))}
    return pile[1], Days(told, pile).clues(pile[1], 1, told)


def test_a_weekday_with_the_same_words_is_the_same_day():
    x, [clue] = clues_of(OPEN)
    assert (clue.earliest, clue.latest) == (date(2031, 5, 11), date(2031, 5, 17))
    assert "الأحد" in x.article.text[clue.proof.start : clue.proof.end]
    assert clue.proof.says.endswith("2031-05-11")


def test_a_weekday_still_to_come_bounds_from_above():
    _, [clue] = clues_of("ستتوقف محطة الوادي الجديدة عن العمل يوم الأحد لإصلاح غرفة التحكم بعد الحريق.")
    assert (clue.earliest, clue.latest) == (date(2031, 5, 5), date(2031, 5, 11))


def test_another_event_or_another_weekday_says_nothing():
    assert clues_of(OTHER)[1] == []
    assert clues_of(OPEN.replace("الأحد", "الاثنين"))[1] == []


def test_windows_leave_times_out_and_stay_in_their_sentence():
    x = extract(Article("a", "انتهت المهلة في المدينة القديمة. بدأ العمل يوم الأحد في الميناء الكبير."))
    [words] = windows(x, range(len(x.times))).values()
    assert "مدين" not in {w[:4] for w in words}
    assert any(w.startswith("ميناء") or w.startswith("مين") for w in words)
    assert not any("احد" in w for w in words)
