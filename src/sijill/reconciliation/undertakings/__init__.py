"""One undertaking over all articles: its reports found to be one, their due days, how they moved, where it stands."""

from .entries import commitments, state

__all__ = ["commitments", "state"]
