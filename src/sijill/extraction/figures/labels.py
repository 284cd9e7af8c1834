"""What looks like a quantity and is none: labels and names, years, list marks, scores, telephone numbers, ordinals."""

from __future__ import annotations

from functools import cache

from ...language.document import Document
from ...language.orthography import fold_word
from ...language.tables import table
from ...language.tokens import BREAK, FOREIGN, MARK, NUMBER, WORD
from .measures import Measure
from .quantities import COUNTING, Quantity, words

TIME = frozenset(("time_unit", "time_month_name", "time_hijri_month"))
LONGEST_PARTICLE = 4
"""Letters of the longest word that digits are written on by mistake ("between70")."""
AMBIGUOUS = frozenset(("DE",))
"""Values of nouns of time that are also counted nouns (a decade, a contract)."""


def is_label(doc: Document, q: Quantity, m: Measure) -> bool:
    """Whether ``q`` counts nothing; ``m`` is what was found to be measured or counted by it."""
    if q.kind in ("dual", "both"):
        return False
    measured, counts = m.unit is not None, m.known
    direct = measured or (counts and not (q.j < len(doc.tokens) and doc.tokens.form[q.j] in words("from")))
    if _named(doc, q, direct) or _timed(doc, q) or _teen(doc, q) or (q.kind == "share" and _place(doc, q)):
        return True
    if q.low == 1 and q.article and q.kind == "number":
        return True
    if q.article and q.kind != "vague" and not measured and not counts:
        return not _after_definite(doc, q)
    if q.digits:
        if _glued(doc, q) or measured:
            return _glued(doc, q)
        return (not counts and _marked(doc, q)) or _score(doc, q, counts) or _dial(doc, q, counts)
    return q.kind == "number" and q.scale == 1 and not measured and (q.low <= 1 or _crowded(doc, q))


def _crowded(doc: Document, q: Quantity) -> bool:
    """A number word right before digits is none (a verb spelt like it)."""
    return q.j < len(doc.tokens) and doc.tokens.kind[q.j] == NUMBER


def _named(doc: Document, q: Quantity, counts: bool) -> bool:
    """Whether the words before (or with) ``q`` make it part of a name or a label."""
    k = q.i - 1
    while k > 0 and doc.tokens.kind[k] == MARK and doc.tokens.form[k] in words("quotes"):
        k -= 1
    before = doc.tokens.form[k] if k >= 0 else ""
    if q.scale == 1 and (q.digits or q.article) and (before in _heads("always") or (not counts and before in _heads("words"))):
        return True
    return any(_covers(doc, q, name) for name in _names())


def is_numbered(doc: Document, q: Quantity) -> bool:
    """Whether a word before ``q`` makes its digits a label (article 92), so that digits joined to them are labels too."""
    return q.digits and q.i > 0 and doc.tokens.form[q.i - 1] in _all_heads()


@cache
def _all_heads() -> frozenset[str]:
    return _heads("always") | _heads("words")


@cache
def _heads(key: str) -> frozenset[str]:
    """The words before a label, under the clitics they may have."""
    data = table("figures")["numbered"]
    article, fused = (fold_word(x) for x in data["fused"])
    out: set[str] = set()
    for word in words("numbered", key):
        out |= {c + word for c in ("", *(fold_word(x) for x in data["clitics"]))}
        if word.startswith(article):
            out |= {c + fused + word.removeprefix(article) for c in ("", *(fold_word(x) for x in data["conjunctions"]))}
    return frozenset(out)


def _timed(doc: Document, q: Quantity) -> bool:
    """Whether a noun of time stands where the counted noun would."""
    for k in (q.j, q.i - 1) if q.article else (q.j,):
        if 0 <= k < len(doc.hits):
            for hit in doc.hits[k]:
                if hit.entry.cls in TIME and not hit.prep and str(hit.entry.value) not in AMBIGUOUS:
                    return True
    return False


def _teen(doc: Document, q: Quantity) -> bool:
    """The second word of an ordinal: ``the fif-teenth``, ``the twenty-first``."""
    if q.digits or q.kind != "number" or not (q.low == 10 or q.article) or q.scale > 1 or q.i == 0:
        return False
    return any(h.entry.cls == "time_ordinal" and (h.article or not q.article) for h in doc.hits[q.i - 1])


@cache
def _names() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(fold_word(w) for w in name.split()) for name in table("figures")["numbered"]["names"])


def _covers(doc: Document, q: Quantity, name: tuple[str, ...]) -> bool:
    forms = doc.tokens.form
    first = forms[q.i]
    if first not in name:
        return False
    k = q.i - name.index(first)
    if k < 0 or tuple(forms[k + 1 : k + len(name)]) != name[1:]:
        return False
    clitic = forms[k].removesuffix(name[0])
    return not clitic or (k < q.i and forms[k] != clitic and clitic in words("numbered", "clitics"))


