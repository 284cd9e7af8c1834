"""Where reports disagree, with a verdict; few, ranked, right."""

from .ranking import conflicts

__all__ = ["conflicts"]
