"""Decisions may add entities: the kinds that a decision can have are widened; what was decided is carried over."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

APPEND_ONLY = (
    "CREATE TRIGGER decision_no_{verb} BEFORE {verb} ON decision "
    "BEGIN SELECT RAISE(ABORT, 'decisions are append-only: add a new one'); END"
)


def upgrade() -> None:
    """Make the table anew with the wider check (SQLite cannot alter one) and put the old rows in."""
    for verb in ("UPDATE", "DELETE"):
        op.execute(f"DROP TRIGGER decision_no_{verb}")
    op.rename_table("decision", "decision_before")
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("target", sa.Text, nullable=False),
        sa.Column("value", sa.Text),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("recorded", sa.String(32), nullable=False),
        sa.CheckConstraint("kind IN ('remove', 'restore', 'published', 'outlet', 'entity')", name="decision_kind"),
    )
    op.execute(
        "INSERT INTO decision (id, kind, target, value, why, recorded) "
        "SELECT id, kind, target, value, why, recorded FROM decision_before"
    )
    op.drop_table("decision_before")
    for verb in ("UPDATE", "DELETE"):
        op.execute(APPEND_ONLY.format(verb=verb))
