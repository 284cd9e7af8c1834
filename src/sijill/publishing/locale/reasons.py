"""The machine's reasons in people's words: the arithmetic of a date, and why a report belongs to an undertaking."""

from __future__ import annotations

import re
from datetime import date

from . import words
from .days import interval_words

_ANCHOR = re.compile(r"anchor (\w+)=(\S+)")
_STEP = re.compile(r"(\w+)\((.*)\) -> (\S+)(?: \[(\S+) \.\. (\S+)\])?")
_WORD = re.compile(r"[A-Z_]+\b|[a-z]+\b|-?\d+|None")


def step_words(step: str, language: str) -> str:
    """One step of :attr:`sijill.records.Timex.steps` as a sentence; a step of unknown shape stays as it is."""
    said, arguments = words(language)["step"], words(language)["step_word"]
    anchor = _ANCHOR.fullmatch(step)
    if anchor and f"anchor_{anchor[1]}" in said:
        return said[f"anchor_{anchor[1]}"].format(value=_value(anchor[2], language))
    found = _STEP.fullmatch(step)
    if not found or found[1] not in said:
        return step
    given = [arguments.get(w, w) for w in _WORD.findall(found[2]) if w != "None"]
    what = said[found[1]] + (f" ({' '.join(given)})" if given else "")
    interval = interval_words(_day(found[4]), _day(found[5]), language) if found[4] else found[3]
    if interval == found[3]:
        return said["value"].format(what=what, value=found[3])
    return said["interval"].format(what=what, value=found[3], interval=interval)


def match_words(reason: str, language: str) -> str:
    """One reason of :attr:`sijill.records.Report.why` (a name and what it adds) in words, its weight kept."""
    name, _, weight = reason.partition(" ")
    said = words(language)["match"].get(name, name)
    return f"{said} ({weight})" if weight else said


def _value(text: str, language: str) -> str:
    day = _day(text)
    return interval_words(day, day, language) if day else text


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
