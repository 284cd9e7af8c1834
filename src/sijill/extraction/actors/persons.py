"""Runs of words that are a person's name. Arabic has no capitals: given names, particles and triggers tell them."""

from __future__ import annotations

from ...language.document import Document
from .words import NAME_CLASSES, Found, has_article, is_definite, is_function, is_word, plain, whole

_LONG = 6
"""Words of the longest name."""


def person(doc: Document, i: int) -> Found | None:
    """A person named without title: a given name that is hardly anything else, and more of a name after it."""
    hit = doc.find(i, "given_name")
    if hit is None or hit.article or hit.pronoun or is_function(doc, i):
        return None
    end = _run(doc, hit.end, 1, 0)
    if end == hit.end or not _sound(doc, hit.end, end):
        return None
    return Found(i, end, hit.letters, "person", spelt(doc, i, end, hit.letters))


def _sound(doc: Document, j: int, end: int) -> bool:
    """Whether what follows an untitled given name is a name too: a known one, or the only strange word of two."""
    if whole(doc, j, *NAME_CLASSES) or has_article(doc.tokens.form[j]):
        return True
    return end - j == 1 or whole(doc, j + 1, *NAME_CLASSES) is not None


def after_title(doc: Document, i: int) -> Found | None:
    """A person's name that begins at token ``i``, after a title or a form of address."""
    i = _addressed(doc, i)
    if not is_word(doc, i) or is_function(doc, i):
        return None
    known = whole(doc, i, *NAME_CLASSES)
    if known is not None:
        end = _run(doc, known.end, known.end - i, 0)
        if known.entry.cls == "name_particle" and end == known.end:
            return None
    elif has_article(doc.tokens.form[i]):
        if not _surname(doc, i):
            return None
        end = i + 1
    elif plain(doc, i) and not whole(doc, i, "nationality", "title_tail", "country", "place"):
        end = _run(doc, i + 1, 1, 1)
    else:
        return None
    return Found(i, end, 0, "person", spelt(doc, i, end))


def _addressed(doc: Document, i: int) -> int:
    """The token after forms of address and ranks that stand before a name."""
    for _ in range(3):
        hit = whole(doc, i, "honorific")
        if hit is None:
            break
        i = hit.end
    return i


def _run(doc: Document, j: int, count: int, strange: int) -> int:
    """The end of a name that has ``count`` words before token ``j``, of which ``strange`` are in no lexicon."""
    while count < _LONG and is_word(doc, j) and not is_function(doc, j):
        known = whole(doc, j, *NAME_CLASSES)
        if known is not None and not _office(doc, j):
            after = known.end
            if known.entry.cls in ("name_particle", "name_kin"):
                if not (is_word(doc, after) and (plain(doc, after) or _surname(doc, after))):
                    break
                after += 1
            count, j = count + after - j, after
        elif has_article(doc.tokens.form[j]):
            return j + 1 if _surname(doc, j) else j
        elif strange < 2 and count + strange < 4 and plain(doc, j) and not _known_thing(doc, j):
            strange, count, j = strange + (2 if count > 1 else 1), count + 1, j + 1
        else:
            break
    return j


def _office(doc: Document, j: int) -> bool:
    return whole(doc, j, "title", "honorific", "body_kind", "body") is not None


def _known_thing(doc: Document, j: int) -> bool:
    return whole(doc, j, "country", "place", "title_tail") is not None


def _surname(doc: Document, j: int) -> bool:
    """Whether a word with the article can end a name: nothing else is known of it but perhaps a people or a place."""
    if not is_definite(doc, j):
        return False
    return all(
        hit.entry.cls in ("nationality", "place_weak", "given_name_weak", "given_name", "outlet_weak", "country_weak")
        for hit in doc.hits[j]
        if not hit.letters and not hit.pronoun and hit.end == j + 1
    ) and not any(hit.entry.cls in ("body", "country", "place") and not hit.letters for hit in doc.hits[j])


def spelt(doc: Document, i: int, j: int, letters: int = 0) -> str:
    """A name's words in order, proclitics off the first."""
    first = doc.text[doc.tokens.skip(i, letters) if letters else doc.tokens.start[i] : doc.tokens.end[i]]
    return " ".join((first, *(doc.tokens.raw(k) for k in range(i + 1, j))))
