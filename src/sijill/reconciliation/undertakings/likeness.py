"""Why two reports may tell of one undertaking: a readable list of reasons for and against, each with its weight.

Sources of the idea: weighted feature lists of record linkage (Fellegi and Sunter, 1969) and of entity resolution tools.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from ...language.tables import table
from .timing import AHEAD, DONE


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """What is compared of a report: ``keys`` with their weights in this pile, rare words weighing more.

    ``thing`` holds the keys of the act's object, ``head`` the first of them ("" where there is none); ``places`` are
    towns and sites, ``home`` the countries that the report names, else those its article speaks of most; ``numbers`` are
    the figures of the clause, ``ordinals`` its "third", "fourth" as numbers. ``located``: a place is part of the object.
    ``words`` are the clause's own, acts, figures and names aside; ``acts`` what it is about: its
    own act, or those that it says are put off, called off or carried out.
    """

    act: str
    keys: Mapping[str, float]
    actors: frozenset[str]
    places: frozenset[str]
    earliest: date | None
    latest: date | None
    status: str
    article: str
    home: frozenset[str] = frozenset()
    thing: frozenset[str] = frozenset()
    head: str = ""
    numbers: frozenset[str] = frozenset()
    ordinals: frozenset[int] = frozenset()
    located: bool = False
    words: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()


class Reason(NamedTuple):
    """One reason: its ``name``, its signed ``weight`` and how strongly it holds (0..1)."""

    name: str
    weight: float
    holds: Callable[[Profile, Profile], float]


@cache
def family(act: str) -> str:
    """The family of acts that ``act`` belongs to; itself where it has none."""
    return str(table("acts").get(act, {}).get("family", act))


@cache
def _near(a: str, b: str) -> bool:
    near = table("acts")["near"]
    return b in near.get(a, ()) or a in near.get(b, ())


BARE = frozenset({"postpone", "extend", "advance", "cancel", "refuse", "deny", "continue"})
"""Classes of words that tell what became of an act without naming it."""


LIGHT = frozenset({"hold", "comply"})
"""Acts whose words also carry other acts: to hold an election, to carry out a reform."""
COVERED = 0.6
"""The least share of the words of what was to be done that tells it done."""
SINGLE = 0.7
"""What a single word weighs there."""


def _same_act(a: Profile, b: Profile) -> float:
    """Of one class of acts; two refusals are not one act, but what is refused may be."""
    return float(not a.acts.isdisjoint(b.acts))


def _same_family(a: Profile, b: Profile) -> float:
    return float(a.acts.isdisjoint(b.acts) and _kin(a, b))


@lru_cache(maxsize=1)
def _kin(a: Profile, b: Profile) -> bool:
    """Whether some act of one and some of the other are of one family."""
    return not {family(x) for x in a.acts}.isdisjoint(family(x) for x in b.acts)


def _other_act(a: Profile, b: Profile) -> float:
    if a.act in BARE or b.act in BARE or _act_named(a, b):
        return 0.0
    return float(not _kin(a, b) and not _near(family(a.act), family(b.act)))


@lru_cache(maxsize=10_000)
def _total(a: Profile) -> float:
    return sum(a.keys.values())


@lru_cache(maxsize=1)
def _shared(a: Profile, b: Profile) -> tuple[float, ...]:
    """The weights of the words that both use; several reasons in a row ask for those of one pair."""
    theirs = b.keys
    return tuple([min(w, theirs[k]) for k, w in a.keys.items() if k in theirs])


def _shared_words(a: Profile, b: Profile) -> float:
    """The weight of shared words over that of the shorter report's words."""
    small = min(_total(a), _total(b))
    return sum(_shared(a, b)) / small if small else 0.0


def _near_verbatim(a: Profile, b: Profile) -> float:
    """Whether most words of the longer report are shared too."""
    large = max(_total(a), _total(b))
    share = sum(_shared(a, b)) / large if large else 0.0
    return float(share >= 0.7 and min(len(a.keys), len(b.keys)) >= 3)


def _nothing_shared(a: Profile, b: Profile) -> float:
    return float(not _shared(a, b))


def _much_shared(a: Profile, b: Profile) -> float:
    """How much is shared in all, up to what half a dozen telling words weigh."""
    return min(1.0, sum(_shared(a, b)) / 15)


def _rare_word(a: Profile, b: Profile) -> float:
    """How rare the rarest word is that both use of their own."""
    return max(_shared(a, b), default=0.0) / 6


def _act_named(a: Profile, b: Profile) -> float:
    """One names, beside its own act, the act of the other."""
    return float(a.act != b.act and ("=" + a.act in b.keys or "=" + b.act in a.keys))


def akin(a: Profile, b: Profile, done: bool) -> bool:
    """Whether two reports may tell of one act: of one family, or, unless one is ``done``, one names the other's act."""
    if _kin(a, b):
        return True
    return not done and (a.act in BARE or b.act in BARE or bool(_act_named(a, b)))


def _same_place(a: Profile, b: Profile) -> float:
    return float(bool(a.places & b.places))


