"""Single documents that are no web page: text files, newsletters, PDF."""

from __future__ import annotations

from .plain import read_plain

__all__ = ["read_plain"]
