"""The small words around reporting, read once from ``ar/attribution.toml`` as sets of folded forms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from ...language.orthography import fold_key, fold_word
from ...language.tables import table


@dataclass(frozen=True, slots=True)
class Silent:
    """What makes a verb tell of silence: a negation before it, one of ``then`` after it; ``asked``: who, by a preposition."""

    negated: bool
    then: frozenset[str]
    asked: bool


@dataclass(frozen=True, slots=True)
class Words:
    """Sets of folded word forms (pairs and phrases as tuples of words); see the data file for what each is for."""

    conjunctions: frozenset[str]
    conjunction: str
    that: frozenset[str]
    with_by: frozenset[str]
    not_after: frozenset[str]
    said_that: str
    prayers: frozenset[str]
    god: str
    name_like: str
    name_goes_on: frozenset[str]
    full_text: frozenset[str]
    by: str
    article: str
    feminine: str
    collective: tuple[str, ...]
    by_article: str
    by_taken: frozenset[str]
    addressees: frozenset[str]
    purpose: str
    attached: tuple[str, ...]
    hamzas: tuple[str, ...]
    verbal_nouns: frozenset[str]
    noun_suffixes: tuple[str, ...]
    noun_shape: re.Pattern[str]
    prepositions: dict[str, str]
    clause: frozenset[str]
    breaks: frozenset[str]
    break_pairs: frozenset[tuple[str, ...]]
    phrase: frozenset[str]
    relative: frozenset[str]
    pronouns: frozenset[str]
    openers: frozenset[str]
    governing: str
    maybe_media: frozenset[str]
    of_news: frozenset[str]
    adjective: str
    by_pronoun: frozenset[str]
    like_preposition: dict[str, str]
    quantifiers: frozenset[str]
    mouth: frozenset[str]
    plural: tuple[str, ...]
    subordinate: frozenset[str]
    time_tails: frozenset[str]
    demonstratives: frozenset[str]
    title_links: frozenset[str]
    adverbs: frozenset[str]
    following: frozenset[str]
    withholding: frozenset[str]
    own_names: frozenset[str]
    reasons: frozenset[str]
    not_verbal: frozenset[str]
    settled: frozenset[str]
    expected: frozenset[str]
    occasions: frozenset[str]
    fillers: frozenset[str]
    negation: frozenset[str]
    silence: frozenset[str]
    impersonal: frozenset[str]
    what: frozenset[str]
    standards: frozenset[str]
    resuming: frozenset[str]
    then: str
    fronting: frozenset[str]
    connectors: frozenset[str]
    comments: frozenset[str]
    silent: dict[str, Silent]
    asked_of: frozenset[str]
    shall: tuple[str, ...]
    issued: dict[str, str]
    issued_by: frozenset[str]
    joint: frozenset[str]
    matters: frozenset[str]
    on_occasion: frozenset[str]
    present: tuple[str, ...]
    madda: str
    same: frozenset[str]
    has: frozenset[str]
    governors: frozenset[str]
    adjectives: tuple[str, ...]
    topic: frozenset[str]
    also_prepositions: frozenset[str]
    not_saying: frozenset[str]
    maybe: frozenset[str]
    owners: tuple[str, ...]
    oblique: str
    called_on: frozenset[str]
    definite: tuple[str, ...]
    laws: frozenset[str]
    in_it: frozenset[str]
    accusative: tuple[str, ...]
    objects: frozenset[str]
    by_what: frozenset[str]
    turned_out: frozenset[str]
    passive_by: frozenset[str]
    not_at_all: frozenset[str]
    without: frozenset[str]
    own_talk: frozenset[str]
    and_that: frozenset[str]
    phrases: dict[str, tuple[tuple[str, ...], ...]]


def _set(forms: Any) -> frozenset[str]:
    return frozenset(fold_word(f) for f in forms)


def _issued(data: Any) -> dict[str, str]:
    """Every form of a word for an issued text (with the article or proclitics, in the accusative) to the word."""
    befores = ("", data["proclitics"]["article"], *data["issued"]["before"])
    forms = {fold_word(w) + fold_word(end): fold_word(w) for w in data["issued"]["texts"] for end in data["issued"]["ends"]}
    return {fold_word(before) + form: text for form, text in forms.items() for before in befores}


@cache
def words() -> Words:
    """The words of the data file."""
    data = table("attribution")
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for text in data["impersonal"]["phrases"]:
        parts = tuple(fold_key(text).split())
        phrases.setdefault(parts[0], []).append(parts)
    return Words(
        conjunctions=frozenset(table("morphology")["proclitics"]["conjunctions"]),
        conjunction=" " + table("morphology")["proclitics"]["conjunctions"][0],
        that=_set(data["that"]["words"]),
        with_by=_set(data["that"]["with_by"]),
        not_after=_set(data["that"]["not_after"]),
        said_that=data["that"]["said_that"],
        prayers=_set(data["bounds"]["prayers"]),
        god=fold_word(data["bounds"]["god"]),
        name_goes_on=_set(data["that"]["name_goes_on"]),
        full_text=_set(data["accord"]["full_text"]),
        name_like=fold_word(data["that"]["name_like"]),
        article=data["proclitics"]["article"],
        collective=tuple(fold_word(w) for w in data["bounds"]["collective"]),
        feminine=table("morphology")["enclitics"]["feminine_bound"],
        by=data["proclitics"]["by"],
        by_taken=_set(data["proclitics"]["by_taken"]),
        addressees=_set(data["proclitics"]["addressees"]),
        by_article=data["proclitics"]["by_article"],
        attached=tuple(data["proclitics"]["attached"]),
        hamzas=tuple(data["proclitics"]["hamzas"]),
        purpose=data["proclitics"]["to"],
        verbal_nouns=_set(data["verbal_nouns"]["words"]),
        noun_suffixes=tuple(fold_word(s) for s in data["verbal_nouns"]["suffixes"]),
        noun_shape=re.compile("|".join(data["verbal_nouns"]["shapes"])),
        prepositions={fold_word(f): kind for kind, forms in data["prepositions"].items() for f in forms},
        clause=_set(data["bounds"]["clause"]),
        breaks=_set(data["bounds"]["break"]),
        break_pairs=frozenset(tuple(fold_key(p).split()) for p in data["bounds"]["break_pairs"]),
        phrase=_set(data["bounds"]["phrase"]),
        relative=_set(data["bounds"]["relative"]),
        pronouns=_set(data["bounds"]["pronouns"]),
        openers=_set(data["adjuncts"]["openers"]),
        subordinate=_set(data["bounds"]["subordinate"]),
        quantifiers=_set(data["bounds"]["quantifiers"]),
        mouth=_set(data["bounds"]["mouth"]),
        plural=tuple(fold_word(w) for w in data["bounds"]["plural"]),
        adjective=fold_word(data["bounds"]["adjective"]),
        by_pronoun=_set(data["bounds"]["by_pronoun"]),
        like_preposition={fold_word(n): n for n in data["bounds"]["like_preposition"]},
        maybe_media=_set(data["bounds"]["maybe_media"]),
        of_news=_set(data["bounds"]["of_news"]),
        governing=data["bounds"]["governing"],
        time_tails=_set(data["bounds"]["time_tails"]),
        demonstratives=_set(data["bounds"]["demonstratives"]),
        title_links=_set(data["bounds"]["title_links"]),
        adverbs=_set(data["adjuncts"]["adverbs"]),
        following=_set(data["accord"]["following"]),
        withholding=_set(data["anonymity"]["withholding"]),
        own_names=_set(data["anonymity"]["names"]),
        reasons=_set(data["anonymity"]["reasons"]),
        not_verbal=_set(data["verbal_nouns"]["not"]),
        settled=_set(data["impersonal"]["planned"]),
        expected=_set(data["impersonal"]["expected"]),
        occasions=_set(data["adjuncts"]["occasions"]),
        fillers=_set(data["adjuncts"]["fillers"]),
        negation=_set(data["negation"]["particles"]),
        silence=_set(data["negation"]["silence"]),
        impersonal=_set(data["impersonal"]["verbs"]),
        what=_set(data["accord"]["what"]),
        standards=_set(data["accord"]["standards"]),
        resuming=_set(data["accord"]["resuming"]),
        then=data["proclitics"]["then"],
        fronting=_set(data["bounds"]["fronting"]),
        connectors=_set(data["bounds"]["connectors"]),
        comments=frozenset(data["negation"]["comments"]),
        objects=_set(data["not_verbs"]["objects"]),
        by_what=_set(data["not_verbs"]["by_what"]),
        silent={
            fold_word(f): Silent(row["negated"], _set(row["then"]), row["asked"])
            for row in data["silent"]
            for f in row["forms"]
        },
        asked_of=_set(data["negation"]["asked_of"]),
        shall=tuple(table("factuality")["future"]),
        issued=_issued(data),
        issued_by=_set(data["issued"]["by"]),
        laws=_set(data["accord"]["laws"]),
        definite=tuple(data["proclitics"]["definite"]),
        also_prepositions=_set(data["not_verbs"]["also_prepositions"]),
        not_saying=_set(data["not_verbs"]["not_saying"]),
        maybe=_set(data["impersonal"]["maybe"]),
        owners=tuple(data["bounds"]["owners"]),
        oblique=data["bounds"]["oblique"],
        called_on=_set(data["bounds"]["called_on"]),
        topic=_set(data["bounds"]["topic"]),
        same=_set(data["bounds"]["same"]),
        has=_set(data["not_verbs"]["has"]),
        governors=_set(data["bounds"]["governors"]),
        adjectives=tuple(fold_word(w) for w in data["bounds"]["adjectives"]),
        matters=_set(data["bounds"]["matters"]),
        on_occasion=_set(data["adjuncts"]["on_occasion"]),
        present=tuple(data["bounds"]["present"]),
        madda=data["proclitics"]["hamzas"][-1],
        joint=_set(data["issued"]["joint"]),
        in_it=_set(data["adjuncts"]["in_it"]),
        accusative=tuple(data["not_verbs"]["accusative"]),
        turned_out=_set(data["not_verbs"]["turned_out"]),
        passive_by=_set(data["not_verbs"]["passive_by"]),
        not_at_all=_set(data["not_verbs"]["not_at_all"]),
        without=_set(data["not_verbs"]["without"]),
        own_talk=_set(data["adjuncts"]["own_talk"]),
        and_that=_set(data["bounds"]["and_that"]),
        phrases={k: tuple(sorted(v, key=len, reverse=True)) for k, v in phrases.items()},
    )
