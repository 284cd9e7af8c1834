"""Silent edits on the page: the sentence that a line rested on, and what an outlet made of it without saying so."""

from __future__ import annotations

from dataclasses import dataclass

from ...reconciliation.versions.edits import marked
from ...records import Notice
from .context import Context, Text

Parts = tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class SilentEdit:
    """One edit: the line it bears on (``href`` None where that is gone), who changed what and by when it was seen.

    ``before`` and ``after`` are stretches of words, each marked where the other wording lacks it; ``after`` is empty where
    the sentence is gone.
    """

    title: Text
    href: str | None
    outlet: str
    day: str
    before: Parts
    after: Parts
    place: str | None


def silent_edits(context: Context) -> list[SilentEdit]:
    """The silent edits of the record, the newest first."""
    return [_edit(context, n) for n in reversed(context.record.notices)]


def _edit(context: Context, n: Notice) -> SilentEdit:
    before, after = marked(n.before, n.after) if n.after else ([(n.before, True)], [])
    title = Text(n.title_en, "en") if context.language == "en" and n.title_en else Text(n.title_ar, "ar")
    on_page = n.standing and n.line[:1] in ("c", "e")  # a statement has no line of its own there
    return SilentEdit(
        title, f"#{context.language}-{n.line}" if on_page else None, n.outlet or context.outlet(n.article), context.day(n.day),
        tuple(before), tuple(after), context.place_href(n.article, n.start) if n.start is not None else None,
    )  # fmt: skip
