"""The ledger's schema, step by step (Alembic)."""

from __future__ import annotations

from importlib.resources import files

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def upgrade(connection: Connection) -> None:
    """Bring the ledger behind ``connection`` to the newest schema, inside the transaction it has open."""
    config = Config()
    config.set_main_option("script_location", str(files(__package__)))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
