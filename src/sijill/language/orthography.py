"""Which letters count as the same: one-for-one folding, so that folded offsets are original offsets.

Source of the classes: Unicode 15 Arabic block; the folds are those customary in Arabic retrieval (alef, hamza seats,
ta marbuta, alef maqsura, Persian yeh and kaf, Eastern and Persian digits). The data is ``ar/orthography.toml``.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from .tables import table

SKIP = "\u0640"
"""What every skipped mark (diacritic, tatweel, bidi control) folds to; removed from word forms."""


def orthography() -> dict[str, Any]:
    """The orthography data, read once."""
    return table("orthography")


@cache
def _table() -> dict[int, str]:
    data = orthography()
    table = {ord(k): str(v) for part in ("letters", "digits") for k, v in data[part].items()}
    ranges = data["skipped"]["ranges"]
    for low, high in ranges:
        table.update(dict.fromkeys(range(int(low, 16), int(high, 16) + 1), SKIP))
    return table


def fold(text: str) -> str:
    """``text`` with look-alike letters and digits made one, character for character (same length)."""
    return text.translate(_table())


def fold_word(text: str) -> str:
    """``text`` folded and with skipped marks left out: the key under which a word is looked up."""
    return text.translate(_table()).replace(SKIP, "")


def fold_key(text: str) -> str:
    """Folded words of ``text`` joined by single spaces: the key under which a phrase is compared."""
    return " ".join(fold_word(text).split())
