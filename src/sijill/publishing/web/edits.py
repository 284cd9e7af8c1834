"""Silent edits on the page: the sentence that a line rested on, and what an outlet made of it without saying so."""

from __future__ import annotations

from dataclasses import dataclass

from ...reconciliation.versions.edits import marked
from ...records import Notice
from .context import Context, Text

Parts = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class SilentEdit:
    """One edit: the lines it bears on (each with its link, None where that is gone), who changed what, seen by when.

    ``before`` and ``after`` are stretches of words, each marked where the other wording lacks it; ``after`` is empty where
    the sentence is gone.
    """

    lines: tuple[tuple[Text, str | None], ...]
    outlet: str
    day: str
    before: Parts
    after: Parts
    place: str | None


def silent_edits(context: Context) -> list[SilentEdit]:
    """The silent edits of the record, the newest first; a sentence that several lines rested on once."""
    groups: dict[tuple[str, str, str, str | None], list[Notice]] = {}
    for n in reversed(context.record.notices):
        groups.setdefault((n.article, n.version, n.before, n.after), []).append(n)
    return [_edit(context, group) for group in groups.values()]


def _edit(context: Context, group: list[Notice]) -> SilentEdit:
    n = group[0]
    before, after = marked(n.before, n.after) if n.after else ([(n.before, False)], [])
    return SilentEdit(
        tuple(_line(context, x) for x in group), n.outlet or context.outlet(n.article), context.day(n.day), tuple(before),
        tuple(after), context.place_href(n.article, n.start) if n.start is not None else None,
    )  # fmt: skip


def _line(context: Context, n: Notice) -> tuple[Text, str | None]:
    title = Text(n.title_en, "en") if context.language == "en" and n.title_en else Text(n.title_ar, "ar")
    on_page = n.standing and n.line[:1] in ("c", "e")  # a statement has no line of its own there
    return title, f"#{context.language}-{n.line}" if on_page else None
