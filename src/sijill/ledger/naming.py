"""Entities that a person adds to a ledger: read from TOML or JSON lines, kept as decisions, written back as TOML.

An entity is told by its full name, its kind, the other names it goes by (``aliases``), what it is (``capacity``: an
office that stands for its holder) and its English name (``en``). Adding one again under the same name replaces it;
removing its name takes it back. Every article is read again with them.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..errors import UsageError
from ..records import OwnEntity, Record
from .decisions import Decision, removed

KINDS = ("person", "institution", "armed_group", "place")
_KEYS = frozenset({"name", "kind", "aliases", "capacity", "en"})


def read_entities(path: Path) -> list[OwnEntity]:
    """The entities of a file: TOML with ``[[entity]]`` tables, or JSON lines. Raises UsageError, which names the entry."""
    try:
        words = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as e:
        raise UsageError(f"{path}: cannot be read as UTF-8 text ({e})") from None
    try:
        toml = path.suffix.lower() == ".toml"
        rows = tomllib.loads(words).get("entity", []) if toml else [json.loads(x) for x in words.splitlines() if x.strip()]
    except ValueError as e:
        raise UsageError(f"{path}: is neither TOML (name it *.toml) nor JSON lines ({e})") from None
    if not rows:
        raise UsageError(f"{path}: there is no entity in it; write [[entity]] tables with name and kind")
    return [_entity(row, f"{path}: entity {n}") for n, row in enumerate(rows, 1)]


def own_entities(decisions: Sequence[Decision]) -> tuple[OwnEntity, ...]:
    """The entities that hold after all decisions, in order of name; the last decision on a name wins."""
    gone = removed(decisions)
    last = {d.target: d for d in decisions if d.kind == "entity" and d.value}
    kept = (d for name, d in sorted(last.items()) if name not in gone)
    return tuple(_entity({"name": d.target, **json.loads(d.value or "{}")}, d.target) for d in kept)


def decision(entity: OwnEntity, why: str) -> Decision:
    """The decision that adds ``entity``."""
    value = {"kind": entity.kind, "aliases": list(entity.aliases), "capacity": entity.capacity, "en": entity.name_en}
    filled = {k: v for k, v in value.items() if v}
    return Decision("entity", entity.name, why, json.dumps(filled, ensure_ascii=False, sort_keys=True))


def in_english(record: Record, own: Iterable[OwnEntity]) -> Record:
    """The record with the English names that a person gave."""
    english = {e.name: e.name_en for e in own if e.name_en}
    if not english:
        return record
    named = (replace(e, name_en=english[e.name_ar]) if e.name_ar in english else e for e in record.entities)
    return replace(record, entities=tuple(named))


def toml(own: Iterable[OwnEntity]) -> str:
    """The entities as a file that :func:`read_entities` reads back."""
    return "\n".join(line for e in own for line in _table(e))


def _table(e: OwnEntity) -> Iterator[str]:
    yield "[[entity]]"
    for key, value in (("name", e.name), ("kind", e.kind), ("capacity", e.capacity), ("en", e.name_en)):
        if value:
            yield f"{key} = {json.dumps(value, ensure_ascii=False)}"
    if e.aliases:
        yield f"aliases = {json.dumps(list(e.aliases), ensure_ascii=False)}"
    yield ""


def _entity(row: object, where: str) -> OwnEntity:
    """One entry as read. Raises UsageError where it is no entity."""
    if not isinstance(row, Mapping):
        raise UsageError(f"{where}: is no table of name, kind, aliases, capacity, en")
    if unknown := sorted(set(row) - _KEYS):
        raise UsageError(f"{where}: unknown key {unknown[0]!r}; use {', '.join(sorted(_KEYS))}")
    name, kind, aliases = row.get("name"), row.get("kind", "person"), row.get("aliases", [])
    if not (isinstance(name, str) and name.strip()):
        raise UsageError(f"{where}: has no name")
    if kind not in KINDS:
        raise UsageError(f"{where}: kind {kind!r}; use {', '.join(KINDS)}")
    if not (isinstance(aliases, list) and all(isinstance(a, str) and a.strip() for a in aliases)):
        raise UsageError(f"{where}: aliases must be a list of names")
    return OwnEntity(name.strip(), kind, tuple(a.strip() for a in aliases), _text(row, "capacity"), _text(row, "en"))


def _text(row: Mapping[str, Any], key: str) -> str | None:
    value = row.get(key)
    return value.strip() or None if isinstance(value, str) else None
