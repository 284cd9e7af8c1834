"""A ledger of three small reports, and the command line to ask it with."""

import json

import pytest
from typer.testing import CliRunner

from sijill.publishing.cli import app

REPORTS = [
    {"id": "one", "outlet": "النخيل", "published": "2025-01-05", "title": "خط المترو",
     "text": "قال وزير النقل سامر الحداد إن الوزارة ستفتتح خط المترو الأول في 30 يونيو 2025.\n"
             "وأضاف أن الكلفة بلغت 40 مليون دولار."},
    {"id": "two", "outlet": "المسار", "published": "2025-06-01", "title": "تأجيل المترو",
     "text": "أعلنت وزارة النقل تأجيل افتتاح خط المترو الأول إلى 31 ديسمبر 2025.\n"
             "وقال المتحدث باسم الوزارة إن 200 عامل ما زالوا في الموقع."},
    {"id": "three", "outlet": "المرصد", "title": "بلا تاريخ",
     "text": "قال مصدر طلب عدم الكشف عن هويته إن الوزارة ستفتتح خط المترو الأول قريباً."},
]  # fmt: skip


@pytest.fixture
def run():
    """Run a command line in this process: ``run("show", ledger, "due")``; the result has stdout, stderr, exit_code."""

    def go(*words, code=0):
        result = CliRunner().invoke(app, [str(w) for w in words], env={"SIJILL_LANGUAGE": "en", "COLUMNS": "150"})
        assert result.exit_code == code, f"{result.exit_code}: {result.output}\n{result.exception!r}"
        return result

    return go


@pytest.fixture
def pile(tmp_path):
    """The reports as a file of records."""
    file = tmp_path / "reports.jsonl"
    file.write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in REPORTS), encoding="utf-8")
    return file


@pytest.fixture
def ledger(tmp_path, run, pile):
    """A ledger that holds them."""
    path = tmp_path / "story.sijill"
    run("add", path, pile)
    return path
