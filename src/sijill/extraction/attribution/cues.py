"""Cues: the tokens that may report, found among the lexicon's hits alone."""

from __future__ import annotations

from dataclasses import dataclass

from ...language.lexicon import Hit
from ...language.orthography import fold_word
from ...language.tokens import NUMBER
from .scene import Scene


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word on tokens ``i`` .. ``j``. ``sort``: verb, participle, noun, accord, relay, as, text, impersonal.

    ``force`` is what is done with the words, ``takes`` what may lead into the content (see ``say_verbs.toml``).
    """

    i: int
    j: int
    sort: str
    force: str
    takes: frozenset[str]
    hit: Hit | None = None
    weak: bool = False
    careful: bool = False
    negated: bool = False
    parted: bool = False
    letters: int = 0

    @property
    def conj(self) -> bool:
        """Whether a conjunction is written on the cue, or parted from it by a space."""
        return bool(self.hit and self.hit.conj) or self.parted or bool(self.letters and not self.hit)

    @property
    def addressed(self) -> bool:
        """Whether the verb takes the one spoken to as its object."""
        return bool(self.hit and self.hit.entry.row.get("addressee"))

    @property
    def gender(self) -> str:
        """The gender of a third-person singular verb (m, f), else empty."""
        form = self.hit.entry.inflection if self.hit else None
        return form.gender if form and form.number == "s" else ""


_SORTS = {"say": "verb", "saying": "participle", "say_noun": "noun", "accord": ""}
_RANK = {"accord": 0, "say": 1, "saying": 2, "say_noun": 3}


def cues(scene: Scene) -> list[Cue]:
    """The cues of an article in order, at most one a token."""
    out: list[Cue] = []
    end = 0
    hits, form, phrases = scene.doc.hits, scene.form, scene.words.phrases
    known = set(scene.doc.of(*_RANK))
    silent = scene.words.silent
    starts = phrases.keys() | silent.keys()
    for i in [i for i, word in enumerate(form) if i in known or word in starts or word[1:] in starts]:
        if i < end or i in scene.hidden:
            continue
        found = hits[i]
        cue = _phrase(scene, i) if form[i] in phrases or form[i][1:] in phrases else None
        if cue is None and found:
            cue = _lexical(scene, i, found)
        if cue is None and scene.bare(i) in silent:
            letters = len(form[i]) - len(scene.bare(i))
            cue = Cue(i, i + 1, "silent", "refuse", frozenset(), letters=letters)
        if cue is not None:
            out.append(cue)
            end = cue.j
    return out


def _phrase(scene: Scene, i: int) -> Cue | None:
    """An impersonal phrase at ``i`` that a clause follows."""
    for first in (scene.form[i], scene.form[i][1:]):
        for phrase in scene.words.phrases.get(first, ()):
            j = i + len(phrase)
            if tuple(scene.form[i + 1 : j]) == phrase[1:] and scene.word(j) in scene.words.that:
                return Cue(i, j, "impersonal", _impersonal_force(scene, phrase), frozenset({"that"}))
    return None


def _impersonal_force(scene: Scene, words: tuple[str, ...]) -> str:
    """What an impersonal report does with its words: settled, expected or plainly told."""
    if any(w in scene.words.settled for w in words):
        return "plan"
    if any(w in scene.words.maybe for w in words):
        return "doubt"
    return "expect" if any(w in scene.words.expected for w in words) else "say"


def _lexical(scene: Scene, i: int, found: tuple[Hit, ...]) -> Cue | None:
    best: Hit | None = None
    for h in found:
        rank = _RANK.get(h.entry.cls)
        if rank is None or (best is not None and _order(h) >= _order(best)):
            continue
        best = h
    if best is None or (best.entry.cls == "say" and best.prep and best.entry.row["force"] != "say"):
        return None
    row, form = best.entry.row, best.entry.inflection
    if best.entry.cls == "accord":
        return Cue(i, best.end, row["force"], row["force"], frozenset(), best)
    if form is not None and (form.person == 1 or _first_person(scene, i, best)):
        return None  # the speaker of a quotation about himself: no source of the article's
    if form is not None and any(h.entry.cls in ("place", "country") and not h.prep for h in found):
        return None
    sort = _SORTS[best.entry.cls]
    takes = frozenset(row["takes"].split())
    if sort == "verb" and _impersonal(scene, best):
        force = _impersonal_force(scene, (scene.form[i][best.letters :],))
        return Cue(i, best.end, "impersonal", force, frozenset({"that"}), best)
    if scene.form[i][best.letters :] in scene.words.settled:
        return None
    counted = i > 0 and scene.kind[i - 1] == NUMBER
    if sort == "participle" and (best.pronoun or counted or scene.bare(i) in scene.words.not_saying):
        return None
    set_off = i > 0 and scene.is_mark(i - 1, ",") and not best.conj
    if sort == "participle" and (_adjective(scene, i, best) or (scene.hit(i, "source_head") and not set_off)):
        return None
    if sort == "verb" and best.pronoun and not row.get("addressee") and scene.word(best.end) not in scene.words.that:
        return None  # an object stands on the verb: no words of its own follow
    if sort == "verb" and _no_verb(scene, i, best):
        return None
    negated = sort == "verb" and i > 0 and scene.word(i - 1) in scene.words.negation
    parted = scene.word(i - 1) in scene.words.conjunctions
    weak, careful = row.get("weak", False), row.get("careful", False)
    return Cue(i, best.end, sort, row["force"], takes, best, weak, careful, negated, parted, best.letters)


def _no_verb(scene: Scene, i: int, hit: Hit) -> bool:
    """Whether a form of a verb is a noun where it stands, tells what turned out, or what is not to be said at all."""
    words, form = scene.words, hit.entry.inflection
    if scene.doc.tokens.raw(i).endswith(words.accusative):
        return True
    if scene.word(i) in words.also_prepositions and not _opens(scene, i):
        return True
    if scene.word(i)[hit.letters :] in words.turned_out and scene.word(hit.end) in words.that:
        return True
    before = scene.bare(i - 1)
    if form is not None and form.tense == "past" and before in words.passive_by | words.has:
        return True
    return before in words.not_at_all or (before in words.that and scene.bare(i - 2) in words.without)


def _opens(scene: Scene, i: int) -> bool:
    """Whether word ``i`` stands where a clause begins: after a mark, or after a word that joins or relates."""
    before, words = scene.word(i - 1), scene.words
    if i and scene.is_mark(i - 1, ","):
        return False
    return not before or before in words.connectors | words.relative | words.fillers | words.negation | words.that


def _adjective(scene: Scene, i: int, hit: Hit) -> bool:
    """Whether a participle describes the noun before it ("confirmed cases") instead of a speaker."""
    before = scene.word(i - 1)
    if hit.conj or not before or not scene.form[i].endswith(scene.words.feminine):
        return False
    return before.endswith(scene.words.collective) and not before.startswith(scene.words.article)


def _first_person(scene: Scene, i: int, hit: Hit) -> bool:
    """Whether hamza tells the first person of a verb whose past begins with a bare alef ("I believe")."""
    letter = scene.doc.tokens.raw(i)[hit.letters : hit.letters + 1]
    past = str(hit.entry.row.get("past", ""))[:1]
    if letter == scene.words.madda and past != letter:
        return True  # "I hope": the hamza of the first person and that of the root
    return letter != past and fold_word(letter) == fold_word(past) == past


def _order(h: Hit) -> tuple[int, bool, int, int]:
    return (_RANK[h.entry.cls], h.pronoun, -h.end, h.letters)


def _impersonal(scene: Scene, hit: Hit) -> bool:
    """A present verb in the masculine singular with the clause right after it: nobody's words."""
    word = scene.form[hit.start][hit.letters :]
    return word in scene.words.impersonal and scene.word(hit.end) in scene.words.that | scene.words.with_by
