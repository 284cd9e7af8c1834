"""What the user knows that the inputs do not say: days, outlets, field names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """``published`` and ``outlet`` by article name (or a beginning of it that only one article has).

    ``fields``: the contract's field name -> the name it has in the user's records, dots going down into nested objects
    (``{"text": "body.plain", "published": "date"}``). ``quick``: pages are read by
    resiliparse, for great numbers of them; read raises UsageError where it is not installed.
    """

    published: Mapping[str, date] = field(default_factory=dict)
    outlet: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)
    quick: bool = False
