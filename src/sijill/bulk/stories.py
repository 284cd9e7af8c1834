"""The long-running stories of an archive: articles that speak of the same undertakings, ranked by what is open and moved.

Reports of undertakings that share two rare words are compared (never all pairs), joined where enough of what they say is
alike, and articles that share an undertaking make a story. The best founded are then reconciled as a ledger would, so
that what is told of a story is what its ledger will show.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise
from typing import Any

from ..identity import identify
from ..ledger import codec
from ..pipeline import place, reconcile
from ..reconciliation.undertakings.profiles import CORE
from ..reconciliation.undertakings.timing import DONE, OFF
from ..records import Article, Commitment, Extraction
from .archive import Archive
from .groups import components

RAREST = 6
"""The rarest words of a report, two of which another must share to be compared with it."""
SHARED = 40
"""Reports that two rare words may bring together; what more share is a formula."""
ALIKE = 0.5
"""The share of the lighter report's words, weighed by rarity, that makes two reports tell of one undertaking."""
FEWEST = 3
"""Words that two such reports share at least: two alone are mostly a phrase of the trade (to enter the finals)."""
LEAST, DAYS = 4, 7
"""A story has so many articles of different origins, and runs over so many days."""
MOST = 150
"""The most articles of a story; a larger one is cut where its articles share least."""
RECONCILED = 60
"""Stories that are reconciled to be ranked; the others are left out."""


@dataclass(frozen=True, slots=True)
class Story:
    """A story of an archive, as ``sijill stories`` lists it. ``slip_days``: the days its dates moved by, all together."""

    story: str
    title: str
    articles: tuple[str, ...]
    reports: int
    commitments: int
    open: int
    moved: int
    slip_days: int
    first: date | None
    last: date | None
    score: float


@dataclass(frozen=True, slots=True)
class Told:
    """A report of an undertaking: its article's number and its words by weight."""

    number: int
    words: dict[str, float]
    act: str


def stories(archive: Archive) -> list[Story]:
    """The stories of an archive that is done, best first. Raises UsageError where the folder is no archive."""
    archive.parts()
    rows = archive.read("stories").to_pylist()
    return [Story(**{**row, "articles": tuple(row["articles"])}) for row in rows]


def find(archive: Archive, groups: Sequence[Sequence[int]]) -> tuple[list[Story], int]:
    """The stories of an archive, best first, and how many pairs of reports were compared; ``groups`` are its reprints."""
    told = list(_told(archive))
    pairs = _pairs(told)
    joined = [(a, b) for a, b in pairs if alike(told[a], told[b])]
    undertakings = components(joined)
    first = {n: group[0] for group in groups for n in group}
    days = {row["number"]: row["latest"] for row in archive.read("articles", ("number", "latest")).to_pylist()}
    found = []
    for pile in _piles(told, undertakings):
        known = [days[n] for n in pile if days[n]]
        if len({first.get(n, n) for n in pile}) >= LEAST and known and (max(known) - min(known)).days >= DAYS:
            found.append(pile)
    weight = Counter(n for members in undertakings for n in {told[k].number for k in members})
    found.sort(key=lambda pile: (-sum(weight[n] for n in pile), pile))
    return _ranked(archive, found[:RECONCILED]), len(pairs)


def _told(archive: Archive) -> Iterator[Told]:
    """The surely announced reports of undertakings, their words weighed by how rare they are in the archive."""
    numbers = {row["article"]: row["number"] for row in archive.read("articles", ("article", "number")).to_pylist()}
    table = archive.read("commitments", ("article", "act", "keys", "actors", "place", "weight"))
    kept: list[tuple[int, frozenset[str], str]] = []
    counts: Counter[str] = Counter()
    for batch in table.to_batches(max_chunksize=4096):
        for row in batch.to_pylist():
            if row["weight"] >= CORE:
                names = (f"@{n}" for n in (*row["actors"], row["place"]) if n)
                words = frozenset((*(k for k in row["keys"] if k[0] != "="), *names))
                kept.append((numbers[row["article"]], words, row["act"]))
                counts.update(words)
    for number, words, act in kept:
        yield Told(number, {w: math.log((len(kept) + 1) / counts[w]) for w in sorted(words) if counts[w] > 1}, act)


