"""The words of a sentence that matter to undertakings, in order: acts, phases, announcements, steering words, signals."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence, Set
from functools import cache
from typing import NamedTuple

from ...language.document import Document
from ...language.lexicon import Hit
from ...language.orthography import fold_word
from ...language.tables import table
from ...language.tokens import MARK, NUMBER, WORD
from ...records import TimeMention
from .readings import begins, looks_future, opens, plausible, spelt_past

CLASSES = ("act", "phase", "plan", "clause", "due_signal", "affair")
_CLASSES = frozenset(CLASSES)
GOVERNING = ("postpone", "extend", "cancel", "advance", "refuse", "deny", "plan", "start", "complete", "no_noun")
PUT_OFF = ("noun", "affair")
NOUNS = ("act", "affair")
VARIETIES = ("past", "present", "future", "participle", "still", "state")


POINT = frozenset("-)/\u2013")
"""What stands behind the number of a point."""
QUOTES = frozenset("\"'\u00ab\u00bb\u2039\u203a\u201c\u201d\u2018\u2019()[]")


class Item(NamedTuple):
    """One such word on tokens ``i`` .. ``j`` (exclusive).

    ``type``: act, plan, time, mark, signal, a phase's name (start, postpone ...) or a steering word's (that, if ...).
    ``variety``: of acts and phases past, present, future, noun or participle; of a plan its kind; of a signal its due_kind;
    of a time its operator.
    """

    type: str
    variety: str
    i: int
    j: int
    hit: Hit | None = None
    time: int = -1

    @property
    def verbal(self) -> bool:
        """Whether it is a finite verb."""
        return self.variety in ("past", "present", "future")

    @property
    def verbal_plan(self) -> bool:
        """Whether it announces by a finite verb."""
        return self.type == "plan" and self.hit is not None and self.hit.entry.inflection is not None


def sentence_items(
    doc: Document, a: int, b: int, times: Sequence[TimeMention], spans: Sequence[tuple[int, int]], taken: Set[int] = frozenset()
) -> list[Item]:
    """The items on tokens ``a`` .. ``b``; ``spans`` gives the token ranges of ``times`` of this sentence by index.

    No verb of the past or the present and no verbal noun is read on a token of ``taken``: a name, a word that reports.
    """
    begins = {i: (n, j) for n, (i, j) in enumerate(spans) if i < j}
    out: list[Item] = []
    steps = doc.once(_steps)
    here: Sequence[int] = steps[bisect_left(steps, a) : bisect_left(steps, b)]
    kind, form = doc.tokens.kind, doc.tokens.form
    done = a
    if _point(doc, a, b):
        out.append(Item("point", "", a, a + 2))
        done = a + 2
    for i in sorted({*here, *begins}) if begins else here:
        if i < done:
            continue
        if i in begins:
            n, j = begins[i]
            if doc.tokens.start[i] < times[n].start and _closes(doc, i):
                out.append(Item("signal", "by", i, i))
            op = times[n].expression.op
            out.append(Item("time", "duration" if op == "offset" else op, i, j, None, n))
            done = j
        elif kind[i] == MARK:
            out.append(Item("mark", form[i], i, i + 1))
        else:
            made = _items(doc, i, next((k for k in range(i + 1, min(b, i + 5)) if k in begins), b) if begins else b)
            if i in taken:
                made = [m for m in made if m.type != "act" or m.variety == "future"]
            if made:
                out += made
                done = max([m.j for m in made])
    return _quiet(_settle(out))


def _point(doc: Document, a: int, b: int) -> bool:
    """Whether the sentence opens with the number of a point: "3- ", "3) "."""
    tokens = doc.tokens
    return b - a > 3 and tokens.kind[a] == NUMBER and tokens.form[a + 1] in POINT and tokens.kind[a + 2] == WORD


def _steps(doc: Document) -> list[int]:
    """The tokens that can give an item, in order: marks, words of the classes, words that look like a future verb."""
    forms = doc.tokens.form
    futures = {form for form in set(forms) if looks_future(form) != "-"}
    return sorted({*doc.tokens.of_kind(MARK), *doc.of(*CLASSES), *doc.tokens.where(futures)})


def _quiet(items: list[Item]) -> list[Item]:
    """Commas about a time, quotation marks and brackets are pauses: a rule reads over them.

    The particle before a verb means "may" before the present and "already" before the past.
    """
    for k, x in enumerate(items):
        if x.type not in ("mark", "plan"):
            continue
        after = items[k + 1] if k + 1 < len(items) else None
        if x.type == "plan" and x.hit and x.hit.entry.words == particle() and not _may(x, after):
            items[k] = x._replace(type="did", variety="")
        if x.type != "mark":
            continue
        if x.variety in QUOTES:
            items[k] = x._replace(type="quote")
        elif x.variety == "," and k and items[k - 1].type == "time" and after and _goes_on(x, after):
            items[k] = x._replace(type="pause")
        elif x.variety == "," and k + 2 < len(items) and items[k + 1].type == "time" and items[k + 2].variety == ",":
            items[k], items[k + 2] = x._replace(type="pause"), items[k + 2]._replace(type="pause")
    return items


def _may(x: Item, after: Item | None) -> bool:
    """Whether a verb in the present follows the particle at once; else it is "already", or another word's first letters."""
    return after is not None and after.i == x.j and after.variety == "present"


