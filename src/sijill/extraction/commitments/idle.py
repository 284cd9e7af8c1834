"""Words that look like an undertaking and are none: consequences foretold, questions, what nobody is to do."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from ...language.document import Document
from ...language.keys import joined
from ...language.orthography import fold_word
from ...language.tables import table
from ...language.tokens import NUMBER, WORD
from ...records import Mention
from .clauses import Clause
from .due import Due
from .items import Item
from .rules import Match

SUBJECT = 18
"""How many words before a verb of holding its subject may stand."""


def asked(items: Sequence[Item], extent: Clause) -> bool:
    """Whether the act stands in a question told: "whether any would leave", "how they will be moved"."""
    for x in reversed(items):
        if x.j <= extent.head:
            if x.type == "whether":
                return extent.head - x.j <= 5
            if x.type == "mark":
                return False
    return False


def aim(head: Item) -> bool:
    """Whether an act is an aim that cannot be checked: to reach stability."""
    return head.hit is not None and head.hit.entry.value in table("undertakings")["aims"]["acts"]


def forecast(doc: Document, items: Sequence[Item], match: Match, when: Due | None) -> bool:
    """Whether an undated future tells what something will mean or lead to rather than what somebody will do."""
    head = items[match.items[-1]]
    if when is not None or head.variety != "future":
        return False
    verb = str(head.hit.entry.row.get("present", "")) if head.hit else ""
    return doc.tokens.form[head.i] in _forecasts() or (bool(verb) and fold_word(verb) in _consequences())


def a_name(doc: Document, items: Sequence[Item], match: Match, names: Sequence[Mention]) -> bool:
    """Whether a word known as a future by its prefix only stands in a name; ``names`` in order of their beginnings.

    Behind "was" it is a name too, or what would have been: no undertaking either way.
    """
    head = items[match.items[-1]]
    if head.hit is not None or head.type != "act":
        return False
    last = items[match.items[-1] - 1] if match.items[-1] else None
    if last is not None and last.type == "had" and last.j == head.i:
        return True
    start = doc.tokens.start[head.i]
    at = bisect_right(names, start, key=lambda m: m.start)
    return any(m.end > start for m in names[max(0, at - 3) : at])


def aside(doc: Document, items: Sequence[Item], match: Match) -> bool:
    """Whether what follows a verb of announcing tells only where or when it was announced: "announced in a meeting"."""
    first, head = items[match.items[0]], items[match.items[-1]]
    if match.rule.id != "settled" or head.verbal or not head.i:
        return False
    if first.variety != "announced":
        return False
    return doc.tokens.form[head.i - 1] in _settings()


def standing(items: Sequence[Item], match: Match, when: Due | None) -> bool:
    """Whether an act that takes a moment is said to last until a day: a contract or a state, nothing to be done."""
    head = items[match.items[-1]]
    momentary = head.hit is not None and head.hit.entry.value in table("undertakings")["momentary"]["acts"]
    return momentary and when is not None and when.kind == "until"


def gone(doc: Document, time: Item) -> bool:
    """Whether a time says of itself that it lies behind: last week, the past two months."""
    return doc.tokens.form[time.j - 1] in _gone()


def of_nothing(doc: Document, items: Sequence[Item], match: Match) -> bool:
    """Whether a verb of holding (it includes, it comprises) has no agreement, plan or law for its subject."""
    first = items[match.items[0]]
    if first.type != "plan" or first.variety != "holds":
        return False
    form = doc.tokens.form
    around = (*form[max(0, first.i - SUBJECT) : first.i], *form[first.j : first.j + 3])
    return _instruments().isdisjoint(around)


def only_so(doc: Document, items: Sequence[Item], match: Match) -> bool:
    """Whether what goes on is no act told but how a thing is: "continuing attempts", "which is being used"."""
    first, head = items[match.items[0]], items[match.items[-1]]
    if first.type == "carry" and first.variety == "still":
        hanging = match.items[0] > 0 and items[match.items[0] - 1].type == "which"
        return hanging or (head.hit is not None and head.hit.pronoun)
    if match.rule.id == "wished" and first.variety == "asks":
        return match.items[0] > 0 and items[match.items[0] - 1].type == "which"  # the reasons that called for it
    if match.rule.id == "goes-on" and head.variety == "past":
        after = items[match.items[-1] + 1 : match.items[-1] + 2]
        return any(x.variety == "duration" for x in after)  # how long something lasted
    if match.rule.id != "goes-on" or head.variety != "participle" or not head.i:
        return False
    before = doc.tokens.form[head.i - 1]
    article = str(table("morphology")["proclitics"]["before_nouns"][0][2])
    named = any(x.j == head.i for x in items)
    return doc.tokens.kind[head.i - 1] == WORD and not named and article not in (before[:2], before[1:3])


def aims_at(doc: Document, items: Sequence[Item], match: Match) -> bool:
    """Whether a verb that means "aims at" and "attacks" means the first: ahead or going on, with an act or a figure."""
    first = items[match.items[0]]
    verb = first.hit.entry.inflection if first.hit else None
    if verb is None or verb.tense == "past":
        return False
    return len(match.items) > 1 or NUMBER in doc.tokens.kind[first.j : first.j + 6]


def judged(doc: Document, items: Sequence[Item], match: Match) -> bool:
    """Whether "will be" is followed by a judgement: it will be dangerous, a good step."""
    head = items[match.items[-1]]
    return head.type == "will_be" and not _verdicts().isdisjoint(doc.tokens.form[head.j : head.j + 2])


@cache
def _verdicts() -> frozenset[str]:
    return frozenset(fold_word(w) for w in table("undertakings")["verdicts"]["words"])


@cache
def _gone() -> frozenset[str]:
    return frozenset(fold_word(w) for w in table("undertakings")["gone"]["words"])


@cache
def since() -> frozenset[str]:
    """The words for "since", folded, bare or joined."""
    return joined(table("undertakings")["gone"]["since"])


@cache
def _instruments() -> frozenset[str]:
    """What holds clauses (agreements, plans, laws), folded, under all clitics of nouns."""
    words = [fold_word(w) for w in table("undertakings")["instruments"]["words"]]
    before = [text for _, _, text in table("morphology")["proclitics"]["before_nouns"]]
    conjunctions = ("", *table("morphology")["proclitics"]["conjunctions"])
    return frozenset(c + p + w for c in conjunctions for p in ("", *before) for w in words)


@cache
def _settings() -> frozenset[str]:
    """The prepositions of place and time, folded, bare or joined."""
    return joined(table("undertakings")["settings"]["words"])


@cache
def _consequences() -> frozenset[str]:
    """The verbs of consequence, folded: in any person, with any pronoun."""
    return frozenset(fold_word(v) for v in table("undertakings")["forecast"]["verbs"])


@cache
def _forecasts() -> frozenset[str]:
    """The futures of the verbs of consequence, masculine and feminine, bare or joined, folded."""
    future = str(table("morphology")["present"]["future"])
    feminine = str(table("morphology")["enclitics"]["feminine_open"])
    verbs = [fold_word(v) for v in table("undertakings")["forecast"]["verbs"]]
    conjunctions = ("", *table("morphology")["proclitics"]["conjunctions"])
    return frozenset(c + future + start + v[1:] for v in verbs for start in (v[0], feminine) for c in conjunctions)
