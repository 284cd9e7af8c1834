"""Archives and compressed inputs, opened with limits as streams of what is in them; nothing is written to disk."""

from __future__ import annotations

from .archives import OPENERS, members_of
from .limits import DEPTH, Budget, TooLargeError

__all__ = ["DEPTH", "OPENERS", "Budget", "TooLargeError", "members_of"]
