"""Sources: which tokens near a cue name the speaker, and what kind of speaker they name."""

from __future__ import annotations

from typing import NamedTuple

from ...language.lexicon import Hit
from ...language.morphology import without_pronoun
from ...language.tokens import BREAK, NUMBER, WORD
from .scene import NOMINAL, Scene

_LONG = 26
"""Tokens of the longest description of a speaker."""


class Source(NamedTuple):
    """A speaker on tokens ``i`` .. ``j``; ``letters`` proclitic letters of the first word are not its own."""

    i: int
    j: int
    letters: int = 0


def after(scene: Scene, i: int, end: int, occasion: bool = True, whole: bool = False) -> Source | None:
    """The speaker named right after a cue, in tokens ``i`` .. ``end`` (where the content or the sentence goes on).

    ``occasion``: whether a phrase of place may stand first ("in a statement"); ``whole``: whether a subject is sure to
    stand there, since a clause or a quotation follows.
    """
    i = _skip(scene, i, end) if occasion else i
    if i >= end or scene.kind[i] == BREAK or scene.finite(i):
        return None
    saying = scene.hit(i, "say_noun")
    if (saying is not None and saying.pronoun) or scene.word(i) in scene.words.prepositions or _own_words(scene, i):
        return None
    source = _trim(scene, i, _phrase_end(scene, i, end))
    if source is None or _adverbial(scene, source, whole):
        return None
    mouth = next((k for k in range(source.j, min(source.j + 3, end)) if scene.word(k) in scene.words.mouth), None)
    return after(scene, mouth + 1, end) or source if mouth is not None else source


def _adverbial(scene: Scene, source: Source, whole: bool) -> bool:
    """Whether an unknown description begins with a preposition written on its word ("with longing", "his performance")."""
    word = scene.word(source.i)
    if scene.word(source.i + 1) in scene.words.name_goes_on:
        return False
    if not word.startswith(scene.words.attached) or head_kind(scene, source.i) or scene.mentions_in(source.i, source.i + 1):
        return False
    hits = scene.doc.hits[source.i]
    if any(h.entry.cls in NOMINAL and not h.prep for h in hits) or scene.credit(source.i, source.j) is not None:
        return False
    hamza = scene.doc.tokens.raw(source.i)[1:2] in scene.words.hamzas
    if whole and not hamza and not word.startswith(scene.words.by_article):
        return False
    return hamza or source.j - source.i == 1 or any(h.prep for h in hits) or word.startswith(scene.words.by_article)


def before(scene: Scene, start: int, end: int) -> Source | None:
    """The speaker named before a verb, in tokens ``start`` .. ``end``: subject first, or the noun a relative hangs on."""
    while end > start and (scene.word(end - 1) in scene.words.fillers or scene.time_before(end) is not None):
        past = scene.time_before(end)
        end = past if past is not None else end - 1
    if end > start and scene.word(end - 1) in scene.words.relative:
        return _antecedent(scene, start, end - 1)
    i = start
    words = scene.words
    while i < end:
        if (scene.word(i), scene.word(i + 1)) in words.break_pairs:
            i += 2
        elif scene.word(i) in words.fillers or scene.bare(i) in words.fillers or scene.is_mark(i, ","):
            i += 1
        else:
            break
    topic = i > start and scene.word(i - 1) in words.topic and scene.kind[min(i, end - 1)] == WORD
    if i >= end or end - i > _LONG or not (topic or _nominal(scene, i)):
        return None
    j = _phrase_end(scene, i, end)
    letters = 1 if scene.word(i) != scene.bare(i) and _conjoined(scene, i) else 0
    source = _trim(scene, i, j)
    return source._replace(letters=letters) if source else None


def _conjoined(scene: Scene, i: int) -> bool:
    """Whether the first letter of word ``i`` is a conjunction: it is one where the rest is known."""
    return any(h.conj for h in scene.doc.hits[i]) or scene.bare(i).startswith(scene.words.article)


