"""Who says what: cue, source, content."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from ...language.document import Document
from ...records import Article, Credit, Mention, Span, Statement, TimeMention
from ..factuality import factuality
from .people import ANONYMOUS, Registry, Speaker
from .readers import Reader, Report
from .scene import Scene

__all__ = ["statements"]

_NEAR = 12
"""Tokens after a description within which the text says why the source is not named."""


def statements(
    doc: Document, article: Article, mentions: Sequence[Mention], times: Sequence[TimeMention], credited: Sequence[Credit]
) -> list[Statement]:
    """The attributed statements of ``doc``, in order of their contents.

    ``mentions`` name the people and bodies, ``times`` keep days out of speakers, ``credited`` are the outlets named.
    """
    scene = Scene(doc, mentions, times, credited)
    reports = Reader(scene).read()
    registry = Registry(scene)
    for report in reports:
        if report.source is not None and not report.tentative:
            registry.enter(report.source)
    out: list[Statement] = []
    last: Speaker | None = None
    outer: list[tuple[Report, Speaker]] = []
    between = _between(scene, reports)
    reasons: dict[str | None, str] = {}
    for report in reports:
        outer = [(r, s) for r, s in outer if r.content.i <= report.cue.i < r.content.j]
        if report.source is None and not outer and report.cue.i in between:
            last = registry.mentioned_first(*between[report.cue.i]) or last
        speaker = _speaker(report, registry, outer[-1][1] if outer else last)
        if speaker is None:
            continue
        if not report.unattributed and not outer:
            last = speaker._replace(source=None)
        if speaker.kind not in ("document", "unattributed"):
            registry.issuers.spoke(speaker.name, _begin(report), report.content.i)
        report.unnamed = _reason(scene, report, speaker, reasons)
        report.chain = _chain(report, speaker, outer)
        outer.append((report, speaker._replace(source=None)))
        out.append(_statement(scene, report, speaker))
    return sorted(out, key=lambda s: (s.content, s.cue or s.content))


def _begin(report: Report) -> int:
    """The token at which a report begins: its cue or its speaker, whichever stands first."""
    return min(report.cue.i, report.source.i) if report.source else report.cue.i


def _chain(report: Report, speaker: Speaker, outer: list[tuple[Report, Speaker]]) -> tuple[str, ...]:
    """Through whom words came, outermost first: what those around them came through and said, then their own outlets."""
    own = report.chain or ((report.via,) if report.via else ())
    if not outer:
        return own
    around, who = outer[-1]
    names = (*around.chain, *((who.name,) if who.name else ()), *own)
    return tuple(n for n in dict.fromkeys(names) if n != speaker.name)


def _reason(scene: Scene, report: Report, speaker: Speaker, reasons: dict[str | None, str]) -> str | None:
    """Why an unnamed speaker is not named, told here or earlier (``reasons``: by description)."""
    if speaker.kind not in ANONYMOUS:
        return None
    told = scene.reason(report.source.j, report.source.j + _NEAR) if report.source else None
    if told is not None:
        reasons[speaker.name] = told
    return told or reasons.get(speaker.name)


def _between(scene: Scene, reports: list[Report]) -> dict[int, tuple[int, int]]:
    """For cues that open a sentence: the sentence before, where nothing is reported in it (its subject may speak on)."""
    cues = [r.cue.i for r in reports]
    out = {}
    for (a, b), (c, _) in pairwise(scene.stretches):
        k = bisect_left(cues, a)
        if (k == len(cues) or cues[k] >= b) and k < len(cues) and cues[k] <= c + 1:
            out[cues[k]] = (a, b)
    return out


def _speaker(report: Report, registry: Registry, last: Speaker | None) -> Speaker | None:
    """Whose words a report holds (``last``: who speaks around it, else before it); None where nobody can be made out."""
    if report.unattributed:
        return Speaker(None, "unattributed")
    if report.source is None:
        return last if last is None or last.kind != "unattributed" else None
    if report.tentative and not registry.knows(report.source):
        return None
    if (same := registry.same(report.source)) is not None:
        return same
    who = registry.who(report.source)
    registry.heard(who)
    if last is not None and last.kind == who.kind == "institution" and registry.points_back(report.source):
        return last._replace(source=report.source)
    return who


def _statement(scene: Scene, report: Report, speaker: Speaker) -> Statement:
    doc, said, cue = scene.doc, report.content, report.cue
    source = speaker.source
    return Statement(
        content=doc.span(said.i, said.j, said.letters),
        cue=doc.span(cue.i, cue.j, cue.letters) if cue.sort != "label" else None,
        speaker=doc.span(source.i, source.j, source.letters) if source else None,
        speaker_name=speaker.name,
        speaker_kind=speaker.kind,
        quote_type=said.quote,
        reason_unnamed=report.unnamed,
        act=report.act,
        factuality=_certainty(scene, report),
        via=report.via,
        chain=report.chain,
        rule=report.rule,
    )


def _certainty(scene: Scene, report: Report) -> str:
    """How firmly the content is put; silence claims nothing, a text's provisions are planned."""
    if report.act == "no_comment":
        return "asserted"
    said, cue = report.content, report.cue
    force = "rule" if cue.sort == "text" and report.rule == "accord_head" else cue.force
    if force == "rule" and said.quote == "direct":
        force = "say"  # what a text says in its own words lays nothing down by that alone
    return factuality(scene.doc, Span(said.i, said.j), force, cue.negated, scene.holds_time(said.i, said.j))
