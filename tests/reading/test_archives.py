"""Compressed and packed inputs, and their traps."""

import gzip
import io
import json
import zipfile

import pytest

from sijill.reading.sources import read
from sijill.records import Article

TEXT = "قالت هيئة الموانئ إن الرصيف الجديد سيسلم في يوليو المقبل بعد تأخير دام عاما كاملا."


def packed(path, members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for name, data in members.items():
            z.writestr(name, data)


def test_the_same_articles_however_they_are_packed(tmp_path):
    rows = "\n".join(json.dumps({"id": f"r{n}", "text": f"{TEXT} {n}"}, ensure_ascii=False) for n in range(20))
    (tmp_path / "l.jsonl").write_text(rows, encoding="utf-8")
    (tmp_path / "l.jsonl.gz").write_bytes(gzip.compress(rows.encode()))
    packed(tmp_path / "l.zip", {"deep/l.jsonl": rows})
    read_as = [[(a.name, a.text, a.digest) for a in read([tmp_path / f])] for f in ("l.jsonl", "l.jsonl.gz", "l.zip")]
    assert read_as[0] == read_as[1] == read_as[2]
    assert len(read_as[0]) == 20


def test_members_of_several_kinds(tmp_path):
    packed(
        tmp_path / "a.zip",
        {"b/x.txt": TEXT, "../../etc/y.json": json.dumps({"text": TEXT + " أ"}), "__MACOSX/z.txt": TEXT, "p.png": b"\x89"},
    )
    items = list(read([tmp_path / "a.zip"]))
    assert sorted(a.name for a in items if isinstance(a, Article)) == ["x", "y"]
    assert [p.code for p in items if not isinstance(p, Article)] == ["unsupported"]


@pytest.mark.parametrize("suffix", ["gz", "zip"])
def test_a_bomb_is_a_problem_and_the_rest_goes_on(tmp_path, suffix):
    bomb = b" " * (300 << 20)
    if suffix == "gz":
        (tmp_path / "a.txt.gz").write_bytes(gzip.compress(bomb))
    else:
        packed(tmp_path / "a.zip", {"a.txt": bomb})
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    items = list(read([tmp_path]))
    assert [x.name for x in items if isinstance(x, Article)] == ["good"]
    assert [x.code for x in items if not isinstance(x, Article)] == ["too_large"]


def test_archives_in_archives_and_broken_ones(tmp_path):
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as z:
        z.writestr("x.txt", TEXT)
    packed(tmp_path / "nested.zip", {"inner.zip": inner.getvalue()})
    (tmp_path / "torn.zip").write_bytes(inner.getvalue()[:30])
    (tmp_path / "torn.txt.gz").write_bytes(gzip.compress(TEXT.encode())[:-9])
    codes = {x.article: x.code for x in read([tmp_path])}
    assert codes == {"inner": "nested_archive", "torn": "unreadable", "torn.txt": "unreadable"}
