"""Saved web pages: layouts of invented outlets, with what browsers save around an article; metadata; encodings; trouble."""

import json
from datetime import date
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sijill.reading.sources import read
from sijill.reading.web.pages import read_page
from sijill.records import Article, Problem

BODY = [
    "أعلنت هيئة الموانئ في بيان أصدرته اليوم تمديد العمل بالرصيف القديم حتى نهاية العام الجاري بعدما تعذر تسليم الرصيف الجديد.",
    "وأوضحت الهيئة أن الشركة المنفذة تعهدت بتسليم المرحلة الأولى في يوليو المقبل، على أن تسلم المرحلة الثانية بعد ستة أشهر.",
    "وقال رئيس الهيئة سالم الغافري إن التأخير يعود إلى نقص المعدات وإلى إضراب العمال الذي استمر ثلاثة أسابيع في الربيع.",
    "وتبلغ كلفة المشروع 200 مليون درهم، ويتوقع أن يرفع طاقة الميناء إلى مليوني حاوية في السنة بحسب تقديرات الوزارة.",
]
TITLE = "الموانئ تمدد العمل بالرصيف القديم حتى نهاية العام"
LAYOUTS = {
    "article": "<main><article><h1>{title}</h1>{stamp}{body}</article></main>",
    "divs": '<div id="wrap"><div class="content"><div class="post"><h2 class="entry-title">{title}</h2>{stamp}'
    '<div class="entry-content">{body}</div></div></div></div>',
    "section": '<section class="story"><header><h1>{title}</h1></header>{stamp}<div class="story-body">{body}</div></section>',
    "itemprop": '<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">{title}</h1>{stamp}'
    '<div itemprop="articleBody">{body}</div></div>',
    "old": '<table><tr><td class="articleText"><h1>{title}</h1>{stamp}<div class="article-text">{body}</div></td></tr></table>',
}
AROUND = {
    "bare": ("", "", ""),
    "menu": (
        "<nav><ul><li><a href='/'>الرئيسية</a></li><li><a href='/s'>رياضة</a></li><li><a href='/e'>اقتصاد</a></li></ul></nav>",
        "",
        "<footer><p>جميع الحقوق محفوظة © 2019 شركة الساحل للإعلام</p></footer>",
    ),
    "related": (
        "",
        "<aside class='related'><h4>أخبار ذات صلة</h4><ul><li><a href='/1'>حريق محدود في مخازن الميناء</a></li></ul></aside>",
        "<aside class='sidebar'><h3>الأكثر قراءة</h3><ul><li><a href='/2'>انخفاض أسعار الذهب اليوم</a></li></ul></aside>",
    ),
    "share": (
        "<div class='cookie-banner'>هذا الموقع يستخدم ملفات تعريف الارتباط <button>موافق</button></div>",
        "<div class='share'><a href='#'>شارك</a><a href='#'>طباعة</a></div>",
        "<div id='comments'><h3>التعليقات</h3><div class='comment'><p>أخيرا بعد انتظار طويل</p></div></div>",
    ),
    "caption": (
        "<div class='ticker'><span>عاجل</span><a href='/3'>انقطاع الكهرباء عن أحياء واسعة</a></div>",
        "<figure><img src='x.jpg'><figcaption>الرصيف القديم في الميناء (أرشيفية)</figcaption></figure>",
        "<p class='tags'>#موانئ #تجارة #اقتصاد</p>",
    ),
    "inline": ("", "<p>اقرأ أيضاً: الهيئة تكشف عن خطة لتوسعة الميناء خلال عامين</p>", "<p>تابعونا على</p>"),
}
FURNITURE = [
    "الرئيسية", "الحقوق محفوظة", "ذات صلة", "حريق محدود", "الذهب", "الارتباط", "طباعة", "التعليقات", "انتظار طويل", "الكهرباء",
    "أرشيفية", "#موانئ", "خطة لتوسعة", "تابعونا",
]  # fmt: skip


