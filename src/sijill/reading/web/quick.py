"""The quick path for great numbers of pages: resiliparse finds the main text. An extra; where it is missing, that is said."""

from __future__ import annotations

from functools import cache
from typing import Any

from ...errors import UsageError
from ..chrome import chrome

HINT = "the quick reading of pages needs resiliparse, which is not installed: pip install 'sijill[bulk]', or leave out --quick"


def ready() -> None:
    """Raises UsageError, with what to do, where resiliparse is not installed."""
    _tools()


def quick_text(text: str) -> str:
    """The main text of a page's source, a paragraph a line, less what is known as furniture; "" where none is found.

    Raises UsageError where resiliparse is not installed.
    """
    parsed, extract = _tools()
    found = str(
        extract(
            parsed.parse(text), main_content=True, alt_texts=False, links=False, form_fields=False, noscript=False,
            comments=False, skip_elements=SKIPPED, list_bullets=False,
        )
    )  # fmt: skip
    lines = "\n".join(line for line in (" ".join(row.split()) for row in found.split("\n")) if line)
    return without(lines)


SKIPPED = ["nav", "aside", "footer", "figure", "figcaption", "form", "button", "select", "iframe", "amp-ad", "amp-sidebar"]


def without(text: str) -> str:
    """``text`` less its furniture: here the text is ours, so that what is no article need not stay in it."""
    kept, pos = [], 0
    for start, end in chrome(text):
        kept.append(text[pos:start])
        pos = end
    whole = "".join([*kept, text[pos:]])
    return "\n".join(line for line in whole.split("\n") if line.strip())


@cache
def _tools() -> tuple[Any, Any]:
    try:
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.html import HTMLTree
    except ImportError:
        raise UsageError(HINT) from None
    return HTMLTree, extract_plain_text
