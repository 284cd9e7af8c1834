"""Acceptance: a real server, three rounds, and exactly what changed is told. The clock is the test's own."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from sijill.fetching import Fetcher, Limits
from sijill.fetching.manners import Manners
from sijill.ledger import Ledger, record
from sijill.ledger.evidence import evidence
from sijill.ledger.journal import told
from sijill.ledger.visits import visit
from sijill.watching import Watch, fetched, rounds
from webserver import Site

QUARTER = timedelta(minutes=15)
METRO = [
    "قال وزير النقل سامر الحداد إن الوزارة ستفتتح خط المترو الأول في 30 يونيو 2025.",
    "وأضاف الوزير في مؤتمر صحفي أن الكلفة بلغت 40 مليون دولار وأن التمويل متوفر بالكامل.",
    "ويمر الخط بوسط المدينة وبالجامعة ويربط الضاحية الشمالية بالمطار عبر عشرين محطة.",
]
DELAY = [
    "أعلنت وزارة النقل تأجيل افتتاح خط المترو الأول إلى 31 ديسمبر 2025 بسبب تأخر العربات.",
    "وأوضح المتحدث باسم الوزارة أن المصنع لم يسلم العربات في الموعد المتفق عليه معه.",
    "وأبدى سكان الضاحية الشمالية استياءهم من التأخير في حديث لمراسل النخيل في المدينة.",
]
SCHOOL = [
    "تعهدت بلدية العاصمة بتسليم المدرسة الجديدة في حي الزهور بحلول 10 مارس 2025.",
    "وقالت البلدية إن البناء اكتمل وإن المقاول التزم بالمواصفات المطلوبة في العقد كلها.",
    "وتتسع المدرسة لنحو 600 طالب من أبناء الحي، وفيها مكتبة وقاعة للرسم.",
]


def page(title, lines, day, canonical=None):
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    body = "".join(f"<p>{line}</p>" for line in lines)
    return f"""<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{title}</title>{link}