def page(layout="article", around="bare", head="", stamp=""):
    before, inside, after = AROUND[around]
    paragraphs = [f"<p>{p}</p>" for p in BODY]
    body = "".join([*paragraphs[:2], inside, *paragraphs[2:]])
    main = LAYOUTS[layout].format(title=TITLE, stamp=stamp, body=body)
    whole = f"<html lang='ar' dir='rtl'><head><title>{TITLE} | الساحل نيوز</title>{head}</head>"
    return f"<!doctype html>{whole}<body>{before}{main}{after}</body></html>"


def one(markup, name="p"):
    [article] = [x for x in read_page(name, markup.encode()) if isinstance(x, Article)]
    return article


@pytest.mark.parametrize(("layout", "around"), list(product(LAYOUTS, AROUND)))
def test_the_article_is_there_and_the_furniture_is_not(layout, around):
    article = one(page(layout, around))
    analysed = "".join(c for i, c in enumerate(article.text) if not any(s <= i < e for s, e in article.chrome))
    for paragraph in BODY:
        assert paragraph in analysed
    for words in FURNITURE:
        assert words not in analysed


DAY = date(2031, 5, 6)
LINKED = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("head", "stamp", "day"),
    [
        (LINKED.format('{"@type": "NewsArticle", "datePublished": "2031-05-06T23:40:00+03:00"}'), "", DAY),
        (
            LINKED.format('{"@graph": [{"@type": "WebPage"}, {"@type": ["Article"], "datePublished": "2031-05-06"}]}'),
            "",
            date(2031, 5, 6),
        ),
        (
            LINKED.format("{broken") + '<meta property="article:published_time" content="2031-05-06T01:00:00Z">',
            "",
            date(2031, 5, 6),
        ),
        ('<meta name="pubdate" content="20310506">', "", DAY),
        ("", '<time datetime="2031-05-06T10:00">6 مايو</time>', date(2031, 5, 6)),
        ("", '<span class="post-date">الثلاثاء 6 مايو 2031 - 10:00 ص</span>', date(2031, 5, 6)),
        ("", '<div class="published">نشر في: ٦ أيار ٢٠٣١</div>', date(2031, 5, 6)),
        ("", '<div class="widget-date">6 مايو 2031</div>', None),
        ("", "", None),
    ],
)
def test_the_day_that_a_page_states(head, stamp, day):
    article = one(page(head=head, stamp=stamp, around="menu"))
    assert article.published.day == day
    assert article.published.basis == ("stated" if day else "unknown")


def test_title_outlet_and_address():
    head = (
        '<meta property="og:site_name" content="الساحل نيوز"><meta property="og:title" content="عنوان الخبر">'
        '<link rel="canonical" href="https://sahel.example/2031/05/06/port">'
    )
    article = one(page(head=head))
    assert (article.title, article.outlet, article.url) == (
        "عنوان الخبر",
        "الساحل نيوز",
        "https://sahel.example/2031/05/06/port",
    )
    assert (article.published.day, article.published.basis) == (date(2031, 5, 6), "url")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1256", "iso-8859-6"])
@pytest.mark.parametrize("declared", ["utf-8", "windows-1256", "nonsense"])
def test_encodings_also_where_declared_wrongly(encoding, declared):
    markup = page(head=f'<meta charset="{declared}">').replace("©", "")
    [article] = [x for x in read_page("p", markup.encode(encoding)) if isinstance(x, Article)]
    assert BODY[0] in article.text


@pytest.mark.parametrize(
    ("markup", "code"),
    [
        ("", "no_article"),
        ("<html><body><nav>الرئيسية</nav></body></html>", "no_article"),
        (
            "<html><body><article>"
            + "<p>The port authority extended the use of the old quay until the end of the year.</p>" * 9,
            "not_arabic",
        ),
    ],
)
def test_a_page_without_an_arabic_article_is_a_problem(markup, code):
    [problem] = read_page("p", markup.encode())
    assert (problem.stage, problem.code) == ("reading", code)


