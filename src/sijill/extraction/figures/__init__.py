"""Quantities in a document: everything that counts or measures anything but time."""

from .reader import figures

__all__ = ["figures"]