def _nominal(scene: Scene, i: int) -> bool:
    """Whether a subject may begin at ``i``: a noun with the article, a head, a mention or a quoted name."""
    if scene.is_quote(i):
        return True
    if scene.kind[i] != WORD:
        return False
    word = scene.bare(i)
    if word.startswith(scene.words.article) and word not in scene.words.relative:
        return True
    return bool(scene.hit(i, "source_head") or scene.mentions_in(i, i + 1) or scene.credit(i, i + 1)) and not any(
        h.entry.cls == "say" and h.entry.inflection for h in scene.doc.hits[i]
    )


def _antecedent(scene: Scene, start: int, end: int) -> Source | None:
    """The noun phrase that ends before a relative pronoun at ``end``: back to the last boundary."""
    while end > start and scene.is_mark(end - 1, ","):
        end -= 1
    if scene.word(end - 1) in scene.words.matters:
        return None  # "a matter that he pointed to"
    i = end
    article, opened = scene.words.article, False
    while i > start and end - i < 8:
        word = scene.word(i - 1)
        if not word and not scene.is_quote(i - 1):
            break
        if word in scene.words.prepositions or word in scene.words.openers or word in scene.words.that or scene.finite(i - 1):
            break
        head = scene.hit(i - 1, "source_head")
        if opened and head is None:
            break
        i -= 1
        opened = opened or not scene.bare(i).startswith(article)
        if head is not None and not scene.hit(i - 1, "source_head"):
            break
    return _trim(scene, i, end) if i < end else None


def _skip(scene: Scene, i: int, end: int) -> int:
    """Past what may stand between a verb and its subject: times, "also", "for his part", commas, an occasion."""
    words = scene.words
    while i < end:
        past = scene.time_end(i)
        word = scene.word(i)
        within = words.prepositions.get(word) == "in"
        if past is not None and past > i:
            i = _time_tail(scene, past, end)
        elif scene.word(i + 1) in words.mouth:
            i += 2
        elif (told := _told_outlet(scene, i, end)) is not None:
            i = told
        elif _addressed(scene, i) or word in words.openers or (within and occasion(scene, i + 1)):
            i = _occasion_end(scene, i, end)
        elif (
            scene.is_mark(i, ",")
            or word in words.fillers
            or word in words.adverbs
            or (within and scene.time_end(i + 1) is not None)
        ):
            i += 1
        else:
            return i
    return i


def _occasion_end(scene: Scene, i: int, end: int) -> int:
    """Past a phrase ("in a statement") that stands before the subject: to the comma that must follow it."""
    j = i + 1
    while j < end and not scene.is_mark(j, ","):
        j += 1
    return j if j < end else end


def _time_tail(scene: Scene, i: int, end: int) -> int:
    """Past the bracketed month and the adjective that still belong to a time."""
    if i < end and scene.is_mark(i, "("):
        i = _bracket(scene, i, end)
    while i < end and (scene.word(i) in scene.words.time_tails or scene.is_mark(i, "/")):
        i += 1
    return i


def _told_outlet(scene: Scene, i: int, end: int) -> int | None:
    """Past the outlet that is spoken to at token ``i`` ("to «Okaz»"): the subject may follow at once."""
    if not _addressed(scene, i):
        return None
    credit = scene.credit(i, i + 3)
    if credit is None:
        return None
    j = scene.doc.tokens.at(credit.end)
    while j < end and scene.is_quote(j):
        j += 1
    return j if i < j < end else None


def _addressed(scene: Scene, i: int) -> bool:
    """Whether token ``i`` begins the one spoken to ("to Reuters")."""
    word, purpose = scene.word(i), scene.words.purpose
    if word == purpose:
        return True
    return word.startswith(purpose) and (scene.credit_starts_inside(i) or any(h.prep == purpose for h in scene.doc.hits[i]))


def occasion(scene: Scene, i: int) -> bool:
    """Whether word ``i`` is an occasion of speaking ("statement", "his tweet")."""
    word, article = scene.word(i), scene.words.article
    if word.startswith(article) and word[len(article) :] in scene.words.occasions:
        return True
    return word in scene.words.occasions or any(rest in scene.words.occasions for rest, _ in without_pronoun(word))


