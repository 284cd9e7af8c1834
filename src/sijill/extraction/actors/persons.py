"""Runs of words that are a person's name. Arabic has no capitals: given names, particles and triggers tell them."""

from __future__ import annotations

from ...language.document import Document
from .words import (
    NAME_CLASSES,
    Found,
    has_article,
    is_function,
    is_mark,
    is_relation,
    is_word,
    names,
    reports,
    strange,
    surname_like,
    whole,
    words,
)

_LONG = 9
"""Words of the longest name."""


def person(doc: Document, i: int) -> Found | None:
    """A person named without title: a given name that is hardly anything else, and more of a name after it."""
    hit = doc.find(i, "given_name")
    if hit is None or hit.article or hit.pronoun or is_function(doc, i):
        return None
    end = _run(doc, hit.end, 1, 0)
    alone = end == hit.end
    if alone and not (reports(doc, i - 1) and not hit.prep):
        return None
    if not alone and not _sound(doc, hit.end, end, bool(hit.prep), reports(doc, i - 1)):
        return None
    return Found(i, end, hit.letters, "person", spelt(doc, i, end, hit.letters))


def weak_person(doc: Document, i: int) -> Found | None:
    """A name whose first word is also an everyday word: counts where "son of" or a sure given name follows."""
    hit = doc.find(i, "given_name_weak")
    if hit is None or hit.pronoun or is_function(doc, i):
        return None
    more = whole(doc, hit.end, "name_kin") or (None if hit.article else whole(doc, hit.end, "given_name"))
    if more is None and not (reports(doc, i - 1) and not hit.prep and whole(doc, hit.end, *NAME_CLASSES)):
        return None
    end = _run(doc, hit.end, 1, 0)
    if end == hit.end:
        return None
    return Found(i, end, hit.letters, "person", spelt(doc, i, end, hit.letters))


def kunya(doc: Document, i: int) -> Found | None:
    """ "Father of" and a given name: a name by which a man is known."""
    hit = whole(doc, i, "name_particle")
    if hit is None or doc.tokens.form[i] not in words("father") or whole(doc, hit.end, "given_name", "given_name_weak") is None:
        return None
    end = _run(doc, hit.end, 1, 0)
    return Found(i, end, 0, "person", spelt(doc, i, end)) if end > hit.end else None


def reported(doc: Document, i: int) -> Found | None:
    """Two strange words after a verb of speaking and before what is said: somebody's name."""
    if i == 0 or doc.tokens.form[i - 1] not in words("speaking") or not (strange(doc, i) and strange(doc, i + 1)):
        return None
    if any(doc.hits[k] for k in (i, i + 1)) or doc.tokens.form[i].endswith(tuple(words("plural_endings"))):
        return None
    end = i + 2
    if not (end < len(doc.tokens) and (not is_word(doc, end) or doc.tokens.form[end] in words("after_speaker"))):
        return None
    return Found(i, end, 0, "person", spelt(doc, i, end))


def _sound(doc: Document, j: int, end: int, joined: bool, told: bool) -> bool:
    """Whether what follows an untitled given name is a name too: a known one, or the only strange word of two.

    ``told``: a verb of saying stands before it, so that an unknown word with the article may be a surname.
    """
    if whole(doc, j, *NAME_CLASSES):
        return True
    if has_article(doc.tokens.form[j]):
        return not joined and (is_relation(doc.tokens.form[j]) or (told and (not doc.hits[j] or _told_surname(doc, j))))
    if joined:
        return False
    return end - j == 1 or whole(doc, j + 1, *NAME_CLASSES) is not None


def after_title(doc: Document, i: int) -> Found | None:
    """A person's name that begins at token ``i``, after a title or a form of address."""
    i, plainly = _addressed(doc, i)
    if not is_word(doc, i) or is_function(doc, i):
        return None
    known = whole(doc, i, *NAME_CLASSES)
    if known is not None:
        if _preposition(doc, i):
            return None
        end = _run(doc, known.end, known.end - i, 0)
        if known.entry.cls in ("name_particle", "name_kin") and end == known.end:
            end = known.end + 1
            if not strange(doc, known.end):
                return None
    elif has_article(doc.tokens.form[i]):
        if plainly or not surname_like(doc, i) or whole(doc, i, "nationality", "title_tail"):
            return None
        end = i + 1
    elif strange(doc, i) and not whole(doc, i, "nationality", "title_tail", "country", "place"):
        end = _run(doc, i + 1, 1, 1)
    else:
        return None
    return Found(i, end, 0, "person", spelt(doc, i, end))


