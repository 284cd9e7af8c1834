"""One ledger, one SQLite file: opened, migrated, read and written in short transactions.

Writers take the lock at the start (``BEGIN IMMEDIATE``) and wait for each other; readers never wait (WAL). An article
goes in whole or not at all: its words, what was found in it and its search index are one transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple, Self

from sqlalchemy import Connection, Row, Select, create_engine, delete, event, insert, select, text, update
from sqlalchemy.exc import DatabaseError, IntegrityError

from ..addresses import address_key
from ..errors import LedgerError, LedgerVersionError, UsageError
from ..records import Article, Extraction, Problem, Published, Span
from . import codec, tables
from .decisions import Decision
from .search import index, passages

WAIT = 30_000
"""How long a writer waits for another one, in milliseconds."""


STAMP = "%Y-%m-%dT%H:%M:%SZ"


class Kept(NamedTuple):
    """An extraction as the ledger keeps it, and the engine that made it."""

    extraction: Extraction
    engine: str


class Made(NamedTuple):
    """An article with what was found in it elsewhere: as :mod:`.codec` writes it, and as :func:`.search.passages` gives it."""

    article: Article
    mentions: bytes
    passages: Sequence[Sequence[Any]]


class Ledger:
    """The record on disk. Use as a context manager; every method is a transaction of its own.

    Raises LedgerError where the file is no ledger or cannot be opened, LedgerVersionError where a newer sijill made it.
    """

    def __init__(self, path: str | Path, create: bool = False) -> None:
        """Open the ledger at ``path``; with ``create``, make it where it does not exist yet."""
        self.path = Path(path)
        if not create and not self.path.is_file():
            raise LedgerError(f"{path}: there is no ledger here; make one with: sijill add {path} ARTICLES...")
        if self.path.is_dir():
            raise LedgerError(f"{path}: this is a folder; name the ledger's file, for example {self.path / 'story.sijill'}")
        if create and not self.path.parent.is_dir():
            raise LedgerError(f"{path}: the folder {self.path.parent} does not exist; make it first")
        self._engine = create_engine(f"sqlite:///{self.path}")
        event.listen(self._engine, "connect", _on_connect)
        event.listen(self._engine, "begin", _on_begin)
        try:
            self._migrate()
        except DatabaseError as e:
            self._engine.dispose()
            hint = "is it a sijill file, and may it be written?"
            raise LedgerError(f"{path}: cannot be opened as a ledger ({e.orig}); {hint}") from e

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    # ---- articles --------------------------------------------------------------------------------------------------

    def find(self, article: Article) -> Article | None:
        """The stored article that ``article`` is: of the same content, or the same text under the same name or address.

        An outlet learnt later does not make a second article of a text; two outlets that carry one text do.
        """
        table = tables.article
        with self.reading() as db:
            row = db.execute(select(table).where(table.c.digest == article.digest)).first()
            if row is None:
                row = db.execute(select(table).where(table.c.name == article.name, table.c.text == article.text)).first()
                if row is not None and row.outlet and article.outlet and row.outlet != article.outlet:
                    row = None
            if row is None:
                row = _at(db, article)
        return _article(row) if row is not None else None

    def keep(self, extraction: Extraction, engine: str, recorded: datetime) -> Article | None:
        """Put an article and what was found in it in, whole; None where its digest is there already.

        A name that another article has gets a part of the content's hash. Returns the article under its name here.
        """
        table = tables.article
        with self.writing() as db:
            if db.execute(select(table.c.name).where(table.c.digest == extraction.article.digest)).first():
                return None
            article = _named(db, extraction.article)
            db.execute(insert(table).values(**_article_row(article), recorded=stamp(recorded)))
            enter(db, article.digest, (article.url, *article.addresses), stamp(recorded))
            self._put(db, article, extraction, engine)
        return article

    def fill(self, made: Iterable[Made], engine: str, recorded: datetime) -> int:
        """Put many articles in, whole, in one transaction; those whose digest is there already are left. How many came in."""
        table, count = tables.article, 0
        with self.writing() as db:
            for one in made:
                if db.execute(select(table.c.name).where(table.c.digest == one.article.digest)).first():
                    continue
                article = _named(db, one.article)
                db.execute(insert(table).values(**_article_row(article), recorded=stamp(recorded)))
                db.execute(insert(tables.extraction).values(digest=article.digest, engine=engine, mentions=one.mentions))
                index(db, article.digest, one.passages)
                count += 1
        return count

    def renew(self, extractions: Iterable[Extraction], engine: str) -> None:
        """Put newer extractions of stored articles in the place of older ones."""
        with self.writing() as db:
            for x in extractions:
                db.execute(delete(tables.extraction).where(tables.extraction.c.digest == x.article.digest))
                old = select(tables.passage.c.id).where(tables.passage.c.digest == x.article.digest).scalar_subquery()
                db.execute(text("DELETE FROM passage_words WHERE rowid IN (SELECT id FROM passage WHERE digest = :d)"),
                           {"d": x.article.digest})  # fmt: skip
                db.execute(delete(tables.passage).where(tables.passage.c.id.in_(old)))
                self._put(db, x.article, x, engine)

    def kept(self, recorded_by: date | None = None) -> list[Kept]:
        """All articles with what was found in them, in order of name; as recorded by the end of a day (UTC)."""
        query = _WITH_MENTIONS.order_by(tables.article.c.name)
        met = select(tables.address.c.digest, tables.address.c.url).order_by(tables.address.c.url)
        if recorded_by:
            query = query.where(tables.article.c.recorded <= _end(recorded_by))
            met = met.where(tables.address.c.recorded <= _end(recorded_by))
        return self._all(query, met)

    def kept_of(self, digests: Sequence[str]) -> list[Kept]:
        """The articles of these digests with what was found in them, in this order."""
        if not digests:
            return []
        met = select(tables.address.c.digest, tables.address.c.url).order_by(tables.address.c.url)
        found = self._all(
            _WITH_MENTIONS.where(tables.article.c.digest.in_(digests)), met.where(tables.address.c.digest.in_(digests))
        )
        return sorted(found, key=lambda k: digests.index(k.extraction.article.digest))

    def _all(self, query: Select[Any], met: Select[Any]) -> list[Kept]:
        urls: dict[str, list[str]] = {}
        with self.reading() as db:
            for row in db.execute(met):
                urls.setdefault(row.digest, []).append(row.url)
            return [_kept(row, urls.get(row.digest, ())) for row in db.execute(query)]

    def seen(self, recorded_by: date | None = None) -> list[tuple[str, str]]:
        """Which article (by digest) was had when (UTC, ISO 8601), in order: first, and again after a later version of it."""
        a, s = tables.article, tables.sighting
        with self.reading() as db:
            rows = [(r.recorded, r.name, r.digest) for r in db.execute(select(a.c.recorded, a.c.name, a.c.digest))]
            rows += [(r.recorded, "", r.digest) for r in db.execute(select(s.c.recorded, s.c.digest).order_by(s.c.id))]
        until = _end(recorded_by) if recorded_by else "~"
        return [(digest, recorded) for recorded, _, digest in sorted(rows) if recorded <= until]

    def named(self, name: str) -> Article:
        """The article called ``name``: its name, its digest, or a beginning of its name that only one article has.

        Raises UsageError where there is none, or more than one.
        """
        table = tables.article
        whole, near = self._names(name)
        if not whole and len(near) != 1:
            hint = f"; several begin so: {', '.join(near[:5])}" if near else f"; see: sijill show {self.path} articles"
            raise UsageError(f"{self.path}: there is no article {name!r}{hint}")
        with self.reading() as db:
            found = (whole or near)[0]
            return _article(db.execute(select(table).where(table.c.name == found)).one())

    def called(self, name: str) -> Article | None:
        """As :meth:`named`, but None where there is no such article or more than one."""
        whole, near = self._names(name)
        return self.named(name) if whole or len(near) == 1 else None

    def _names(self, name: str) -> tuple[list[str], list[str]]:
        """The name of the article that ``name`` calls (its name or digest), and all names that begin with it."""
        column, digest = tables.article.c.name, tables.article.c.digest
        with self.reading() as db:
            whole = db.execute(select(column).where((column == name) | (digest == name))).scalars().all()
            near = db.execute(select(column).where(column.startswith(name, autoescape=True)).order_by(column)).scalars().all()
        return list(whole), list(near)

    # ---- problems and decisions ------------------------------------------------------------------------------------

    def note(self, problem: Problem, recorded: datetime) -> None:
        """Keep a problem of reading; the same one twice is one."""
        p = problem
        with self.writing() as db:
            db.execute(insert(tables.problem).prefix_with("OR IGNORE").values(
                article=p.article, stage=p.stage, code=p.code, message=p.message, recorded=stamp(recorded)))  # fmt: skip

    def problems(self, recorded_by: date | None = None) -> list[Problem]:
        """The problems of reading, in order of article and code."""
        t = tables.problem
        query = select(t).order_by(t.c.article, t.c.stage, t.c.code, t.c.message)
        if recorded_by:
            query = query.where(t.c.recorded <= _end(recorded_by))
        with self.reading() as db:
            return [Problem(r.article, r.stage, r.code, r.message) for r in db.execute(query)]

    def decide(self, decision: Decision, recorded: datetime) -> None:
        """Append a decision."""
        d = decision
        with self.writing() as db:
            db.execute(insert(tables.decision).values(
                kind=d.kind, target=d.target, value=d.value, why=d.why, recorded=stamp(recorded)))  # fmt: skip
            if d.kind == "published":  # what search orders by; what was read stands in ``rest``
                article = tables.article
                db.execute(update(article).where(article.c.digest == d.target).values(published_latest=d.value))

    def decisions(self, recorded_by: date | None = None) -> list[Decision]:
        """All decisions in the order they were taken; as recorded by the end of a day (UTC)."""
        t = tables.decision
        query = select(t).order_by(t.c.id)
        if recorded_by:
            query = query.where(t.c.recorded <= _end(recorded_by))
        with self.reading() as db:
            return [Decision(r.kind, r.target, r.why, r.value, date.fromisoformat(r.recorded[:10])) for r in db.execute(query)]

    # ---- transactions ----------------------------------------------------------------------------------------------

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A read transaction: one consistent view, never in a writer's way."""
        with self._trouble(), self._engine.connect() as db, db.begin():
            yield db

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A write transaction that holds the lock from its first moment; committed at the end, or nothing of it."""
        with self._trouble(), self._engine.connect() as db, db.execution_options(sijill_write=True).begin():
            yield db

    @contextmanager
    def _trouble(self) -> Iterator[None]:
        try:
            yield
        except IntegrityError:
            raise
        except DatabaseError as e:
            said = str(e.orig)
            hint = "is the disk full or the file read-only?"
            if "locked" in said:
                hint = "another sijill is writing; try again"
            elif "malformed" in said or "not a database" in said:
                hint = "the file is damaged; add the articles to a new ledger, or take a copy of this one"
            raise LedgerError(f"{self.path}: {said}; {hint}") from e

    def _migrate(self) -> None:
        if self._version() == tables.HEAD:
            return
        with self._engine.connect() as db, db.execution_options(sijill_write=True).begin():
            here = _version(db)
            if here is None and db.execute(text("SELECT 1 FROM sqlite_master LIMIT 1")).first():
                raise LedgerError(f"{self.path}: this is an SQLite file, but no ledger of sijill; give another path")
            if here is not None and here > tables.HEAD:
                newer = f"written by a newer sijill (schema {here}; this one knows {tables.HEAD})"
                raise LedgerVersionError(f"{self.path}: {newer}; update sijill")
            if here != tables.HEAD:
                from .migrations import upgrade

                upgrade(db)

    def _version(self) -> str | None:
        with self._engine.connect() as db, db.begin():
            return _version(db)

    @staticmethod
    def _put(db: Connection, article: Article, extraction: Extraction, engine: str) -> None:
        body = codec.dump(replace(extraction, article=NO_ARTICLE))
        db.execute(insert(tables.extraction).values(digest=article.digest, engine=engine, mentions=body))
        index(db, article.digest, passages(article, extraction.sentences))


_WITH_MENTIONS = select(tables.article, tables.extraction.c.engine, tables.extraction.c.mentions).join(
    tables.extraction, tables.extraction.c.digest == tables.article.c.digest
)

NO_ARTICLE = Article("", "")
"""What stands in a stored extraction for its article, which has a row of its own."""


def _on_connect(connection: Any, _: object) -> None:
    connection.isolation_level = None  # transactions begin where we say so
    for pragma in ("journal_mode = WAL", "synchronous = NORMAL", f"busy_timeout = {WAIT}", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _on_begin(db: Connection) -> None:
    db.exec_driver_sql("BEGIN IMMEDIATE" if db.get_execution_options().get("sijill_write") else "BEGIN")


def _version(db: Connection) -> str | None:
    if not db.execute(text("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'")).first():
        return None
    found = db.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return str(found) if found else None


def moment_of(text: str) -> datetime:
    """The moment of a stamp of the ledger."""
    return datetime.strptime(text, STAMP).replace(tzinfo=UTC)


def stamp(moment: datetime) -> str:
    """A moment as the ledger writes it: UTC, ISO 8601, to the second."""
    return moment.astimezone(UTC).strftime(STAMP)


def _end(day: date) -> str:
    return f"{day.isoformat()}T23:59:59Z"


def _named(db: Connection, article: Article) -> Article:
    """The article under a name that is free: its own, else with as much of its hash as it takes."""
    table = tables.article
    for name in (article.name, *(f"{article.name}-{article.digest[:n]}" for n in (6, 12, 32))):
        if db.execute(select(table.c.name).where(table.c.name == name)).first() is None:
            return article if name == article.name else replace(article, name=name)
    return replace(article, name=article.digest)


def _at(db: Connection, article: Article) -> Row[Any] | None:
    """The stored article of the same text that was met at an address of ``article``."""
    keys = {k for u in (article.url, *article.addresses) if (k := address_key(u))}
    t, a = tables.article, tables.address
    query = select(t).join(a, a.c.digest == t.c.digest).where(a.c.key.in_(keys), t.c.text == article.text)
    return db.execute(query.order_by(t.c.name)).first() if keys else None


def _article_row(a: Article) -> dict[str, Any]:
    latest = a.published.latest.isoformat() if a.published.latest else None
    rest = codec.dump((a.published, a.chrome, a.byline) if a.byline else (a.published, a.chrome))
    return {
        "digest": a.digest, "name": a.name, "outlet": a.outlet, "url": a.url, "title": a.title, "language": a.language,
        "published_latest": latest, "text": a.text, "rest": rest,
    }  # fmt: skip


def _article(row: Row[Any]) -> Article:
    published, chrome, byline = _rest(row.rest)
    return Article(
        row.name, row.text, row.outlet, row.url, row.title, row.language, published, chrome, row.digest, byline=byline
    )


def _rest(data: bytes) -> tuple[Published, tuple[Span, ...], str | None]:
    """What a row holds under ``rest``: two parts, or three where the article is signed."""
    try:
        return (*codec.load(tuple[Published, tuple[Span, ...]], data), None)
    except ValueError:
        return codec.load(tuple[Published, tuple[Span, ...], str], data)


def _kept(row: Row[Any], urls: Iterable[str] = ()) -> Kept:
    found, article = codec.load(Extraction, row.mentions), _article(row)
    others = tuple(u for u in urls if u != article.url)
    return Kept(replace(found, article=replace(article, addresses=others) if others else article), row.engine)


def enter(db: Connection, digest: str, urls: Iterable[str | None], recorded: str) -> None:
    """Put an article's addresses in, inside the transaction of ``db``; those that are there stay as they are."""
    rows = [
        {"digest": digest, "url": url, "key": key, "recorded": recorded}
        for url in dict.fromkeys(urls)
        if (key := address_key(url))
    ]  # fmt: skip
    if rows:
        db.execute(insert(tables.address).prefix_with("OR IGNORE"), rows)
