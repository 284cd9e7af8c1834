"""Newsletters: parts, charsets, senders, boxes of them, broken ones."""

import email.message
import email.policy
import io
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijill.reading.documents import mail
from sijill.reading.documents.mail import read_mail, read_mbox
from sijill.reading.sources import read
from sijill.records import Article, Problem

TEXT = "قالت هيئة الموانئ إن الرصيف الجديد سيسلم في يوليو المقبل بعد تأخير دام عاما كاملا بسبب نقص المعدات."


def message(text=None, page=None, charset="utf-8", own="m1@sahel.example"):
    m = email.message.EmailMessage(policy=email.policy.SMTP)
    m["From"], m["Subject"], m["Date"] = "نشرة الساحل <n@sahel.example>", "الرصيف في يوليو", "Tue, 06 May 2031 23:30:00 +0300"
    m["Message-ID"] = f"<{own}>"
    if text is not None:
        m.set_content(text, charset=charset)
    if page is not None:
        (m.add_alternative if text is not None else m.set_content)(page, subtype="html", charset=charset)
    return m.as_bytes()


@pytest.mark.parametrize("charset", ["utf-8", "windows-1256", "iso-8859-6"])
@pytest.mark.parametrize("kind", ["text", "page", "both"])
def test_parts_and_charsets(tmp_path, charset, kind):
    page = f"<html><body><table><tr><td><p>{TEXT}</p></td></tr></table></body></html>"
    data = message(None if kind == "page" else TEXT, None if kind == "text" else page, charset)
    (tmp_path / "a.eml").write_bytes(data)
    [article] = read([tmp_path])
    assert article.text.strip() == TEXT
    assert (article.name, article.outlet, article.title) == ("a", "نشرة الساحل", "الرصيف في يوليو")
    assert article.published.day == date(2031, 5, 6)


def test_a_page_is_read_where_the_plain_part_only_points_to_it():
    [article] = read_mail("a", message("اقرأ النشرة في المتصفح", f"<p>{TEXT}</p><p>{TEXT} أيضا</p>"))
    assert article.text == f"{TEXT}\n{TEXT} أيضا"


def test_a_charset_that_is_declared_wrongly():
    data = message(TEXT).replace(b'charset="utf-8"', b'charset="windows-1256"')
    assert next(iter(read_mail("a", data))).text.strip() == TEXT


def test_a_box_of_messages(tmp_path):
    box = b"".join(
        b"From x Thu Jan 1 00:00:00 1970\n" + message(f"{TEXT} {n}\n\nFrom", own=f"m{n}@x").replace(b"\r\n", b"\n") + b"\n"
        for n in range(3)
    )
    (tmp_path / "a.mbox").write_bytes(box)
    assert [x.name for x in read([tmp_path]) if isinstance(x, Article)] == ["m0@x", "m1@x", "m2@x"]


def test_a_message_too_large_costs_only_itself(monkeypatch):
    monkeypatch.setattr(mail, "LARGEST", 3000)
    box = b"From a\n" + message(TEXT, own="a") + b"\nFrom b\n" + b"x\n" * 4000 + b"\nFrom c\n" + message(TEXT, own="c")
    items = list(read_mbox("b", io.BytesIO(box)))
    assert [(x.name if isinstance(x, Article) else x.code) for x in items if getattr(x, "code", "") != "bidi"] == [
        "a",
        "too_large",
        "c",
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"Subject: x\n\n", "no_text"), (b"Content-Type: image/png\n\nx", "no_text"), (b"\n\nhello", "not_arabic")],
)
def test_trouble(data, code):
    assert [x.code for x in read_mail("a", data)] == [code]


MIME = [b"Content-Type: multipart/mixed; boundary=b\n", b"--b\n", b"\n", b"--b--\n", b"Content-Type: text/html; charset=\xff\n"]
MIME += [
    b"From: =?utf-8?b?x?= <a\n",
    b"Content-Transfer-Encoding: base64\n",
    b"Date: x\n",
    TEXT.encode() + b"\n",
    b"Subject: =?x?q?\xe9?=\n",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(MIME) | st.binary(max_size=20), max_size=14).map(b"".join))
def test_any_bytes_give_articles_or_problems(data):
    for items in (read_mail("m", data), read_mbox("m", io.BytesIO(b"From x\n" + data))):
        assert all(isinstance(x, Article | Problem) for x in items)