<meta property="og:site_name" content="النخيل"><meta property="article:published_time" content="{day}T08:00:00Z"></head>
<body><header><nav><a href="/">الرئيسية</a></nav></header><article><h1>{title}</h1>{body}</article></body></html>"""


def rss(*links):
    items = "".join(f"<item><title>خبر</title><link>{link}</link></item>" for link in links)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>النخيل</title>{items}</channel></rss>'


class Clock:
    def __init__(self):
        self.now = datetime(2025, 3, 1, 12, tzinfo=UTC)

    def __call__(self):
        return self.now

    def sleep(self, seconds):
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def site():
    with Site() as made:
        made.lay("/robots.txt", "User-agent: *\nDisallow: /private/", kind="text/plain")
        yield made


@pytest.fixture
def ledger(tmp_path):
    with Ledger(tmp_path / "a.sijill", create=True) as made:
        yield made


@pytest.fixture
def start(site, ledger, clock):
    def begin(*feeds, every=QUARTER):
        manners = Manners(Fetcher(clock, [site.host], Limits(silence=0.5, whole=1.0)), clock.sleep, pause=0.1)
        return Watch(ledger, [site.url(f) for f in feeds], manners, every, lambda moment: moment.date())

    return begin


def kinds(made):
    return sorted((n.kind, n.title_ar if n.kind == "report" else n.after or n.before) for n in made.news)


def problems(made):
    return [(p.article.rpartition("/")[2], p.code) for p in made.problems]


def test_three_rounds_tell_exactly_what_changed(site, ledger, clock, start):
    site.lay("/metro", page("المترو", METRO, "2025-03-01"), etag='"m1"')
    site.lay("/school", page("المدرسة", SCHOOL, "2025-03-01"))
    site.lay("/feed", rss("/metro", "/school"), kind="application/rss+xml", etag='"f1"')
    watching = start("/feed")

    first = watching.round()
    assert problems(first) == []
    assert [e.outcome for e in first.entries] == ["added", "added"]
    assert {("report", "المترو"), ("report", "المدرسة"), ("new", "2025-06-30"), ("new", "2025-03-10")} <= set(kinds(first))
    assert {n.kind for n in first.news} == {"report", "new"}

    clock.sleep(900)
    quiet = watching.round()
    assert quiet.news == []
    assert quiet.entries == [] or {e.outcome for e in quiet.entries} == {"known"}
    assert (site.asked["/feed"], site.asked["/robots.txt"]) == (2, 1)
    assert [h.get("If-None-Match") for p, h in site.seen if p in ("/feed", "/metro")][-2:] == ['"f1"', '"m1"']

    clock.sleep(10 * 86400)  # the school's day passes in silence; the metro's page is changed; a delay is reported
    edited = [METRO[0].replace("30 يونيو", "15 يوليو"), *METRO[1:]]
    site.lay("/metro", page("المترو", edited, "2025-03-01"), etag='"m2"')
    site.lay("/delay", page("تأجيل المترو", DELAY, "2025-03-11"))
    site.lay("/feed", rss("/delay", "/metro", "/school"), kind="application/rss+xml", etag='"f2"')
    third = watching.round()
    assert problems(third) == []
    assert sorted(e.outcome for e in third.entries if e.outcome != "known") == ["added", "changed"]
    told_of = [(n.kind, n.before, n.after) for n in third.news if n.kind in ("moved", "passed")]
    assert sorted(told_of) == [("moved", "2025-07-15", "2025-12-31"), ("passed", "2025-03-10", None)]
    [edit] = [n for n in third.news if n.kind == "silent_edit"]
    assert "30 يونيو 2025" in edit.before
    assert "15 يوليو 2025" in edit.after
    assert edit.line in {c.id for c in record(ledger).commitments}
    assert [n.title_ar for n in third.news if n.kind == "report"] == ["تأجيل المترو"]
    assert not [n for n in third.news if n.kind == "new" and n.article != "127.0.0.1-delay"], "what is known is not new"
    clock.sleep(900)
    assert watching.round().news == []


def test_a_stop_loses_nothing_and_tells_nothing_twice(site, ledger, clock, start):
    site.lay("/metro", page("المترو", METRO, "2025-03-01"))
    site.lay("/school", page("المدرسة", SCHOOL, "2025-03-01"))
    site.lay("/feed", rss("/metro", "/school"), kind="application/rss+xml", etag='"f1"')
    stopped = start("/feed")
    pages, whole = [], stopped._page

    def die(address, *rest):
        if pages:
            raise KeyboardInterrupt
        pages.append(address)
        whole(address, *rest)

    stopped._page = die
    with pytest.raises(KeyboardInterrupt):
        stopped.round()
    assert len(ledger.kept()) == 1
    assert told(ledger) == []
    again = start("/feed").round()
    assert [e.outcome for e in again.entries] == ["added"]
    assert sorted(n.title_ar for n in again.news if n.kind == "report") == ["المترو", "المدرسة"], "the first was not told yet"
    assert start("/feed").round(all_due=True).news == []
    assert {t.change["kind"] for t in told(ledger)} == {"report", "new"}


def test_what_was_there_before_the_watch_is_no_news(site, ledger, clock, start):
    site.lay("/metro", page("المترو", METRO, "2025-03-01"))
    site.lay("/feed", rss("/metro"), kind="application/rss+xml")
    list_of = fetched(ledger, Fetcher(clock, [site.host]), [site.url("/metro")])
    from sijill.ledger import add

    assert [e.outcome for e in add(ledger, list_of, clock.now, live=True)] == ["added"]
    made = start("/feed").round()
    assert made.news == []
    assert site.asked["/metro"] == 1, "it is known, and looked at when its turn comes"


def test_every_kind_of_list(site, ledger, clock, start):
    for n in range(1, 6):
        text = [line.replace("الأول", f"رقم {n}") for line in METRO]
        site.lay(f"/{n}", page(f"المترو {n}", [f"خبر {n} {n * 7}", *text], "2025-03-01"))
    atom = f"<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id><link href='{site.url('/1')}'/></entry></feed>"
    site.lay("/atom", atom, kind="application/atom+xml")
    items = {"version": "https://jsonfeed.org/version/1.1", "title": "س", "items": [{"id": "2", "url": "/2"}]}
    site.lay("/json", json.dumps(items), kind="application/feed+json")
    names = "http://www.sitemaps.org/schemas/sitemap/0.9"
    site.lay("/map", f"<urlset xmlns='{names}'><url><loc>{site.url('/3')}</loc></url></urlset>", kind="application/xml")
    site.lay("/index", f"<sitemapindex xmlns='{names}'><sitemap><loc>{site.url('/map')}</loc></sitemap></sitemapindex>",
             kind="application/xml", etag='"i"')  # fmt: skip
    site.lay("/rss", rss("/4"), kind="text/html")
    outlines = f"<outline xmlUrl='{site.url('/rss')}'/><outline xmlUrl='/atom'/>"
    site.lay("/opml", f"<opml version='2.0'><body>{outlines}</body></opml>", kind="text/x-opml", etag='"o"')
    watching = start("/json", "/index", "/opml")
    made = watching.round()
    assert problems(made) == []
    assert {path for path in site.asked if path[1:].isdigit()} == {"/1", "/2", "/3", "/4"}
    clock.sleep(1000)
    site.lay("/rss", rss("/5", "/4"), kind="text/html")
    watching.round()
    assert site.asked["/5"] == 1, "a list of lists is asked for whole, so that what it leads to is not forgotten"


def test_lists_that_go_in_a_circle_or_are_pages_are_problems(site, ledger, start):
    opml = "<opml version='2.0'><body><outline xmlUrl='{}'/></body></opml>"
    site.lay("/a", opml.format("/b"), kind="text/x-opml")
    site.lay("/b", opml.format("/a"), kind="text/x-opml")
    site.lay("/html", page("صفحة", METRO, "2025-03-01"))
    site.lay("/empty", rss(), kind="application/rss+xml")
    site.lay("/bomb", '<!DOCTYPE x [<!ENTITY a "aaaa">]><rss><channel><title>&a;</title></channel></rss>', kind="text/xml")
    made = start("/a", "/html", "/empty", "/bomb", "/none").round()
    wanted = {"a": "feed_cycle", "bomb": "entities", "empty": "no_feed", "html": "no_feed", "none": "http_status"}
    assert dict(problems(made)) == wanted
    assert len(made.problems) == 5
    assert site.asked["/a"] == site.asked["/b"] == 1
    assert made.news == []


def test_a_feed_in_trouble_is_asked_less_and_less_and_the_rest_goes_on(site, ledger, clock, start):
    site.lay("/metro", page("المترو", METRO, "2025-03-01"))
    site.lay("/feed", rss("/metro"), kind="application/rss+xml")
    site.lay("/sick", send=site.silent)
    watching = start("/sick", "/feed")
    assert problems(watching.round()) == [("sick", "unreachable")]
    assert len(ledger.kept()) == 1
    for _ in range(8):
        clock.sleep(900)
        watching.round()
    assert site.asked["/feed"] == 9
    assert site.asked["/sick"] == 3, "after 30 minutes, then after an hour"
    assert visit(ledger, site.url("/sick")).failures == 3
    site.lay("/sick", rss("/metro"), kind="application/rss+xml")
    clock.sleep(3 * 3600)
    assert problems(watching.round()) == []
    assert visit(ledger, site.url("/sick")).failures == 0
    assert [p for p in ledger.problems() if p.code == "unreachable"] == [], "trouble of a moment is not of the record"


def test_a_single_run_says_which_feed_it_does_not_ask(site, ledger, clock, start):
    site.lay("/sick", send=site.silent)
    watching = start("/sick")
    watching.round(all_due=True)
    clock.sleep(60)
    made = watching.round(all_due=True)
    assert (made.asked, problems(made)) == (0, [("sick", "feed_resting")])
    assert "1 times in a row (unreachable)" in made.problems[0].message


def test_a_feed_that_was_refused_is_asked_as_soon_as_it_is_allowed(site, ledger, clock, start):
    site.lay("/metro", page("المترو", METRO, "2025-03-01"))
    site.lay("/feed", rss("/metro"), kind="application/rss+xml")
    strict = Manners(Fetcher(clock, [], Limits(silence=0.5, whole=1.0)), clock.sleep, pause=0.1)
    refused = Watch(ledger, [site.url("/feed")], strict, QUARTER, lambda moment: moment.date()).round()
    assert refused.problems[0].code.startswith("refused_")
    assert "/feed" not in site.asked
    assert problems(start("/feed").round()) == []
    assert site.asked["/feed"] == 1


def test_pages_that_go_wrong_cost_themselves_only(site, ledger, clock, start):
    site.lay("/metro", page("المترو", METRO, "2025-03-01"))
    site.lay("/private/x", page("سر", SCHOOL, "2025-03-01"))
    site.lay("/endless", send=site.endless)
    site.lay("/slow", send=site.slow)
    site.lay("/picture", b"\x89PNG\r\n\x1a\n" + bytes(200), kind="image/png")
    site.lead("/circle", "/circle2")
    site.lead("/circle2", "/circle")
    site.lead("/inside", "http://169.254.169.254/latest/")
    links = ("/private/x", "/endless", "/slow", "/picture", "/circle", "/inside", "/gone", "/metro")
    site.lay("/feed", rss(*links), kind="application/rss+xml")
    made = start("/feed").round()
    assert [k.extraction.article.title for k in ledger.kept()] == ["المترو"]
    assert {code for _, code in problems(made)} >= {
        "robots", "too_slow", "redirect_loop", "redirect_refused", "http_status"}  # fmt: skip
    assert len(made.problems) == 7
    assert site.asked["/private/x"] == 0


def test_a_closed_page_is_read_from_the_feed_that_carries_it(site, ledger, start):
    text = "".join(f"&lt;p&gt;{line}&lt;/p&gt;" for line in METRO)
    link = site.url("/private/metro")
    site.lay("/feed", f"<rss version='2.0'><channel><title>النخيل</title><item><title>المترو</title><link>{link}</link>"
             f"<pubDate>Sat, 01 Mar 2025 08:00:00 GMT</pubDate><description>{text}</description></item></channel></rss>",
             kind="application/rss+xml")  # fmt: skip
    made = start("/feed").round()
    assert [e.outcome for e in made.entries] == ["added"]
    [kept] = ledger.kept()
    assert METRO[0] in kept.extraction.article.text


def test_the_same_article_at_its_amp_address_is_one(site, ledger, start):
    site.lay("/2025/metro", page("المترو", METRO, "2025-03-01", site.url("/2025/metro")))
    site.lay("/2025/metro/amp", page("المترو", METRO[:2], "2025-03-01", site.url("/2025/metro")))
    site.lay("/2025/metro?utm_source=rss", page("المترو", METRO, "2025-03-01", site.url("/2025/metro")))
    feed = rss("/2025/metro", "/2025/metro?utm_source=rss", "/2025/metro/amp")
    site.lay("/feed", feed, kind="application/rss+xml")
    start("/feed").round()
    assert len(ledger.kept()) == 1
    [kept] = ledger.kept()
    assert kept.extraction.article.url == site.url("/2025/metro")


def test_a_long_list_is_taken_in_parts(site, ledger, clock, start, monkeypatch):
    monkeypatch.setattr(rounds, "MOST", 2)
    for n in range(5):
        site.lay(f"/n{n}", page(f"خبر {n}", [f"{METRO[0]} {n * 11}", METRO[1], METRO[2]], "2025-03-01"))
    site.lay("/feed", rss(*(f"/n{n}" for n in range(5))), kind="application/rss+xml", etag='"f"')
    watching = start("/feed")
    waiting = []
    for _ in range(4):
        waiting.append(watching.round().waiting)
        clock.sleep(900)
    assert waiting == [3, 1, 0, 0]
    assert all(site.asked[f"/n{n}"] for n in range(5))


def test_old_pages_are_left_alone(site, ledger, clock, start):
    site.lay("/metro", page("المترو", METRO, "2025-03-01"))
    site.lay("/feed", rss("/metro"), kind="application/rss+xml")
    watching = start("/feed")
    for _ in range(60):
        watching.round()
        clock.sleep(86400)
    assert 5 < site.asked["/metro"] < 25, "more and more seldom, and no more after a month"
    asked = site.asked["/metro"]
    watching.round()
    assert site.asked["/metro"] == asked
    assert visit(ledger, site.url("/metro")).due == rounds.NEVER


def test_evidence_of_all_that_was_read_is_kept_once(site, ledger, clock, start):
    site.lay("/metro", page("المترو", METRO, "2025-03-01"))
    site.lay("/feed", rss("/metro"), kind="application/rss+xml")
    watching = start("/feed")
    for _ in range(3):
        watching.round()
        clock.sleep(3600)
    assert len(list(evidence(ledger))) == 2
