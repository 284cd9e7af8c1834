"""Candidate quantities in a document: numbers, ranges, shares, vague words, duals; each as token span and value.

What is no quantity (labels, years, list marks, scores, names with numbers) is told in :mod:`.labels`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from ...language.document import Document
from ...language.lexicon import Hit
from ...language.numerals import Number, misread, numbers, whole
from ...language.orthography import fold_key, fold_word
from ...language.tables import table
from ...language.tokens import NUMBER, WORD


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value on tokens ``i`` .. ``j``: ``low``/``high`` equal unless a range or vague.

    ``kind`` number, range, vague, share, dual, both; ``noun`` the counted noun's hit where it is inside; ``letters``
    proclitic letters of the first word; ``scale`` the scale word's value (1: none); ``joined``: a conjunction before it;
    ``waits``: it counts what the next one does. Digits with a bare article begin at the article.
    """

    i: int
    j: int
    low: float
    high: float
    kind: str
    letters: int = 0
    article: bool = False
    noun: Hit | None = None
    digits: bool = False
    scale: float = 1
    joined: bool = False
    waits: bool = False


@cache
def words(part: str, key: str | None = None) -> frozenset[str]:
    """A closed class of ``ar/figures.toml``, folded; phrases with single spaces."""
    data = table("figures")[part]
    return frozenset(fold_key(w) for w in (data[key] if key else data))


@cache
def _phrases(part: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(fold_word(w) for w in phrase) for phrase in table("figures")[part])


def phrase_end(doc: Document, part: str, j: int) -> int:
    """The end of the longest phrase of a class of ``ar/figures.toml`` that begins at ``j``, else ``j``."""
    forms, best = doc.tokens.form, j
    if j < len(forms):
        for phrase in _phrases(part):
            if forms[j] == phrase[0] and tuple(forms[j : j + len(phrase)]) == phrase:
                best = max(best, j + len(phrase))
    return best


COUNTING = ("counted", "unit", "currency")


def quantities(doc: Document) -> list[Quantity]:
    """All candidates in order of their starts; they do not overlap."""
    found = {n.i: n for n in numbers(doc, shares=True)}
    starts = set(found)
    both = words("both", "words")
    for i in doc.of("vague", *COUNTING):
        for hit in doc.hits[i]:
            if hit.entry.cls == "vague" or (hit.entry.cls in COUNTING and hit.entry.variety in ("dual", "construct")):
                starts.add(i)
    for i, form in enumerate(doc.tokens.form):
        if form in both:
            starts.add(i)
    out: list[Quantity] = []
    end = 0
    for i in sorted(starts):
        if i >= end:
            one = _at(doc, i, found)
            if one is not None:
                out.append(one)
                end = one.j
    return _share_scales(doc, out)


def _at(doc: Document, i: int, found: dict[int, Number]) -> Quantity | None:
    if i in found:
        percent = phrase_end(doc, "percent", i) > i or (i > 0 and phrase_end(doc, "percent", i - 1) > i)
        return None if percent else _ranged(doc, found[i], found)
    return _vague(doc, i) or _both(doc, i) or _dual(doc, i)


# ---- numbers and ranges --------------------------------------------------------------------------------------------


def _ranged(doc: Document, n: Number, found: dict[int, Number]) -> Quantity:
    """The number, or the range it opens."""
    kind, joined = "share" if n.share else "number", bool(n.conj)
    article = n.digits and n.i > 0 and doc.tokens.form[n.i - 1] in words("article")
    begin = n.i - 1 if article else n.i
    one = Quantity(begin, n.j, n.value, n.value, kind, n.letters, n.article or article, None, n.digits, n.scale, joined)
    between = _between(doc, n.i)
    m, sign = _second(doc, phrase_end(doc, "percent", n.j) if between else n.j, found)
    if m is None or not _opens(doc, n, m, sign, between):
        return one
    low = whole(n.value * m.scale) if m.scale > n.scale and n.value * m.scale <= m.value else n.value
    if low >= m.value:
        return one
    return replace(one, j=m.j, low=low, high=m.value, kind="range", scale=m.scale)


def _between(doc: Document, i: int) -> bool:
    return i > 0 and doc.tokens.form[i - 1] in words("between")


def _second(doc: Document, k: int, found: dict[int, Number]) -> tuple[Number | None, str]:
    """The number after a joining word at ``k``, and how it is joined."""
    forms = doc.tokens.form
    if k >= len(forms):
        return None, ""
    if (word := found.get(k)) is not None:
        return (word, "and") if word.conj else (None, "")
    for sign in ("join", "to", "dash", "or"):
        if forms[k] in words(sign):
            return found.get(k + 1), "and" if sign == "join" else sign
    return None, ""