def _own_words(scene: Scene, i: int) -> bool:
    """Whether word ``i`` is the speaker's own talk ("concluded his speech by saying"): no speaker."""
    word = scene.word(i)
    return word in scene.words.own_talk or any(rest in scene.words.own_talk for rest, _ in without_pronoun(word))


def _phrase_end(scene: Scene, i: int, end: int) -> int:
    """Where the description that begins at ``i`` ends, appositions between commas included."""
    words = scene.words
    j = i
    limit = min(end, i + _LONG)
    place = scene.hit(i, "country") or scene.hit(i, "place")
    if (
        place is not None
        and not scene.hit(i, "source_head")
        and not scene.is_mark(min(place.end, end - 1), ",")
        and not namesake(scene, i, place)
    ):
        joined = place.end < limit and any(h.conj for h in scene.doc.hits[place.end])
        if not joined:
            return min(place.end, limit)
    while j < limit:
        if scene.kind[j] == BREAK or _closes(scene, i, j):
            break
        if scene.is_mark(j, ","):
            nxt = _apposition(scene, i, j, limit)
            if nxt is None:
                break
            j = nxt
            continue
        close = scene.quotes.close_of.get(j)
        if close is not None and close < limit and close - j <= 8:
            j = close + 1
            continue
        if scene.is_mark(j, "(") and scene.word(j + 1) not in words.openers:
            close = _bracket(scene, j, limit)
            j = close
            continue
        j += 1
    return j


def namesake(scene: Scene, i: int, place: Hit) -> bool:
    """Whether a city's name after a verb in the masculine is a man's ("said Baghdad Bounedjah"): cities are feminine."""
    if place.entry.cls != "place" or scene.kind[min(place.end, len(scene.kind) - 1)] != WORD:
        return False
    form = next((h.entry.inflection for h in scene.doc.hits[i - 1] if h.entry.inflection), None) if i else None
    return form is not None and (form.gender, form.number) == ("m", "s")


def _bracket(scene: Scene, j: int, limit: int) -> int:
    k = j + 1
    while k < limit and not scene.is_mark(k, ")"):
        k += 1
    return min(k + 1, limit)


def _closes(scene: Scene, i: int, j: int) -> bool:
    """Whether a description cannot go on at ``j``: an adjunct, a relative clause, a time, a dash, a verb."""
    if j == i:
        return False
    words, word = scene.words, scene.word(j)
    if not word:
        return scene.is_mark(j, "-", ":", ";", ".", "!", "?", "[") or scene.kind[j] == BREAK
    if j in scene.hidden or scene.time_end(j) is not None or _accusative(scene, j):
        return True
    if word in words.resuming:
        return True
    if word in words.openers or word in words.adverbs:
        taken = any(scene.bare(k) in words.governors for k in range(max(i, j - 3), j))
        return not (word in words.prepositions and (taken or _closely(scene, j) or scene.word(j - 1) in words.issued_by))
    if word in words.relative or word in words.pronouns or word in words.clause or word == words.purpose:
        return words.prepositions.get(word) != "of"
    kind = words.prepositions.get(word)
    if kind == "in":
        return occasion(scene, j + 1) or scene.time_end(j + 1) is not None
    if kind == "of":
        return False
    if word.startswith(words.purpose) and (scene.credit(j, j + 2) is not None or word[1:] in words.addressees):
        return True
    media = scene.hit(j, "source_head")
    if media is not None and media.prep == words.purpose and media.entry.value == "media":
        return True
    if scene.named_until(j) and somebodys(scene, j):
        return True
    if word.startswith(words.by_article) and not head_kind(scene, i) and scene.word(j - 1) not in words.by_taken:
        return True
    if scene.word(j - 1).startswith(words.article) and _second_body(scene, j):
        return True
    return scene.finite(j) and not scene.mentions_in(j, j + 1)