def _place(doc: Document, q: Quantity) -> bool:
    """A half, a quarter that is no share: a round, a period, a half of a field, half-yearly."""
    t, j = doc.tokens, q.j
    if j < len(t) and t.form[j] in words("ordinals", "words"):
        return True
    if not q.article:
        return False
    if q.joined or (q.i and t.form[q.i - 1] in words("join")):
        return True
    if j < len(t) and t.form[j].startswith(tuple(words("definite"))):
        return True
    return q.low == 0.25 and not (q.i and t.form[q.i - 1] in words("shared"))


def _after_definite(doc: Document, q: Quantity) -> bool:
    """Whether a definite plural noun stands before a definite number: ``the six states`` against ``the twentieth``."""
    i = q.i - 1
    if i < 0 or doc.tokens.kind[i] != WORD:
        return False
    known = [h for h in doc.hits[i] if h.entry.cls in COUNTING]
    if known:
        return any(h.entry.variety in ("plural", "dual") and (h.article or h.pronoun) for h in known)
    form = doc.tokens.form[i]
    if not form.startswith(tuple(words("definite"))) and not form.endswith(tuple(words("possessed"))):
        return False
    return q.low <= 10 or form.endswith(tuple(words("plural_ends")))


def _glued(doc: Document, q: Quantity) -> bool:
    """Digits that hang on other signs: ``12:30``, ``1/2``, ``F-16``, ``5+1``, an address of the web."""
    t = doc.tokens
    i, j = q.i, q.j
    if i and t.end[i - 1] == t.start[i] and t.kind[i - 1] in (MARK, FOREIGN) and _address(doc, t.start[i]):
        return True
    if i and t.kind[i - 1] in (MARK, FOREIGN) and t.end[i - 1] == t.start[i]:
        if t.kind[i - 1] == FOREIGN or t.form[i - 1] in words("hangs"):
            return True
        inside = i > 1 and t.end[i - 2] == t.start[i - 1] and t.kind[i - 2] in (WORD, FOREIGN, NUMBER)
        if inside and t.form[i - 1] in words("dash"):
            return True
    if j < len(t) and t.start[j] == t.end[j - 1]:
        if t.form[j] in words("hangs") and j + 1 < len(t) and t.kind[j + 1] in (NUMBER, WORD, FOREIGN):
            return True
        coded = t.form[j] == "%" and j + 1 < len(t) and t.kind[j + 1] == FOREIGN and t.start[j + 1] == t.end[j]
        return t.kind[j] == FOREIGN or coded
    if not i or q.scale > 1:
        return False
    if t.kind[i - 1] == FOREIGN:
        return not (j < len(t) and t.kind[j] == WORD) or t.form[j] in words("not_counted", "words")
    # written on a word that nobody knows: part of its name
    tight = t.kind[i - 1] == WORD and t.end[i - 1] == t.start[i] and len(t.form[i - 1]) > LONGEST_PARTICLE
    return tight and not doc.hits[i - 1]


def _address(doc: Document, start: int) -> bool:
    """Whether the offset lies in an address of the web: a run without white space that names how it is reached."""
    begin = max(doc.text.rfind(blank, max(0, start - ADDRESS), start) for blank in " \n")
    run = doc.text[begin + 1 if begin >= 0 else max(0, start - ADDRESS) : start]
    return "://" in run or run.startswith("www.")


ADDRESS = 500
"""How many characters before a number its address may begin."""


def _marked(doc: Document, q: Quantity) -> bool:
    """A mark of a list: digits at the beginning of a line or sentence, a dash, bracket or stop after them."""
    t = doc.tokens
    if q.j >= len(t) or t.form[q.j] not in words("list"):
        return False
    before = t.kind[q.i - 1] if q.i else BREAK
    return before == BREAK or t.form[q.i - 1] in words("list_before")


def _score(doc: Document, q: Quantity, counts: bool) -> bool:
    """``3-1`` with nothing counted after it."""
    t = doc.tokens
    if q.kind == "number" and t.form[q.j : q.j + 1] and t.form[q.j] in words("dash"):
        return q.j + 1 < len(t) and (t.kind[q.j + 1] == NUMBER or t.form[q.j + 1] in words("nil"))
    if q.i > 1 and t.form[q.i - 1] in words("dash") and (t.kind[q.i - 2] == NUMBER or t.form[q.i - 2] in words("nil")):
        return not counts
    dash = any(t.form[k] in words("dash") for k in range(q.i, q.j))
    if q.kind != "range" or not dash or counts or q.low >= 10:
        return False
    return not (q.j < len(t) and t.form[q.j] in words("partitive"))


def _dial(doc: Document, q: Quantity, counts: bool) -> bool:
    """A telephone number, a code, or a year: bare digits."""
    text = doc.tokens.form[q.i + q.article]
    if q.scale > 1 or q.kind != "number":
        return False
    long = len(text.replace(".", "")) > 7 and "," not in text
    if (text[0] == "0" and len(text) > 1 and text.isdigit()) or (long and not counts):
        return True
    year = text.isdigit() and (1800 <= q.low <= 2100 or 1300 <= q.low <= 1460)
    return year and not counts
