"""What wire or outlet an article credits, wherever and however it names it.

A sure name counts wherever it stands. A name that is also a common word or a place counts only with a licence: a word
for an outlet before it, quotation marks with a reporting verb near, brackets of its own, a dateline, or the place of
the one who reports. An unknown name counts in quotation marks after a word for an outlet, or by its last word.
"""

from __future__ import annotations

from typing import NamedTuple

from ..language.document import Document
from ..language.lexicon import Hit
from ..language.orthography import orthography
from ..language.tokens import BREAK, MARK
from ..records import Article, Credit

_CUES = ("say", "carry", "accord", "saying", "outlet_kind")
_BEGIN = ("outlet", "outlet_weak", "outlet_kind", "outlet_made", "outlet_alone", "source_line")
_REACH = 7
"""How many tokens off a reporting verb licenses a quoted name."""
_LONG = 5
"""Tokens of the longest unknown name."""


class _Name(NamedTuple):
    """An outlet's name on tokens ``i`` .. ``j`` (exclusive), its first ``letters`` proclitics."""

    i: int
    j: int
    letters: int
    agency: str


def credits(doc: Document, article: Article) -> list[Credit]:
    """Spans of ``doc`` that credit a news agency or another outlet, in order, none within another."""
    out: list[Credit] = []
    known: set[str] = set()
    last = ""
    end = 0
    for i in doc.of(*_BEGIN):
        if i < end:
            continue
        found = _named(doc, i, known) or _quoted(doc, i) or _made(doc, i) or _source_line(doc, i) or _again(doc, i, last)
        if found:
            known.add(found.agency)
            last, end = found.agency, found.j
            out.append(Credit(*doc.span(found.i, found.j, found.letters), found.agency))
    return out


def _named(doc: Document, i: int, known: set[str]) -> _Name | None:
    """A name of the lexicon that begins at token ``i``, with the word for an outlet before it and what follows it."""
    found = []
    for kind in _kind_words(doc, i):
        at = kind.end + 1 if _is_quote(doc, kind.end) else kind.end
        hit = doc.find(at, "outlet", "outlet_weak") if at < len(doc.hits) else None
        part = at > kind.end and hit is not None and _goes_on(doc, hit.end)
        if hit is not None and not hit.letters and not part and not _denied(doc, at) and _of_kind(kind, hit):
            found.append(_Name(i, _tail(doc, hit.end, at > kind.end), kind.letters, str(hit.entry.value)))
    hit = doc.find(i, "outlet", "outlet_weak")
    if hit is not None and not _denied(doc, i) and (hit.entry.cls == "outlet" or _licensed(doc, hit, known)):
        found.append(_Name(i, _tail(doc, hit.end, False), hit.letters, str(hit.entry.value)))
    return max(found, key=lambda name: name.j, default=None)


def _goes_on(doc: Document, j: int) -> bool:
    """Whether a quoted name goes on after token ``j``: the known name was only its beginning."""
    return (
        doc.tokens.kind[j] not in (MARK, BREAK) and doc.find(j, "outlet_follows", "nationality") is None
        if j < len(doc.tokens)
        else False
    )


def _of_kind(kind: Hit, hit: Hit) -> bool:
    """Whether a word for an outlet fits a name that is also a common word: no "agency" before a paper's."""
    return hit.entry.cls == "outlet" or kind.entry.value != "agency" or hit.entry.row["kind"] == "agency"


def _kind_words(doc: Document, i: int) -> list[Hit]:
    """The words for an outlet, ready to take a name, that begin at token ``i``, longest first."""
    found = [h for h in doc.hits[i] if h.entry.cls == "outlet_kind" and not h.article and not h.pronoun]
    return sorted(found, key=lambda h: -h.end)


def _denied(doc: Document, i: int) -> bool:
    """Whether the name at ``i`` is a social network, or a programme of the outlet's own to be downloaded."""
    if doc.find(i, "social_network") is not None:
        return True
    return i > 0 and doc.find(i - 1, "outlet_app") is not None


def _tail(doc: Document, j: int, closing: bool) -> int:
    """The end of a name with its closing mark (where it was opened inside), and "for news", "official", "French"."""
    if closing and _is_quote(doc, j):
        j += 1
    while j < len(doc.hits) and (more := doc.find(j, "outlet_follows", "nationality")) and not more.conj:
        if more.entry.cls == "nationality" and not more.article:
            break
        j = more.end
    return j


def _licensed(doc: Document, hit: Hit, known: set[str]) -> bool:
    i, j = hit.start, hit.end
    spot = doc.find(i, "country", "place")
    somewhere = spot is not None and spot.end >= j
    if _bracketed(doc, i, j) or (_dateline(doc, i, j) and not somewhere):
        return True
    quoted = _is_quote(doc, i - 1) and _is_quote(doc, j)
    if _is_quote(doc, i - 1) and not quoted and _goes_on(doc, j):
        return False
    if quoted:
        return _told(doc, i - 2) or _cue_near(doc, i, j)
    named_before = hit.entry.value in known
    if somewhere or (hit.entry.row["kind"] not in ("agency", "channel") and not named_before):
        return False
    return _reports(doc, i - 1) or (named_before and hit.prep == _told_prep())


