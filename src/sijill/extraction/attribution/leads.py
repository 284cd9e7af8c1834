"""What leads from a reporting verb into the content: a particle, a colon, a quotation, a preposition, a bare noun."""

from __future__ import annotations

from typing import NamedTuple

from ...language.tokens import NUMBER, WORD
from .cues import Cue
from .scene import NOMINAL, Scene

_REACH = 48
"""Tokens from a cue within which its content must begin."""
_NAME = 4
"""A quotation of at most so many tokens between words is a name, not an utterance."""


class Lead(NamedTuple):
    """``at``: the token where the speaker's zone ends; ``start``: where the content begins, ``letters`` into its word."""

    kind: str
    at: int
    start: int
    letters: int = 0


def lead(scene: Scene, cue: Cue, end: int, cue_tokens: frozenset[int]) -> Lead | None:
    """The lead of ``cue`` before token ``end``; ``cue_tokens`` are where other cues stand."""
    takes = cue.takes
    stop = min(end, cue.j + _REACH)
    noun: Lead | None = None
    j = cue.j
    bare: Lead | None = None
    while j < stop:
        if j in scene.hidden:
            j += 1
            continue
        found = _at(scene, cue, j, end)
        if found is not None:
            if found.kind != "noun":
                if bare is not None and found.kind in ("that", "quote") and bare.start < found.start:
                    return bare
                return found if noun is None or _better(scene, noun, found) else noun
            noun = noun or (found if bare is None else None)
        if bare is None and noun is None and "noun" in takes and _begins(scene, cue, j):
            bare = Lead("bare", j, j)
        if _bounds(scene, cue, j, cue_tokens):
            past = past_relative(scene, j, stop)
            if past is None:
                break
            j = past
            continue
        close = scene.quotes.close_of.get(j)
        j = close if close is not None and close < stop else j
        j += 1
    return noun if noun is not None else bare if not cue.weak else None


def past_relative(scene: Scene, j: int, stop: int) -> int | None:
    """Past a relative clause whose verb at ``j`` reports something itself: its second comma, or "that" after "say"."""
    if scene.word(j - 1) not in scene.words.relative or scene.word(j - 1) in scene.words.what:
        return None
    if scene.is_mark(j - 2, ","):
        comma = next((k for k in range(j, stop) if scene.is_mark(k, ",")), None)
        return comma + 1 if comma is not None and comma + 1 < stop else None
    said = scene.words.said_that
    return next(
        (k for k in range(j, stop) if scene.doc.tokens.raw(k).startswith(said) and scene.word(k) in scene.words.that), None
    )


def _better(scene: Scene, noun: Lead, clause: Lead) -> bool:
    """A clause after the same preposition outranks the noun phrase that stood after it in the speaker's description."""
    if clause.kind != "that":
        return False
    if clause.at < clause.start - 1 and scene.form[clause.at] == scene.form[noun.at]:
        return True
    before = scene.word(noun.at - 1)  # "a spokeswoman, who supervises the crossing, said that"
    verb = len(before) > 3 and before.startswith(scene.words.present) and not scene.mentions_in(noun.at - 1, noun.at)
    return verb and noun.at - 1 > clause.at - 8 and not scene.doc.hits[noun.at - 1]


def _at(scene: Scene, cue: Cue, j: int, end: int) -> Lead | None:
    words, word, takes = scene.words, scene.word(j), cue.takes
    if scene.kind[j] != WORD:
        return _mark(scene, cue, j, end)
    if word in words.that:
        return _that(scene, cue, j)
    if word in words.with_by and "by" in " ".join(takes) + " by" * ("that" in takes):
        return Lead("that", j, j + 1) if word != words.name_like or not _names(scene, j) else None
    kind = words.prepositions.get(word)
    if kind and j + 1 < end:
        clause = scene.word(j + 1) in words.that
        if clause and (kind in takes or f"{kind}_that" in takes):
            return Lead("that", j, j + 2)
        if kind == "on" and scene.word(j + 1) in words.on_occasion:
            return None
        if kind in takes and not clause and not (kind == "about" and _deputy(scene, j)):
            return Lead("noun", j, j + 1)
    if "by" in takes and (_by(scene, j) or _by_at_once(scene, cue, j)):
        return Lead("noun", j, j, 1)
    if "for" in takes and word.startswith(words.purpose * 2) and j > cue.j and not scene.within(j):
        return Lead("noun", j, j, 1)
    return None


