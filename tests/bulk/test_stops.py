"""A stop loses the part in flight at most; what is done stays, and going on doubles nothing."""

import json
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sijill.bulk import Archive, Settings, needs, run
from sijill.bulk.engine import running
from sijill.bulk.run import Step
from sijill.bulk.schemas import COLUMNS
from sijill.errors import UsageError
from sijill.ledger import Ledger

NOON = datetime(2025, 3, 1, 12, tzinfo=UTC)
SRC = Path(__file__).resolve().parents[2] / "src"
SCRIPT = """
import sys
from datetime import datetime
from sijill.bulk import Settings, run
if __name__ == "__main__":
    moment = datetime.fromisoformat("2025-03-01T12:00:00+00:00")
    run([sys.argv[1]], sys.argv[2], Settings(moment, parts=8, workers=2, ledger=sys.argv[2] + ".sijill"))
"""


@pytest.fixture(scope="module")
def many(tmp_path_factory, records):
    """The records sixteen times over, no two alike."""
    file = tmp_path_factory.mktemp("many") / "many.jsonl"
    rows = [{**r, "id": f"{r['id']}-{n}", "text": f"{r['text']}\nالنسخة {n}."} for n in range(16) for r in records if r["text"]]
    file.write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in rows), encoding="utf-8")
    return file


def begun(many, out):
    """A run in a process group of its own, seen until its first part is done."""
    env = {**os.environ, "PYTHONPATH": str(SRC)}
    command = [sys.executable, "-c", SCRIPT, str(many), str(out)]
    process = subprocess.Popen(command, env=env, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 120
    while not list(out.glob("making/kept/part-*")):
        assert process.poll() is None, "it ended before it could be stopped"
        assert time.monotonic() < until
        time.sleep(0.02)
    return process


def workers_of(pid):
    """The engine's processes under ``pid``."""
    listed = Path(f"/proc/{pid}/task").glob("*/children")
    children = [int(c) for file in listed for c in file.read_text().split()]
    return [c for c in children if b"udf_worker" in Path(f"/proc/{c}/cmdline").read_bytes()]


def check_whole(archive, many, ledger):
    names = [json.loads(line)["id"] for line in many.read_text(encoding="utf-8").splitlines()]
    assert sorted(archive.read("articles", ("article",)).column("article").to_pylist()) == sorted(names)
    assert archive.done() == archive.parts()
    for table in ("timexes", "statements", "commitments"):
        rows = archive.read(table).to_pylist()
        assert len({repr(r) for r in rows}) == len(rows), "a row stands twice"
    with Ledger(ledger) as kept, kept.reading() as db:
        assert db.exec_driver_sql("SELECT count(*) FROM article").scalar() == len(names)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc")
def test_a_killed_worker_costs_nothing(many, tmp_path):
    out = tmp_path / "out"
    process = begun(many, out)
    for worker in workers_of(process.pid)[:1]:
        os.kill(worker, signal.SIGKILL)
    assert process.wait(timeout=200) == 0
    check_whole(Archive(out), many, f"{out}.sijill")


def test_a_killed_run_goes_on_where_it_was(many, tmp_path):
    out = tmp_path / "out"
    process = begun(many, out)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    archive = Archive(out)
    before = {part: archive.kept(part).stat().st_mtime_ns for part in archive.done()}
    with pytest.raises(UsageError, match="--resume"):
        run([str(many)], out, Settings(NOON))
    seen: list[Step] = []
    settings = Settings(NOON, workers=2, resume=True, ledger=Path(f"{out}.sijill"))
    run([str(many)], out, settings, seen.append)
    assert {part: archive.kept(part).stat().st_mtime_ns for part in before} == before
    assert "reading" not in {s.stage for s in seen}
    check_whole(archive, many, f"{out}.sijill")


def test_a_full_disk_is_told_and_what_is_done_stays(native, monkeypatch, tmp_path):
    archive = Archive(tmp_path / "out")
    archive.begin(False)
    table = Archive(native.path).read("problems")
    archive.write("problems", "part-00000", table)

    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(needs.parquet(), "write_table", full)
    with pytest.raises(UsageError, match="No space left"):
        archive.commit(1, {"problems": table}, table)
    monkeypatch.undo()
    assert archive.read("problems").equals(table)
    assert not archive.kept(1).exists()
    assert list((tmp_path / "out" / "problems").iterdir()) == [tmp_path / "out" / "problems" / "part-00000.parquet"]


def test_a_run_of_another_sijill_is_not_mixed_in(native, source, tmp_path):
    archive = Archive(tmp_path / "out")
    archive.begin(False)
    archive.declare({**Archive(native.path).manifest, "engine": "other"})
    with pytest.raises(UsageError, match="another sijill"):
        run([str(source)], archive.path, Settings(NOON, resume=True))


def test_what_is_missing_is_named(monkeypatch, source, tmp_path):
    def gone(name):
        raise ImportError(name)

    monkeypatch.setattr("importlib.import_module", gone)
    with pytest.raises(UsageError, match=r"sijill\[bulk\]"):
        run([str(source)], tmp_path / "out", Settings(NOON))
    with pytest.raises(UsageError, match=r"sijill\[cluster\]"):
        needs.ray()


def test_an_unknown_runner_and_an_unknown_folder_are_refused(source, tmp_path):
    with pytest.raises(UsageError, match="native, ray"):
        run([str(source)], tmp_path / "out", Settings(NOON, runner="spark"))
    with pytest.raises(UsageError, match="no archive"):
        Archive(tmp_path).manifest  # noqa: B018


def test_reports_are_off_before_the_engine_is_there(monkeypatch):
    for name in needs.SILENT:
        monkeypatch.delenv(name, raising=False)
    with running("native", None, 1):
        assert {name: os.environ.get(name) for name in needs.SILENT} == needs.SILENT


def test_the_environment_of_a_ray_of_our_own_is_taken_back(monkeypatch):
    monkeypatch.setenv("http_proxy", "mine")
    monkeypatch.delenv("no_proxy", raising=False)
    with needs.unasked():
        assert os.environ["http_proxy"] == needs.NOWHERE["http_proxy"]
    assert os.environ["http_proxy"] == "mine"
    assert "no_proxy" not in os.environ


def test_every_table_has_columns_of_known_kinds():
    assert all(COLUMNS.values())