def _reports(doc: Document, i: int) -> bool:
    """Whether token ``i`` is a verb of reporting with a feminine subject, or "according to"."""
    if i < 0:
        return False
    for hit in doc.hits[i]:
        if hit.entry.cls == "accord":
            return True
        form = hit.entry.inflection
        if hit.entry.cls in ("say", "carry") and form is not None and (form.gender, form.number) == ("f", "s"):
            return True
    return False


def _told_prep() -> str:
    return str(orthography()["words"]["told"])


def _told(doc: Document, i: int) -> bool:
    """Whether token ``i`` is the preposition of the one told, written apart before a quotation mark."""
    return i >= 0 and doc.tokens.form[i] == _told_prep()


def _cue_near(doc: Document, i: int, j: int) -> bool:
    near = (*range(max(0, i - _REACH), i), *range(j, min(len(doc.hits), j + _REACH)))
    return any(hit.entry.cls in _CUES for k in near for hit in doc.hits[k])


def _bracketed(doc: Document, i: int, j: int) -> bool:
    form = doc.tokens.form
    return i > 0 and j < len(form) and form[i - 1] == "(" and form[j] in (")", "-", "/")


def _dateline(doc: Document, i: int, j: int) -> bool:
    """Whether tokens ``i`` .. ``j`` stand alone in a line or between its beginning and the mark before the story."""
    kind, form = doc.tokens.kind, doc.tokens.form
    if i and kind[i - 1] == MARK and form[i - 1] in _joints() and i >= 2:
        place = i - 2
        while place > 0 and kind[place - 1] != BREAK and i - place < _LONG:
            place -= 1
        return (place == 0 or kind[place - 1] == BREAK) and (j == len(form) or kind[j] in (BREAK, MARK))
    begins = i == 0 or kind[i - 1] == BREAK
    return begins and j < len(form) and kind[j] == MARK and form[j] in _joints()


def _joints() -> frozenset[str]:
    return frozenset(("-", "/", ":", "|"))


def _is_quote(doc: Document, i: int) -> bool:
    quotes = orthography()["quotes"]
    return 0 <= i < len(doc.tokens) and doc.tokens.form[i] in quotes["open"] + quotes["close"] + quotes["either"]


def _quoted(doc: Document, i: int) -> _Name | None:
    """An unknown name in quotation marks after a word for an outlet, where something is reported."""
    kind = next((k for k in _kind_words(doc, i) if _is_quote(doc, k.end)), None)
    if kind is None:
        return None
    first = kind.end + 1
    for j in range(first + 1, min(len(doc.tokens), first + _LONG)):
        if doc.tokens.kind[j] == BREAK:
            return None
        if _is_quote(doc, j):
            if _denied(doc, first) or not (kind.prep == _told_prep() or _cue_near(doc, i, j)):
                return None
            return _Name(i, _tail(doc, j + 1, closing=False), kind.letters, doc.tokens.raw(first, j))
    return None


def _made(doc: Document, i: int) -> _Name | None:
    """An unknown name by its last word ("... News"), a quoted one whole."""
    hit = doc.find(i, "outlet_made")
    if hit is None or hit.letters or hit.article or i == 0 or doc.tokens.kind[i - 1] in (MARK, BREAK):
        return None
    first = i - 1
    if not _is_quote(doc, first - 1) and first > 0 and _is_quote(doc, first - 2):
        first -= 1
    return _Name(first, hit.end, 0, doc.tokens.raw(first, hit.end))


def _source_line(doc: Document, i: int) -> _Name | None:
    """The rest of a short line that begins with "source:"."""
    hit = doc.find(i, "source_line")
    kind, form = doc.tokens.kind, doc.tokens.form
    if hit is None or (i and kind[i - 1] != BREAK) or hit.end >= len(form) or form[hit.end] != ":":
        return None
    first = j = hit.end + 1
    while j < len(form) and kind[j] != BREAK and j - first <= _LONG:
        j += 1
    if not 0 < j - first <= _LONG:
        return None
    known = doc.find(first, "outlet", "outlet_weak")
    return _Name(first, j, 0, str(known.entry.value) if known else doc.tokens.raw(first, j))


def _again(doc: Document, i: int, last: str) -> _Name | None:
    """ "... told the agency": the one credited before."""
    hit = doc.find(i, "outlet_alone")
    if hit is None or not last or hit.prep != _told_prep() or not _cue_near(doc, i, hit.end):
        return None
    return _Name(i, hit.end, hit.letters, last)
