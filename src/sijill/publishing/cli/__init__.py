"""The command line: one module for each group of commands, all on one ``app``."""

from . import archive, deciding, demo, exporting, filling, showing, tagging, timing, watching
from .app import app, main

__all__ = ["app", "archive", "deciding", "demo", "exporting", "filling", "main", "showing", "tagging", "timing", "watching"]