def _deputy(scene: Scene, j: int) -> bool:
    """Whether "about" goes with a title set off by a comma ("X, the deputy for ...")."""
    head = scene.hit(j - 1, "source_head")
    return head is not None and head.entry.value == "title" and j >= 2 and scene.is_mark(j - 2, ",")


def _names(scene: Scene, j: int) -> bool:
    """Whether the particle-like word at ``j`` begins a name instead (no hamza written, a mention there)."""
    return bool(scene.mentions_in(j, j + 1)) or scene.word(j + 1) in scene.words.name_goes_on


def _that(scene: Scene, cue: Cue, j: int) -> Lead | None:
    before = scene.word(j - 1)
    if j > cue.j and before in scene.words.not_after:
        return None
    if "that" not in cue.takes and not any(t.endswith("_that") for t in cue.takes) and cue.force != "point":
        return None
    return Lead("that", j, j + 1)


def _mark(scene: Scene, cue: Cue, j: int, end: int) -> Lead | None:
    if "quote" not in cue.takes and not scene.is_quote(j):
        return None
    if scene.is_mark(j, ":") and scene.kind[j - 1] != NUMBER:
        return Lead("colon", j, j + 1)
    close = scene.quotes.close_of.get(j)
    if close is None or "quote" not in cue.takes:
        return None
    if scene.is_mark(min(close, end - 1), ":") or (close + 1 < end and scene.is_mark(close + 1, ":")):
        return None
    if scene.word(j - 1) == scene.words.purpose or (close - j <= 6 and scene.credit(j - 1, close) is not None):
        return None
    before_colon = close + 1 < end and not scene.is_mark(close + 1)
    if close - j - 1 <= _NAME and (before_colon or close - j <= 2):
        return None
    if close - j - 1 <= _NAME and (_of_outlet(scene, j, close) or (j == cue.j and _clause_after(scene, close, end))):
        return None
    return Lead("quote", j, j)


def _clause_after(scene: Scene, close: int, end: int) -> bool:
    """Whether a quoted name right after the verb is set off by a comma and a clause is still to come: it is who speaks."""
    if close + 1 >= end or not scene.is_mark(close + 1, ","):
        return False
    near = range(close + 2, min(end, close + _REACH))
    return any(scene.word(k) in scene.words.that or scene.word(k) in scene.words.with_by for k in near)


def _of_outlet(scene: Scene, j: int, close: int) -> bool:
    """Whether a short quotation is the name of the one spoken to, or of the speaker: a clause or a comma follows."""
    k = close + 1
    if scene.word(k) in scene.words.that:
        return True
    head = scene.hit(j - 1, "source_head") or scene.hit(j - 1, "outlet_kind")
    return head is not None and k < len(scene.form) and scene.is_mark(k, ",")


def _by(scene: Scene, j: int) -> bool:
    """Whether word ``j`` carries the preposition "by" (with the article, or on a noun that looks verbal)."""
    word, words = scene.word(j), scene.words
    if word in words.by_what:
        return True
    if len(word) < 4 or not word.startswith(words.by) or scene.word(j - 1) in words.by_taken:
        return False
    if word in words.fillers or word in words.adverbs or word in words.openers:
        return False
    if any(h.prep and h.entry.cls in ("place", "country") for h in scene.doc.hits[j]):
        return False  # "the director in Tunis": where, not what
    if word.startswith(words.by_article):
        return True
    return looks_verbal(scene, j, 1)


def _by_at_once(scene: Scene, cue: Cue, j: int) -> bool:
    """Whether a participle's own "by" stands right after it ("praising the ..."), where no subject can."""
    word, words = scene.word(j), scene.words
    if cue.sort != "participle" or j != cue.j or len(word) < 4 or not word.startswith(words.by) or scene.mentions_in(j, j + 1):
        return False
    return word not in words.fillers and word not in words.adverbs and word not in words.openers


