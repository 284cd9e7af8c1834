"""Records to JSON bytes and back, for any record type, led by the types' own hints.

A dataclass is an object of its fields, those with their default value left out; a named tuple and a tuple are lists.
Where a hint says ``object`` (the arguments of a time expression) the value carries its own type: an expression is
``{"op": .., "args": ..}``, a day ``{"day": ..}``, a number too long for JSON ``{"int": ..}``; other numbers, words,
None and lists stand for themselves.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Hashable
from datetime import date
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import orjson

from .. import records
from ..records import Expression

T = TypeVar("T")
Coder = Callable[[Any], Any]
JSON_INTEGERS = 2**63
"""What an integer must stay below to be written as a JSON number here; texts hold longer rows of digits."""


def dump(value: Any) -> bytes:
    """A record (or a tuple of records) as JSON bytes, the same bytes for equal values."""
    return orjson.dumps(_plain(value))


def load(kind: type[T], data: bytes) -> T:
    """The record of type ``kind`` that ``data`` holds. Raises ValueError or TypeError where it holds another shape."""
    value: T = _reader(cast(Hashable, kind))(orjson.loads(data))
    return value


def shape(kind: type) -> str:
    """The fields of ``kind`` and of every record in it, as text: two equal shapes read each other's bytes."""
    seen: dict[str, str] = {}
    _describe(kind, seen)
    return "\n".join(seen[k] for k in sorted(seen))


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, int) and abs(value) >= JSON_INTEGERS:
        return {"int": str(value)}
    if isinstance(value, tuple | list):
        return [_plain(v) for v in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {n: _plain(v) for n, default in _defaults(type(value)) if (v := getattr(value, n)) != default}
    return value


@cache
def _defaults(kind: type) -> tuple[tuple[str, Any], ...]:
    return tuple((f.name, f.default) for f in dataclasses.fields(kind))


@cache
def _reader(hint: Any) -> Coder:
    origin, args = get_origin(hint), get_args(hint)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _record_reader(hint)
    if hint is object:
        return _free
    if hint is date:
        return lambda v: date.fromisoformat(v["day"])
    if isinstance(hint, type) and issubclass(hint, tuple) and hasattr(hint, "_fields"):
        make: Coder = hint._make  # type: ignore[attr-defined]
        return make
    if origin is tuple and args[-1] is Ellipsis:
        item = _reader(args[0])
        return lambda v: tuple(item(x) for x in v)
    if origin is tuple:
        each = [_reader(a) for a in args]
        return lambda v: tuple(read(x) for read, x in zip(each, v, strict=True))
    if origin in (Union, types.UnionType):
        some = [a for a in args if a is not types.NoneType]
        if len(some) == 1:
            inner = _reader(some[0])
            return lambda v: None if v is None else inner(v)
    return lambda v: v


def _record_reader(kind: type) -> Coder:
    hints = get_type_hints(kind)
    parts: dict[str, Coder] = {}

    def _read(row: Any) -> Any:
        if not parts:  # filled on first use: a record may hold itself
            parts.update({f.name: _reader(hints[f.name]) for f in dataclasses.fields(kind)})
        return kind(**{name: parts[name](value) for name, value in row.items()})

    return _read


def _free(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_free(v) for v in value)
    if isinstance(value, dict):
        if "day" in value:
            return date.fromisoformat(value["day"])
        if "int" in value:
            return int(value["int"])
        return Expression(value["op"], tuple(_free(v) for v in value.get("args", ())))
    return value


def _describe(kind: type, seen: dict[str, str]) -> None:
    if kind.__name__ in seen:
        return
    hints = get_type_hints(kind)
    seen[kind.__name__] = f"{kind.__name__}: " + ", ".join(f"{n} {hints[n]}" for n in hints)
    for other in vars(records).values():
        if isinstance(other, type) and any(other.__name__ in str(h) for h in hints.values()):
            _describe(other, seen)


__all__ = ["dump", "load", "shape"]
