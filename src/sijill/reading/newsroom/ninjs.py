"""ninjs, the IPTC's news in JSON: versions 1 and 2 (one headline, ``body_*``) and 3 (lists of headlines and bodies)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ...records import Article, Problem
from ..markup import plain
from .items import Item, admit_item

_BODIES = ("body_text", "body_xhtml", "body_html", "body")
_STAMPS = ("firstpublished", "versioncreated", "firstcreated", "contentcreated")


def is_ninjs(row: Any) -> bool:
    """Whether a JSON object is a ninjs item."""
    if not isinstance(row, Mapping) or not isinstance(row.get("uri"), str) or "text" in row:
        return False
    standard = row.get("standard") or row.get("$standard")
    named = isinstance(standard, Mapping) and str(standard.get("name")).lower() == "ninjs"
    return named or any(key in row for key in ("bodies", "headlines", "versioncreated", *_BODIES[:3]))


def read_ninjs(row: Mapping[str, Any]) -> Iterator[Article | Problem]:
    """The article of a ninjs item, called by its ``uri``; ``infosources`` are credited."""
    uri = str(row["uri"])
    kind = row.get("type")
    if isinstance(kind, str) and kind not in ("text", "composite"):
        yield Problem(uri, "reading", "no_text", f"this item is a {kind[:20]}, not a text; it is left out")
        return
    rights = row.get("rightsinfo")
    holder = row.get("copyrightholder") or (rights.get("copyrightholder") if isinstance(rights, Mapping) else None)
    url = next((v for v in (row.get("url"), uri) if isinstance(v, str) and v.startswith(("http://", "https://"))), None)
    yield from admit_item(
        Item(
            name=uri,
            text=_body(row),
            title=_title(row),
            url=url,
            stamp=next((row[k] for k in _STAMPS if isinstance(row.get(k), str)), None),
            sources=[
                *_names(row.get("infosources") or row.get("infosource")),
                *_names(row.get("sources") or row.get("source")),
            ],
            provider=next(iter([*_names(row.get("provider")), *_names(holder)]), None),
            status=str(row.get("pubstatus") or "usable"),
            byline=_byline(row),
        )
    )


def _byline(row: Mapping[str, Any]) -> list[str]:
    """Who signed the item: its ``byline`` (versions 1 and 2), the Arabic one of a list by language, else its authors."""
    own = row.get("byline") or _best(row.get("bylines"), ("main", ""))
    return [plain(n) for n in _names(own or row.get("bylines") or row.get("authors") or row.get("author"))]


def _title(row: Mapping[str, Any]) -> str | None:
    """The main headline in Arabic, else the first."""
    value = row.get("headline") or _best(row.get("headlines"), ("main", ""))
    return plain(value) or None if isinstance(value, str) else None


def _body(row: Mapping[str, Any]) -> str:
    found = next((row[k] for k in _BODIES if isinstance(row.get(k), str) and row[k].strip()), None)
    return plain(found or _best(row.get("bodies"), ("main", "")) or "")


def _best(rows: Any, roles: tuple[str, ...]) -> str | None:
    """The value of a list of versions: Arabic before others, the main role before others, then as they stand."""
    found = [r for r in rows if isinstance(r, Mapping) and isinstance(r.get("value"), str)] if isinstance(rows, list) else []
    found.sort(
        key=lambda r: (not str(r.get("language") or "ar").lower().startswith("ar"), str(r.get("role") or "") not in roles)
    )
    return str(found[0]["value"]) if found else None


def _names(value: Any) -> list[str]:
    """The names in a string, an object with a name, or a list of these; in ninjs 3 a name may be a list by language."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [n for one in value[:50] for n in _names(one)]
    if isinstance(value, Mapping):
        name = value.get("name") or value.get("literal") or value.get("value")
        return _names(_best(name, ("",)) or _names(name)[:1] if isinstance(name, list) else name)
    return []
