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


def reports(text: str, day: date | None) -> list[str]:
    """``RULE; NAME; KIND; QUOTE; CERTAINTY[; no comment][; via OUTLET][; unnamed: WORDS] | content`` for every statement."""
    from sijill.pipeline import extract
    from sijill.records import Article

    out = []
    for s in extract(Article("a", text)).statements:
        told = [s.rule, s.speaker_name or "-", s.speaker_kind, s.quote_type, s.factuality]
        told += ["no comment"] if s.act == "no_comment" else []
        told += [f"via {s.via}"] if s.via else []
        told += [f"unnamed: {s.reason_unnamed}"] if s.reason_unnamed else []
        out.append("; ".join(told) + " | " + text[slice(*s.content)])
    return out


CHECKS: dict[str, Check] = {"timex": Check("times", times), "attribution": Check("statements", reports)}