def _other_place(a: Profile, b: Profile) -> float:
    return float(bool(a.places) and bool(b.places) and not a.places & b.places)


def _place_in_one(a: Profile, b: Profile) -> float:
    """Only one of the two names a place: leaving a base and leaving altogether are two, surely so in one article.

    Less so where the place is not what the act is done to, but only where it is done.
    """
    if bool(a.places) == bool(b.places):
        return 0.0
    return (1.0 if a.located or b.located else 0.5) * (1.6 if a.article == b.article else 1.0)


def _same_due(a: Profile, b: Profile) -> float:
    return float(a.latest is not None and a.latest == b.latest)


def _other_due(a: Profile, b: Profile) -> float:
    """Both ahead, in one article, for different days: two phases rather than one act that moved."""
    if a.article != b.article or a.latest is None or b.latest is None:
        return 0.0
    return float(a.latest != b.latest and a.status in AHEAD and b.status in AHEAD)


def _other_step(a: Profile, b: Profile) -> float:
    """Each names its step, round or part by an ordinal, and not the same."""
    return float(bool(a.ordinals) and bool(b.ordinals) and not a.ordinals & b.ordinals)


def _same_number(a: Profile, b: Profile) -> float:
    return float(bool(a.numbers & b.numbers))


def _other_number(a: Profile, b: Profile) -> float:
    return float(bool(a.numbers) and bool(b.numbers) and not a.numbers & b.numbers)


def _other_country(a: Profile, b: Profile) -> float:
    """The reports, or where they name none their articles, are of different countries."""
    return float(bool(a.home) and bool(b.home) and not a.home & b.home)


def _outcome(a: Profile, b: Profile) -> float:
    """One tells what is to come, the other that very thing done: as much of its words as the other has too.

    Who did it, and how many came, is told of what is done only, and speaks not against it.
    """
    if (a.status in DONE) == (b.status in DONE) or not _kin(a, b):
        return 0.0
    covered = max(_covered(x, y.words) for o, y in ((a, b), (b, a)) for x in (o.thing & o.words, o.words))
    return covered if covered >= COVERED else 0.0


def _covered(some: frozenset[str], others: frozenset[str]) -> float:
    """The share of some words that are among others; a single word tells less."""
    if not some:
        return 0.0
    return len(some & others) / len(some) * (1.0 if len(some) > 1 else SINGLE)


def _other_actor(a: Profile, b: Profile) -> float:
    if _outcome(a, b):
        return 0.0
    return float(bool(a.actors) and bool(b.actors) and not a.actors & b.actors)


def _thing_told(a: Profile, b: Profile) -> float:
    """How rare the word for what the act of one is done to is that the other uses too."""
    told = [b.keys[k] for k in a.thing if k in b.keys] + [a.keys[k] for k in b.thing if k in a.keys]
    return min(1.0, max(told, default=0.0) / 3)


def _thing_missing(a: Profile, b: Profile) -> float:
    """What the act of one is done to is not spoken of by the other, nor around it."""
    if _outcome(a, b):
        return 0.0
    return float((bool(a.head) and a.head not in b.keys) or (bool(b.head) and b.head not in a.keys))


REASONS: tuple[Reason, ...] = (
    Reason("same_act", 1.6, _same_act),
    Reason("same_family", 1.6, _same_family),
    Reason("other_act", -1.0, _other_act),
    Reason("shared_words", 1.8, _shared_words),
    Reason("much_shared", 1.8, _much_shared),
    Reason("rare_word", 1.1, _rare_word),
    Reason("act_named", 0.6, _act_named),
    Reason("near_verbatim", 0.5, _near_verbatim),
    Reason("nothing_shared", -1.8, _nothing_shared),
    Reason("same_place", 1.0, _same_place),
    Reason("other_place", -2.5, _other_place),
    Reason("place_in_one", -2.0, _place_in_one),
    Reason("same_due", 1.8, _same_due),
    Reason("other_due", -2.0, _other_due),
    Reason("outcome", 1.2, _outcome),
    Reason("other_step", -1.4, _other_step),
    Reason("same_number", 1.0, _same_number),
    Reason("other_number", -0.5, _other_number),
    Reason("other_country", -2.0, _other_country),
    Reason("other_actor", -0.4, _other_actor),
    Reason("thing_told", 0.6, _thing_told),
    Reason("thing_missing", -0.7, _thing_missing),
)


def weigh(a: Profile, b: Profile) -> tuple[float, tuple[str, ...]]:
    """The sum of the reasons that hold between two reports, and their names with what each adds, strongest first."""
    said = _said(a, b)
    return sum(w for w, _ in said), tuple(f"{name} {w:+.1f}" for w, name in said)


def likeness(a: Profile, b: Profile) -> float:
    """The sum of the reasons alone, for the many pairs that nobody asks why."""
    return sum([w for w, _ in _said(a, b)])


def _said(a: Profile, b: Profile) -> list[tuple[float, str]]:
    said = [(r.weight * held, r.name) for r in REASONS if (held := r.holds(a, b))]
    said.sort(key=lambda x: (-abs(x[0]), x[1]))
    return said
