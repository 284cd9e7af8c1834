# ruff: noqa: E501
"""``add`` of addresses and ``watch``, as a user runs them, against a server on loopback."""

import json
import os
import signal
import subprocess
import sys
import time
from io import BytesIO

import feedparser
import pytest
from warcio.archiveiterator import ArchiveIterator

from sijill.errors import UsageError
from sijill.publishing.cli.watching import duration
from webserver import Site

TEXT = [
    "قال وزير النقل سامر الحداد إن الوزارة ستفتتح خط المترو الأول في 30 يونيو 2031.",
    "وأضاف الوزير في مؤتمر صحفي أن الكلفة بلغت 40 مليون دولار وأن التمويل متوفر بالكامل.",
    "ويمر الخط بوسط المدينة وبالجامعة ويربط الضاحية الشمالية بالمطار عبر عشرين محطة.",
]
SIJILL = [sys.executable, "-c", "from sijill.publishing.cli import main; main()"]


def page(*lines):
    body = "".join(f"<p>{line}</p>" for line in lines)
    return f"""<html lang="ar"><head><meta charset="utf-8"><title>المترو</title><meta property="og:site_name" content="النخيل">
<meta property="article:published_time" content="2025-03-01T08:00:00Z"></head><body><article><h1>المترو</h1>{body}</article></body></html>"""


@pytest.fixture
def site():
    with Site() as made:
        made.lay("/metro", page(*TEXT), etag='"1"')
        links = f"<item><title>المترو</title><link>{made.url('/metro')}</link></item>"
        made.lay(
            "/feed", f"<rss version='2.0'><channel><title>النخيل</title>{links}</channel></rss>", kind="application/rss+xml"
        )
        yield made


def test_an_address_is_fetched_kept_as_evidence_and_not_sent_again(run, site, tmp_path):
    ledger, address = tmp_path / "l.sijill", site.url("/metro?utm_source=x")
    site.pages["/metro?utm_source=x"] = site.pages["/metro"]
    assert "Added: 1" in run("add", ledger, address, "--allow-host", site.host).stdout
    assert "Already there: 1" in run("add", ledger, address, "--allow-host", site.host).stdout
    assert [h.get("If-None-Match") for p, h in site.seen] == [None, '"1"']
    article = json.loads(run("export", ledger).stdout)["articles"][0]
    assert (article["outlet"], article["url"], article["addresses"]) == ("النخيل", address, [])
    assert TEXT[0] in article["text"]
    out = tmp_path / "evidence.warc.gz"
    run("export", ledger, "--format", "warc", "--out", out)
    kept = [r.rec_headers["WARC-Target-URI"] for r in ArchiveIterator(BytesIO(out.read_bytes()), check_digests="raise")]
    assert kept == [address, address]
    again = json.loads(run("extract", out).stdout)["articles"]
    assert [a["text"] for a in again] == [article["text"]], "evidence reads back as what it was read as"


def test_extract_sends_an_address_to_the_ledger(run, site):
    assert "sijill add" in run("extract", site.url("/metro"), code=2).stderr
    assert site.asked.total() == 0


def test_files_and_addresses_go_in_together_and_trouble_is_told(run, site, pile, tmp_path):
    ledger = tmp_path / "l.sijill"
    said = run(
        "add", ledger, pile, site.url("/metro"), site.url("/none"), "http://10.0.0.1/x", "--allow-host", site.host
    ).stdout
    assert "Added: 4" in said
    assert "404" in said
    assert "10.0.0.1 is at 10.0.0.1" in said
    assert "--allow-host" in said
    assert json.loads(run("show", ledger, "problems", "--format", "json").stdout)["rows"] == []


def test_a_day_and_an_outlet_that_the_user_knows_go_with_an_address(run, site, tmp_path):
    name = run("add", tmp_path / "a.sijill", site.url("/metro"), "--allow-host", site.host) and "127.0.0.1-metro"
    ledger = tmp_path / "b.sijill"
    run(
        "add",
        ledger,
        site.url("/metro"),
        "--allow-host",
        site.host,
        "--published",
        f"{name}=2025-02-02",
        "--outlet",
        f"{name}=س",
    )
    article = json.loads(run("export", ledger).stdout)["articles"][0]
    assert (article["published"]["latest"], article["outlet"]) == ("2025-02-02", "س")


