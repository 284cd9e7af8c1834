"""One small archive, worked through by both engines in processes whose every socket is written down."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from sijill.examples import story_path
from sijill.reading.sources import read
from sijill.records import Article

pytest.importorskip("daft")

SRC = Path(__file__).resolve().parents[2] / "src"
METRO = [
    ("2025-01-05", "أعلنت وزارة النقل أن خط مترو الواحة سيفتح في 30 يونيو 2025، وقالت إن الكلفة 40 مليون دولار."),
    ("2025-03-09", "قال وزير النقل إن الوزارة ستفتتح خط مترو الواحة في 30 يونيو 2025 كما أُعلن من قبل."),
    ("2025-06-01", "أعلنت وزارة النقل تأجيل افتتاح خط مترو الواحة إلى 31 ديسمبر 2025 بسبب تأخر القطارات."),
    ("2025-07-15", "أكد المتحدث باسم وزارة النقل أن خط مترو الواحة سيفتح في 31 ديسمبر 2025."),
    ("2025-09-20", "قررت وزارة النقل افتتاح خط مترو الواحة في 31 ديسمبر 2025، بحسب بيان."),
]
WORKER = """
import sys
from datetime import datetime
from sijill.bulk import Settings, run
runner, out, ledger, source = sys.argv[1:]
if __name__ == "__main__":
    moment = datetime.fromisoformat("2025-03-01T12:00:00+00:00")
    run([source], out, Settings(moment, runner=runner, parts=3, workers=2, ledger=ledger))
"""
AUDIT = """
import os, sys
_log = os.environ.get("SIJILL_TEST_SOCKETS")
_busy = []
def _hook(event, args):
    if event.startswith("socket.") and event.split(".")[1] in ("connect", "sendto", "sendmsg", "getaddrinfo", "gethostbyname"):
        line = event + "\\t" + repr(args[0] if "get" in event else args[-1]) + "\\n"
        f = os.open(_log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.write(f, line.encode())
        os.close(f)
if _log:
    sys.addaudithook(_hook)
"""


class Made(NamedTuple):
    """An archive that an engine made, the ledger it filled, and where its sockets went."""

    runner: str
    path: Path
    ledger: Path
    sockets: list[str]


def archive_records() -> list[dict]:
    """The example story, a metro line that slips, a report reprinted by another outlet, and one that cannot be read."""
    example = [a for a in read([story_path()]) if isinstance(a, Article)]
    rows = [{"id": a.name, "outlet": a.outlet, "title": a.title, "text": a.text} for a in example]
    rows += [{"id": f"metro-{n}", "outlet": f"صحيفة {n}", "published": d, "text": t} for n, (d, t) in enumerate(METRO)]
    long = max(rows, key=lambda r: len(r["text"]))
    return [*rows, {**long, "id": "copy", "outlet": "وكالة النسخ"}, {"id": "empty", "text": None}]


@pytest.fixture(scope="session")
def records() -> list[dict]:
    return archive_records()


@pytest.fixture(scope="session")
def source(tmp_path_factory, records) -> Path:
    file = tmp_path_factory.mktemp("source") / "archive.jsonl"
    file.write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in records), encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def native(tmp_path_factory, source) -> Made:
    return _made("native", tmp_path_factory.mktemp("native"), source)


@pytest.fixture(scope="session")
def on_ray(tmp_path_factory, source) -> Made:
    pytest.importorskip("ray")
    return _made("ray", tmp_path_factory.mktemp("ray"), source)


@pytest.fixture(params=["native", "on_ray"])
def made(request) -> Made:
    return request.getfixturevalue(request.param)


def _made(runner: str, folder: Path, source: Path) -> Made:
    audit = folder / "audit"
    audit.mkdir()
    (audit / "sitecustomize.py").write_text(AUDIT, encoding="utf-8")
    log = folder / "sockets.log"
    log.touch()
    env = {k: v for k, v in os.environ.items() if not k.startswith(("DAFT_", "RAY_")) and k != "DO_NOT_TRACK"}
    env |= {"PYTHONPATH": f"{audit}{os.pathsep}{SRC}", "SIJILL_TEST_SOCKETS": str(log), "HOME": str(folder)}
    out, ledger = folder / "out", folder / "out.sijill"
    script = folder / "work.py"
    script.write_text(WORKER, encoding="utf-8")
    command = [sys.executable, str(script), runner, str(out), str(ledger), str(source)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr[-3000:]
    return Made(runner, out, ledger, log.read_text().splitlines())
