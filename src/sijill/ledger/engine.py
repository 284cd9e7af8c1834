"""Which engine found what: a digest over the rule data, the code of extraction and the shape of its records.

A stored extraction of another engine is made again from its article, so that a better rule reaches old articles too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from ..language.rules import digest
from ..records import Extraction, OwnEntity
from .codec import dump, shape


def engine(own: Sequence[OwnEntity] = ()) -> str:
    """Sixteen hex digits that change whenever an extraction could, with a person's ``own`` entities among the words."""
    if not own:
        return _shipped()
    return hashlib.sha256(_shipped().encode() + dump(tuple(own))).hexdigest()[:16]


@cache
def _shipped() -> str:
    total = hashlib.sha256(digest().encode() + shape(Extraction).encode())
    root = files("sijill")
    for part in ("language", "extraction"):
        for file in sorted(_code(root.joinpath(part)), key=str):
            total.update(file.name.encode() + b"\0" + file.read_bytes())
    total.update(root.joinpath("pipeline.py").read_bytes())
    return total.hexdigest()[:16]


def _code(folder: Traversable) -> Iterator[Traversable]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from _code(item)
        elif item.name.endswith(".py"):
            yield item