def _pairs(told: Sequence[Told]) -> list[tuple[int, int]]:
    """Reports of different articles that share two of their rarest words, in order."""
    index: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for k, one in enumerate(told):
        rarest = sorted(one.words, key=lambda w: (-one.words[w], w))[:RAREST]
        for both in combinations(sorted(rarest), 2):
            index[both].append(k)
    found: set[tuple[int, int]] = set()
    for members in index.values():
        if 1 < len(members) <= SHARED:
            found.update((a, b) for a, b in combinations(members, 2) if told[a].number != told[b].number)
    return sorted(found)


def alike(a: Told, b: Told) -> bool:
    """Whether two reports tell of one undertaking."""
    both = [w for word, w in a.words.items() if word in b.words]
    least = min(math.fsum(a.words.values()), math.fsum(b.words.values()))
    return a.act == b.act and len(both) >= FEWEST and math.fsum(both) >= ALIKE * least


def _piles(told: Sequence[Told], undertakings: Sequence[Sequence[int]]) -> list[list[int]]:
    """The articles of each story: joined by an undertaking, or by more of them where a story would grow too large."""
    shared: Counter[tuple[int, int]] = Counter()
    for members in undertakings:
        numbers = sorted({told[k].number for k in members})
        if len(numbers) > MOST:
            continue
        # a chain holds a pile together as well as all pairs do, and costs no square
        shared.update(pairwise(numbers))
        shared.update(zip(numbers, numbers[2:], strict=False))
    out: list[list[int]] = []
    edges, least = list(shared), 1
    while edges:
        large: set[int] = set()
        for pile in components(edges):
            if len(pile) <= MOST:
                out.append(pile)
            else:
                large.update(pile)
        least += 1
        edges = [pair for pair in edges if pair[0] in large and shared[pair] >= least]
    return sorted(out)


def _ranked(archive: Archive, piles: Sequence[Sequence[int]]) -> list[Story]:
    """The stories as their ledgers would tell them, best first."""
    wanted = {n for pile in piles for n in pile}
    held: dict[int, Extraction] = {}
    for part in archive.parts():
        for row in archive.each(part, ("number", "article", "extraction")):
            if row["number"] in wanted:
                held[row["number"]] = _extraction(row)
    made = [_story([held[n] for n in pile]) for pile in piles]
    return sorted((s for s in made if s.commitments), key=lambda s: (-s.score, s.story))


def _extraction(row: dict[str, Any]) -> Extraction:
    found = codec.load(Extraction, row["extraction"])
    article = codec.load(Article, row["article"])
    return Extraction(article, *(getattr(found, name) for name in Extraction.__slots__[1:]))


def _story(pile: Sequence[Extraction]) -> Story:
    record = reconcile(place(pile))
    told = [c for c in record.commitments if len({r.article for r in c.history}) > 1]
    open_ = [c for c in told if c.final_status not in DONE | OFF]
    moved = [c for c in told if c.moved and c.slip_days]
    days = sorted(d.published.latest for d in record.articles if d.published.latest)
    slip = sum(abs(c.slip_days or 0) for c in moved)
    digests = sorted(x.article.digest or x.article.name for x in pile)
    return Story(
        story=identify("story", *digests), title=_title(told), articles=tuple(x.article.name for x in pile),
        reports=sum(len(c.history) for c in told), commitments=len(told), open=len(open_), moved=len(moved), slip_days=slip,
        first=days[0] if days else None, last=days[-1] if days else None, score=len(open_) + 2.0 * len(moved),
    )  # fmt: skip


def _title(told: Sequence[Commitment]) -> str:
    """The undertaking that most articles tell of."""
    best = max(told, key=lambda c: (len({r.article for r in c.history}), c.id), default=None)
    return best.title_ar if best else ""
