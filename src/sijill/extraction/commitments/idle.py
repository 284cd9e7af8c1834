"""Words that look like an undertaking and are none: consequences foretold, questions, what nobody is to do."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ...language.document import Document
from ...language.orthography import fold_word
from ...language.tables import table
from .clauses import Clause
from .due import Due
from .items import Item
from .rules import Match


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
    form = doc.tokens.form[head.i]
    return any(
        form == conj + verb for conj in ("", *table("morphology")["proclitics"]["conjunctions"]) for verb in _forecasts()
    )


@cache
def _forecasts() -> frozenset[str]:
    """The futures of the verbs of consequence, masculine and feminine, bare or joined, folded."""
    future = str(table("morphology")["present"]["future"])
    feminine = str(table("morphology")["enclitics"]["feminine_open"])
    verbs = [fold_word(v) for v in table("undertakings")["forecast"]["verbs"]]
    conjunctions = ("", *table("morphology")["proclitics"]["conjunctions"])
    return frozenset(c + future + start + v[1:] for v in verbs for start in (v[0], feminine) for c in conjunctions)
