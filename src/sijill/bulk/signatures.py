"""MinHash signatures of a report's shingles, the same on every machine, and the bands that bring reprints together.

One permutation hashing (Li, Owen and Zhang 2012): a shingle falls into one of SLOTS slots, the least of a slot is kept; an
empty slot borrows from the next full one (Shrivastava and Li 2014). One pass over the shingles instead of one a slot.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

SLOTS = 64
ROWS = 2
"""Slots in a band: two reports of likeness J meet with probability 1 - (1 - J ** ROWS) ** (SLOTS / ROWS), 0.96 at J = 0.3."""
_MASK = (1 << 64) - 1
_SPREAD, _STEP = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F


def signature(shingles: Iterable[int]) -> list[int]:
    """The least mixed shingle of each slot (SLOTS numbers below 2 ** 58); empty where there is no shingle."""
    least: dict[int, int] = {}
    for shingle in shingles:
        mixed = (shingle * _SPREAD) & _MASK
        mixed = ((mixed ^ (mixed >> 29)) * _STEP) & _MASK
        slot, value = mixed >> 58, mixed & 0x3FFFFFFFFFFFFFF
        if value < least.get(slot, _MASK):
            least[slot] = value
    if not least:
        return []
    out = [0] * SLOTS
    value, away = least[min(least)], 1
    for slot in range(SLOTS - 1, -1, -1):
        if slot in least:
            value, away = least[slot], 0
        out[slot] = (value + away * _STEP) & 0x3FFFFFFFFFFFFFF if away else value
        away += 1
    return out


def bands(slots: Sequence[int]) -> list[int]:
    """One number (63 bits) for each band of a signature; reports with one in common are looked at."""
    out = []
    for band in range(0, len(slots), ROWS):
        mixed = band + 1
        for value in slots[band : band + ROWS]:
            mixed = ((mixed ^ value) * _SPREAD) & _MASK
            mixed ^= mixed >> 31
        out.append(mixed >> 1)
    return out


def packed(shingles: Iterable[int]) -> bytes:
    """Shingles as bytes, eight each, in order."""
    return array("Q", sorted(shingles)).tobytes()


def unpacked(data: bytes) -> frozenset[int]:
    """The shingles of :func:`packed`."""
    out = array("Q")
    out.frombytes(data)
    return frozenset(out)
