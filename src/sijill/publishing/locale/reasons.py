"""The machine's reasons in people's words: the arithmetic of a date, the reasons for an article's day,
and why a report belongs to an undertaking."""

from __future__ import annotations

import re
from datetime import date

from babel.dates import get_day_names

from . import words
from .days import interval_words

_ANCHOR = re.compile(r"anchor (\w+)=(\S+)")
_STEP = re.compile(r"(\w+)\((.*)\) -> (\S+)(?: \[(\S+) \.\. (\S+)\])?")
_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)(?:\.\.(\d{4}-\d\d-\d\d))?")
_WEEKDAY = re.compile(r"(?:^|weekday )([1-7])$")
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


def proof_words(says: str, language: str) -> str:
    """What one :class:`sijill.records.Proof` says (a key and what it rests on) in words; another key stays as it is."""
    key, _, rest = says.partition(" ")
    said = words(language)["proof"].get(key)
    if said is None:
        return says
    named = _WEEKDAY.sub(lambda m: get_day_names("wide", locale=language)[int(m[1]) - 1], rest)
    return said.format(x=_DAYS.sub(lambda m: interval_words(_day(m[1]), _day(m[2] or m[1]), language), named))


def _value(text: str, language: str) -> str:
    day = _day(text)
    return interval_words(day, day, language) if day else text


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
