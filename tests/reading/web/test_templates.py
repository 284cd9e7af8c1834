"""Page templates of invented outlets (``templates.toml``): all of the article, no furniture, what they state."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from sijill.reading.web.pages import read_page
from sijill.records import Article

PAGES = tomllib.loads((Path(__file__).parent / "templates.toml").read_text(encoding="utf-8"))
TITLE = "الموانئ تمدد العمل بالرصيف القديم حتى نهاية العام"
BODY = [
    "أعلنت هيئة الموانئ في بيان أصدرته اليوم تمديد العمل بالرصيف القديم حتى نهاية العام الجاري بعدما تعذر تسليم الرصيف الجديد.",
    "وأوضحت الهيئة أن الشركة المنفذة تعهدت بتسليم المرحلة الأولى في يوليو المقبل، على أن تسلم المرحلة الثانية بعد ستة أشهر.",
    "وقال رئيس الهيئة سالم الغافري إن التأخير يعود إلى نقص المعدات وإلى إضراب العمال الذي استمر ثلاثة أسابيع في الربيع.",
    "وتبلغ كلفة المشروع 200 مليون درهم، ويتوقع أن يرفع طاقة الميناء إلى مليوني حاوية في السنة بحسب تقديرات الوزارة.",
    "وأضاف الغافري أن الهيئة ستعلن في سبتمبر المقبل عن مواعيد نقل الخطوط البحرية، وأن الرصيف القديم سيحول بعد ذلك إلى متحف.",
]
DAY = date(2031, 5, 6)


def filled(template):
    page = template["page"].replace("{T}", TITLE)
    for n, paragraph in enumerate(BODY, 1):
        page = page.replace(f"{{{n}}}", paragraph)
    encoding = template.get("encoding", "utf-8")
    return page.encode().decode("latin-1").encode() if encoding == "double" else page.encode(encoding, "xmlcharrefreplace")


def analysed(article):
    return "".join(c for i, c in enumerate(article.text) if not any(s <= i < e for s, e in article.chrome))


@pytest.mark.parametrize("quick", [False, True], ids=["careful", "quick"])
@pytest.mark.parametrize("name", PAGES)
def test_template(name, quick):
    template = PAGES[name]
    if quick:
        pytest.importorskip("resiliparse")
    [article] = [x for x in read_page(name, filled(template), "https://x.example/a", quick=quick) if isinstance(x, Article)]
    text = analysed(article)
    for paragraph in BODY:
        assert paragraph in text
        start = article.text.index(paragraph)
        assert article.text[start : start + len(paragraph)] == paragraph
    left = [words for words in template["gone"] if words in text]
    allowed = template.get("quick_leaves", []) if quick else []
    assert [words for words in left if words not in allowed] == []
    assert (article.title, article.outlet) == (TITLE, template["outlet"])
    if "2031" in template["page"]:
        assert (article.published.day, article.published.basis) == (DAY, "stated")


def test_there_are_many_kinds():
    assert len(PAGES) >= 30
