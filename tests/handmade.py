"""A record made by hand over the example story: what shows records is tested without the stages that fill one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sijill.examples import story_path
from sijill.reading.sources import read
from sijill.records import (
    Article,
    Commitment,
    Conflict,
    Credit,
    Dated,
    Event,
    Extraction,
    Figure,
    Place,
    Problem,
    Proof,
    Published,
    Record,
    Report,
    Reprint,
    Span,
    Statement,
    Timex,
)

D = date.fromisoformat
LEAK, AGAIN, MINISTER, PLAN, QUARREL, FIRM, LATER, DENIAL, UNDATED, DONE, LEFT = range(11)


class Story:
    """The example's articles, with spans found by their words."""

    def __init__(self) -> None:
        items = [a for a in read([story_path()]) if isinstance(a, Article)]
        self.articles = sorted(items, key=lambda a: a.name)

    def span(self, n: int, words: str) -> Span:
        start = self.articles[n].text.index(words)
        return Span(start, start + len(words))

    def place(self, n: int, words: str) -> Place:
        return Place(self.articles[n].name, *self.span(n, words), words)

    def published(self, n: int) -> Published:
        if n == UNDATED:
            start, end = self.span(n, "بعد قرابة عام على البيان المشترك")
            return Published(
                D("2025-09-01"), D("2025-09-15"), "inferred", (Proof("about a year after 2024-09-27", start, end),)
            )
        if n == PLAN:
            return Published(D("2024-09-28"), D("2024-09-28"), "stated")
        return self.articles[n].published

    def timex(self, n: int, words: str, value: str, earliest: str | None, latest: str | None, mod: str | None = None) -> Timex:
        days = (earliest and D(earliest), latest and D(latest))
        steps = ("next September from 2025-03-11", "= 2025-09") if "المقبل" in words else ()
        return Timex(*self.span(n, words), words, "DATE", value, mod, *days, rule="timex.part_of_month", steps=steps)

    def said(
        self,
        n: int,
        words: str,
        who: str | None = None,
        kind: str = "unattributed",
        firm: str = "asserted",
        how: str = "indirect",
        name: str | None = None,
        act: str = "claim",
    ) -> Statement:
        return Statement(
            self.span(n, words),
            None,
            self.span(n, who) if who else None,
            name or who,
            kind,
            None,
            how,
            act,
            firm,
            rule="attribution.verb_subject",
        )

    def report(
        self,
        n: int,
        words: str,
        status: str,
        due: tuple[str | None, str | None] = (None, None),
        kind: str = "by",
        by: str | None = None,
        by_kind: str | None = None,
        origins: int = 1,
        reason: str | None = None,
        time: int | None = None,
    ) -> Report:
        return Report(
            self.articles[n].name,
            (self.span(n, words),),
            due[0] and D(due[0]),
            due[1] and D(due[1]),
            kind if any(due) else "open",
            status,
            by,
            by_kind,
            origins,
            reason,
            time,
            self.published(n).latest,
            "commitments.future_verb",
        )


