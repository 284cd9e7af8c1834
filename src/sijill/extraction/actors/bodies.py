"""Bodies: those known by name, and those named by their kind and what follows it (ministry of ..., company ...)."""

from __future__ import annotations

from functools import cache

from ...language.document import Document
from ...language.lexicon import Hit, lexicon
from ...language.tables import table
from .words import Found, has_article, is_definite, is_function, is_quote, is_relation, is_word, names, plain, whole, words

_LONG = 6
"""Words of the longest name of a body after its kind."""
_OTHERS = ("title", "body_kind", "country", "place", "body", "honorific", "anonymous")


def body(doc: Document, i: int) -> Found | None:
    """A body known by name; a following adjective of nationality is part of the name of a national society."""
    hit = doc.find(i, "body")
    if hit is None or hit.article or (hit.prep and not has_article(hit.entry.words[0]) and len(hit.entry.words) == 1):
        return None
    entity, end = str(hit.entry.value), hit.end
    adjective = whole(doc, end, "nationality")
    if adjective is not None and adjective.article:
        end = adjective.end
        if hit.entry.row.get("national"):
            entity = f"{entity} {canonical(doc, hit.end, end)}"
    return Found(i, end, hit.letters, hit.entry.row["kind"], entity)


def own(doc: Document, i: int) -> Found | None:
    """An entity that a person added to the ledger, by its name or by the office that stands for it."""
    hit = doc.find(i, "own")
    if hit is None or hit.article:
        return None
    kind = "office" if hit.entry.variety == "capacity" else str(hit.entry.row["kind"])
    return Found(i, hit.end, hit.letters, kind, str(hit.entry.value))


def kind_of_body(doc: Document, i: int) -> Found | None:
    """A body named by its kind: bound to what follows, or with the article and adjectives."""
    hit = doc.find(i, "body_kind")
    if hit is None or hit.pronoun or hit.entry.variety == "plural":
        return None
    row = hit.entry.row
    if hit.prep and row.get("manner") == hit.prep:
        return None
    quoted = _quoted(doc, hit)
    if quoted is not None:
        return quoted
    bare = hit.article or has_article(hit.entry.words[0])
    if bare and doc.tokens.form[i] in words("ranked") and _rank(doc, hit.end):
        return None
    end = _adjectives(doc, hit.end) if bare else _belonging(doc, hit.end, row)
    if end == hit.end or doc.tokens.raw(hit.end) in row.get("never", ()):
        return None
    kind = row["state"] if "state" in row and whole(doc, end - 1, "nationality") else row["kind"]
    if (served := _served(doc, end, bare or not whole(doc, end - 1, "nationality"))) > end:
        end = _adjectives(doc, served)
    return Found(i, end, hit.letters, kind, canonical(doc, i, end, hit.letters, hit.article), str(hit.entry.value))


def _rank(doc: Document, j: int) -> bool:
    """Whether an ordinal or "last" stands at ``j``: the fifth place of a table, not a body."""
    return j < len(doc.tokens) and (doc.find(j, "ordinal") is not None or doc.tokens.form[j] in words("last"))


def standing(doc: Document, i: int) -> Found | None:
    """A kind of body with the article and nothing after it: the one spoken of before, or one that stands for itself."""
    hit = doc.find(i, "body_kind")
    if hit is None or not hit.article or hit.pronoun or hit.entry.variety != "bound" or hit.entry.row.get("crowd"):
        return None
    return Found(i, hit.end, hit.letters, hit.entry.row["kind"], "", str(hit.entry.value))


def ministry(doc: Document, i: int) -> Found | None:
    """A ministry called by its field and its country ("the French foreign affairs")."""
    hit = whole(doc, i, "title_tail")
    if hit is None or hit.entry.row["value"] != "field":
        return None
    adjective = whole(doc, hit.end, "nationality")
    if adjective is None or not adjective.article or adjective.entry.variety != "f":
        return None
    if i and (whole(doc, i - 1, "body_kind", "title", "title_tail") or is_definite(doc, i - 1)):
        return None
    name = f"{_ministry()} {canonical(doc, i, adjective.end)}"
    return Found(i, adjective.end, 0, "institution", name, _ministry())


@cache
def _ministry() -> str:
    return next(str(e.value) for e in lexicon().entries("body_kind") if e.row["en"] == "Ministry")


@cache
def known_bodies() -> dict[str, str]:
    """Every folded name of a body that the lexicon knows to its full name: one told by its kind may be known."""
    return {" ".join(e.words): str(e.value) for e in lexicon().entries("body")}


def _quoted(doc: Document, hit: Hit) -> Found | None:
    """``company "X"``: the name in quotation marks, its kind before it."""
    j = hit.end
    if not is_quote(doc, j) or hit.article:
        return None
    for end in range(j + 2, min(j + 2 + _LONG, len(doc.tokens))):
        if is_quote(doc, end):
            inner = doc.tokens.raw(j + 1, end)
            kind = hit.entry.row["kind"]
            return Found(hit.start, end + 1, hit.letters, kind, f"{hit.entry.value} {inner}", str(hit.entry.value))
        if not is_word(doc, end) and doc.tokens.kind[end] >= 4:
            return None
    return None


