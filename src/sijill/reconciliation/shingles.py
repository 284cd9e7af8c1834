"""How much two reports have in common, sentence by sentence and run by run; candidates from indexes, never all pairs.

Two measures, because reports are copied in two ways. *Shingles* (four words in a row, folded, numbers in digits) find
copies and edited copies under spelling variants. *Sentence likeness* (content stems weighted by rarity) finds two Arabic
renderings of one foreign sentence, which have no run of words in common. Broder (1997) for containment; the index holds
each posting list to a bound, so that a formula that everybody prints does not make all pairs.
"""

from __future__ import annotations

import math
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations

from ..language.keys import stem
from ..language.lexicon import lexicon
from ..language.orthography import SKIP, fold
from ..records import Extraction

SIZE = 4
POSTINGS = 64
"""Reports that one run of words (or key of a sentence) may bring together; what more print is a formula."""
LARGE = 2000
"""From so many reports on, every fourth shingle makes candidates; containment is exact all the same."""
RARE = 16
"""Stretches that a word may stand in for it to bring two of them together."""
LEAD = 40
"""Content words after which a report's lead is over."""
ALIKE = 0.35
"""Weighted overlap over union from which two sentences tell the same."""
_WORD = re.compile(r"\d+(?:[.,]\d+)*|\w+")


@dataclass(frozen=True, slots=True)
class Parallel:
    """Sentence ``i`` of one report tells what sentence ``j`` of the other does: ``weight`` in (0, 1], ``shared`` stems."""

    i: int
    j: int
    weight: float
    shared: int


@dataclass(frozen=True, slots=True)
class Likeness:
    """What reports ``a`` and ``b`` (indices, a < b) have in common.

    ``shared``: shingles in both; ``of_a``, ``of_b``: their share of each; ``parallels``: sentences told alike, each once;
    ``cover_a``, ``cover_b``: the share of each report's content words that stands in such sentences.
    """

    a: int
    b: int
    shared: int
    of_a: float
    of_b: float
    parallels: tuple[Parallel, ...] = ()
    cover_a: float = 0.0
    cover_b: float = 0.0


@dataclass(slots=True)
class Cut:
    """A report cut for comparison: its shingles as numbers, its sentences and its lead (with the title) as sets of stems."""

    shingles: set[int] = field(default_factory=set)
    sentences: list[frozenset[str]] = field(default_factory=list)
    lead: frozenset[str] = frozenset()

    @property
    def words(self) -> int:
        """Content words of the whole report, counted a sentence at a time."""
        return sum(map(len, self.sentences))


def likenesses(pile: Sequence[Extraction]) -> list[Likeness]:
    """Every two reports of ``pile`` that have something in common, in order of their indices."""
    cuts = [cut(x) for x in pile]
    return liken(cuts, parallels([x.sentences for x in cuts], ALIKE))


def liken(cuts: Sequence[Cut], sentences: Mapping[tuple[int, int], tuple[Parallel, ...]]) -> list[Likeness]:
    """The same over reports that are cut already, with their ``sentences`` told alike (lesser likenesses are left out)."""
    runs = _together(_sampled(cuts))
    strong = {pair: tuple(p for p in rows if p.weight >= ALIKE) for pair, rows in sentences.items()}
    told = {pair: rows for pair, rows in strong.items() if rows}
    out = []
    for a, b in sorted({*(p for p, n in runs.items() if n >= 2), *told}):
        x, y = cuts[a], cuts[b]
        both = len(x.shingles & y.shingles)
        pairs = told.get((a, b), ())
        out.append(
            Likeness(
                a, b, both, both / max(1, len(x.shingles)), both / max(1, len(y.shingles)), pairs,
                sum(len(x.sentences[p.i]) for p in pairs) / max(1, x.words),
                sum(len(y.sentences[p.j]) for p in pairs) / max(1, y.words),
            )
        )  # fmt: skip
    return out


def cut(x: Extraction) -> Cut:
    """The report's text outside furniture, cut for comparison."""
    out = Cut()
    folded = fold(x.article.text)
    for start, end in x.sentences:
        words = [_plain(w) for w in _WORD.findall(folded[start:end].replace(SKIP, ""))]
        codes = [_code(w) for w in words]
        for k in range(len(codes) - SIZE + 1):
            out.shingles.add(_mix(codes[k : k + SIZE]))
        stems = (w if w[0].isdigit() else stem(w) for w in words)
        out.sentences.append(frozenset(s for s in stems if s))
    out.lead = _lead(x.article.title, out.sentences)
    return out