def test_files_of_pages_and_what_a_browser_saves_beside_them(tmp_path):
    (tmp_path / "port.html").write_text(page(), encoding="utf-8")
    (tmp_path / "port_files").mkdir()
    (tmp_path / "port_files" / "ad.html").write_text(page("divs"), encoding="utf-8")
    mime = (
        "MIME-Version: 1.0\nSnapshot-Content-Location: https://x.example/a\n"
        'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: 8bit\n\n'
    )
    (tmp_path / "saved.mhtml").write_bytes(mime.encode() + page().replace("الرصيف", "المرسى").encode() + b"\n--b--\n")
    found = [x for x in read([tmp_path]) if isinstance(x, Article)]
    assert [a.name for a in found] == ["port", "saved"]
    assert found[1].url == "https://x.example/a"


PIECES = ["<p>", "</p>", "<div>", "</div>", "<script>", "<!--", "قال الوزير إن ", "&#0;", "<meta charset=", "\x00", "]]>"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<div>", "</div>", "<script>", "<!--", "قال الوزير إن ", "&#0;", "<meta charset=", "\x00", "]]>"]
        )
    )
)
def test_any_markup_gives_an_article_or_a_problem(parts):
    assert all(isinstance(x, Article | Problem) for x in read_page("p", "".join(parts).encode()))


def test_a_day_beside_the_name_of_the_paper_is_no_day_of_the_article():
    top = "<div><h1>صحيفة الساحل اليومية</h1><span>الأحد 22 نوفمبر 2026</span></div>"
    assert one(page().replace("<main>", f"{top}<main>")).published.day is None
    below = page().replace("</h1>", "</h1><div class='x'>الثلاثاء 6 مايو 2031 - 14:00</div>")
    assert one(below.replace("<main>", f"{top}<main>")).published.day == DAY


def test_a_page_of_very_many_elements_is_not_given_to_the_slow_way():
    data = page().replace("</article>", "<br>س" * 30_000 + "</article>").encode()
    assert [x.code for x in read_page("p", data)] == ["too_large"]


def test_pictures_in_the_page_itself_do_not_count():
    picture = "<img src='data:image/png;base64," + "QUJD" * 2_000_000 + "'>"
    [article] = [x for x in read_page("p", page().replace("<main>", f"<main>{picture}").encode()) if isinstance(x, Article)]
    assert BODY[3] in article.text


LINKED = '<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "x", "author": {}}}</script>'


@pytest.mark.parametrize(
    ("head", "inside", "byline"),
    [
        ("", "", None),
        (LINKED.format('{"@type": "Person", "name": "مها الكندي"}'), "", "مها الكندي"),
        (LINKED.format('[{"name": "مها الكندي"}, {"name": "سالم الغافري"}]'), "", "مها الكندي، سالم الغافري"),
        (LINKED.format('{"name": "الساحل"}') + '<meta name="author" content="مها الكندي">', "", "مها الكندي"),
        ('<meta property="article:author" content="https://x.example/maha">', "", None),
        ('<meta name="author" content="admin">', '<a rel="author" href="/m">مها الكندي</a>', "مها الكندي"),
        ("", '<p itemprop="author">كتبت: <b itemprop="name">مها الكندي</b></p>', "مها الكندي"),
        ("", '<div class="comments"><span itemprop="author">زائر كريم</span></div>', None),
    ],
)
def test_who_signed_a_page(head, inside, byline):
    body = "".join(f"<p>{p}</p>" for p in BODY)
    page = (
        f'<html><head><meta charset="utf-8"><meta property="og:site_name" content="الساحل">{head}</head>'
        f"<body><article><h1>{TITLE}</h1>{inside}{body}</article></body></html>"
    )
    [found] = [x for x in read_page("p", page.encode()) if isinstance(x, Article)]
    assert (found.outlet, found.byline) == ("الساحل", byline)


def test_what_a_record_states_of_its_page_wins(tmp_path):
    body = "".join(f"<p>{p}</p>" for p in BODY)
    page = (
        f'<html><head><meta name="author" content="سالم"></head><body><article><h1>{TITLE}</h1>{body}</article></body></html>'
    )
    for n, (more, byline) in enumerate([({}, "سالم"), ({"author": "مها الكندي"}, "مها الكندي")]):
        (tmp_path / f"{n}.json").write_text(json.dumps({"html": page, **more}), encoding="utf-8")
        [found] = [x for x in read([tmp_path / f"{n}.json"]) if isinstance(x, Article)]
        assert found.byline == byline