def _opens(doc: Document, n: Number, m: Number, sign: str, between: bool) -> bool:
    """Whether ``n`` and ``m`` are the ends of one range."""
    if n.share != m.share or m.prep:
        return False
    if sign == "and":
        return between
    if sign == "to":
        return between or not _changing(doc, n.i)
    if sign == "dash":
        forms, kinds, k = doc.tokens.form, doc.tokens.kind, m.j
        return not (k + 1 < len(forms) and forms[k] in words("dash") and kinds[k + 1] == NUMBER)
    return between or n.value + 1 == m.value


def _changing(doc: Document, i: int) -> bool:
    """Whether a word of change stands within eight tokens before ``i``, no mark between but quotes."""
    forms, kinds = doc.tokens.form, doc.tokens.kind
    for k in range(i - 1, max(-1, i - 9), -1):
        if kinds[k] not in (WORD, NUMBER) and forms[k] not in words("quotes"):
            return False
        if forms[k] in words("changes", "words"):
            return True
    return False


def _share_scales(doc: Document, found: list[Quantity]) -> list[Quantity]:
    """``40 and 60 billion``: a bare number joined to another counts in its scale and of its unit."""
    out = list(found)
    for k in range(len(out) - 1):
        a, b = out[k], out[k + 1]
        alike = a.kind == b.kind == "number" and a.digits and b.digits
        if alike and a.scale == 1 and b.i == a.j + 1 and doc.tokens.form[a.j] in words("join"):
            scale = b.scale if a.low < 1000 else 1
            out[k] = replace(a, low=whole(a.low * scale), high=whole(a.high * scale), scale=scale, waits=True)
    return out


# ---- vague words, duals --------------------------------------------------------------------------------------------


def _vague(doc: Document, i: int) -> Quantity | None:
    """``hundreds``, ``tens of thousands``, ``a few hundred``: base and what it is counted in."""
    hit = doc.find(i, "vague")
    if hit is None or hit.pronoun or (hit.prep and doc.tokens.form[i] in misread()):
        return None
    row, j = hit.entry.row, hit.end
    low, high, times = float(row["low"]), float(row["high"]), False
    while (more := _base(doc, j, row["high"] < 10)) is not None:
        base, j = more
        low, high, times = low * base, (high + 1) * base - 1, True
    if row["high"] < 10 and not times and not row["small"]:
        return None
    return Quantity(i, j, int(low), int(high), "vague", hit.letters, hit.article, joined=bool(hit.conj))


def _base(doc: Document, j: int, few: bool) -> tuple[int, int] | None:
    """A plural scale (or, after a few, tens and hundreds) at ``j``: what it multiplies by, and its end."""
    if j >= len(doc.hits):
        return None
    hit = doc.find(j, "vague")
    if hit is None or hit.letters or hit.pronoun or hit.entry.row["low"] < (10 if few else 1000):
        return None
    return int(hit.entry.row["low"]), hit.end


def _both(doc: Document, i: int) -> Quantity | None:
    """``both copies``: the word and a definite dual after it."""
    if doc.tokens.form[i] not in words("both", "words") or i + 1 >= len(doc.hits):
        return None
    for hit in doc.hits[i + 1]:
        if hit.entry.cls == "counted" and hit.entry.variety == "dual" and hit.article:
            return Quantity(i, hit.end, 2, 2, "both", noun=hit)
    return None


def _dual(doc: Document, i: int) -> Quantity | None:
    """A noun in the indefinite dual; in the construct only where its row says so and an indefinite noun follows."""
    best: Hit | None = None
    if i and _paired(doc, i):
        return None  # an adjective in the dual, or what the two belong to
    for hit in doc.hits[i]:
        if hit.entry.cls not in COUNTING or hit.article or hit.pronoun:
            continue
        if hit.entry.variety in ("plural", "singular") or (hit.entry.cls == "currency" and len(hit.entry.words[0]) < 6):
            return None
        if hit.entry.variety == "dual" or (hit.entry.variety == "construct" and _before_noun(doc, hit)):
            best = hit if best is None or len(hit.conj + hit.prep) < len(best.conj + best.prep) else best
    if best is None:
        return None
    end = best.end + 1 if best.entry.variety == "construct" else best.end
    return Quantity(i, end, 2, 2, "dual", best.letters, noun=best, joined=bool(best.conj))


def _paired(doc: Document, i: int) -> bool:
    """Whether the word before ``i`` is a dual that word ``i``, with no conjunction on it, goes with; one nobody knows, by
    its ending.
    """
    if any(h.conj for h in doc.hits[i]):
        return False
    before, here = doc.tokens.form[i - 1], doc.tokens.form[i]
    known = any(h.entry.variety == "dual" and h.entry.cls in COUNTING for h in doc.hits[i - 1])
    return known or (before[-2:] == here[-2:] and before.endswith(tuple(words("dual_ends"))) and not doc.hits[i - 1])


def _before_noun(doc: Document, hit: Hit) -> bool:
    if not hit.entry.row.get("tally") or hit.end >= len(doc.tokens) or doc.tokens.kind[hit.end] != WORD:
        return False
    after = doc.hits[hit.end]
    return doc.tokens.form[hit.end] not in words("not_counted", "words") and not any(h.conj or h.prep for h in after)
