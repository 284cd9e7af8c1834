"""One article's work: every row in its table, and a failure that costs itself only."""

from datetime import date

import orjson
import pytest

from sijill.bulk import work
from sijill.bulk.schemas import COLUMNS, OF_PARTS, rows_of
from sijill.bulk.staging import articles
from sijill.ledger import codec
from sijill.pipeline import extract
from sijill.reading.options import ReadOptions
from sijill.records import Article, Extraction, Problem, Published

pa = pytest.importorskip("pyarrow")
TEXT = "أعلنت وزارة النقل أن خط المترو سيفتح في 30 يونيو 2025، وقالت إن الكلفة 40 مليون دولار."
DAY = date(2025, 1, 5)
ARTICLE = Article("one", TEXT, "المسار", published=Published(DAY, DAY, "stated"), digest="d" * 32)


def test_rows_fit_their_tables():
    made = work.worked(7, codec.dump(ARTICLE))
    for table in OF_PARTS:
        rows = rows_of(table, made[table])
        assert rows.num_rows == made[table].count(b"\n")
        assert rows.column_names == list(COLUMNS[table])
    (report,) = [r for r in rows_of("commitments", made["commitments"]).to_pylist() if r["due_latest"]]
    assert (report["due_latest"], report["published"]) == (date(2025, 6, 30), DAY)
    assert report["text"] == TEXT[report["start"] : report["end"]]
    assert rows_of("articles", made["articles"]).to_pylist()[0]["number"] == 7


def test_what_is_kept_is_the_extraction():
    made = work.worked(0, codec.dump(ARTICLE))
    kept = codec.load(Extraction, made["extraction"])
    assert kept.undertakings == extract(ARTICLE).undertakings
    assert all(TEXT[a:b].strip() and words for a, b, words in orjson.loads(made["passages"]))


def test_a_failure_is_a_problem_and_the_article_stays(monkeypatch):
    def broken(_):
        raise RuntimeError("no luck")

    monkeypatch.setattr(work, "place", broken, raising=True)
    with pytest.raises(RuntimeError):
        work._made(0, extract(ARTICLE))
    monkeypatch.undo()
    calls = []

    def once(pile):
        calls.append(pile)
        if len(calls) == 1:
            raise RuntimeError("no luck")
        return real(pile)

    real = work.place
    monkeypatch.setattr(work, "place", once)
    made = work.worked(0, codec.dump(ARTICLE))
    (problem,) = rows_of("problems", made["problems"]).to_pylist()
    assert problem["code"] == "failed"
    assert "no luck" in problem["message"]
    assert rows_of("articles", made["articles"]).num_rows == 1
    assert made["timexes"] == b""


def test_numbers_too_large_for_a_column_are_left_open():
    assert work._real(10**400) is None
    assert work._real(None) is None
    assert work._real(3) == 3.0


def test_no_rows_are_a_table_too():
    assert rows_of("figures", b"\n").num_rows == 0


def test_articles_are_read_from_parquet(tmp_path):
    import pyarrow.parquet as pq

    file = tmp_path / "pile.parquet"
    pq.write_table(pa.table({"id": ["a", "b"], "body": [TEXT, None], "published": ["2025-01-05", None]}), file)
    found = list(articles([str(file)], ReadOptions(fields={"text": "body"})))
    assert [x.name for x in found if isinstance(x, Article)] == ["a"]
    assert [x.code for x in found if isinstance(x, Problem)] == ["no_text"]
    (tmp_path / "bad.parquet").write_bytes(b"PAR1 no")
    assert [x.code for x in articles([str(tmp_path / "bad.parquet")], ReadOptions())] == ["unreadable"]
