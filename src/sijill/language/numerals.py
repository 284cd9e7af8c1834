"""Numbers in digits and in words, alone or joined ("170 thousand", "two million and a half"), read in one pass.

A number is groups in falling order of scale joined by a conjunction; a group is digits, or number words below a
thousand, or a share ("half"), each before a scale word or without one. What it counts, and whether it is an ordinal,
a year or part of a name, is for the caller to say.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from .document import Document
from .lexicon import Hit
from .orthography import fold_word
from .tables import table
from .tokens import NUMBER, WORD


class Number(NamedTuple):
    """A number on tokens ``i`` .. ``j`` (exclusive). ``digits`` where it begins with digits; ``letters`` as in a hit.

    ``words`` counts its tokens where it begins with a word, else 0. ``scale`` is the last scale word's (1: none), so
    that a range can share it ("3 to 4 thousand"). ``share``: a part of a whole, value in (0, 1) and no scale.
    """

    i: int
    j: int
    value: float
    digits: bool
    conj: str = ""
    prep: str = ""
    article: bool = False
    letters: int = 0
    words: int = 0
    scale: float = 1
    share: bool = False


class _Word(NamedTuple):
    value: float
    role: str
    hit: Hit


class _Group(NamedTuple):
    """A value and its scale on the tokens before ``j``; ``alone``: the scale word stands without a number."""

    value: float
    scale: float
    j: int
    alone: bool = False
    share: bool = False


_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?$")
_POINTED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?$")
_THREE = re.compile(r"\d{3}(?:[.,]\d\d?)?$")
_DECIMAL = re.compile(r"\d+[.,]\d+$")


def digits_value(text: str, scaled: float = 1) -> float | None:
    """The value of folded digits with thousands separators or a decimal mark; None where it is no number (dates).

    One mark before three digits parts thousands, unless the whole part is 0 or a scale word follows (``scaled`` > 1):
    1.500 soldiers are fifteen hundred, 1.500 million are one and a half.
    """
    if text.isdigit():
        return int(text)
    single = len(text) - len(text.replace(",", "").replace(".", "")) == 1
    if not (single and (text[0] == "0" or scaled > 1)):
        if _GROUPED.match(text):
            return _number(text.replace(",", ""))
        if _POINTED.match(text):
            return _number(text.replace(".", "").replace(",", "."))
    return _number(text.replace(",", ".")) if _DECIMAL.match(text) else None


def _number(text: str) -> float:
    return whole(float(text))


def whole(value: float) -> float:
    """``value`` as an integer where it is one."""
    return int(value) if value == int(value) else value


def numbers(doc: Document, shares: bool = False) -> list[Number]:
    """All numbers of a document, longest reading first taken, in order; bare shares ("a third") only on request."""
    return [n for n in doc.once(_numbers) if shares or not n.share]


def _numbers(doc: Document) -> list[Number]:
    out: list[Number] = []
    signs = _words("negative")
    digits = doc.tokens.of_kind(NUMBER)
    end = 0
    for i in sorted([*digits, *doc.of("numeral", "share")]):
        found = _read(doc, i) if i >= end else None
        if found:
            below = i > end and not found.letters and (doc.tokens.form[i - 1] in signs or _dashed(doc, found))
            out.append(found._replace(i=i - 1, value=-found.value) if below else found)
            end = found.j
    return out


def _read(doc: Document, i: int) -> Number | None:
    first = _group(doc, i)
    if first is None:
        return None
    total, limit, j, scale, share = first.value * first.scale, first.scale, first.j, first.scale, first.share
    while limit > 1 or first.scale == 1:
        half = None if first.share else _half(doc, j, limit)
        if half:
            total, j, share = total + half[0], half[1], False
            break
        if limit == 1:
            break
        k = _after_conjunction(doc, j)
        group = _group(doc, k, joined=True, apart=k != j) if k is not None else None
        if group is None or group.value * group.scale >= limit:
            break
        total, limit, j = total + group.value * group.scale, group.scale, group.j
        scale = group.scale if group.scale > 1 else scale
    if doc.tokens.kind[i] == NUMBER:
        return Number(i, j, whole(float(total)), True, scale=scale)
    hit = next(h for h in (_word(doc, i), _share(doc, i)) if h is not None).hit
    value = whole(float(total))
    return Number(i, j, value, False, hit.conj, hit.prep, hit.article, hit.letters, j - i, scale, share and scale == 1)


def _dashed(doc: Document, n: Number) -> bool:
    """Whether a dash that makes the digits negative is written on them: a space before it, a sign of a measure after."""
    t, k = doc.tokens, n.i - 1
    if not n.digits or t.form[k] not in _words("dash") or t.end[k] != t.start[n.i]:
        return False
    if k and (t.end[k - 1] == t.start[k] or t.kind[k - 1] == NUMBER):
        return False
    return n.j >= len(t) or t.form[n.j] in _words("signed")


@cache
def _words(key: str) -> frozenset[str]:
    """A closed class of ``ar/numerals.toml``, folded."""
    return frozenset(fold_word(w) or w for w in table("numerals")[key])


def _after_conjunction(doc: Document, j: int) -> int | None:
    """Where a further group would begin: a word with a conjunction written on it, or what follows a bare one."""
    tokens = doc.tokens
    if j >= len(tokens) or tokens.kind[j] != WORD:
        return None
    if tokens.form[j] == table("numerals")["join"]:
        return j + 1 if j + 1 < len(tokens) else None
    return j if any(h.conj for h in doc.hits[j]) else None


def _group(doc: Document, i: int, joined: bool = False, apart: bool = False) -> _Group | None:
    """A number below a thousand (or digits, or a share) with the scale words after it.

    ``joined``: it goes on a number; ``apart``: the conjunction before it stands as a token of its own.
    """
    if i >= len(doc.tokens):
        return None
    if doc.tokens.kind[i] == NUMBER:
        j, scale = _scales(doc, i + 2 if _enclosed(doc, i) else i + 1)
        j = i + 1 if scale == 1 else j
        if scale == 1 and (pointed := _pointed(doc, j)) is not None and doc.tokens.form[i].isdigit():
            j, scale = _scales(doc, pointed[1])
            return _Group(int(doc.tokens.form[i]) + pointed[0], scale, j)
        if scale == 1 and (inverted := _inverted(doc, i)) is not None:
            j, scale = _scales(doc, i + 3)
            return _Group(inverted, scale, j)
        if scale == 1 and (spaced := _spaced(doc, i)) is not None:
            j, scale = _scales(doc, spaced[1])
            return _Group(spaced[0], scale, j)
        value = digits_value(doc.tokens.form[i], scale)
        return None if value is None else _Group(value, scale, j)
    word = _word(doc, i)
    if word is None:
        return _part(doc, i)
    if joined and (word.hit.prep or bool(word.hit.conj) == apart):
        return None
    if word.role != "scale":
        value, j = _small(doc, word)
        if (parts := _parts(doc, j)) and word.role == "unit" and j == word.hit.end:
            return _Group(value / parts.value, 1, parts.hit.end, share=True)
        if (pointed := _pointed(doc, j)) is not None:
            value, j = value + pointed[0], pointed[1]
        j, scale = _scales(doc, _repeated(doc, j, value) or j)
        return _Group(value, scale, j)
    if word.hit.entry.variety == "plural":
        return None
    j, scale = _scales(doc, word.hit.end)
    return _Group(_times(doc, word, i), word.value * scale, j, True)


def _pointed(doc: Document, j: int) -> tuple[float, int] | None:
    """The fraction told after the word for the decimal mark at ``j``, and its end: ``three comma five``."""
    if j + 1 >= len(doc.tokens) or doc.tokens.form[j] not in _words("point"):
        return None
    if doc.tokens.form[j + 1].isdigit():
        text, end = doc.tokens.form[j + 1], j + 2
    else:
        word = _word(doc, j + 1)
        if word is None or word.role == "scale" or word.hit.conj or word.hit.prep:
            return None
        value, end = _small(doc, word)
        text = str(int(value))
    return int(text) / 10 ** len(text), end


def _enclosed(doc: Document, i: int) -> bool:
    """Whether the digits at ``i`` stand in brackets or quotes of their own, before a word: ``(7) million``."""
    t, pairs = doc.tokens, table("numerals")["pairs"]
    return 0 < i < len(t) - 2 and t.kind[i + 2] == WORD and t.form[i - 1] + t.form[i + 1] in pairs


def _repeated(doc: Document, j: int, value: float) -> int | None:
    """The end of the same number told again in digits and brackets: ``twenty (20) thousand``."""
    t = doc.tokens
    if j + 2 >= len(t) or t.kind[j + 1] != NUMBER or t.form[j] + t.form[j + 2] not in table("numerals")["pairs"]:
        return None
    return j + 3 if digits_value(t.form[j + 1]) == value else None


def _spaced(doc: Document, i: int) -> tuple[float, int] | None:
    """Thousands parted by single spaces (``25 000``) or Arabic commas: value and end."""
    t, j = doc.tokens, i + 1
    if len(t.form[i]) > 3 or not t.form[i].isdigit() or t.form[i][0] == "0":
        return None
    text = t.form[i]
    while j < len(t) and "." not in text:
        k = j + (t.kind[j] != NUMBER)
        gap = doc.text[t.end[j - 1] : t.start[k]] if k < len(t) else ""
        if gap not in table("numerals")["groups"] or t.kind[k] != NUMBER or not _THREE.match(t.form[k]):
            break
        text, j = text + t.form[k].replace(",", "."), k + 1
    if j == i + 3 and t.form[i + 1] == "," and _scales(doc, j)[1] > 1:  # one comma before a scale word is a decimal mark
        text = f"{t.form[i]}.{t.form[i + 2]}"
    return (_number(text), j) if j > i + 1 else None


def _inverted(doc: Document, i: int) -> float | None:
    """Digits, a mark and digits written together: the wires' and broken pages' decimals, whose fraction stands first.

    A comma of Arabic script between them is a plain decimal mark.
    """
    t = doc.tokens
    if i + 2 >= len(t) or t.kind[i + 2] != NUMBER or not (t.form[i] + t.form[i + 2]).isdigit():
        return None
    mark = doc.text[t.end[i] : t.start[i + 2]]
    if mark in table("numerals")["inverted"]:
        return _number(t.form[i + 2] + "." + t.form[i])
    chain = i + 3 < len(t) and doc.text[t.end[i + 2] : t.end[i + 3]] in table("numerals")["comma"]
    if mark in table("numerals")["comma"] and not chain and len(t.form[i + 2]) < 3:
        return _number(t.form[i] + "." + t.form[i + 2])
    return None


def _times(doc: Document, word: _Word, i: int) -> int:
    """How many a scale word that opens a group counts: two in the dual."""
    variety = word.hit.entry.variety
    if variety != "either":
        return 2 if variety == "dual" else 1
    data, after = table("numerals"), doc.tokens.form[i + 1 : i + 2]
    single = any(m in doc.tokens.raw(i) for m in data["accusative"]) or (bool(after) and after[0] in data["of"])
    return 1 if single else 2


def _small(doc: Document, first: _Word) -> tuple[float, int]:
    """Number words below a thousand from ``first`` on: value and end."""
    total, last = first.value, first
    word, apart = _next(doc, first.hit.end)
    while word and word.role != "scale" and _joins(last, word, apart) and not _parts(doc, word.hit.end):
        if word.role == "hundred" and not (apart or word.hit.conj):
            total *= 100
        else:
            total += word.value
        last = word
        word, apart = _next(doc, word.hit.end)
    return total, last.hit.end


def _next(doc: Document, j: int) -> tuple[_Word | None, bool]:
    """The number word at ``j`` or after a conjunction that stands there as a token of its own."""
    if j < len(doc.tokens) and doc.tokens.form[j] == table("numerals")["join"]:
        word = _word(doc, j + 1)
        return (None if word and word.hit.conj else word), True
    return _word(doc, j), False


def _joins(last: _Word, word: _Word, apart: bool) -> bool:
    """Whether ``word`` goes on with the number below a thousand that ``last`` stands in."""
    hit = word.hit
    if hit.prep or (hit.article and not last.hit.article):
        return False
    if not (apart or hit.conj):
        return word.role == "hundred" and last.role == "unit" and last.value > 2 and word.value == 100
    if last.role == "unit":
        return word.role == "tens" and last.value > 0
    return last.role == "hundred" and word.role in ("unit", "ten", "teen", "tens")


def _scales(doc: Document, j: int) -> tuple[int, float]:
    """The scale words that follow a number (``170 thousand``, ``100 thousand million``): end and product."""
    scale = 1.0
    while (word := _word(doc, j)) and word.role == "scale" and not (word.hit.conj or word.hit.prep) and _counted(word):
        scale *= word.value
        j = word.hit.end
    return j, whole(scale)


def _counted(word: _Word) -> bool:
    return word.hit.entry.variety != "dual"


def _half(doc: Document, j: int, limit: float) -> tuple[float, int] | None:
    """A share joined to a scale: ``a million and a half``, ``two million and a half of a million``."""
    apart = j < len(doc.tokens) and doc.tokens.form[j] == table("numerals")["join"]
    j += apart
    word = _word(doc, j)
    if word is not None and bool(word.hit.conj) != apart and word.role == "unit" and (parts := _parts(doc, word.hit.end)):
        value, end = word.value / parts.value, parts.hit.end
    else:
        share = _share(doc, j)
        if share is None or bool(share.hit.conj) == apart:
            return None
        value, end = share.value, share.hit.end
    end, scale = _scales(doc, end)
    return value * (scale if scale > 1 else limit), end


def _part(doc: Document, i: int) -> _Group | None:
    """A share, of a scale word or of what follows: ``half a million``, ``a third``, ``three quarters``."""
    share = _share(doc, i)
    if share is None:
        return None
    j, scale = _scales(doc, share.hit.end)
    return _Group(share.value, scale, j, share=True)


def _parts(doc: Document, j: int) -> _Word | None:
    """The plural of a share after a number: ``three quarters``."""
    hit = doc.find(j, "share") if j < len(doc.hits) else None
    plural = hit is not None and hit.entry.variety == "plural" and not (hit.letters or hit.pronoun)
    return _Word(hit.entry.value, "share", hit) if hit is not None and plural else None


def _share(doc: Document, i: int) -> _Word | None:
    hit = doc.find(i, "share") if i < len(doc.hits) else None
    if hit is None or hit.pronoun:
        return None
    variety = hit.entry.variety
    if variety == "plural":
        return None
    return _Word((2 if variety == "dual" else 1) / hit.entry.value, "share", hit)


@cache
def misread() -> frozenset[str]:
    """Folded words spelt like a number with a preposition that are none."""
    return frozenset(fold_word(w) for w in table("numerals")["never"])


def _word(doc: Document, i: int) -> _Word | None:
    if i >= len(doc.hits):
        return None
    best: Hit | None = None
    for hit in doc.hits[i]:
        if hit.entry.cls == "numeral" and not hit.pronoun and (best is None or hit.end > best.end):
            best = hit
    if best is None or (best.prep and doc.tokens.form[i] in misread()):
        return None
    role = best.entry.row["role"]
    double = 2 if role == "hundred" and best.entry.variety == "dual" else 1
    return _Word(best.entry.value * double, role, best)