def _goes_on(comma: Item, after: Item) -> bool:
    """Whether a verbal noun follows a comma at once, with no conjunction: the clause before goes on."""
    return after.i == comma.j and after.variety == "noun" and after.hit is not None and not after.hit.conj


@cache
def particle() -> tuple[str, ...]:
    """The particle that is "may" or "already"."""
    return (fold_word(table("undertakings")["future"]["may_or_did"]),)


def _closes(doc: Document, i: int) -> bool:
    """Whether a word with a preposition written on it names the end of a span: "by the end of"."""
    return doc.tokens.form[i] in table("undertakings")["due"]["closing"]


def _items(doc: Document, i: int, b: int) -> list[Item]:
    hits = [h for h in doc.hits[i] if h.entry.cls in _CLASSES and h.end <= b and plausible(h, doc, i) and opens(doc, i, h)]
    if not hits:
        return _future(doc, i)
    if len(hits) == 1:
        best = hits[0]
        return [Item("named", "", i, best.end, best) if best.entry.cls in NOUNS and _in_name(doc, i, best) else _item(best, i)]
    if begins(doc, i, doc.tokens.form[i]):
        hits = [h for h in hits if h.entry.inflection] or hits
    if spelt_past(doc, i) and any(h.entry.variety == "past" for h in hits):
        hits = [h for h in hits if h.entry.variety != "noun"]
    longest = max([h.end for h in hits])
    hits = [h for h in hits if h.end == longest]
    hits.sort(key=lambda h: (_rank(h), h.letters))
    best = hits[0]
    if best.entry.cls in NOUNS and _in_name(doc, i, best):
        return [Item("named", "", i, best.end, best)]
    out = [_item(best, i)]
    for other in hits[1:]:
        if other.entry.cls != best.entry.cls or _variety(other) != _variety(best):
            out.append(_item(other, i))
    return out


def _in_name(doc: Document, i: int, hit: Hit) -> bool:
    """Whether a verbal noun follows a noun that makes it part of a name."""
    return bool(i) and not hit.conj and not hit.prep and doc.tokens.form[i - 1] in _name_heads()


@cache
def _name_heads() -> frozenset[str]:
    heads = [fold_word(w) for w in table("undertakings")["names"]["heads"]]
    bound = [c + p for c in ("", *table("morphology")["proclitics"]["conjunctions"]) for p in ("", *_prepositions())]
    return frozenset(b + h for h in heads for b in bound)


def _prepositions() -> list[str]:
    return [text for prep, article, text in table("morphology")["proclitics"]["before_nouns"] if prep and not article]


def _rank(hit: Hit) -> int:
    """Whole words before words less clitics; attached pronouns last."""
    return (2 if hit.pronoun else 0) + (1 if hit.prep else 0)


