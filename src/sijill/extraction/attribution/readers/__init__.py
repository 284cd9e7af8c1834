"""The readers of a stretch's cues: verbs, participles and nouns; phrases of source; silence; labels."""

from .bounds import Report
from .reports import Reader

__all__ = ["Reader", "Report"]
