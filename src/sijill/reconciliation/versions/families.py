"""Which articles of a pile are versions of one: met under one address, and mostly in the same words.

Of several versions the newest one stands in the record, under the name and the content hash of the first, so that what a
person decided of the article, and the ids that go back to it, hold for all of them. The earlier ones are kept and compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from ...addresses import address_key
from ...language.orthography import fold_word
from ...records import Article, Extraction

SAME_ARTICLE = 0.4
"""How much of the shorter text's runs of two words the other must have to be the same article changed, not another one."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Family:
    """The versions of one article, oldest first, and the day from which each stood (None: unknown)."""

    versions: tuple[Extraction, ...]
    days: tuple[date | None, ...]
    root: Article

    def known(self, as_of: date | None) -> list[tuple[Extraction, date | None]]:
        """The versions that had been published by a day (None: all), with their days; the first in any case."""
        both = list(zip(self.versions, self.days, strict=True))
        return [x for i, x in enumerate(both) if i == 0 or as_of is None or x[1] is None or x[1] <= as_of]


class _Had(NamedTuple):
    """An article and when it was had."""

    x: Extraction
    moment: str | None


def families(pile: Iterable[Extraction], seen: Sequence[tuple[str, str]] = ()) -> list[Family]:
    """The pile as families, in its order; most have one member.

    ``seen``: which article (by digest) was had when (ISO 8601, UTC), in order, where that is known. A version that was
    there again after a later one is a version once more.
    """
    pile, dated = list(pile), {digest for digest, _ in seen}
    known = {x.article.digest: x for x in pile}
    rest = sorted((x for x in pile if x.article.digest not in dated), key=lambda x: x.article.name)
    order: list[list[_Had]] = []
    under: dict[str, list[list[_Had]]] = {}
    for had in (*(_Had(x, None) for x in rest), *(_Had(known[d], moment) for d, moment in seen if d in known)):
        keys = addresses_of(had.x.article)
        near = [group for key in keys for group in under.get(key, ())]
        group = next((g for g in near if alike(g[-1].x.article.text, had.x.article.text)), None)
        if group is None:
            group = []
            order.append(group)
        group.append(had)
        for key in keys:
            if not any(group is g for g in under.setdefault(key, [])):
                under[key].append(group)
    return [_family(group) for group in order]


def standing(found: Sequence[Family], as_of: date | None = None) -> list[Extraction]:
    """The newest version of each family that was known by a day, under the name and hash of the first."""
    return [settled(family, family.known(as_of)[-1][0]) for family in found]


def settled(family: Family, version: Extraction) -> Extraction:
    """A version as it stands for its family: its own words, the first one's name and hash, everybody's addresses."""
    if len(family.versions) == 1:
        return version
    urls = dict.fromkeys(u for v in family.versions for u in (v.article.url, *v.article.addresses) if u)
    others = tuple(u for u in urls if u != version.article.url)
    article = replace(version.article, name=family.root.name, digest=family.root.digest, addresses=others)
    return replace(version, article=article)


def addresses_of(article: Article) -> tuple[str, ...]:
    """The keys of an article's addresses."""
    return tuple(dict.fromkeys(k for u in (article.url, *article.addresses) if (k := address_key(u))))


def alike(a: str, b: str) -> bool:
    """Whether two texts under one address are one article, changed in places: not two that share a front page's address."""
    one, other = _runs(a), _runs(b)
    least = min(len(one), len(other))
    return not least or len(one & other) >= SAME_ARTICLE * least


def _runs(text: str) -> set[tuple[str, str]]:
    words = _WORD.findall(fold_word(text))
    return set(pairwise(words))


def _family(group: list[_Had]) -> Family:
    root = group[0].x.article  # the first one had: names and ids stay where an older version comes later
    if len(group) > 1 and all(h.x.article.published.latest for h in group):
        group = sorted(group, key=lambda h: h.x.article.published.latest or date.min)  # stable: then as they were had
    days: list[date | None] = []
    for i, had in enumerate(group):
        day, earlier = had.x.article.published.latest, group[i - 1].x.article.published.latest if i else None
        if i and (day is None or (earlier is not None and day <= earlier)):  # changed without saying so
            day = date.fromisoformat(had.moment[:10]) if had.moment else day
        days.append(day)
    return Family(tuple(h.x for h in group), tuple(days), root)
