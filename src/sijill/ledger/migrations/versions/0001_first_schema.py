"""The first schema: articles, what was found in them, problems, and a person's decisions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

APPEND_ONLY = (
    "CREATE TRIGGER decision_no_{verb} BEFORE {verb} ON decision "
    "BEGIN SELECT RAISE(ABORT, 'decisions are append-only: add a new one'); END"
)


def upgrade() -> None:
    """Make the tables, the full-text index and the triggers that keep decisions append-only."""
    _articles()
    _notes()
    op.execute("CREATE VIRTUAL TABLE passage_words USING fts5(words, tokenize = 'unicode61 remove_diacritics 0')")
    for verb in ("UPDATE", "DELETE"):
        op.execute(APPEND_ONLY.format(verb=verb))


def _articles() -> None:
    op.create_table(
        "article",
        sa.Column("digest", sa.String(32), primary_key=True),
        sa.Column("name", sa.Text, nullable=False, unique=True),
        sa.Column("outlet", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("published_latest", sa.String(10)),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("rest", sa.LargeBinary, nullable=False),
        sa.Column("recorded", sa.String(32), nullable=False),
    )
    op.create_index("article_published", "article", ["published_latest"])
    op.create_table(
        "extraction",
        sa.Column("digest", sa.String(32), sa.ForeignKey("article.digest"), primary_key=True),
        sa.Column("engine", sa.String(16), nullable=False),
        sa.Column("mentions", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "passage",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("digest", sa.String(32), sa.ForeignKey("article.digest"), nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
    )
    op.create_index("passage_article", "passage", ["digest"])


def _notes() -> None:
    op.create_table(
        "problem",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("article", sa.Text, nullable=False),
        sa.Column("stage", sa.String(16), nullable=False),
        sa.Column("code", sa.String(32), nullable=False),
        sa.Column("message", sa.Text, nullable=False),
        sa.Column("recorded", sa.String(32), nullable=False),
    )
    op.create_index("problem_once", "problem", ["article", "stage", "code", "message"], unique=True)
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("target", sa.Text, nullable=False),
        sa.Column("value", sa.Text),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("recorded", sa.String(32), nullable=False),
        sa.CheckConstraint("kind IN ('remove', 'restore', 'published', 'outlet')", name="decision_kind"),
    )
