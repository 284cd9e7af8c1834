"""Who and what a document names: people, offices, bodies, groups, governments, places, countries, media."""

from .reading import mentions

__all__ = ["mentions"]
