"""What every resolver of times is given, and the test that a rule's row asks of its parts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...language.grammar import Part

Parts = dict[str, Part]
"""The parts of a reading under the labels of its rule."""
Row = Mapping[str, Any]
"""The rule as read from its file."""


def fits(parts: Parts, row: Row) -> bool:
    """Whether the labelled parts have the values that ``where`` asks for, and numbers lie ``within`` their bounds."""
    for label, (low, high) in row.get("within", {}).items():
        if label in parts and not low <= parts[label].value <= high:
            return False
    for label, wanted in row.get("where", {}).items():
        if label in parts:
            value = parts[label].value
            if value not in wanted if isinstance(wanted, list) else value != wanted:
                return False
    return True
