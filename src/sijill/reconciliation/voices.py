"""How many independent voices stand behind a report: five reprints of one wire are one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..records import Report
from .undertakings.timing import AHEAD, DONE, MOVED, OFF

CLASSES = (AHEAD, MOVED, OFF, DONE)


def voiced(history: Sequence[Report], origin_of: Mapping[str, int]) -> tuple[Report, ...]:
    """``history`` (in order of publication) with each report's ``origins`` counted.

    A report is backed by every origin that had told the same by then: the same latest due day and the same class of
    status. ``origin_of`` numbers the origin of articles that share one; any other article is an origin of its own.
    """
    told: dict[tuple[object, int], set[object]] = {}
    out = []
    for report in history:
        same = told.setdefault((report.due_latest, _class(report.status)), set())
        same.add(origin_of.get(report.article, report.article))
        out.append(replace(report, origins=len(same)))
    return tuple(out)


def _class(status: str) -> int:
    return next((n for n, statuses in enumerate(CLASSES) if status in statuses), len(CLASSES))
