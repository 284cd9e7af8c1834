"""sijill: the record of what was undertaken, due when, moved, done and said, out of Arabic news."""

from .pipeline import build, extract, place, reconcile
from .reading.sources import read
from .tagging import figures, timexes

__version__ = "0.1.0"

__all__ = ["__version__", "build", "extract", "figures", "place", "read", "reconcile", "timexes"]