def extractions(s: Story) -> dict[int, dict[str, tuple[object, ...]]]:
    """What was read in each article, by number."""
    return {
        LEAK: {
            "timexes": (
                s.timex(LEAK, "سبتمبر أيلول 2025", "2025-09", "2025-09-01", "2025-09-30"),
                s.timex(LEAK, "نهاية عام 2026", "2026", "2026-12-01", "2026-12-31", "END"),
            ),
            "figures": (
                Figure(*s.span(LEAK, "نحو 2500 جندي"), "نحو 2500 جندي", 2500, 2500, "جندي", "about", "جندي", "العراق"),
                Figure(*s.span(LEAK, "900 جندي"), "900 جندي", 900, 900, "جندي", "exact", "جندي", "سوريا"),
            ),
            "statements": (
                s.said(
                    LEAK,
                    "سيغادر مئات الجنود العراق بحلول سبتمبر أيلول 2025، وستنسحب القوات المتبقية من البلاد بحلول نهاية عام 2026",
                    "المصادر",
                    "anonymous_source",
                    "planned",
                    name="مصادر مطلعة",
                ),
                s.said(LEAK, "الخطة جاهزة للإعلان", "مسؤول أمريكي كبير", "anonymous_official"),
            ),
            "credits": (Credit(*s.span(LEAK, "رويترز"), "رويترز"),),
        },
        MINISTER: {
            "statements": (
                s.said(
                    MINISTER,
                    "قوات التحالف الدولي ستنسحب من قواعدها في بغداد بحلول نهاية سبتمبر 2025",
                    "ثابت العباسي",
                    "named_person",
                    "planned",
                ),
                s.said(
                    MINISTER,
                    "اتفقنا على سنتين، ولا حاجة إلى سنة ثالثة",
                    "العباسي",
                    "named_person",
                    "denied",
                    "direct",
                    name="ثابت العباسي",
                ),
            ),
        },
        PLAN: {
            "timexes": (s.timex(PLAN, "نهاية سبتمبر 2025", "2025-09", "2025-09-21", "2025-09-30", "END"),),
            "statements": (
                s.said(
                    PLAN,
                    "المهمة العسكرية للتحالف الدولي في العراق ستنتهي في موعد أقصاه نهاية سبتمبر 2025",
                    "بيان مشترك",
                    "document",
                    "planned",
                    name="البيان المشترك",
                ),
                s.said(
                    PLAN,
                    "هذا ليس انسحاباً، بل هو انتقال من تحالف عسكري إلى علاقة أمنية ثنائية",
                    "مسؤول كبير في الإدارة الأمريكية",
                    "anonymous_official",
                    "denied",
                    "direct",
                ),
            ),
        },
        FIRM: {
            "timexes": (s.timex(FIRM, "نهاية سبتمبر المقبل", "2025-09", "2025-09-21", "2025-09-30", "END"),),
            "statements": (
                s.said(
                    FIRM,
                    "المهمة ستنتهي بحلول نهاية سبتمبر المقبل وفق الجدول المعلن",
                    "المتحدث باسم الحكومة العراقية",
                    "institution",
                    "planned",
                ),
            ),
        },
        LATER: {
            "statements": (
                s.said(
                    LATER,
                    "الجانبين سيراجعان التوقيتات كل ستة أشهر إلى أن تستقر الأوضاع",
                    "المصدر",
                    "anonymous_source",
                    "planned",
                    name="مصدر دبلوماسي عراقي",
                ),
            )
        },
        DENIAL: {
            "statements": (
                s.said(
                    DENIAL,
                    "الجدول قائم، ومهمة التحالف الدولي ستنتهي في نهاية سبتمبر 2025",
                    "مسؤول حكومي عراقي",
                    "anonymous_official",
                    "planned",
                    "direct",
                ),
            )
        },
        DONE: {
            "statements": (
                s.said(
                    DONE,
                    "القوات الأمريكية أكملت انسحابها من جميع القواعد في الأراضي الاتحادية",
                    "الوزارة",
                    "institution",
                    name="وزارة الدفاع العراقية",
                ),
            )
        },
    }


def dated(s: Story) -> tuple[Dated, ...]:
    """The articles with what was read in them and their days."""
    read_in = extractions(s)
    found = []
    for n, a in enumerate(s.articles):
        parts = dict(read_in.get(n, {}))
        timexes = parts.pop("timexes", ())
        if n == PLAN:
            cut, tail = s.span(n, "بغداد - الوطنية اليوم").start, s.span(n, "اقرأ أيضاً").start
            a = Article(a.name, a.text, "الوطنية اليوم", chrome=(Span(0, cut), Span(tail, len(a.text))), digest=a.digest)
        found.append(Dated(Extraction(a, **parts), s.published(n), timexes))  # type: ignore[arg-type]
    return tuple(sorted(found, key=lambda d: (d.published.latest or date.max, d.article.name)))


