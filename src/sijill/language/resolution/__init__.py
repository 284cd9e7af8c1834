"""``resolve(mention, anchor)``: a time expression over a day becomes a TIMEX3 value and a calendar interval. Pure.

Operators and what they mean are in :mod:`.moments`; calendars in :mod:`..calendars`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ...records import Expression, TimeMention, Timex
from . import moments as moments
from .setting import Moment, Setting, evaluate


def resolve(mention: TimeMention, anchor: date | None, said: Timex | None = None) -> Timex:
    """The time that ``mention`` means when its anchor's day is ``anchor`` (None: not known).

    ``said``: the resolved time the mention's ``anchor_index`` points at, where it has one.
    """
    day = anchor
    if mention.anchor in ("quote", "event") and said is not None:
        day = said.latest
    steps: list[str] = [f"anchor {mention.anchor}={day}"] if day and mention.anchor != "time" else []
    earlier = None
    if said is not None and said.earliest and said.latest:
        earlier = Moment(said.value, said.earliest, said.latest, _grain(said))
        if mention.anchor == "time":
            steps.append(f"anchor time={said.value}")
    moment = evaluate(mention.expression, Setting(day, mention.lean, earlier, steps))
    # a length counted from an event has days too, which only the steps tell: a length stays a length
    known = moment.first is not None and moment.type in ("DATE", "TIME")
    return Timex(
        mention.start, mention.end, mention.text, moment.type, moment.value, moment.mod,
        moment.first if known else None, moment.last if known else None, moment.calendar, mention.rule, tuple(steps),
    )  # fmt: skip


def resolve_all(mentions: Sequence[TimeMention], anchor: date | None) -> tuple[Timex, ...]:
    """All times of an article, index for index; a mention's ``anchor_index`` points at another of them."""
    done: dict[int, Timex] = {}
    for n in range(len(mentions)):
        _resolved(mentions, n, anchor, done, set())
    return tuple(done[n] for n in range(len(mentions)))


def _resolved(mentions: Sequence[TimeMention], n: int, anchor: date | None, done: dict[int, Timex], asked: set[int]) -> Timex:
    """Mention ``n``, after the one it points at, which may stand after it; ``asked`` breaks a ring of them."""
    if n not in done:
        index, said = mentions[n].anchor_index, None
        if index is not None and 0 <= index < len(mentions) and index not in asked | {n}:
            said = _resolved(mentions, index, anchor, done, asked | {n})
        done[n] = resolve(mentions[n], anchor, said)
    return done[n]


def _grain(said: Timex) -> str:
    """The calendar unit of a resolved value, by the shape of the value."""
    value = said.value
    if "/" in value or said.earliest is None or said.latest is None:
        return ""
    if "W" in value:
        return "W"
    return {2: "CE", 3: "DE", 4: "Y", 7: "M"}.get(len(value), "D") if "Q" not in value and "H" not in value else "Q"


__all__ = ["Expression", "resolve", "resolve_all"]
