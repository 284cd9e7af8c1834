"""5. The record on disk: what was read, what a person decided, and the record as of any day by two clocks."""

from .decisions import Decision
from .history import Entry, add, record
from .store import Ledger

__all__ = ["Decision", "Entry", "Ledger", "add", "record"]
