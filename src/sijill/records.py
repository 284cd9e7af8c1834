"""The nouns every stage exchanges: frozen, slotted, hashable where their parts are.

Spans count Unicode code points into the article's ``text`` exactly as read, end exclusive. Days are
:class:`datetime.date`; an interval is ``earliest``..``latest``, both inclusive, ``None`` where an end is unknown.
The vocabularies (``type``, ``status``, ``speaker_kind`` ...) are those of the dossier contract, version 1.

The order of the data: :class:`Article` -> :class:`Extraction` (mentions, times still expressions over anchors)
-> :class:`Dated` (the same with a day and resolved times) -> :class:`Record` (what the pile says together).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of an article's text: code points, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read or was left out: the run goes on without it.

    ``article`` is the input's name (a file name or a record id), ``stage`` one of reading, extraction, dating,
    reconciliation, ledger, publishing; ``code`` a short stable word; ``message`` what happened and what to do.
    """

    article: str
    stage: str
    code: str
    message: str


# ---- reading -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Proof:
    """One reason for an article's day: the words (if any) and what they say."""

    says: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published, as an interval. ``basis``: stated, url, feed, inferred, unknown."""

    earliest: date | None = None
    latest: date | None = None
    basis: str = "unknown"
    proof: tuple[Proof, ...] = ()

    @property
    def day(self) -> date | None:
        """The day that times in the article are counted from: the interval's last day, if known."""
        return self.latest


@dataclass(frozen=True, slots=True)
class Credit:
    """A span that credits a wire or another outlet, and its canonical Arabic name."""

    start: int
    end: int
    agency: str


@dataclass(frozen=True, slots=True)
class Article:
    """One report as read. ``name`` is the dossier's `article`; ``digest`` hashes outlet-independent content (hex).

    ``addresses``: where else on the web the same report was met. ``byline``: who signed it, as stated; no part of the digest.
    """

    name: str
    text: str
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    language: str = "ar"
    published: Published = Published()
    chrome: tuple[Span, ...] = ()
    digest: str = ""
    addresses: tuple[str, ...] = ()
    byline: str | None = None


@dataclass(frozen=True, slots=True)
class OwnEntity:
    """An entity that a person added to a ledger: ``kind`` as of a mention, other names, the office that stands for it."""

    name: str
    kind: str = "person"
    aliases: tuple[str, ...] = ()
    capacity: str | None = None
    name_en: str | None = None


