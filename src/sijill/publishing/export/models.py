"""The dossier's own models (pydantic): every key, every vocabulary. ``dossier.schema.json`` is generated from them.

Offsets are Unicode code points into the article's ``text``, end exclusive; days are ISO 8601; an interval has both ends
included, null where an end is unknown. Readers should ignore keys they do not know: fields may be added in version 1.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, NonNegativeInt

Offsets = tuple[NonNegativeInt, NonNegativeInt]
Basis = Literal["stated", "url", "feed", "inferred", "unknown"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Mod = Literal["START", "MID", "END", "APPROX", "BEFORE", "AFTER", "EQUAL_OR_LESS", "EQUAL_OR_MORE", "LESS_THAN", "MORE_THAN"]
Calendar = Literal["gregorian", "hijri"]
SpeakerKind = Literal["named_person", "institution", "anonymous_official", "anonymous_source", "document", "media",
                      "unattributed"]  # fmt: skip
QuoteType = Literal["direct", "indirect", "mixed"]
Act = Literal["claim", "no_comment"]
Factuality = Literal["asserted", "planned", "possible", "denied", "conditional"]
Comparator = Literal["exact", "about", "more_than", "less_than", "at_least", "at_most", "range"]
DueKind = Literal["on", "by", "not_before", "from", "until", "within", "upon_condition", "open"]
Status = Literal["planned", "conditional", "confirmed", "in_progress", "postponed", "extended", "brought_forward", "cancelled",
                 "denied", "refused", "fulfilled", "partly_fulfilled", "missed"]  # fmt: skip
Timing = Literal["no_date", "upcoming", "due", "passed_no_report", "met_on_time", "met_late", "moved", "off"]
Held = Literal["held", "planned", "denied"]
Relation = Literal["same_text", "edited", "shares_passages"]
ConflictKind = Literal["date", "number", "status", "attribution", "arithmetic", "framing"]
Verdict = Literal["contradiction", "update", "refinement", "error"]
Stage = Literal["reading", "extraction", "dating", "reconciliation", "ledger", "publishing"]


class Model(BaseModel):
    """What all parts share: keys that are not known are left aside."""

    model_config = ConfigDict(extra="ignore")


class Proof(Model):
    """One reason for an article's day: the words, where there are some, and what they say."""

    start: int | None
    end: int | None
    says: str


class Published(Model):
    """When an article was published, and what that rests on."""

    earliest: date | None
    latest: date | None
    basis: Basis
    proof: list[Proof]


class Credit(Model):
    """A span that credits a wire or another outlet."""

    start: NonNegativeInt
    end: NonNegativeInt
    agency: str


class Article(Model):
    """An article as read. ``chrome``: what of the text is page furniture; ``addresses``: where else it was met."""

    article: str
    outlet: str | None
    byline: str | None
    url: str | None
    addresses: list[str]
    title: str | None
    text: str
    language: str
    digest: str
    published: Published
    chrome: list[Offsets]
    credits: list[Credit]


class Timex(Model):
    """A time expression (TIMEX3)."""

    article: str
    start: NonNegativeInt
    end: NonNegativeInt
    text: str
    type: TimexType
    value: str
    mod: Mod | None
    earliest: date | None
    latest: date | None
    calendar: Calendar
    rule: str


class Statement(Model):
    """Something that somebody says. ``chain``: through whom it came, outermost first."""

    id: str
    article: str
    content: Offsets
    content_text: str
    cue: Offsets | None
    speaker: Offsets | None
    speaker_name: str | None
    speaker_kind: SpeakerKind
    reason_unnamed: str | None
    quote_type: QuoteType
    act: Act
    factuality: Factuality
    via: str | None
    chain: list[str]
    rule: str


class Figure(Model):
    """A quantity in base units; ``as_of`` is the day it holds for."""

    article: str
    start: NonNegativeInt
    end: NonNegativeInt
    text: str
    low: float | None
    high: float | None
    unit: str | None
    comparator: Comparator
    counted: str | None
    place: str | None
    as_of: date | None
    rule: str


