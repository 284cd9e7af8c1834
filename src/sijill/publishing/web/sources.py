"""The sources: outlets with their reports, where each day comes from, what is a reprint of what; and the problems."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from urllib.parse import urlsplit

from ...records import Article, Problem, Record
from .context import Context, Dating, Text


@dataclass(frozen=True, slots=True)
class Source:
    """A report: its place on the page, title, day and what that rests on, who signed it, the wire it credits, its reprints."""

    href: str | None
    title: Text
    dating: Dating
    basis: str
    byline: str | None
    credits: str
    kin: tuple[tuple[str | None, str, str], ...]
    web: str | None
    decided: str | None


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet and its reports in order of their days."""

    name: str
    count: str
    sources: tuple[Source, ...]


def outlets(context: Context) -> list[Outlet]:
    """The outlets of the record, those with most reports first."""
    groups: dict[str, list[Source]] = defaultdict(list)
    kin = _kin(context.record)
    for d in context.record.articles:
        groups[context.outlet(d.article.name)].append(_source(context, d.article.name, kin))
    ranked = sorted(groups.items(), key=lambda g: (-len(g[1]), g[0]))
    return [Outlet(name, context.count("reports", len(found)), tuple(found)) for name, found in ranked]


def safe_address(url: str | None) -> str | None:
    """``url`` where it is one of the web's, else None: an article's address is as hostile as its text."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def headline(article: Article) -> Text:
    """An article's title, else the first line of it (no furniture) that is long enough to be one, else its name."""
    if article.title:
        return Text(article.title, article.language)
    at = 0
    for line in article.text.split("\n", 60)[:60]:
        if len(line.strip()) > 24 and not any(s.start <= at and at + len(line.rstrip()) <= s.end for s in article.chrome):
            return Text(line.strip()[:140], article.language)
        at += len(line) + 1
    return Text(article.name, article.language)


def problems(context: Context) -> tuple[Problem, ...]:
    """What could not be read or was left out, as the record tells it."""
    return context.record.problems


def _kin(record: Record) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for r in record.reprints:
        found[r.a].append((r.b, r.relation))
        found[r.b].append((r.a, r.relation))
    return found


def _source(context: Context, name: str, kin: dict[str, list[tuple[str, str]]]) -> Source:
    d = context.articles[name]
    a = d.article
    comma = context.words["language"]["comma"]
    return Source(
        href=context.article_href(name),
        title=headline(a),
        dating=context.dating(name),
        basis=context.name("basis", d.published.basis),
        byline=a.byline,
        credits=comma.join(dict.fromkeys(c.agency for c in d.extraction.credits)),
        kin=tuple((context.article_href(b), context.outlet(b), context.name("relation", how)) for b, how in kin.get(name, [])),
        web=safe_address(a.url),
        decided=context.decided.get(name),
    )
