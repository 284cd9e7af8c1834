"""The page as one file: templates, style and script from the package, both languages, a policy that lets nothing out."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ...errors import UsageError
from ...identity import identify
from ...records import Record
from ..locale import LANGUAGES, words
from .board import board
from .context import Context
from .edits import silent_edits
from .overview import disagreements, questions
from .reader import KINDS, both_words, pair, reader
from .sources import outlets, problems
from .timeline import timeline
from .trend import trend
from .voices import speakers

MOST_ARTICLES = 150
"""Articles whose text a page holds unless told otherwise; the record is shown whole."""


def page_html(
    record: Record, language: str = "ar", title: str | Mapping[str, str] | None = None,
    decided: Mapping[str, str] | None = None, *, eastern: bool = False, most: int = MOST_ARTICLES,
) -> str:  # fmt: skip
    """The record as one self-contained HTML page that opens in ``language`` and switches to the other.

    ``title`` names the story (one name, or one a language); ``decided`` maps ids of commitments and names of articles
    to what a person decided of them; ``eastern`` writes Eastern digits in Arabic; ``most`` bounds the articles whose
    text is on the page (those that the record rests on first, then the newest). Raises UsageError for a language there
    are no words of.
    """
    if language not in LANGUAGES:
        raise UsageError(f"no page in language {language!r}; use one of {', '.join(LANGUAGES)}")
    left_out = _left_out(record, most)
    titles = title if isinstance(title, Mapping) else dict.fromkeys(LANGUAGES, title or "")
    arabic, english = (Context(record, code, decided, eastern, left_out) for code in LANGUAGES)
    style, script = _asset("page.css"), _asset("page.js")
    return _environment().get_template("page.html").render(
        language=language,
        direction=words(language)["language"]["direction"],
        editions=[_edition(c, titles.get(c.language)) for c in (arabic, english)],
        left_out=len(left_out),
        pages=reader(record, arabic, english),
        kinds=KINDS,
        pairs=(arabic, english),
        both=cache(both_words),
        pair=pair,
        style=Markup(style),
        script=Markup(script),
        policy=_policy(style, script),
        memory=identify("page", *(d.article.digest for d in record.articles[:3])),
    )  # fmt: skip


def _edition(context: Context, title: str | None) -> dict[str, Any]:
    record = context.record
    disputes = disagreements(context)
    return {
        "context": context,
        "language": context.language,
        "direction": context.words["language"]["direction"],
        "say": context.say,
        "name": context.name,
        "title": title or context.say("title"),
        "sum": _sum(context),
        "as_of": context.say("as_of", day=context.day(record.as_of_used)) if record.as_of_used else "",
        "questions": questions(context),
        "disputes": disputes,
        "edits": silent_edits(context),
        "rows": board(context),
        "trend": trend(context),
        "timeline": timeline(context),
        "speakers": speakers(context),
        "outlets": outlets(context),
        "unplaced": [(context.article_href(name), name) for name in record.unplaced],
        "problems": problems(context),
        "reports": context.count("from_reports", len(record.articles)),
    }


def _left_out(record: Record, most: int) -> frozenset[str]:
    """The articles whose text has no room: not rested on by a commitment or a conflict, then the oldest."""
    rested = {r.article for c in record.commitments for r in c.history}
    rested |= {p.article for x in record.conflicts for p in x.spans}
    order = sorted(
        record.articles,
        key=lambda d: (d.article.name not in rested, -(d.published.latest or date.min).toordinal(), d.article.name),
    )
    return frozenset(d.article.name for d in order[most:])


def _sum(context: Context) -> str:
    """How much was read, from whom, and over which days, as one sentence."""
    found = context.record.articles
    days = [d.published.latest for d in found if d.published.latest]
    outlets_read = len({d.article.outlet for d in found if d.article.outlet})
    return context.say(
        "sum",
        reports=context.count("reports", len(found)),
        outlets=context.count("from_outlets", outlets_read),
        span=context.interval(min(days), max(days)) if days else context.day(None),
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader(__package__, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _asset(name: str) -> str:
    return files(__package__).joinpath("templates", name).read_text(encoding="utf-8").strip()


def _policy(style: str, script: str) -> str:
    """A content security policy: this style, this script (by their hashes), no connection to anywhere."""
    kept = "; ".join(f"{what}-src '{_hash(text)}'" for what, text in (("style", style), ("script", script)))
    return f"default-src 'none'; {kept}; img-src data:; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return "sha256-" + b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