def _adjectives(doc: Document, j: int) -> int:
    """The end of the adjectives after a kind with the article; a nationality closes them."""
    for _ in range(_LONG):
        if not is_definite(doc, j):
            break
        if (adjective := whole(doc, j, "nationality")) is not None:
            return adjective.end
        if whole(doc, j, *_OTHERS) or not (whole(doc, j, "title_tail") or is_relation(doc.tokens.form[j])):
            break
        j += 1
    return j


def _belonging(doc: Document, j: int, row: object) -> int:
    """The end of what a kind of body belongs to: nouns up to the first definite one, its adjectives, a nationality."""
    start, coordinating, opened = j, _value(row) in names()["coordinating"], bool(_get(row, "open"))
    closed = False
    for _ in range(_LONG):
        if j >= len(doc.tokens):
            break
        known = whole(doc, j, "country", "place", "body", "nationality")
        if known is not None and not (closed and known.entry.cls != "nationality"):
            if known.entry.cls == "nationality" and not known.article and not closed:
                return start if j == start else j
            j, closed = known.end, True
            if known.entry.cls == "nationality":
                return j
        elif is_definite(doc, j) and not whole(doc, j, "title", "honorific"):
            if closed and not (is_relation(doc.tokens.form[j]) or whole(doc, j, "title_tail")):
                break
            j, closed = j + 1, True
        elif (closed and coordinating and _coordinated(doc, j)) or (not closed and _inner(doc, j)):
            j += 1
        elif opened and j == start and plain(doc, j):
            j, closed = j + 1, True
        else:
            break
    return j if closed else start


def _value(row: object) -> str:
    return str(_get(row, "value"))


def _get(row: object, key: str) -> object:
    return row.get(key) if hasattr(row, "get") else None


def _inner(doc: Document, j: int) -> bool:
    """An indefinite noun inside an idafa that a definite word closes next."""
    following = is_definite(doc, j + 1) or whole(doc, j + 1, "country", "place", "body") is not None
    return plain(doc, j) and following and not is_function(doc, j)


def _coordinated(doc: Document, j: int) -> bool:
    """``and the ...``: one more field of the same body, not another body, person or place."""
    form = doc.tokens.form[j] if is_word(doc, j) else ""
    joint = str(names()["conjunction"])
    if not form.startswith(joint) or not has_article(form[len(joint) :]):
        return False
    return all(hit.entry.cls == "title_tail" for hit in doc.hits[j]) and not is_function(doc, j)


def _served(doc: Document, j: int, freely: bool) -> int:
    """``for the ...``: what the body is for; not ``freely`` after a nationality that closed an idafa."""
    if not is_word(doc, j):
        return j
    form = doc.tokens.form[j]
    possessor = str(names()["possessor"])
    if form in words("served") and is_definite(doc, j + 1):
        return j + 2
    if form in words("served_not"):
        return j
    if freely and form.startswith(possessor) and len(form) > 4 and not is_function(doc, j):
        if any(hit.entry.cls in _OTHERS and hit.entry.cls != "body" for hit in doc.hits[j]):
            return j
        return j + 1
    return j


@cache
def _nationalities() -> dict[tuple[str, str], str]:
    """Country and variety to the first spelling of its adjective."""
    first: dict[tuple[str, str], str] = {}
    for entry in lexicon().entries("nationality"):
        first.setdefault((entry.row["iso"], entry.variety), entry.row[entry.variety][0])
    return first


def canonical(doc: Document, i: int, j: int, letters: int = 0, article: bool = False) -> str:
    """The words of a name in one spelling: proclitics off, adjectives of nationality as the lexicon spells them."""
    out = []
    k = i
    the = str(names()["article"])
    while k < j:
        hit = whole(doc, k, "nationality")
        if (
            hit is not None
            and hit.end <= j
            and (k > i or not letters)
            and len(hit.entry.words) == 1
            and hit.entry.variety in ("m", "f")
        ):
            spelt = _nationalities()[hit.entry.row["iso"], hit.entry.variety]
            out.append((the if hit.article else "") + spelt)
            k = hit.end
            continue
        start = doc.tokens.skip(k, letters) if k == i and letters else doc.tokens.start[k]
        text = doc.text[start : doc.tokens.end[k]]
        out.append(_with_article(text) if k == i and letters and article else text)
        k += 1
    return _joined(out)


def _with_article(text: str) -> str:
    """``text`` after "for" was taken off: the article that lost its alef gets it back."""
    article = str(names()["article"])
    possessor = table("morphology")["proclitics"]["article_inside"][0]
    return article + text[len(possessor) :] if text.startswith(possessor) and not text.startswith(article) else text


def _joined(parts: list[str]) -> str:
    return " ".join(p for p in parts if any(c.isalnum() for c in p))
