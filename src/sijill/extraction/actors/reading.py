"""One pass over a document: what each word can begin is read, the best readings kept, then the article's own sense."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ...language.document import Document
from ...records import Credit, Mention
from . import bodies, offices, persons, places
from .resolution import Article
from .words import Found, words

_READERS: dict[str, Callable[[Document, int], Found | None]] = {
    "country": places.country,
    "country_weak": places.weak_country,
    "place": places.place,
    "place_weak": places.weak_place,
    "body": bodies.body,
    "body_kind": bodies.kind_of_body,
    "title_tail": bodies.ministry,
    "given_name": persons.person,
    "given_name_weak": persons.weak_person,
    "name_particle": persons.kunya,
}


def mentions(doc: Document, credited: Sequence[Credit] = ()) -> list[Mention]:
    """Names and descriptions of entities in ``doc``, in order of their starts.

    ``entity`` is the full canonical name as far as the article gives it: a surname alone stands for the person named
    before, an office for its holder where the article joins the two, "the organization" for the one spoken of. A place
    may lie inside an office; nothing else overlaps. ``credited`` outlets are mentions of kind media.
    """
    article = Article(doc)
    begins = [(a, b) for a, b in doc.sentences]
    for a, b in begins:
        _sentence(doc, article, a, b)
    return article.mentions(credited)


_INTEREST = (*_READERS, "own", "title", "honorific", "anonymous")


def _listed(doc: Document) -> frozenset[int]:
    """The tokens at which the lexicon of names has something."""
    return frozenset(doc.of(*_INTEREST))


def _strange(doc: Document) -> frozenset[int]:
    """The tokens that may name though no lexicon of names holds them: words for a place, what follows a verb of speaking."""
    where = doc.tokens.where
    return frozenset([*where(places.heads()), *(i + 1 for i in where(words("speaking")))])


def _sentence(doc: Document, article: Article, a: int, b: int) -> None:
    listed, strange, surnames = doc.once(_listed), doc.once(_strange), article.surnames
    form = doc.tokens.form
    i = a
    while i < b:
        if i in listed:
            i = max(i + 1, _token(doc, article, i))
        elif i in strange or form[i] in surnames or form[i][1:] in surnames:
            i = _unlisted(doc, article, i)
        else:
            i += 1


def _unlisted(doc: Document, article: Article, i: int) -> int:
    """A token that no lexicon of names holds: a surname of the article, a word for a place, a speaker; the next token."""
    if article.surname(i):
        return i + 1
    found = places.worded(doc, i) if places.is_head(doc, i) else persons.reported(doc, i)
    if found is None:
        return i + 1
    article.add(found)
    return found.j


def _token(doc: Document, article: Article, i: int) -> int:
    """Read what begins at token ``i``; the token to go on from."""
    classes = {hit.entry.cls for hit in doc.hits[i]}
    if "own" in classes and (own := bodies.own(doc, i)) is not None:
        article.add(own)
        return own.j
    found = [f for cls in _READERS if cls in classes and (f := _READERS[cls](doc, i)) is not None]
    best = max(found, key=lambda f: f.j, default=None)
    title = None
    if "title" in classes:
        title = offices.titled(doc, i, article.surnames)
    if title is None and "honorific" in classes:
        title = offices.addressed(doc, i)
    if title is not None:
        end = max(f.j for f in (title.office, title.person) if f is not None)
        if best is None or best.j <= end:
            article.add_titled(title)
            return end
    if best is None and places.is_head(doc, i):
        best = places.worded(doc, i)
    if best is not None:
        article.add(best)
        return best.j
    if "body_kind" in classes and (alone := bodies.standing(doc, i)) is not None:
        return article.stand(alone)
    if "anonymous" in classes:
        return i + 1 if article.surname(i) else article.unnamed(i)
    article.surname(i)
    return i + 1