def commitments(s: Story) -> tuple[Commitment, ...]:
    """Six undertakings of the story: kept late, moved, open, silent, refused, recurring."""
    september, both = (None, "2025-09-30"), "العراق والولايات المتحدة"
    mission = (
        s.report(
            PLAN,
            "المهمة العسكرية للتحالف الدولي في العراق ستنتهي في موعد أقصاه نهاية سبتمبر 2025",
            "confirmed",
            september,
            by="البيان المشترك",
            by_kind="document",
            time=0,
        ),
        s.report(
            QUARREL,
            "المهمة العسكرية للتحالف الدولي ستنتهي قبل نهاية أيلول 2025",
            "planned",
            september,
            by="مستشار في رئاسة الوزراء",
            by_kind="anonymous_official",
            origins=2,
        ),
        s.report(
            FIRM,
            "المهمة ستنتهي بحلول نهاية سبتمبر المقبل",
            "confirmed",
            september,
            by="المتحدث باسم الحكومة العراقية",
            by_kind="institution",
            origins=3,
            time=0,
        ),
        s.report(
            DENIAL,
            "مهمة التحالف الدولي ستنتهي في نهاية سبتمبر 2025",
            "confirmed",
            september,
            by="مسؤول حكومي عراقي",
            by_kind="anonymous_official",
            origins=4,
        ),
    )
    base = (
        s.report(
            QUARREL,
            "قاعدة عين الأسد ستسلم إلى الجيش العراقي",
            "planned",
            september,
            by="مستشار في رئاسة الوزراء",
            by_kind="anonymous_official",
        ),
        s.report(
            UNDATED,
            "القاعدة ستسلم إلى الجيش العراقي في منتصف سبتمبر",
            "planned",
            ("2025-09-11", "2025-09-20"),
            "on",
            by="ضابط عراقي",
            by_kind="anonymous_official",
            origins=2,
        ),
        s.report(
            DONE,
            "القوات الأمريكية سلمت قاعدة عين الأسد إلى الجيش العراقي يوم السبت 17 يناير 2026",
            "fulfilled",
            by="وزارة الدفاع العراقية",
            by_kind="institution",
            origins=3,
        ),
    )
    rest = (
        s.report(
            LEAK,
            "وستنسحب القوات المتبقية من البلاد بحلول نهاية عام 2026",
            "planned",
            (None, "2026-12-31"),
            by="مصادر مطلعة",
            by_kind="anonymous_source",
            time=1,
        ),
        s.report(
            AGAIN,
            "وستنسحب القوات المتبقية من البلاد بحلول نهاية عام 2026",
            "planned",
            (None, "2026-12-31"),
            by="مصادر مطلعة",
            by_kind="anonymous_source",
        ),
        s.report(
            LATER,
            "تأجيل انسحاب القوات الأمريكية من العراق",
            "postponed",
            by="مصدر دبلوماسي عراقي",
            by_kind="anonymous_source",
            origins=2,
            reason="التوتر الأمني في المنطقة",
        ),
        s.report(LEFT, "تنسحب القوات المتبقية من إقليم كردستان بحلول سبتمبر 2026", "planned", (None, "2026-09-30"), origins=3),
    )
    second = (
        s.report(
            PLAN,
            "مرحلة ثانية تستمر حتى سبتمبر 2026",
            "planned",
            ("2026-09-01", "2026-09-30"),
            "until",
            by="البيان المشترك",
            by_kind="document",
        ),
        s.report(
            LATER,
            "قوة صغيرة ستبقى في كردستان إلى نهاية عام 2026",
            "extended",
            ("2026-12-01", "2026-12-31"),
            "until",
            by="مصدر دبلوماسي عراقي",
            by_kind="anonymous_source",
            origins=2,
        ),
    )
    hundreds = (
        s.report(
            LEAK,
            "سيغادر مئات الجنود العراق بحلول سبتمبر أيلول 2025",
            "planned",
            september,
            by="مصادر مطلعة",
            by_kind="anonymous_source",
            time=0,
        ),
        s.report(
            AGAIN,
            "سيغادر مئات الجنود العراق بحلول سبتمبر أيلول 2025",
            "planned",
            september,
            by="مصادر مطلعة",
            by_kind="anonymous_source",
        ),
    )
    third = (s.report(MINISTER, "إضافة سنة ثالثة إلى الجدول", "refused", by="ثابت العباسي", by_kind="named_person"),)
    forces = ("القوات الأمريكية",)
    return (
        Commitment(
            "c1",
            "إنهاء المهمة العسكرية للتحالف الدولي في العراق",
            "End of the coalition's military mission in Iraq",
            (both,),
            "إنهاء",
            None,
            "العراق",
            None,
            mission,
            "confirmed",
            "passed_no_report",
            False,
            0,
            None,
        ),
        Commitment(
            "c2",
            "تسليم قاعدة عين الأسد إلى الجيش العراقي",
            "Hand-over of the Ain al-Asad base to the Iraqi army",
            forces,
            "تسليم",
            "قاعدة عين الأسد",
            "الأنبار",
            None,
            base,
            "fulfilled",
            "met_late",
            True,
            -10,
            119,
            depends_on="c1",
        ),
        Commitment(
            "c3",
            "رحيل بقية قوات التحالف عن العراق",
            "The remaining coalition forces leave Iraq",
            forces,
            "رحيل",
            None,
            "العراق",
            "استقرار الأوضاع",
            rest,
            "planned",
            "upcoming",
            True,
            -92,
            None,
            D("2026-09-30"),
        ),
        Commitment(
            "c4",
            "دعم العمليات في سوريا من إقليم كردستان (المرحلة الثانية)",
            None,
            forces,
            "دعم",
            None,
            "إقليم كردستان",
            None,
            second,
            "extended",
            "upcoming",
            True,
            92,
            None,
            D("2026-12-31"),
        ),
        Commitment(
            "c5",
            "مغادرة مئات الجنود",
            "Hundreds of soldiers leave",
            forces,
            "مغادرة",
            None,
            "العراق",
            None,
            hundreds,
            "planned",
            "passed_no_report",
            False,
            0,
            None,
        ),
        Commitment(
            "c6",
            "إضافة سنة ثالثة إلى الجدول",
            "A third year",
            ("الولايات المتحدة",),
            "إضافة",
            None,
            None,
            None,
            third,
            "refused",
            "off",
            False,
            None,
            None,
        ),
    )


