"""Compressed and packed inputs, and their traps."""

import gzip
import io
import json
import tarfile
import zipfile

import pytest
import zstandard

from sijill.reading import kinds
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
    items = list(read([tmp_path]))
    assert [a.name for a in items if isinstance(a, Article)] == ["x"]
    assert {x.article: x.code for x in items if not isinstance(x, Article)} == {"torn": "unreadable"}


def test_an_archive_inside_itself_ends_at_the_depth(tmp_path):
    data = TEXT.encode()
    for _ in range(8):
        data = gzip.compress(data)
    (tmp_path / "deep").with_suffix(".gz").write_bytes(data)
    [problem] = read([tmp_path])
    assert problem.code == "nested_archive"


def tarred(members):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as t:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            t.addfile(info, io.BytesIO(data))
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("l.tar", lambda d: d),
        ("l.tar.gz", gzip.compress),
        ("l.tgz", gzip.compress),
        ("l.tar.zst", zstandard.compress),
    ],
)
def test_tars_and_what_is_in_them(tmp_path, name, pack):
    rows = "\n".join(json.dumps({"id": f"r{n}", "text": f"{TEXT} {n}"}, ensure_ascii=False) for n in range(3)).encode()
    members = {"d/l.jsonl": rows, "d/x.txt": TEXT.encode(), "../../../etc/p.txt": (TEXT + " ج").encode(), "d/a.css": b"x"}
    members |= {"d/deep.jsonl.gz": gzip.compress(rows.replace(b'"r', b'"s').replace(b" 0", b" 7"))}
    (tmp_path / name).write_bytes(pack(tarred(members)))
    items = list(read([tmp_path]))
    assert [a.name for a in items if isinstance(a, Article)] == ["r0", "r1", "r2", "x", "p", "s0"]
    assert [p.code for p in items if not isinstance(p, Article)] == ["duplicate", "duplicate", "unsupported"]


def test_zstd_lists_and_a_zstd_bomb(tmp_path):
    (tmp_path / "l.jsonl.zst").write_bytes(zstandard.compress(json.dumps({"id": "r", "text": TEXT}).encode()))
    (tmp_path / "b.txt.zst").write_bytes(zstandard.compress(b" " * (300 << 20)))
    (tmp_path / "c.jsonl.zst").write_bytes(zstandard.compress(b"\n" * (300 << 20)))
    items = list(read([tmp_path]))
    assert [a.name for a in items if isinstance(a, Article)] == ["r"]
    assert {p.article: p.code for p in items if not isinstance(p, Article)} == {"b": "too_large", "c": "too_large"}


def test_a_tar_of_holes_is_a_bomb(tmp_path):
    info = tarfile.TarInfo("a.jsonl")
    info.size = 1 << 40
    (tmp_path / "a.tar").write_bytes(info.tobuf(tarfile.GNU_FORMAT) + b"\n" * 4096)
    assert {p.code for p in read([tmp_path])} == {"unreadable"}


def test_a_zip_whose_table_of_contents_lies(tmp_path):
    packed(tmp_path / "a.zip", {"x.txt": TEXT})
    data = bytearray((tmp_path / "a.zip").read_bytes())
    at = data.rindex(b"PK\x05\x06") + 12
    data[at] += 54  # the size of the table: it now begins before the file does
    (tmp_path / "a.zip").write_bytes(data)
    assert {p.code for p in read([tmp_path])} == {"unreadable"}


def test_what_a_reader_should_not_raise_is_reported_and_the_rest_goes_on(tmp_path, monkeypatch):
    def broken(item, options):
        raise AssertionError("nobody thought of this")

    monkeypatch.setitem(kinds.READERS, ".csv", broken)
    (tmp_path / "a.csv").write_bytes(b"x")
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    items = list(read([tmp_path]))
    assert [x.name for x in items if isinstance(x, Article)] == ["b"]
    assert [x.code for x in items if not isinstance(x, Article)] == ["failed"]


def test_an_empty_archive_is_said_to_be_empty(tmp_path):
    packed(tmp_path / "a.zip", {})
    packed(tmp_path / "b.wacz", {"pages/pages.jsonl": json.dumps({"text": TEXT})})
    (tmp_path / "c.tar").write_bytes(tarred({}))
    assert {p.article: p.code for p in read([tmp_path])} == {"a": "empty", "b": "empty", "c": "empty"}