def test_a_changed_page_is_told_as_a_new_version_and_in_changes(run, site, tmp_path):
    ledger, words = tmp_path / "l.sijill", (site.url("/metro"), "--allow-host", site.host)
    run("add", ledger, *words)
    site.lay("/metro", page(TEXT[0].replace("30 يونيو 2031", "31 ديسمبر 2031"), *TEXT[1:]), etag='"2"')
    assert "New version of a known article: 1" in run("add", ledger, *words).stdout
    rows = json.loads(run("show", ledger, "changes", "--format", "json").stdout)["rows"]
    [edit] = [r for r in rows if r["change"] == "silent_edit"]
    assert (edit["from"], edit["to"]) == ("30 يونيو", "31 ديسمبر")
    whole = json.loads(run("export", ledger).stdout)
    assert [n["line"] for n in whole["notices"]] == [edit["id"]]
    assert "silently edited" in run("show", ledger, "changes").stdout
    found = run("search", ledger, "ستفتتح").stdout
    assert "ديسمبر" in found
    assert "يونيو" not in found, "an earlier version is no article of its own"


def test_watch_once_tells_what_changed_and_writes_page_and_feed(run, site, tmp_path):
    ledger, words = tmp_path / "l.sijill", (site.url("/feed"), "--once", "--allow-host", site.host)
    files = ("--page", tmp_path / "p.html", "--feed", tmp_path / "f.xml")
    said = run("watch", ledger, *words, *files).stdout
    assert "asked 2, new reports 1" in said
    assert "new report: " in said
    assert "30 June 2031" in said
    assert TEXT[0].split()[1] in (tmp_path / "p.html").read_text(encoding="utf-8")
    assert len(feedparser.parse((tmp_path / "f.xml").read_bytes()).entries) >= 2
    again = run("watch", ledger, *words, "--format", "jsonl")
    assert again.stdout == ""
    fresh = tmp_path / "other.sijill"
    rows = [json.loads(line) for line in run("watch", fresh, *words, "--format", "jsonl").stdout.splitlines()]
    assert rows[0]["kind"] == "report"
    assert {"told", "line", "before", "after", "day", "url"} <= rows[0].keys()


def test_watch_speaks_arabic_and_tells_trouble(run, site, tmp_path):
    said = run(
        "watch", tmp_path / "l.sijill", site.url("/none"), "--once", "--allow-host", site.host, "--language", "ar", code=1
    )
    assert "سُئل 1" in said.stdout
    assert "404" in said.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("feed.xml",), "http"),
        (("https://a.example/f", "--every", "15"), "15m"),
        (("https://a.example/f", "--every", "5s"), "a minute at least"),
        (("https://a.example/f", "--format", "xml"), "text, jsonl"),
    ],
)
def test_misuse(run, tmp_path, words, said):
    assert said in run("watch", tmp_path / "l.sijill", *words, code=2).stderr


def test_stretches_of_time():
    assert [duration(t).total_seconds() for t in ("90s", "15m", "2h", "1d")] == [90, 900, 7200, 86400]
    for wrong in ("", "m", "1w", "-5m", "0m", "15 m"):
        with pytest.raises(UsageError):
            duration(wrong)


def test_a_watch_that_is_stopped_ends_in_a_line_and_goes_on_where_it_was(site, tmp_path):
    ledger = tmp_path / "l.sijill"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p), "SIJILL_LANGUAGE": "en"}
    words = [*SIJILL, "watch", ledger, site.url("/feed"), "--allow-host", site.host]
    watching = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env)
    end = time.monotonic() + 120
    while not site.asked["/metro"] and time.monotonic() < end:
        time.sleep(0.05)
    assert site.asked["/metro"], "it never began"
    watching.send_signal(signal.SIGTERM)
    _, err = watching.communicate(timeout=120)
    assert watching.returncode == 0
    assert b"Stopped" in err
    assert b"Traceback" not in err
    subprocess.run([*words, "--once"], check=True, capture_output=True, env=env, timeout=120)
    told = subprocess.run([*SIJILL, "show", ledger, "articles", "--format", "jsonl"], capture_output=True, env=env, check=True)
    assert len(told.stdout.splitlines()) == 1