def record(s: Story) -> Record:
    """The whole record."""
    return Record(
        as_of=None,
        as_of_used=D("2026-01-19"),
        articles=dated(s),
        unplaced=("a-report-without-a-day",),
        commitments=commitments(s),
        events=(
            Event(
                "e1",
                "صدور البيان المشترك",
                "The joint statement",
                D("2024-09-27"),
                D("2024-09-27"),
                "held",
                None,
                (s.place(PLAN, "بيان مشترك صدر يوم الجمعة 27 سبتمبر 2024"),),
                2,
            ),
            Event(
                "e2",
                "تسلم الجيش العراقي قاعدة عين الأسد",
                None,
                D("2026-01-17"),
                D("2026-01-17"),
                "held",
                "عين الأسد",
                (s.place(DONE, "سلمت قاعدة عين الأسد"),),
                2,
            ),
            Event(
                "e3",
                "تشكيل التحالف الدولي",
                "Formation of the coalition",
                D("2014-01-01"),
                D("2014-12-31"),
                "held",
                None,
                (s.place(LEAK, "تشكيل التحالف"),),
                1,
            ),
            Event(
                "e4",
                "نقل المعدات من عين الأسد",
                "Equipment moved from Ain al-Asad",
                D("2025-08-25"),
                D("2025-09-14"),
                "held",
                None,
                (s.place(UNDATED, "نقل معداتها من قاعدة عين الأسد"),),
                1,
            ),
        ),
        reprints=(Reprint(s.articles[LEAK].name, s.articles[AGAIN].name, "edited", 0.86),),
        origins=tuple((a.name,) for a in s.articles),
        conflicts=(
            Conflict(
                "x1",
                "framing",
                "contradiction",
                (s.place(PLAN, "هذا ليس انسحاباً"), s.place(QUARREL, "انسحاب قوات التحالف الدولي")),
                "انسحاب أم انتقال",
            ),
            Conflict(
                "x2",
                "status",
                "contradiction",
                (
                    s.place(LATER, "تأجيل انسحاب القوات الأمريكية من العراق"),
                    s.place(DENIAL, "نفى مسؤول حكومي عراقي يوم الجمعة تأجيل"),
                ),
                "",
            ),
            Conflict("x3", "date", "contradiction", (s.place(LEAK, "نهاية عام 2026"), s.place(LEFT, "بحلول سبتمبر 2026")), ""),
            Conflict("x4", "number", "update", (s.place(LEAK, "نحو 2500 جندي"), s.place(UNDATED, "قرابة 2000 جندي")), ""),
        ),
        problems=(Problem("scan-17.pdf", "reading", "unreadable", "not a text file; save it as text and add it again"),),
    )


def grown(sample: Record, n: int) -> Record:
    """The record with its commitments repeated until there are ``n``."""
    kept = sample.commitments
    more = (replace(kept[i % 6], id=f"c{i + 1}", title_ar=f"{kept[i % 6].title_ar} {i + 1}") for i in range(n))
    return replace(sample, commitments=tuple(more))
