"""What came from the web: every exchange as a WARC record, the addresses of articles, visits, and what a watch has told."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from sijill.addresses import address_key

revision = "0002"
down_revision = "0001"

EVIDENCE = (
    "CREATE TRIGGER exchange_no_{verb} BEFORE {verb} ON exchange "
    "BEGIN SELECT RAISE(ABORT, 'evidence is append-only: what was fetched stays as it came'); END"
)


def upgrade() -> None:
    """Make the tables, and enter the addresses of the articles that are there."""
    _evidence()
    _watching()
    for verb in ("UPDATE", "DELETE"):
        op.execute(EVIDENCE.format(verb=verb))
    here = op.get_bind()
    rows = here.execute(sa.text("SELECT digest, url, recorded FROM article WHERE url IS NOT NULL")).all()
    found = [{"d": r.digest, "u": r.url, "k": address_key(r.url), "r": r.recorded} for r in rows]
    if any(row["k"] for row in found):
        put = sa.text("INSERT INTO address (digest, url, key, recorded) VALUES (:d, :u, :k, :r)")
        here.execute(put, [row for row in found if row["k"]])


def _evidence() -> None:
    op.create_table(
        "exchange",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("status", sa.Integer, nullable=False),
        sa.Column("payload", sa.String(64), nullable=False),
        sa.Column("warc", sa.LargeBinary, nullable=False),
        sa.Column("recorded", sa.String(32), nullable=False),
    )
    op.create_index("exchange_url", "exchange", ["url"])
    op.create_table(
        "address",
        sa.Column("digest", sa.String(32), sa.ForeignKey("article.digest"), primary_key=True),
        sa.Column("url", sa.Text, primary_key=True),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("recorded", sa.String(32), nullable=False),
    )
    op.create_index("address_key", "address", ["key"])
    op.create_table(
        "sighting",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("digest", sa.String(32), sa.ForeignKey("article.digest"), nullable=False),
        sa.Column("recorded", sa.String(32), nullable=False),
    )


def _watching() -> None:
    op.create_table(
        "visit",
        sa.Column("url", sa.Text, primary_key=True),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("first", sa.String(32), nullable=False),
        sa.Column("last", sa.String(32), nullable=False),
        sa.Column("due", sa.String(32), nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("etag", sa.Text),
        sa.Column("modified", sa.Text),
        sa.Column("payload", sa.String(64)),
        sa.Column("note", sa.Text),
    )
    op.create_index("visit_due", "visit", ["kind", "due"])
    op.create_table(
        "told",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("key", sa.Text, nullable=False, unique=True),
        sa.Column("change", sa.LargeBinary),
        sa.Column("engine", sa.String(16), nullable=False),
        sa.Column("recorded", sa.String(32), nullable=False),
    )