# ---- extraction ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Expression:
    """A time as the words give it, before any anchor: an operator over constants and other expressions.

    ``resolve(expression, anchor)`` in ``extraction.timex`` is the only reader of ``op`` and ``args``.
    """

    op: str
    args: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression over an anchor.

    ``anchor``: ``dct`` (the article's day), ``time`` (an earlier mention, index in ``anchor_index``), ``quote``
    (the moment of a quoted or leaked utterance, whose time is mention ``anchor_index``), ``event`` (the time of an
    event told by mention ``anchor_index``). ``lean``: ``past``, ``future`` or None, from the clause's verb.
    """

    start: int
    end: int
    text: str
    expression: Expression
    rule: str
    anchor: str = "dct"
    anchor_index: int | None = None
    lean: str | None = None


@dataclass(frozen=True, slots=True)
class Timex:
    """A resolved time (TIMEX3). ``steps`` tell the arithmetic, one sentence key and its arguments a step."""

    start: int
    end: int
    text: str
    type: str
    value: str
    mod: str | None = None
    earliest: date | None = None
    latest: date | None = None
    calendar: str = "gregorian"
    rule: str = ""
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity that counts or measures anything but time. ``time`` indexes the article's times (its as-of).

    ``clause`` is the stretch of its sentence that says what it is of, ``keys`` that stretch's content words folded and
    stemmed, classes of what is told of the counted ("=dead") among them: by these two quantities are compared.
    """

    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    unit: str | None = None
    comparator: str = "exact"
    counted: str | None = None
    place: str | None = None
    time: int | None = None
    rule: str = ""
    clause: Span | None = None
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """Something attributed to a source. ``chain``: through whom it came, outermost first."""

    content: Span
    cue: Span | None = None
    speaker: Span | None = None
    speaker_name: str | None = None
    speaker_kind: str = "unattributed"
    reason_unnamed: str | None = None
    quote_type: str = "indirect"
    act: str = "claim"
    factuality: str = "asserted"
    via: str | None = None
    chain: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name or description of an entity in the text; ``entity`` is its canonical Arabic name."""

    start: int
    end: int
    text: str
    entity: str
    kind: str


@dataclass(frozen=True, slots=True)
class Undertaking:
    """One report, in one article, of something a party is to do (or has moved, denied, done).

    ``act`` is the act's class in the lexicon (leave, end, open ...), ``action`` the words' dictionary form.
    ``time`` indexes the article's times (the due date), ``lasts`` the length counted from that day, where it has one.
    An act that hangs on an event has the event's folded words and classes in ``depends_keys``, in ``depends`` the index of
    the article's report of that event, if any, and in ``depends_after`` the time that says how long after it the act is due;
    ``statement`` indexes the article's statements (who says it). ``keys`` are folded content words for matching, ``around``
    those of the sentence about it (and the classes of acts in both, written ``=class``);
    ``weight`` (0..1) is how surely the words make an undertaking, where nothing else confirms it.
    """

    evidence: tuple[Span, ...]
    act: str
    action: str
    actors: tuple[str, ...] = ()
    object: str | None = None
    place: str | None = None
    condition: str | None = None
    time: int | None = None
    due_kind: str = "open"
    status: str = "planned"
    statement: int | None = None
    reason: str | None = None
    recurs: bool = False
    keys: tuple[str, ...] = ()
    rule: str = ""
    weight: float = 1.0
    around: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    lasts: int | None = None
    depends: int | None = None
    depends_keys: tuple[str, ...] = ()
    depends_after: int | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """A past (or planned, denied) dated event as one clause tells it. ``time`` indexes the article's times."""

    start: int
    end: int
    act: str
    action: str
    actors: tuple[str, ...] = ()
    object: str | None = None
    place: str | None = None
    time: int | None = None
    held: str = "held"
    keys: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """All mentions of one article, times unresolved: the part that depends on the article alone."""

    article: Article
    times: tuple[TimeMention, ...] = ()
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    mentions: tuple[Mention, ...] = ()
    undertakings: tuple[Undertaking, ...] = ()
    happenings: tuple[Happening, ...] = ()
    credits: tuple[Credit, ...] = ()
    sentences: tuple[Span, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Dated:
    """An extraction whose article has a day (or an interval) and whose times are resolved, index for index."""

    extraction: Extraction
    published: Published
    timexes: tuple[Timex, ...] = ()

    @property
    def article(self) -> Article:
        """The article itself."""
        return self.extraction.article


# ---- reconciliation ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Report:
    """One report of a commitment, its due date an interval. ``origins``: independent origins behind it so far."""

    article: str
    evidence: tuple[Span, ...]
    due_earliest: date | None
    due_latest: date | None
    due_kind: str
    status: str
    by: str | None = None
    by_kind: str | None = None
    origins: int = 1
    reason: str | None = None
    time: int | None = None
    published: date | None = None
    rule: str = ""
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """How a commitment stood on a day: ``status`` None where it was not yet known."""

    day: date
    status: str | None
    due_latest: date | None


@dataclass(frozen=True, slots=True)
class Commitment:
    """One undertaking over all articles, with every report of it in order of publication.

    ``depends_on`` is the undertaking that it hangs on; ``counted`` the report whose due days are counted from that one's
    as it stands (the history keeps what was said), None where a day that a report names stands.
    """

    id: str
    title_ar: str
    title_en: str | None
    actors: tuple[str, ...]
    action: str
    object: str | None
    place: str | None
    condition: str | None
    history: tuple[Report, ...]
    final_status: str
    timing: str
    moved: bool
    slip_days: int | None
    late_days: int | None
    next_due: date | None = None
    depends_on: str | None = None
    states: tuple[State, ...] = ()
    aliases: tuple[str, ...] = ()
    counted: Report | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where in which article something stands, with its words."""

    article: str
    start: int
    end: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """One happening over all its mentions; ``said`` where all that happened is that somebody spoke."""

    id: str
    title_ar: str
    title_en: str | None
    earliest: date | None
    latest: date | None
    held: str
    place: str | None
    mentions: tuple[Place, ...]
    origins: int = 1
    said: bool = False


@dataclass(frozen=True, slots=True)
class Reprint:
    """Two articles of one origin: ``relation`` same_text, edited or shares_passages; containment in [0, 1].

    ``retold``: one tells the other (or both the same wire) sentence by sentence, so that they have one origin.
    """

    a: str
    b: str
    relation: str
    containment: float
    retold: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """Where reports disagree: ``kind`` and ``verdict`` of the contract; best founded first in a record."""

    id: str
    kind: str
    verdict: str
    spans: tuple[Place, ...]
    note: str
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a figure series."""

    article: str
    start: int
    end: int
    low: float | None
    high: float | None
    as_of: date | None
    by: str | None


@dataclass(frozen=True, slots=True)
class Series:
    """What is counted, where, and every value given for it; ``voices`` counts what is copied word for word once."""

    counted: str
    place: str | None
    points: tuple[Point, ...]
    voices: int = 0


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, body, place ... under all its spellings; ``mentions`` counts them."""

    id: str
    name_ar: str
    name_en: str | None
    kind: str
    variants: tuple[str, ...]
    mentions: int


@dataclass(frozen=True, slots=True)
class Turn:
    """Two statements of one speaker on the same thing, on different days. ``way``: hardened, softened, turned."""

    speaker: str
    way: str
    article: str
    content: Span
    factuality: str
    later_article: str
    later_content: Span
    later_factuality: str


@dataclass(frozen=True, slots=True)
class Site:
    """A place that commitments speak of, with its coordinates where a gazetteer knows them."""

    id: str
    name_ar: str
    name_en: str | None
    lat: float | None = None
    lon: float | None = None
    states: tuple[State, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about a line of the record that its reports do not say of themselves.

    ``kind`` silent_edit: a later version of ``article`` changed the sentence ``before``, on which ``line`` rested, to
    ``after`` (None: it is gone). ``line`` is the line's id in the record, or, where ``standing`` is False, the one it had.
    ``day``: when the change was seen at the latest. ``version``: the digest of the version that had ``before``;
    ``start``, ``end``: where the sentence stands in the article's text now (None where it is no longer there).
    """

    kind: str
    line: str
    title_ar: str
    title_en: str | None
    article: str
    outlet: str | None
    url: str | None
    day: date | None
    before: str
    after: str | None
    version: str
    standing: bool = True
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """What the pile says together, as known at ``as_of_used``: the pure function's value."""

    as_of: date | None
    as_of_used: date | None
    articles: tuple[Dated, ...] = ()
    unplaced: tuple[str, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    events: tuple[Event, ...] = ()
    reprints: tuple[Reprint, ...] = ()
    origins: tuple[tuple[str, ...], ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    series: tuple[Series, ...] = ()
    entities: tuple[Entity, ...] = ()
    sites: tuple[Site, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
    notices: tuple[Notice, ...] = ()
