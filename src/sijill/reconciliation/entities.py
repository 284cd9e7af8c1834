"""One entity under all its spellings and titles, over all articles; and the places that undertakings speak of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ..identity import identify
from ..language.naming import name_en, person_key
from ..language.orthography import fold_key
from ..language.tables import table
from ..records import Dated, Entity, Site

_KEPT = ("person", "office", "institution", "government", "armed_group", "country", "place", "media")
_STATES = ("country", "government")


@dataclass(slots=True)
class _Gathered:
    """What the pile says of one entity: canonical names and words used, counted; kinds counted."""

    names: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)


def entities(pile: Sequence[Dated]) -> list[Entity]:
    """People, bodies, groups and places of the pile, most mentioned first.

    Mentions of one key are one entity. A person's key is first and last name, consonants only where the name is foreign;
    a lone surname joins the one person of the pile who bears it; an office joins its holder (extraction has put the
    holder's name on it). A state and its government by its capital are one.
    """
    people, known = _people(pile)
    gathered: dict[tuple[str, ...], _Gathered] = defaultdict(_Gathered)
    for dated in pile:
        for m in dated.extraction.mentions:
            if m.kind not in _KEPT:
                continue
            key = _key(m.entity, m.kind, people, known)
            one = gathered[key]
            one.names[m.entity] += 1
            one.words[_whole(m.text, m.entity)] += 1
            one.kinds[m.kind] += 1
    out = [_entity(key, one) for key, one in gathered.items()]
    return sorted(out, key=lambda e: (-e.mentions, e.kind, e.name_ar))


def sites(pile: Sequence[Dated]) -> list[Site]:
    """Places that undertakings speak of, in order of name. Coordinates are None: no gazetteer of coordinates ships."""
    seen: dict[str, str] = {}
    for dated in pile:
        for u in dated.extraction.undertakings:
            if u.place:
                seen.setdefault(fold_key(u.place), u.place)
    return [Site(identify("site", key), name, name_en(name)) for key, name in sorted(seen.items())]


def _whole(text: str, name: str) -> str:
    """A mention's words with the alef that its article lost after "for", where its name has the article."""
    article = str(table("names")["article"])
    lost = name.startswith(article) and text.startswith(article[1:]) and not text.startswith(article)
    return article[:1] + text if lost else text


def _people(pile: Sequence[Dated]) -> tuple[dict[tuple[str, ...], tuple[str, ...]], frozenset[tuple[str, ...]]]:
    """A surname to the one person of the pile who bears it (first and last name), where only one does; and all people."""
    bearers: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for dated in pile:
        for m in dated.extraction.mentions:
            if m.kind == "person" and len(key := person_key(m.entity)) > 1:
                bearers[key[-1]].add((key[0], key[-1]))
    alone: dict[tuple[str, ...], tuple[str, ...]] = {(k,): next(iter(who)) for k, who in bearers.items() if len(who) == 1}
    return alone, frozenset(one for who in bearers.values() for one in who)


def _key(
    name: str, kind: str, people: dict[tuple[str, ...], tuple[str, ...]], known: frozenset[tuple[str, ...]]
) -> tuple[str, ...]:
    if kind in ("person", "office"):
        key = person_key(name)
        ends = (key[0], key[-1]) if len(key) > 1 else people.get(key, key)
        if kind == "person" or ends in known:
            return ("person", *ends)
        return ("office", fold_key(name))
    if kind in _STATES and name_en(name):
        return ("state", fold_key(name))
    return ("name", fold_key(name))


def _entity(key: tuple[str, ...], one: _Gathered) -> Entity:
    name = _best(one.names, longest=key[0] == "person")
    kind = _best(one.kinds)
    if key[0] == "person":
        kind = "person"
    elif key[0] == "state" and "country" in one.kinds:
        kind = "country"
    variants = tuple(sorted({*one.words, *one.names} - {name}))
    english = None if key[0] in ("person", "office") else name_en(name)
    return Entity(identify("entity", *key), name, english, kind, variants, sum(one.words.values()))


def _best(counted: Counter[str], longest: bool = False) -> str:
    """The form used most; for people the one of most words, then used most; ties by the alphabet."""
    ranked: Iterable[tuple[int, int, str]] = ((-len(n.split()) if longest else 0, -c, n) for n, c in counted.items())
    return min(ranked)[2]