def _accusative(scene: Scene, j: int) -> bool:
    """Whether an indefinite accusative stands at ``j``: the verb's object or an adverb, but after a number what is counted."""
    if scene.kind[j - 1] == NUMBER or any(h.entry.cls == "numeral" for h in scene.doc.hits[j - 1]):
        return False
    head, raw = scene.hit(j, "source_head"), scene.doc.tokens.raw(j)
    written = raw.endswith(scene.words.accusative)
    return written or (head is not None and head.entry.value == "document" and scene.word(j) in scene.words.objects)


def somebodys(scene: Scene, j: int) -> bool:
    """Whether a noun with a pronoun at ``j`` is the object after a subject ("called its customers")."""
    return _owned(scene, j) and _no_name(scene, j)


def _owned(scene: Scene, j: int) -> bool:
    """Whether word ``j`` ends, as written, like a noun with a pronoun on it."""
    return len(scene.word(j)) > 4 and scene.doc.tokens.raw(j).endswith(scene.words.owners)


def _no_name(scene: Scene, j: int) -> bool:
    """Whether a noun with a pronoun after a name is the verb's object ("called its customers"), not a word of the name."""
    word, words = scene.word(j), scene.words
    if len(word) < 5 or word in words.same or scene.mentions_in(j, j + 1) or scene.bare(j) != word:
        return False
    return not any(h.entry.cls in NOMINAL and not h.pronoun for h in scene.doc.hits[j])


def _closely(scene: Scene, j: int) -> bool:
    """A preposition that belongs to the participle before it ("supervising the ...")."""
    nationality = scene.hit(j - 1, "nationality")
    return nationality is None and not head_kind(scene, j - 1) and scene.word(j - 1).startswith(scene.words.governing)


def _second_body(scene: Scene, j: int) -> bool:
    """Whether another body with the article begins at ``j``: the object of the verb, no part of its subject."""
    head = scene.hit(j, "source_head")
    return (
        head is not None
        and head.article
        and head.entry.value == "institution"
        and not (head.conj or head.prep or scene.word(j).endswith(scene.words.adjective))
    )


def narrow(scene: Scene, source: Source) -> Source:
    """A subject cut where the mentions it begins with end: what follows may be the verb's object."""
    end = source.i
    for m in scene.mentions_in(source.i, source.j):
        i, j = scene.doc.tokens.within(m.start, m.end)
        if i > end + 1:
            break
        end = max(end, j)
    return source._replace(j=end) if source.i < end < source.j else source


def _apposition(scene: Scene, i: int, j: int, limit: int) -> int | None:
    """The token an apposition after the comma at ``j`` begins at, or None where none follows."""
    k = j + 1
    if k >= limit or scene.kind[k] != WORD or scene.time_end(k) is not None:
        return None
    word, words = scene.word(k), scene.words
    if (
        word in words.openers
        or word in words.relative
        or word in words.pronouns
        or word in words.prepositions
        or word in words.that
        or (word in words.prayers and scene.word(k + 1) == words.god)
    ):
        return None
    if word in words.fillers or word in words.clause or scene.bare(k) in words.pronouns:
        return None
    if any(h.entry.cls in ("say", "saying") for h in scene.doc.hits[k]) or any(h.conj for h in scene.doc.hits[k]):
        return None
    if word.startswith(words.by) and any(h.prep for h in scene.doc.hits[k]):
        return None
    title = scene.hit(k, "source_head")
    if title is not None:
        return k if title.entry.value in ("title", "anonymous_official") else None
    stop = k
    while stop < limit and scene.kind[stop] == WORD and not (stop > k + 1 and _ends_name(scene, stop)):
        stop += 1
    ends = stop >= limit or scene.is_mark(stop, ",", ":", "-") or _ends_name(scene, stop)
    named = stop - k <= 5 and (ends or stop - k <= 4)
    return k if named and head_kind(scene, i) else None


def _ends_name(scene: Scene, k: int) -> bool:
    """Whether a name set off by a comma cannot go on at ``k``: a preposition, an adjunct, a time."""
    word, words = scene.word(k), scene.words
    return word in words.prepositions or word in words.openers or word in words.adverbs or scene.time_end(k) is not None