def _item(hit: Hit, i: int) -> Item:
    cls, value = hit.entry.cls, str(hit.entry.value)
    if cls == "clause":
        kind, _, variety = value.partition(".")
        return Item(kind, variety, i, hit.end, hit)
    if cls == "phase":
        return Item(value, _variety(hit), i, hit.end, hit)
    if cls == "plan" and hit.article and hit.entry.variety == "participle":
        return Item("fixed", value, i, hit.end, hit)
    if cls == "due_signal":
        return Item("signal", value, i, hit.end, hit)
    return Item(cls, value if cls == "plan" else _variety(hit), i, hit.end, hit)


def _variety(hit: Hit) -> str:
    if hit.entry.cls == "phase" and hit.entry.variety == "participle" and hit.article:
        return "adjective"  # "the continuing talks" tells of talks, not that they go on
    if hit.entry.variety in VARIETIES:
        return hit.entry.variety
    return "purpose" if hit.prep == table("morphology")["proclitics"]["purpose"] else "noun"


def _settle(items: list[Item]) -> list[Item]:
    """One reading for a word that is both noun and verb: by what stands before it."""
    out: list[Item] = []
    k = 0
    while k < len(items):
        begin, first = k, items[k]
        k += 1
        if first.type not in ("mark", "time"):
            while k < len(items) and items[k].i == first.i:
                k += 1
        out.append(first if k == begin + 1 else _choose(items[begin:k], out, items[k : k + 3]))
    return out


def _choose(same: list[Item], before: list[Item], after: Sequence[Item]) -> Item:
    turned = _turned(same, after)
    if turned is not None:
        return turned
    last = before[-1] if before else None
    close = last is not None and last.j == same[0].i
    noun = [x for x in same if x.variety in ("noun", "participle", "purpose") and x.type not in ("plan",)]
    verb = [x for x in same if x.verbal]
    plan = [x for x in same if x.type == "plan"]
    carry = [x for x in same if x.type == "carry"]
    if carry:
        return carry[0]
    if plan and noun and last is not None and last.type in GOVERNING and same[0].i - last.j <= 2:
        return noun[0]
    if close and last is not None and last.type in ("that", "said_that") and noun and all(v.variety == "past" for v in verb):
        return noun[0]  # a past verb does not follow the particle
    if close and last is not None and last.type in ("that", "never", "not_yet", "future", "not", "did", "had") and verb:
        return verb[0]
    if close and last is not None and (last.type in ("plan", "carry", "no_noun") or last.variety == "noun") and noun:
        return noun[0]
    if plan:
        return plan[0]
    if noun and verb and _awaited(before):
        return noun[0]
    for one in same:
        if one.hit is not None and (one.hit.prep or one.hit.article) and one in noun:
            return one
    if verb and any(v.variety != "past" for v in verb):
        return verb[0]
    return noun[0] if noun else same[0]


def _turned(same: Sequence[Item], after: Sequence[Item]) -> Item | None:
    """The verb of putting off, where a word may be one: before "to" a day, or before the act put off."""
    follows = [y for y in after if y.i == after[0].i and y.i - same[0].j <= 4]
    for x in same:
        if x.type == "postpone" and x.variety == "past" and follows:
            if follows[0].i == x.j and follows[0].type == "signal" and follows[0].variety == "until":
                return x
            if all(o.type != "postpone" for o in same if o is not x) and any(y.variety in PUT_OFF for y in follows):
                return x
    return None


def _awaited(before: Sequence[Item]) -> bool:
    """Whether a verb of announcing or deciding, a few words back, still waits for its object."""
    for x in reversed(before):
        if x.type == "plan":
            return x.variety in ("announced", "decided") and x.verbal_plan
        if x.type not in ("time", "mark", "quote", "pause", "signal", "did"):
            return False
    return False


def _future(doc: Document, i: int) -> list[Item]:
    conj = looks_future(doc.tokens.form[i])
    if conj == "-":
        return []
    return [Item("act", "future", i, i + 1)]
