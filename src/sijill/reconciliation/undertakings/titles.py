"""What an undertaking is called: its act as a noun, with what it is done to (or by), out of its own reports' words.

A report that names act and object in one phrase ("the withdrawal of the coalition's forces from ...") gives the title as it
stands; a sentence gives its verb's noun and its subject or object. Times are left out: a title must not age.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ...language.document import Document
from ...language.keys import stem
from ...language.lexicon import Hit
from ...language.naming.english import compose_title
from ...language.orthography import fold_key
from ...language.tokens import BREAK, FOREIGN, MARK, NUMBER, WORD
from ...records import Commitment, Dated, Report, Span, Undertaking

MOST, ENOUGH = 9, 3
"""Words of the longest title, and how many make one that says something."""
READ = 12
"""How many reports of one undertaking are read for its title, oldest first."""


class _Title(NamedTuple):
    """A candidate: its words, the words after the act alone, the act's class, and how good it is."""

    text: str
    about: str
    act: str
    worth: float


def entitled(commitment: Commitment, naming: Undertaking, pile: Mapping[str, Dated]) -> Commitment:
    """``commitment`` with the best Arabic title its reports give, and the English one composed where words are known.

    ``naming`` is the report that names the undertaking where no report's own phrase does; ``pile`` the articles by name.
    """
    found = [t for r in commitment.history[:READ] if (t := _title(r, commitment, pile[r.article])) is not None]
    if not found:
        return _composed(commitment, naming, pile)
    best = max(enumerate(found), key=lambda x: (x[1].worth, -x[0]))[1]
    english = compose_title(best.act, (), best.about, _place_in(commitment, best.text)) if best.about else None
    return replace(commitment, title_ar=best.text, title_en=english)


def _composed(commitment: Commitment, naming: Undertaking, pile: Mapping[str, Dated]) -> Commitment:
    """A bare act told by its party, and by its place where the reports' own words name it: for clauses that leave both out."""
    english = compose_title(naming.act, naming.actors, naming.object, naming.place)
    if len(commitment.title_ar.split()) > 1:
        return replace(commitment, title_en=english)
    words = " ".join(pile[r.article].article.text[s.start : s.end] for r in commitment.history for s in r.evidence)
    place = _place_in(commitment, words)
    parts = (commitment.title_ar, next(iter(commitment.actors), ""), f"({place})" if place else "")
    return replace(commitment, title_ar=" ".join(p for p in parts if p), title_en=english if place else None)


def _place_in(commitment: Commitment, words: str) -> str | None:
    """The commitment's place where ``words`` name it: a party's capital is no place of the act."""
    return commitment.place if commitment.place and fold_key(commitment.place) in fold_key(words) else None


def _title(report: Report, commitment: Commitment, dated: Dated) -> _Title | None:
    span = report.evidence[0]
    doc = Document(dated.article.text[span.start : span.end])
    stops = _times(doc, span, dated)
    wanted = fold_key(commitment.action)
    options = []
    for k in range(len(doc.tokens)):
        hit = _act(doc, k)
        if hit is None or k in stops:
            continue
        option = _noun(doc, k, hit, stops) if hit.entry.variety == "noun" else _verb(doc, k, hit, stops, commitment.action)
        if option is not None:
            same = 1.0 if wanted in (fold_key(" ".join(hit.entry.words)), *map(fold_key, _nouns(hit))) else 0.0
            options.append(option._replace(worth=option.worth + same))
    return max(options, key=lambda o: o.worth, default=None)


def _act(doc: Document, k: int) -> Hit | None:
    return next((h for h in doc.hits[k] if h.entry.cls in ("act", "phase") and h.entry.variety != "participle"), None)


def _nouns(hit: Hit) -> Sequence[str]:
    given = hit.entry.row.get("noun", ())
    return [given] if isinstance(given, str) else given


def _times(doc: Document, span: Span, dated: Dated) -> set[int]:
    """Tokens of times, and of the words that bind them, at which a title ends."""
    out: set[int] = set()
    for time in dated.timexes:
        if span.start <= time.start < span.end:
            i, j = doc.tokens.within(time.start - span.start, time.end - span.start)
            i = min(i, doc.tokens.at(time.start - span.start))
            while i > 0 and any(h.entry.cls in ("due_signal", "time_signal") for h in doc.hits[i - 1]):
                i -= 1
            out.update(range(i, j))
    for k in range(len(doc.tokens)):
        out.update(n for h in doc.hits[k] if h.entry.cls == "plan" for n in range(h.start, h.end))
    return out


def _phrase(doc: Document, k: int, stops: set[int], most: int) -> int:
    """Where the phrase that begins at ``k`` ends: at a time, a mark, a clause word or another verb."""
    end = k
    while end < len(doc.tokens) and end - k < most and end not in stops:
        kind = doc.tokens.kind[end]
        if kind in (MARK, BREAK) or (end > k and _breaks(doc, end)):
            break
        end += 1
    while end > k and _dangles(doc, end - 1):
        end -= 1
    return end


def _breaks(doc: Document, k: int) -> bool:
    for hit in doc.hits[k]:
        entry = hit.entry
        if entry.cls == "opener" and not entry.row.get("weak") and not (entry.value == "after" and hit.end == k + 1):
            return True
        if entry.inflection is not None and entry.cls in ("act", "happen", "say") and entry.inflection.tense != "past":
            return True
    return False


def _dangles(doc: Document, k: int) -> bool:
    """Whether a phrase cannot end in this word: a preposition, a conjunction alone."""
    kind = doc.tokens.kind[k]
    return kind not in (WORD, FOREIGN, NUMBER) or (kind == WORD and not stem(doc.tokens.form[k]))


def _worth(words: int) -> float:
    return 2.0 if ENOUGH <= words <= MOST else 1.0 if words == 2 else 0.0


def _noun(doc: Document, k: int, hit: Hit, stops: set[int]) -> _Title | None:
    """The act's own phrase: a verbal noun and what follows it."""
    if hit.pronoun:
        return None
    end = _phrase(doc, k, stops, MOST)
    if end - k < 2:
        return None
    span = doc.span(k, end, hit.letters)
    about = doc.tokens.raw(hit.end, end) if hit.end < end else ""
    return _Title(_line(doc.text[span.start : span.end]), _line(about), str(hit.entry.value), _worth(end - k) + 0.5)


def _verb(doc: Document, k: int, hit: Hit, stops: set[int], action: str) -> _Title | None:
    """The verb's noun with its subject where that stands before it, else with what follows."""
    begin = 0
    for b in range(k - 1, -1, -1):
        if b in stops or doc.tokens.kind[b] in (MARK, BREAK) or _breaks(doc, b):
            begin = b + 1
            break
    first, last = (begin, k) if k - begin >= 1 else (k + 1, _phrase(doc, k + 1, stops, MOST - 1))
    while last > first and _dangles(doc, last - 1):
        last -= 1
    if last <= first or last - first > MOST:
        return None
    noun = next(iter(_nouns(hit)), action)
    if any(h.conj or h.entry.inflection is not None for h in doc.hits[first]):
        return None  # another clause, not the verb's own subject
    about = _line(doc.tokens.raw(first, last))
    # in English "refusal of X" would make the doer of another act than beginning or ending its object
    known = about if first > k or hit.entry.cls == "phase" else ""
    return _Title(f"{noun} {about}", known, str(hit.entry.value), _worth(last - first + 1))


def _line(text: str) -> str:
    return " ".join(text.split()).strip(" \"'()[]\u00ab\u00bb\u201c\u201d")
