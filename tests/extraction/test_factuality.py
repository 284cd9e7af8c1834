"""How firmly a content is put."""

import pytest

from sijill.extraction.attribution import statements
from sijill.language.document import Document
from sijill.records import Article


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("قال الوزير إن الجسر اكتمل.", "asserted"),
        ("قال الوزير إن الجسر سيكتمل في الصيف.", "planned"),
        ("قال الوزير إن بلاده لن توقع الاتفاق.", "planned"),
        ("قال الوزير إن الجسر قد يكتمل.", "possible"),
        ("قال الوزير إن الجسر ربما اكتمل.", "possible"),
        ("قال الوزير إن بلاده لم توقع الاتفاق.", "denied"),
        ("نفت الشركة أن الخط توقف.", "denied"),
        ("نفت الشركة توقف الخط.", "denied"),
        ("قال الوزير إن الجسر سيفتح إذا توفر المال.", "conditional"),
        ("قال الوزير إن المجلس سيحسم ما إذا كان الجسر سيفتح.", "planned"),
        ("دعا الوزير إلى فتح الجسر.", "possible"),
        ("قال الوزير إن الجسر كان من المقرر أن يفتح في الصيف لكنه تأخر.", "asserted"),
        ("قال الوزير إن السيارات كثيرة.", "asserted"),
        ("قال الوزير إن المدن التي ستشهد الانتخابات آمنة.", "asserted"),
        ("قال الوزير إن القوات لا تزال هناك.", "asserted"),
        ("قررت الحكومة تأجيل الانتخابات.", "planned"),
        ("أكدت الشركة أن الموعد لم يتضح.", "asserted"),
        ("قال الوزير إن التدابير ليست سوى خطوة أولى.", "asserted"),
        ("قال الوزير إن الملف ليس ماليا فقط.", "asserted"),
        ("قال الوزير إن الحاويات معزولة حتى لا يختنق أحد.", "asserted"),
        ("قال الوزير إنه رغم أن الشركة لم توقع العقد، بدأ العمل.", "asserted"),
        ("قال الوزير إنه يبدو أن الجسر أغلق السبت.", "possible"),
        ("أعلنت الوزارة وقف الرحلات اعتبارا من الأحد.", "planned"),
        ("من الممكن أن يفتح الجسر في 2026.", "possible"),
        ("قال الوزير إن الوزارة تدرس ما سيحدث.", "asserted"),
    ],
)
def test_factuality(text, want):
    found = statements(Document(text), Article("a", text), [], [], [])
    assert [s.factuality for s in found][:1] == [want]