class Report(Model):
    """One report of a commitment. ``origins``: independent origins that had reported it by then."""

    article: str
    evidence: list[Offsets]
    due_earliest: date | None
    due_latest: date | None
    due_kind: DueKind
    status: Status
    by: str | None
    by_kind: SpeakerKind | None
    origins: NonNegativeInt
    reason: str | None
    published: date | None
    rule: str
    why: list[str]


class State(Model):
    """How something stood on a day; ``status`` null where it was not yet known."""

    day: date
    status: Status | None
    due_latest: date | None


class CountedDue(Model):
    """A due date counted from that of the undertaking on which this one hangs, as that one stands."""

    earliest: date | None
    latest: date | None
    kind: DueKind


class Commitment(Model):
    """One undertaking over all articles, with every report of it."""

    id: str
    title_ar: str
    title_en: str | None
    actors: list[str]
    action: str
    object: str | None
    place: str | None
    condition: str | None
    history: list[Report]
    final_status: Status
    timing: Timing
    moved: bool
    slip_days: int | None
    late_days: int | None
    next_due: date | None
    depends_on: str | None
    counted_due: CountedDue | None = None
    states: list[State]
    aliases: list[str]


class Mention(Model):
    """Where in which article something stands."""

    article: str
    start: NonNegativeInt
    end: NonNegativeInt


class Passage(Mention):
    """Where something stands, with its words."""

    text: str


class Event(Model):
    """One happening over all its mentions."""

    id: str
    title_ar: str
    title_en: str | None
    earliest: date | None
    latest: date | None
    held: Held
    place: str | None
    origins: NonNegativeInt
    mentions: list[Mention]


class Reprint(Model):
    """Two articles of one origin; ``containment`` of the shorter in the longer."""

    a: str
    b: str
    relation: Relation
    containment: float = Field(ge=0, le=1)


class Conflict(Model):
    """Where reports disagree; best founded first."""

    id: str
    kind: ConflictKind
    verdict: Verdict
    spans: list[Passage]
    note: str


class Point(Mention):
    """One value of a series."""

    low: float | None
    high: float | None
    as_of: date | None
    by: str | None


class Series(Model):
    """What is counted, where, and every value given for it."""

    counted: str
    place: str | None
    points: list[Point]


class Entity(Model):
    """One person, body or place under all its spellings."""

    id: str
    name_ar: str
    name_en: str | None
    kind: str
    variants: list[str]
    mentions: NonNegativeInt


class Site(Model):
    """A place that undertakings speak of."""

    id: str
    name_ar: str
    name_en: str | None
    lat: float | None
    lon: float | None
    states: list[State]


class Notice(Model):
    """Something about a line that its reports do not say: ``silent_edit``, the sentence it rested on was changed.

    ``line`` is the line's id (where not ``standing``: the one it had); ``day``: when the change was seen at the latest;
    ``after`` null: the sentence is gone; ``start``, ``end``: where it stands in the article's text now.
    """

    kind: Literal["silent_edit"]
    line: str
    title_ar: str
    title_en: str | None
    standing: bool
    article: str
    outlet: str | None
    url: str | None
    day: date | None
    before: str
    after: str | None
    start: NonNegativeInt | None
    end: NonNegativeInt | None


class Problem(Model):
    """What could not be read or was left out, and what to do."""

    article: str
    stage: Stage
    code: str
    message: str


class Dossier(Model):
    """What sijill says about a pile of articles: the public interchange format, version 1."""

    dossier: Literal[1]
    generated_by: str
    rules: str
    as_of: date | None
    as_of_used: date | None
    articles: list[Article]
    unplaced: list[str]
    timexes: list[Timex]
    statements: list[Statement]
    figures: list[Figure]
    commitments: list[Commitment]
    events: list[Event]
    reprints: list[Reprint]
    origins: list[list[str]]
    conflicts: list[Conflict]
    series: list[Series]
    entities: list[Entity]
    sites: list[Site]
    notices: list[Notice]
    problems: list[Problem]


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the dossier."""
    made = Dossier.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def schema_bytes() -> bytes:
    """The schema as UTF-8 JSON, as it stands in ``dossier.schema.json``."""
    return (json.dumps(schema(), ensure_ascii=False, indent=1) + "\n").encode("utf-8")