def _addressed(doc: Document, i: int) -> tuple[int, bool]:
    """The token after forms of address before a name; True where the last asks for more than a surname (the citizen X)."""
    plainly = False
    for _ in range(3):
        hit = whole(doc, i, "honorific")
        if hit is None:
            break
        i, plainly = hit.end, bool(hit.entry.row.get("plain"))
        adjective = whole(doc, i, "nationality")
        if (
            adjective is not None
            and adjective.article
            and (whole(doc, adjective.end, *NAME_CLASSES) or strange(doc, adjective.end))
        ):
            i = adjective.end
    return i, plainly


def _run(doc: Document, j: int, count: int, unknown: int) -> int:
    """The end of a name that has ``count`` words before token ``j``, of which ``unknown`` are in no lexicon."""
    descent = False
    while count < _LONG and is_word(doc, j):
        known = whole(doc, j, *NAME_CLASSES)
        if count == 1 and not unknown and _told_surname(doc, j):
            return j + 1
        if is_function(doc, j) or _office(doc, j):
            break
        if known is not None and (known.entry.cls == "given_name" or not _preposition(doc, j)):
            after = known.end
            descent = known.entry.cls == "name_kin"
            while known is not None and known.entry.cls in ("name_particle", "name_kin"):
                known = whole(doc, after, *NAME_CLASSES)
                after = known.end if known else after + 1 if _descended(doc, after) else -1
            if after < 0:
                break
            count, j = count + after - j, after
        elif has_article(doc.tokens.form[j]) or whole(doc, j, "ordinal"):
            strict = descent or (count > 1 and unknown > 0 and not _told(doc, j + 1))
            if not surname_like(doc, j, strict=strict):
                return j
            if whole(doc, j + 1, "name_kin") is None:
                return j + 1
            count, j = count + 1, j + 1
        elif _goes_on(doc, j, count, unknown):
            unknown, count, j = unknown + 1, count + 1, j + 1
        else:
            break
    return j


def _told(doc: Document, j: int) -> bool:
    """Whether what somebody said begins at token ``j``, after a comma or without: the speaker's name is over."""
    j += is_mark(doc, j, ",")
    return is_word(doc, j) and doc.tokens.form[j] in words("that")


def _told_surname(doc: Document, j: int) -> bool:
    """Whether a common word with the article after a given name is a surname: what is said follows it at once."""
    if not has_article(doc.tokens.form[j]) or not _told(doc, j + 1):
        return False
    return any(h.entry.variety == "m" and h.entry.cls in ("anonymous", "title") and not h.letters for h in doc.hits[j])


def _descended(doc: Document, j: int) -> bool:
    """Whether token ``j`` can be a name because "son of" or "father of" stands before it: any word but a closed-class one."""
    if not is_word(doc, j) or is_function(doc, j) or len(doc.tokens.form[j]) < 2:
        return False
    return surname_like(doc, j) if has_article(doc.tokens.form[j]) else not _office(doc, j)


def _goes_on(doc: Document, j: int, count: int, unknown: int) -> bool:
    """Whether a word in no lexicon goes on with a name: the second, or the third after two known ones."""
    if not strange(doc, j) or _known_thing(doc, j):
        return False
    if 2 <= count <= 4 and unknown < 2 and _told(doc, j + 1):
        return True
    return count == 1 or (count == 2 and not unknown and doc.tokens.form[j][0] not in words("prefixes"))


def _preposition(doc: Document, j: int) -> bool:
    """Whether a word that may be "on" (alef maqsura and yeh are written alike by some) is followed by no name."""
    if doc.tokens.form[j] not in words("ali"):
        return False
    if doc.tokens.raw(j)[-1] == str(names()["maqsura"]) and not whole(doc, j + 1, *NAME_CLASSES):
        return True
    return not (whole(doc, j + 1, *NAME_CLASSES) or surname_like(doc, j + 1) or not is_word(doc, j + 1))


def _office(doc: Document, j: int) -> bool:
    if doc.tokens.form[j] in words("also_given"):
        return False  # a form of address that is a name inside one
    return whole(doc, j, "title", "honorific", "body_kind", "body") is not None


def _known_thing(doc: Document, j: int) -> bool:
    return whole(doc, j, "country", "place", "title_tail") is not None


def spelt(doc: Document, i: int, j: int, letters: int = 0) -> str:
    """A name's words in order, proclitics off the first."""
    first = doc.text[doc.tokens.skip(i, letters) if letters else doc.tokens.start[i] : doc.tokens.end[i]]
    return " ".join((first, *(doc.tokens.raw(k) for k in range(i + 1, j))))
