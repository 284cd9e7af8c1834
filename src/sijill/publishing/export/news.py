"""What a watch told, in words and as an Atom feed (RFC 4287), so that any feed reader can follow a story's record."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree

from ...ledger.journal import Told
from ..locale import say, word
from ..locale.days import day_words

ATOM = "http://www.w3.org/2005/Atom"
LONGEST = 300
_UNFIT = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold."""


def change_words(change: Mapping[str, Any], language: str) -> list[str]:
    """A change in words: what it is of, then what became of it, and who says so."""
    kind, title = str(change["kind"]), (change.get("title_en") if language == "en" else None) or change["title_ar"]
    before, after = (_value(change.get(k), kind, language) for k in ("before", "after"))
    head = f"{word(language, 'change', kind)}: {title}"
    rest: list[str] = []
    if kind == "silent_edit":
        rest.append(say(language, "watch", "was" if after else "gone", before=before))
        rest += [say(language, "watch", "in_place", after=after)] if after else []
    elif before and after:
        head += f" ({say(language, 'watch', 'from_to', before=before, after=after)})"
    elif after or before:
        due = kind in ("new", "passed") and str(change.get("line")).startswith("c")  # an event's day is no due day
        head += f" ({say(language, 'watch', 'due', day=after or before) if due else after or before})"
    foot = [change.get("day"), change.get("outlet"), change.get("by"), change.get("line") or change.get("article")]
    rest.append(" · ".join(dict.fromkeys(str(x) for x in foot if x)))
    return [head, *rest]


def _value(value: str | None, kind: str, language: str) -> str:
    if not value:
        return ""
    if kind == "status":
        return word(language, "status", value)
    try:
        return day_words(date.fromisoformat(value), language)
    except ValueError:
        return value if len(value) <= LONGEST else value[: LONGEST - 1] + "…"


def as_feed(entries: Sequence[Told], story: str, language: str) -> bytes:
    """The changes as an Atom feed, UTF-8; the same bytes for the same changes."""
    ElementTree.register_namespace("", ATOM)
    root = ElementTree.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": language})
    newest = max((e.recorded for e in entries), default=datetime(1970, 1, 1, tzinfo=UTC))
    _put(root, "id", f"urn:uuid:{uuid5(NAMESPACE_URL, f'sijill {story}')}")
    _put(root, "title", say(language, "watch", "title", title=story))
    _put(root, "updated", _stamp(newest))
    _put(root, "generator", "sijill")
    author = ElementTree.SubElement(root, f"{{{ATOM}}}author")
    _put(author, "name", "sijill")
    for e in entries:
        head, *rest = change_words(e.change, language)
        entry = ElementTree.SubElement(root, f"{{{ATOM}}}entry")
        _put(entry, "id", f"urn:uuid:{uuid5(NAMESPACE_URL, f'sijill {story} {e.key} {_stamp(e.recorded)}')}")
        _put(entry, "title", head)
        _put(entry, "updated", _stamp(e.recorded))
        ElementTree.SubElement(entry, f"{{{ATOM}}}category", {"term": str(e.change["kind"])})
        if e.change.get("url"):
            ElementTree.SubElement(entry, f"{{{ATOM}}}link", {"rel": "via", "href": str(e.change["url"])})
        _put(entry, "content", "\n".join([head, *rest]), type="text")
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _put(parent: ElementTree.Element, tag: str, text: str, **more: str) -> None:
    made = ElementTree.SubElement(parent, f"{{{ATOM}}}{tag}", more)
    made.text = "".join(
        c for c in text if c in "\t\n" or (c >= " " and c not in "\x7f\ufffe\uffff" and not "\ud800" <= c <= "\udfff")
    )


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
