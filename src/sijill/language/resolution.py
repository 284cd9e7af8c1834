"""``resolve(expression, anchor)``: a time expression over a day becomes a TIMEX3 value and a calendar interval. Pure."""

from __future__ import annotations

from datetime import date

from ..records import Expression, TimeMention, Timex


def resolve(mention: TimeMention, anchor: date | None, said: Timex | None = None) -> Timex:
    """The time that ``mention`` means when its anchor's day is ``anchor`` (None: not known).

    ``said``: the resolved time the mention's ``anchor_index`` points at, where it has one.
    """
    return Timex(mention.start, mention.end, mention.text, "DATE", str(mention.expression.op), rule=mention.rule)


def resolve_all(mentions: tuple[TimeMention, ...], anchor: date | None) -> tuple[Timex, ...]:
    """All times of an article, index for index, in the order their anchors allow."""
    done: list[Timex] = []
    for m in mentions:
        said = done[m.anchor_index] if m.anchor_index is not None and m.anchor_index < len(done) else None
        done.append(resolve(m, anchor, said))
    return tuple(done)


__all__ = ["Expression", "resolve", "resolve_all"]
