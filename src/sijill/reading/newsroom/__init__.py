"""Formats of newsrooms and agencies: ninjs (JSON) and NewsML-G2 (XML)."""

from __future__ import annotations

from .newsml import read_newsml
from .ninjs import is_ninjs, read_ninjs

__all__ = ["is_ninjs", "read_newsml", "read_ninjs"]
