"""One article that an outlet changed: its versions (:mod:`.families`), what differs (:mod:`.edits`), what rested on it."""

from .edits import Edit, edits
from .families import Family, alike, families, standing
from .notices import silent_edits

__all__ = ["Edit", "Family", "alike", "edits", "families", "silent_edits", "standing"]
