"""Commands for whole archives: ``bulk`` works through one, ``stories`` lists what is in it."""

from . import commands

__all__ = ["commands"]
