"""One line of a saved page by itself: is it furniture, and by which rule (``ar/chrome.toml``)?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from ...language.orthography import fold_word
from ...language.tables import table
from .datelines import line_day

MOST = 42
"""Words of the longest line that a rule may look at; longer ones are paragraphs."""
EDGES = " \t\xa0:|»«›‹>❯<•·-–—*/\\().[]{}\u060c\u061b;,…\"'“”_=+#~"
_HASHTAGS = re.compile(r"(?:#[\w]+[\s,\u060c|]*)+$")
_STAMP = re.compile(r"(?<!\d)(?:19|20|14)\d\d(?!\d)")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}:\d{2}(?!\d)")


class Line(NamedTuple):
    """A line that is not blank: where it stands, its words, whether it ends as a sentence does, its rule and effect."""

    start: int
    end: int
    words: int
    stop: bool
    rule: str | None
    effect: str
    text: str


@dataclass(frozen=True, slots=True)
class _Rule:
    id: str
    effect: str
    words: int
    unless_stop: bool
    pattern: re.Pattern[str]


def lines_of(text: str) -> list[Line]:
    """The lines of ``text`` that are not blank, each judged by itself. Linear."""
    out = []
    pos = 0
    for raw in text.split("\n"):
        body = raw.strip()
        if body:
            start = pos + raw.index(body[0])
            words = body.count(" ") + 1
            rule, effect = judge(body) if words <= MOST else (None, "")
            if rule is None and _policy(body):
                rule, effect = "policy", "line"
            out.append(Line(start, start + len(body), words, _stops(body), rule, effect, body))
        pos += len(raw) + 1
    return out


def judge(line: str) -> tuple[str | None, str]:
    """The rule that calls ``line`` furniture and its effect (line, opens, rest), or (None, "")."""
    folded = " ".join(fold_word(line).lower().split())
    bare = folded.strip(EDGES)
    if not any(c.isalnum() for c in bare):
        return "marks", "line"
    if _HASHTAGS.fullmatch(line.strip()):
        return "hashtags", "line"
    words = folded.count(" ") + 1
    whole = _whole(bare)
    if whole:
        return whole.id, whole.effect
    for rule in _rules():
        if words <= rule.words and rule.pattern.search(folded) and not (rule.unless_stop and _stops(line)):
            return rule.id, rule.effect
    if words <= 12 and _STAMP.search(folded) and not _stops(line) and _stamp(line, folded):
        return "stamp", "line"
    return None, ""


def _policy(line: str) -> bool:
    """Whether a line tells readers how their comments are handled."""
    sign, forms = _policies()
    return sign in line and any(form in _form(line) for form in forms)


@cache
def _policies() -> tuple[str, tuple[str, ...]]:
    data = table("chrome")["policy"]
    return data["sign"], tuple(_form(f) for f in data["forms"])


def tail(line: str) -> int | None:
    """Where in ``line`` (its last part) an agency's end mark begins, if it holds one. The line must hold ``//``."""
    folded = fold_word(line) if len(fold_word(line)) == len(line) else line
    for pattern in _tails():
        if m := pattern.search(folded):
            return m.start()
    return None


@cache
def shape() -> Mapping[str, Any]:
    """The measures of the page's parts."""
    found: Mapping[str, Any] = table("chrome")["shape"]
    return found


@cache
def sections() -> frozenset[str]:
    """Names of newspaper sections, folded."""
    return frozenset(fold_word(f).lower() for part in table("chrome")["sections"] for f in part["forms"])


def _stops(line: str) -> bool:
    bare = line.rstrip(" \t\xa0\"»”)]'’")
    return bare.endswith(tuple(".!")) and not bare.endswith("..")


def _stamp(line: str, folded: str) -> bool:
    """Whether a line with a year in it says when the page was put out: nothing but a date, or a date and a clock's time."""
    if _CLOCK.search(folded) or _opens_stamp(folded):
        return True
    found = line_day(line)
    return found is not None and not found.others


def _opens_stamp(folded: str) -> bool:
    return folded.startswith(tuple(fold_word(w) for w in table("chrome")["stamp"]["opens"]))


def _whole(bare: str) -> _Rule | None:
    known = _wholes()
    found = known.get(bare)
    if found is None:
        for pattern in _endings():
            shorter = pattern.sub("", bare).strip(EDGES)
            if shorter != bare and shorter in known:
                return known[shorter]
    return found


@cache
def _wholes() -> dict[str, _Rule]:
    out: dict[str, _Rule] = {}
    for row in table("chrome")["rule"]:
        if row["match"] == "whole":
            rule = _Rule(row["id"], row["effect"], row["words"], False, re.compile(""))
            for form in row["forms"]:
                out.setdefault(_key(form), rule)
    for name in sections():
        out.setdefault(name, _Rule("section", "section", 4, False, re.compile("")))
    return out


@cache
def _rules() -> tuple[_Rule, ...]:
    out = []
    for row in table("chrome")["rule"]:
        if row["match"] == "whole":
            continue
        forms = "|".join(_bounded(_form(f), row["match"]) for f in sorted(row["forms"], key=len, reverse=True))
        pattern = {
            "start": rf"^[{re.escape(EDGES)}]*(?:{forms}){r'[^:]{0,2}:' if row.get('colon') else ''}",
            "end": rf"(?:{forms})[{re.escape(EDGES)}]*$",
            "has": rf"(?:{forms})",
        }[row["match"]]
        out.append(_Rule(row["id"], row["effect"], row["words"], row.get("unless_stop", False), re.compile(pattern)))
    return tuple(out)


@cache
def _tails() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p) for p in table("chrome")["tails"]["patterns"])


@cache
def _endings() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p) for p in table("chrome")["endings"]["patterns"])


def _form(form: str) -> str:
    return " ".join(fold_word(form).lower().split())


def _bounded(form: str, match: str) -> str:
    """The pattern of a folded form that no longer word may begin with."""
    return re.escape(form) + (r"(?!\w)" if form[-1].isalpha() and match != "end" else "")


def _key(form: str) -> str:
    return _form(form).strip(EDGES)
