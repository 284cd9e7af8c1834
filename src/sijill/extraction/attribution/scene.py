"""What all of attribution reads of one article: tokens, stretches between real sentence ends, quotations, small words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ...language.document import Document
from ...language.lexicon import Hit
from ...language.orthography import SKIP
from ...language.quotes import Quotes, marks, quotes
from ...language.tokens import BREAK, MARK, WORD
from ...records import Credit, Mention, TimeMention
from .words import Words, words

NOMINAL = frozenset({"source_head", "outlet", "country", "place", "nationality", "title", "given_name"})
"""Classes of words that name somebody or something: no verb, no verbal noun."""


def _told_apart(doc: Document) -> list[str]:
    """The forms, but names that fold to a preposition keep a mark that no preposition has."""
    form, names = doc.tokens.form, words().like_preposition
    spots = [i for i in doc.tokens.where(names) if doc.tokens.raw(i) == names[form[i]]]
    if not spots:
        return form
    form = list(form)
    for i in spots:
        form[i] += SKIP
    return form


class Scene:
    """One article as attribution sees it. Token indices throughout; ends exclusive.

    ``stretches`` are sentences, joined where a quotation runs over a sentence end, each with its quotations known.
    """

    __slots__ = (
        "_credit_at",
        "_inside",
        "_mention_at",
        "_named_until",
        "_time_at",
        "_time_before",
        "_times",
        "credited",
        "doc",
        "form",
        "hidden",
        "kind",
        "mentions",
        "quotes",
        "stretches",
        "withheld",
        "words",
    )

    def __init__(
        self, doc: Document, mentions: Sequence[Mention], times: Sequence[TimeMention], credited: Sequence[Credit]
    ) -> None:
        """Index mentions, times and credits by the token they begin at."""
        self.doc = doc
        self.form = _told_apart(doc)
        self.kind = doc.tokens.kind
        self.words: Words = words()
        self.quotes: Quotes = doc.once(quotes)
        self.mentions = mentions
        self.credited = credited
        starts = doc.tokens.start
        self._time_at = {self._token(t.start): max(bisect_left(starts, t.end), 1) for t in times}
        self._times = sorted(self._time_at)
        self._time_before = {j: i for i, j in self._time_at.items()}
        self._credit_at = {self._token(c.start): c for c in credited}
        self._mention_at = {self._token(m.start): m for m in mentions}
        self._named_until = frozenset(bisect_left(starts, m.end) for m in mentions)
        self._inside = frozenset(k for m in mentions for k in range(self._token(m.start) + 1, bisect_left(starts, m.end)))
        self.stretches = self._stretches()
        self.withheld = self._withheld()
        self.hidden = frozenset(k for a, b in self.withheld for k in range(a, b))

    def _token(self, offset: int) -> int:
        return bisect_right(self.doc.tokens.end, offset)

    def time_end(self, i: int) -> int | None:
        """Where a time that begins at token ``i`` ends, if one does."""
        return self._time_at.get(i)

    def time_before(self, j: int) -> int | None:
        """Where a time that ends at token ``j`` begins, if one does."""
        return self._time_before.get(j)

    def holds_time(self, i: int, j: int) -> bool:
        """Whether a time begins on tokens ``i`` .. ``j``."""
        k = bisect_left(self._times, i)
        return k < len(self._times) and self._times[k] < j

    def credit_starts_inside(self, i: int) -> bool:
        """Whether the outlet credited near token ``i`` carries the preposition written on ``i`` ("to Reuters")."""
        credit = self.credit(i, i + 2)
        return credit is not None and (credit.start > self.doc.tokens.start[i])

    def credit(self, i: int, j: int) -> Credit | None:
        """The first outlet credited on tokens ``i`` .. ``j``."""
        for k in range(i, j):
            if k in self._credit_at:
                return self._credit_at[k]
        return None

    def mentions_in(self, i: int, j: int) -> list[Mention]:
        """The mentions that begin on tokens ``i`` .. ``j``."""
        return [self._mention_at[k] for k in range(i, j) if k in self._mention_at]

    def within(self, j: int) -> bool:
        """Whether token ``j`` stands inside a mention, after its first word."""
        return j in self._inside

    def named_until(self, j: int) -> bool:
        """Whether a mention ends right before token ``j``."""
        return j in self._named_until

    def hit(self, i: int, cls: str) -> Hit | None:
        """The longest hit of class ``cls`` at token ``i``."""
        best = None
        for h in self.doc.hits[i]:
            if h.article and h.pronoun:
                continue  # no noun carries both
            if h.entry.cls == cls and (best is None or h.end > best.end):
                best = h
        return best

    def is_mark(self, i: int, *forms: str) -> bool:
        """Whether token ``i`` is one of the marks ``forms`` (folded); any mark where none is named."""
        return self.kind[i] == MARK and (not forms or self.form[i] in forms)

    def is_quote(self, i: int) -> bool:
        """Whether token ``i`` is a quotation mark."""
        return self.kind[i] == MARK and self.form[i] in marks()

    def word(self, i: int) -> str:
        """The folded word at ``i``, empty where there is none."""
        return self.form[i] if 0 <= i < len(self.form) and self.kind[i] == WORD else ""

    def bare(self, i: int) -> str:
        """The word at ``i`` without a leading conjunction letter (a guess from the letters alone)."""
        word = self.word(i)
        return word[1:] if len(word) > 3 and word[0] in self.words.conjunctions else word

    def _stretches(self) -> list[tuple[int, int]]:
        joined: list[tuple[int, int]] = []
        close = self.quotes.close_of
        opens = sorted(close)
        for a, b in self.doc.sentences:
            if joined and joined[-1][1] == a and self.kind[a - 1] != BREAK and self._open_across(opens, joined[-1][0], a):
                joined[-1] = (joined[-1][0], b)
            else:
                joined.append((a, b))
        return joined

    def _open_across(self, opens: list[int], start: int, at: int) -> bool:
        """Whether a quotation opened in ``start`` .. ``at`` closes at ``at`` or later."""
        k = bisect_left(opens, start)
        while k < len(opens) and opens[k] < at:
            if self.quotes.close_of[opens[k]] >= at:
                return True
            k += 1
        return False

    def finite(self, i: int) -> bool:
        """Whether word ``i`` is a conjugated verb; forms that names share (the bare past of most verbs) do not count."""
        for hit in self.doc.hits[i]:
            form = hit.entry.inflection
            if form is None or hit.pronoun or hit.prep:
                if hit.entry.cls in NOMINAL:
                    return False
                continue
            bare = form.tense == "past" and (form.gender, form.number) == ("m", "s")
            if not bare or (hit.entry.cls == "say" and not hit.entry.row.get("weak")):
                return True
        return False

    def reason(self, i: int, j: int) -> str | None:
        """What the text says on tokens ``i`` .. ``j`` of why a source is not named."""
        found = next(((a, b) for a, b in self.withheld if i <= a < j), None)
        return self.doc.tokens.raw(*found) if found else None

    def _withheld(self) -> list[tuple[int, int]]:
        """Where the text says that a source is not to be named: from the condition to the reason's end."""
        out = []
        words = self.words
        for i, form in enumerate(self.form):
            if form not in words.own_names or self.kind[i] != WORD:
                continue
            k = i
            while k > 0 and i - k < 7 and (self.word(k - 1) in words.withholding or self.word(k - 1) in words.prepositions):
                k -= 1
            if k == i or not any(self.word(m) in words.withholding for m in range(k, i)):
                continue
            j = i + 1
            if self.word(j) in words.reasons:
                while j < len(self.form) and self.kind[j] == WORD and self.word(j) not in words.that:
                    j += 1
            out.append((k, j))
        return out