def _trim(scene: Scene, i: int, j: int) -> Source | None:
    """Marks and loose prepositions off both ends."""
    while i < j and (scene.is_mark(i) and not scene.is_mark(i, "#")):
        i += 1
    while j > i and ((scene.is_mark(j - 1) and not _closing(scene, i, j - 1)) or scene.word(j - 1) in scene.words.prepositions):
        j -= 1
    if i >= j or (scene.kind[i] != WORD and not (scene.kind[i] == NUMBER and scene.kind[min(i + 1, j - 1)] == WORD)):
        return None
    return Source(i, j)


def _closing(scene: Scene, i: int, k: int) -> bool:
    """Whether the mark at ``k`` closes something opened within the description."""
    opened = scene.quotes.open_of.get(k)
    if opened is not None:
        return opened >= i
    return scene.is_mark(k, ")") and any(scene.is_mark(m, "(") for m in range(i, k))


def kind_of(scene: Scene, source: Source) -> str:
    """The kind of speaker a description names, from its head alone (names are the registry's business)."""
    i, j, _ = source
    for k in range(i, min(i + 3, j)):
        kind = head_kind(scene, k)
        if kind and scene.bare(k) in scene.words.quantifiers and any(head_kind(scene, m) for m in range(k + 1, min(k + 3, j))):
            continue
        if kind and (k == i or not _definite(scene, k) or scene.bare(k - 1) in scene.words.quantifiers):
            return kind if kind != "media" or _of_news(scene, k, j) else "institution"
        if kind:
            return ""
    return "media" if scene.credit(i, min(i + 2, j)) is not None else ""


def known(scene: Scene, source: Source) -> bool:
    """Whether anything but its place says that a description is of somebody: a head, a name, an outlet, a given name."""
    named = scene.mentions_in(source.i, min(source.i + 2, source.j)) or scene.credit(source.i, source.j)
    return bool(named or kind_of(scene, source) or scene.hit(source.i, "given_name"))


def plausible(scene: Scene, source: Source) -> bool:
    """Whether a description that nothing is known of can be a speaker: short, nominal, no noun of somebody's ("his name")."""
    words = scene.words
    titled = any(head_kind(scene, k) == "title" for k in range(source.i, source.j))
    if titled or known(scene, source) or scene.is_quote(source.i):
        return True
    forms = [scene.word(k) for k in range(source.i, source.j) if scene.kind[k] == WORD]
    if len(forms) > 6 or any(f in words.prepositions or f in words.negation or f in words.clause for f in forms[:-1]):
        return False
    if forms[-1] in words.prepositions or any(_accusative(scene, k) for k in range(source.i + 1, source.j)):
        return False
    first = forms[0]
    if first.startswith(words.article):
        return True
    owned = _owned(scene, source.i) and not scene.doc.hits[source.i]
    common = any(h.entry.cls in ("counted", "say_noun", "unit") and not h.letters for h in scene.doc.hits[source.i])
    return not owned and not common


_CLASSES = {"title": "title", "honorific": "title", "body_kind": "institution"}


def head_kind(scene: Scene, k: int) -> str:
    """The kind of speaker that word ``k`` heads, empty where it heads none."""
    own = scene.hit(k, "source_head")
    if own is not None:
        return str(own.entry.value)
    for hit in scene.doc.hits[k]:
        if hit.entry.cls == "anonymous":
            return "anonymous_official" if hit.entry.row.get("kind") == "official" else "anonymous_source"
        if hit.entry.cls in _CLASSES:
            return _CLASSES[hit.entry.cls]
    return ""


def _of_news(scene: Scene, k: int, j: int) -> bool:
    """Whether the agency or network that word ``k`` heads is one of news; other heads of media always are."""
    if k + 1 >= j or not {scene.word(k), scene.bare(k)} & scene.words.maybe_media:
        return True
    return scene.word(k + 1) in scene.words.of_news or scene.credit(k, j) is not None or scene.is_quote(k + 1)


def _definite(scene: Scene, k: int) -> bool:
    return scene.bare(k).startswith(scene.words.article)
