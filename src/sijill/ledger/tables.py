"""The ledger's tables (SQLAlchemy Core). Migrations make them; a test holds both to each other.

What people wrote (``article``), what a person decided (``decision``) and what servers sent (``exchange``) is never
rewritten. What the rules found (``extraction``, ``passage``) can be made again from them at any time. ``visit`` and ``told``
are a watch's memory: without them it only asks and tells again.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

HEAD = "0003"
"""The revision that this sijill writes; a ledger that names one it does not know is of a newer sijill."""

metadata = MetaData()

article = Table(
    "article",
    metadata,
    Column("digest", String(32), primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("outlet", Text),
    Column("url", Text),
    Column("title", Text),
    Column("language", String(8), nullable=False),
    Column("published_latest", String(10)),
    Column("text", Text, nullable=False),
    Column("rest", LargeBinary, nullable=False),
    Column("recorded", String(32), nullable=False),
    Index("article_published", "published_latest"),
)
"""An article as read. ``rest``: its published interval with proof, its furniture and, where it has one, its byline (JSON).
``published_latest``: its day for search, stated or set by a person. ``recorded``: UTC, ISO 8601."""

extraction = Table(
    "extraction",
    metadata,
    Column("digest", String(32), ForeignKey("article.digest"), primary_key=True),
    Column("engine", String(16), nullable=False),
    Column("mentions", LargeBinary, nullable=False),
)
"""All mentions of an article (JSON) and the engine (rules and code) that found them."""

passage = Table(
    "passage",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("digest", String(32), ForeignKey("article.digest"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Index("passage_article", "digest"),
)
"""A sentence of an article; its folded stems stand in the full-text table ``passage_words`` under the same number."""

problem = Table(
    "problem",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("article", Text, nullable=False),
    Column("stage", String(16), nullable=False),
    Column("code", String(32), nullable=False),
    Column("message", Text, nullable=False),
    Column("recorded", String(32), nullable=False),
    Index("problem_once", "article", "stage", "code", "message", unique=True),
)
"""What could not be read or was left out on the way in."""

decision = Table(
    "decision",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("target", Text, nullable=False),
    Column("value", Text),
    Column("why", Text, nullable=False),
    Column("recorded", String(32), nullable=False),
    CheckConstraint("kind IN ('remove', 'restore', 'published', 'outlet', 'entity')", name="decision_kind"),
)
"""What a person decided, append-only (triggers refuse anything else). ``target``: an article's digest, a
record's id, or an entity's name."""

exchange = Table(
    "exchange",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("url", Text, nullable=False),
    Column("status", Integer, nullable=False),
    Column("payload", String(64), nullable=False),
    Column("warc", LargeBinary, nullable=False),
    Column("recorded", String(32), nullable=False),
    Index("exchange_url", "url"),
)
"""A response and its request as gzipped WARC records, append-only. ``payload``: SHA-256 of the body as sent."""

address = Table(
    "address",
    metadata,
    Column("digest", String(32), ForeignKey("article.digest"), primary_key=True),
    Column("url", Text, primary_key=True),
    Column("key", Text, nullable=False),
    Column("recorded", String(32), nullable=False),
    Index("address_key", "key"),
)
"""Where an article was met. ``key``: what addresses of one article have in common (:func:`sijill.addresses.address_key`)."""

sighting = Table(
    "sighting",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("digest", String(32), ForeignKey("article.digest"), nullable=False),
    Column("recorded", String(32), nullable=False),
)
"""When an address showed an earlier version of its article again."""

visit = Table(
    "visit",
    metadata,
    Column("url", Text, primary_key=True),
    Column("kind", String(8), nullable=False),
    Column("first", String(32), nullable=False),
    Column("last", String(32), nullable=False),
    Column("due", String(32), nullable=False),
    Column("failures", Integer, nullable=False),
    Column("etag", Text),
    Column("modified", Text),
    Column("payload", String(64)),
    Column("note", Text),
    Index("visit_due", "kind", "due"),
)
"""How an address was last asked, and when it is its turn again. ``kind``: feed or page; ``note``: the last trouble's code."""

told = Table(
    "told",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("change", LargeBinary),
    Column("engine", String(16), nullable=False),
    Column("recorded", String(32), nullable=False),
)
"""What a watch has told, by the key of the change; ``change`` (JSON) is null for what was there before it began."""
