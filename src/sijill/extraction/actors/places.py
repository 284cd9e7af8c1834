"""Countries, capitals, provinces, cities and sites; a capital that acts is its government."""

from __future__ import annotations

from functools import cache

from ...language.document import Document
from ...language.lexicon import Hit, lexicon
from .words import Found, is_definite, plain, reports, strange, whole, words


def country(doc: Document, i: int) -> Found | None:
    """The country named at token ``i``; a form that is also its adjective counts after a preposition only."""
    hit = doc.find(i, "country")
    if hit is None or hit.article:
        return None
    adjective = doc.find(i, "nationality")
    if adjective is not None and adjective.entry.variety == "f" and not hit.prep and not _after(doc, i):
        return None
    if i and doc.tokens.form[i - 1] in words("prayer"):
        return None
    return Found(i, hit.end, hit.letters, "country", str(hit.entry.value))


def weak_country(doc: Document, i: int) -> Found | None:
    """A country whose name is also a common word, where the words before it ask for a place."""
    hit = doc.find(i, "country_weak")
    if hit is None or hit.article or doc.find(i, "place_weak") is not None:
        return None
    if not (hit.prep or _after(doc, i)):
        return None
    return Found(i, hit.end, hit.letters, "country", str(hit.entry.value))


def place(doc: Document, i: int) -> Found | None:
    """The place named at token ``i``; a capital that reports or is reported to act is its country's government."""
    hit = doc.find(i, "place")
    if hit is None or hit.article:
        return None
    if hit.entry.row["kind"] == "capital" and not hit.prep and _acts(doc, i, hit):
        return Found(i, hit.end, hit.letters, "government", ruled_from(hit))
    return Found(i, hit.end, hit.letters, "place", str(hit.entry.value))


def _acts(doc: Document, i: int, hit: Hit) -> bool:
    """Whether a capital stands where a party does: after a verb of saying, "between", "with", or joined to one that does."""
    if i == 0:
        return False
    if reports(doc, i - 1) or doc.tokens.form[i - 1] in words("party_after"):
        return not _of_a_man(doc, i, hit)
    before = doc.find(i - 1, "place") if hit.conj else None
    return before is not None and not before.prep and before.entry.row["kind"] == "capital" and _acts(doc, i - 1, before)


def _of_a_man(doc: Document, i: int, hit: Hit) -> bool:
    """Whether the verb before is masculine singular and a strange word follows: a man of that name, as cities are feminine."""
    if not strange(doc, hit.end):
        return False
    form = next((h.entry.inflection for h in doc.hits[i - 1] if h.entry.inflection is not None), None)
    return form is not None and (form.gender, form.number) == ("m", "s")


def weak_place(doc: Document, i: int) -> Found | None:
    """A place whose name is also a common word, after a word for a place; a capital also after a preposition."""
    hit = doc.find(i, "place_weak")
    if hit is None or hit.article or hit.prep:
        return None
    before = doc.tokens.form[i - 1] if i else ""
    capital = hit.entry.row["kind"] == "capital"
    if before in words("place_outside") or (capital and before in words("place_before")):
        return Found(i, hit.end, hit.letters, "place", str(hit.entry.value))
    return None


def worded(doc: Document, i: int) -> Found | None:
    """A place no lexicon knows, by the word for a place before it: "the town of X" gives X, "X airport" the whole."""
    form = doc.tokens.form[i]
    inside = form in words("place_inside")
    if not inside and form not in words("place_outside"):
        return None
    j = i + 1
    if j >= len(doc.tokens) or (doc.find(j, "place", "place_weak", "country", "body_kind", "title") is not None and not inside):
        return None
    end = _name_end(doc, j)
    if end == j:
        return None
    start = i if inside else j
    while inside and is_definite(doc, end) and whole(doc, end, "title_tail", "nationality"):
        end += 1
    return Found(start, end, 0, "place", doc.tokens.raw(start, end))


def _name_end(doc: Document, j: int) -> int:
    known = whole(doc, j, "place", "country")
    if known is not None:
        return known.end
    form = doc.tokens.form[j]
    if form in words("place_not") or (form.endswith(tuple(words("place_adjective"))) and not is_definite(doc, j)):
        return j
    if not (strange(doc, j) or (is_definite(doc, j) and plain(doc, j))) or whole(doc, j, "nationality", "title_tail"):
        return j
    two = doc.tokens.form[j] in words("place_first")
    return j + 2 if two and plain(doc, j + 1) else j + (not two)


def _after(doc: Document, i: int) -> bool:
    return i > 0 and doc.tokens.form[i - 1] in words("place_before")


def ruled_from(hit: Hit) -> str:
    """The country whose capital a hit names."""
    return countries().get(hit.entry.row["iso"], str(hit.entry.value))


@cache
def countries() -> dict[str, str]:
    """ISO code to the Arabic name the record uses."""
    return {e.row["iso"]: str(e.value) for e in lexicon().entries("country")}


def is_head(doc: Document, i: int) -> bool:
    """Whether token ``i`` is a word for a place."""
    return doc.tokens.form[i] in heads()


@cache
def heads() -> frozenset[str]:
    """The words for a place, folded."""
    return words("place_inside") | words("place_outside")
