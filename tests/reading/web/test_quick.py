"""The quick path: asked for, missing, through every container that holds pages."""

import json
import sys

import pytest

from sijill.errors import UsageError
from sijill.reading.options import ReadOptions
from sijill.reading.sources import read
from sijill.reading.web import quick

TEXT = "قالت هيئة الموانئ إن الرصيف الجديد سيسلم في يوليو المقبل بعد تأخير دام عاما كاملا بسبب نقص المعدات اللازمة للعمل."
PAGE = f"<html><head><title>الرصيف</title></head><body><article><p>{TEXT}</p><p>وأضافت {TEXT}</p></article></body></html>"


def test_it_says_so_where_it_is_not_installed(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "resiliparse.extract.html2text", None)
    quick._tools.cache_clear()
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with pytest.raises(UsageError, match="sijill\\[bulk\\]"):
        list(read([tmp_path], ReadOptions(quick=True)))
    quick._tools.cache_clear()


def test_pages_and_records_that_hold_pages(tmp_path):
    pytest.importorskip("resiliparse")
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(json.dumps({"id": "b", "html": PAGE, "outlet": "الساحل"}), encoding="utf-8")
    texts = {x.name: (x.text, x.outlet) for x in read([tmp_path], ReadOptions(quick=True))}
    assert texts["a"] == (f"{TEXT}\nوأضافت {TEXT}", None)
    assert texts["b"] == (f"{TEXT}\nوأضافت {TEXT}", "الساحل")
