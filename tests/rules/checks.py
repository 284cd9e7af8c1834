"""How an example of each kind of rule is read and what it must give.

A kind registers a reader: (text, day) -> the lines that the whole engine gives for it, in order. A rule's example lists
its lines under the key named here; a `not_example` without that key must give none.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple


class Check(NamedTuple):
    key: str
    read: Callable[[str, date | None], list[str]]


def times(text: str, day: date | None) -> list[str]:
    """``VALUE [MOD] | words`` for every time; a type other than what the value shows is not told."""
    from sijill.extraction.timex import time_mentions
    from sijill.language.document import Document
    from sijill.language.resolution import resolve_all

    found = resolve_all(time_mentions(Document(text)), day)
    return [f"{t.value}{' ' + t.mod if t.mod else ''} | {t.text}" for t in found]


CHECKS: dict[str, Check] = {"timex": Check("times", times)}
