"""Rows with a text and what is known of it: JSON records, lists of them, tables."""

from __future__ import annotations

from .jsonrecords import read_json, read_jsonl
from .tables import read_table

__all__ = ["read_json", "read_jsonl", "read_table"]