def _lead(title: str | None, sentences: Sequence[frozenset[str]]) -> frozenset[str]:
    """The stems of the title and of the first sentences, up to LEAD of them."""
    words = (_plain(w) for w in _WORD.findall(fold(title or "").replace(SKIP, "")))
    lead = {s for s in (w if w[0].isdigit() else stem(w) for w in words) if s}
    for sentence in sentences:
        if len(lead) >= LEAD:
            break
        lead |= sentence
    return frozenset(lead)


@cache
def _plain(word: str) -> str:
    """A word as it is compared: numbers in digits without separators, number words as digits."""
    if word[0].isdigit():
        return word.replace(",", "")
    return _numerals().get(word, word)


@cache
def _numerals() -> dict[str, str]:
    """Single number words from three on, which one report writes in letters and the next in digits."""
    rows = [e for e in lexicon().entries("numeral") if len(e.words) == 1 and isinstance(e.value, int) and e.value >= 3]
    return {e.words[0]: str(e.value) for e in rows}


@cache
def _code(word: str) -> int:
    return zlib.crc32(word.encode())


def _mix(codes: Sequence[int]) -> int:
    """One number for a run of words, the same on every machine."""
    out = 0
    for code in codes:
        out = (out * 0x100000001B3 + code) & 0xFFFFFFFFFFFFFFFF
    return out


def _sampled(cuts: Sequence[Cut]) -> Iterable[tuple[int, Iterable[int]]]:
    step = 4 if len(cuts) >= LARGE else 1
    for n, x in enumerate(cuts):
        few = step == 1 or len(x.shingles) < 100
        yield n, x.shingles if few else [s for s in x.shingles if (s >> 17) % step == 0]


def _together(keyed: Iterable[tuple[int, Iterable[int]]]) -> Counter[tuple[int, int]]:
    """How many keys each two reports share, by an inverted index with bounded lists."""
    index: dict[int, list[int]] = {}
    for n, keys in keyed:
        for key in keys:
            index.setdefault(key, []).append(n)
    out: Counter[tuple[int, int]] = Counter()
    for members in index.values():
        if len(members) > 1:
            head = members[:POSTINGS]
            out.update(combinations(head, 2))
            for late in members[POSTINGS:]:
                out.update((first, late) for first in head[:4])
    return out


def parallels(told: Sequence[Sequence[frozenset[str]]], least: float) -> dict[tuple[int, int], tuple[Parallel, ...]]:
    """Stretches told alike (``told[n]``: report n's stretches as stems), for every two reports that have some.

    Each stretch counts with its best partner only; ``least`` is the weight from which two are alike.
    """
    spread = Counter(word for stretches in told for word in frozenset().union(*stretches))
    total = 30 * len(told)
    rarity = {word: math.log(1 + total / (1 + n)) for word, n in spread.items()}
    found: dict[tuple[int, int], list[Parallel]] = {}
    for (n, i), (m, j) in _met(told):
        x, y = told[n][i], told[m][j]
        both = x & y
        if len(both) >= 4:
            weight = sum(sorted(rarity[w] for w in both)) / sum(sorted(rarity[w] for w in x | y))
            if weight >= least:
                found.setdefault((n, m), []).append(Parallel(i, j, weight, len(both)))
    return {pair: _best(rows) for pair, rows in found.items()}


def _met(told: Sequence[Sequence[frozenset[str]]]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Stretches of different reports that share two words which few stretches have, in order."""
    index: dict[str, list[tuple[int, int]]] = {}
    for n, stretches in enumerate(told):
        for i, words in enumerate(stretches):
            for word in words:
                index.setdefault(word, []).append((n, i))
    met: Counter[tuple[tuple[int, int], tuple[int, int]]] = Counter()
    for members in index.values():
        if 1 < len(members) <= RARE:
            met.update((p, q) for p, q in combinations(members, 2) if p[0] != q[0])
    return sorted(pair for pair, shared in met.items() if shared >= 2)


def _best(rows: list[Parallel]) -> tuple[Parallel, ...]:
    left: set[int] = set()
    right: set[int] = set()
    out = []
    for row in sorted(rows, key=lambda r: (-r.weight, r.i, r.j)):
        if row.i not in left and row.j not in right:
            left.add(row.i)
            right.add(row.j)
            out.append(row)
    return tuple(sorted(out, key=lambda r: r.i))
