"""What of a page's text is furniture, not article: menus, share bars, captions, related links, copyright lines."""

from __future__ import annotations

from ..records import Span


def chrome(text: str) -> tuple[Span, ...]:
    """The spans of ``text`` that are page furniture, in order, not overlapping."""
    return ()