def looks_verbal(scene: Scene, j: int, letters: int = 0) -> bool:
    """Whether the word at ``j``, less ``letters``, is an indefinite verbal noun: listed, or of the shape of one."""
    words, word = scene.words, scene.word(j)[letters:]
    if j >= len(scene.doc.hits):  # a text that ends in an opening quotation mark
        return False
    hits = scene.doc.hits[j]
    if word in words.not_verbal or any(h.entry.cls in NOMINAL and not h.pronoun for h in hits):
        return False
    if any(h.entry.cls == "say_noun" and h.pronoun and not h.article for h in hits):
        return True
    if word in words.verbal_nouns or words.noun_shape.fullmatch(word):
        return True
    if any(h.entry.variety == "noun" and "past" in h.entry.row and not h.article and h.letters == letters for h in hits):
        return True
    bases = [word[: -len(x)] for x in words.noun_suffixes if word.endswith(x)]
    return any(base in words.verbal_nouns or words.noun_shape.fullmatch(base) for base in bases)


def _bounds(scene: Scene, cue: Cue, j: int, cue_tokens: frozenset[int]) -> bool:
    """Whether the search for a lead ends at ``j``: another clause or another cue begins."""
    if j in cue_tokens and j > cue.i and j not in scene.hidden:
        return True
    word = scene.word(j)
    if word in scene.words.what and scene.word(j + 1) in scene.words.following:
        return False  # "what follows", "what reads": the words come after a colon
    opens = word in scene.words.clause or (scene.is_mark(j - 1, ",") and scene.bare(j) in scene.words.clause)
    return (j > cue.j and opens) or scene.is_mark(j, ".", "!", "?", ";")


def _begins(scene: Scene, cue: Cue, j: int) -> bool:
    """Whether a bare noun phrase begins as content at ``j``: a verbal noun, or a quotation after the subject."""
    if j > cue.j and scene.is_quote(j):
        close = scene.quotes.close_of.get(j)
        long = close is not None and (close - j > 2 or looks_verbal(scene, j + 1))
        if close is not None and close - j - 1 <= _NAME and _of_outlet(scene, j, close):
            return False
        return long and close is not None and not _heads(scene, j - 1) and scene.credit(j, close) is None
    if scene.kind[j] != WORD:
        return False
    if cue.force == "announce" and _object(scene, cue, j):
        return True
    if cue.force in ("announce", "stress", "ask") and _definite_object(scene, j):
        return True
    if not looks_verbal(scene, j):
        return False
    return j == cue.j or (not _heads(scene, j - 1) and scene.word(j - 1) not in scene.words.prepositions)


def _object(scene: Scene, cue: Cue, j: int) -> bool:
    """Whether what is announced stands bare at ``j``: right after the name of who announces it, or after a time there."""
    words, k = scene.words, j
    while k > cue.j and (scene.is_mark(k - 1, ",") or scene.time_before(k) is not None):
        past = scene.time_before(k)
        k = past if past is not None else k - 1
    timed = any(scene.time_end(m) is not None for m in range(k, j))
    if k <= cue.j or not scene.named_until(k) or (k < j and not timed):
        return False
    word = scene.word(j)
    if word in words.openers or word in words.prepositions or word in words.relative or word in words.clause:
        return False
    if word in words.fillers or word in words.adverbs or word in words.pronouns or word in words.phrase or scene.finite(j):
        return False
    if word in words.that or word in words.with_by or any(h.prep or h.conj for h in scene.doc.hits[j]):
        return False
    if timed:
        return not word.startswith((words.purpose * 2, words.by_article)) and word[:1] not in words.conjunctions
    definite = scene.word(j + 1).startswith(words.article) and not scene.hit(j + 1, "nationality")
    return definite and not word.startswith(words.article) and bool(scene.doc.hits[j]) and not scene.mentions_in(j, j + 1)


def _definite_object(scene: Scene, j: int) -> bool:
    """Whether a verbal noun with the article stands right after the name of who speaks ("affirmed full refusal")."""
    word, words = scene.word(j), scene.words
    if not scene.named_until(j) or not word.startswith(words.article) or scene.mentions_in(j, j + 1):
        return False
    if scene.time_end(j) is not None or word in words.adverbs:
        return False
    rest = word[len(words.article) :]
    shaped = rest in words.verbal_nouns or bool(words.noun_shape.fullmatch(rest))
    return shaped and rest not in words.not_verbal and not word.endswith(words.adjectives)


def _heads(scene: Scene, i: int) -> bool:
    """Whether word ``i`` heads the noun after it (a title or a body), so that no content begins there."""
    h = scene.hit(i, "source_head")
    return h is not None and not h.article and not scene.word(i).endswith(scene.words.plural)
