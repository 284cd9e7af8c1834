"""The whole story on one page; the only module that knows all stages.

``record = reconcile(place(extract(a) for a in read(inputs)))``: a pure function of the articles (and of a person's
decisions, which the ledger applies). As it stood on a day: the same function over the articles published by then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from .extraction.actors import mentions
from .extraction.attribution import statements
from .extraction.commitments import undertakings
from .extraction.credits import credits
from .extraction.figures import figures
from .extraction.happenings import happenings
from .extraction.timex import time_mentions
from .language.document import Document
from .language.lexicon import with_own
from .reconciliation.conflicts import conflicts
from .reconciliation.dating import place as place
from .reconciliation.entities import entities, sites
from .reconciliation.events import events
from .reconciliation.reprints import origins, reprints
from .reconciliation.series import series
from .reconciliation.stances import Names as Names
from .reconciliation.stances import turns as turns
from .reconciliation.undertakings import commitments
from .reconciliation.versions import alike as alike
from .reconciliation.versions import edits as edits
from .reconciliation.versions import families as families
from .reconciliation.versions import silent_edits, standing
from .records import Article, Dated, Extraction, OwnEntity, Problem, Record


def extract(article: Article, own: Sequence[OwnEntity] = ()) -> Extraction:
    """All mentions of one article; depends on the article alone, and on the entities a person added (``own``).

    Never raises: a failure is a Problem in the result.
    """
    try:
        return _extract(article, tuple(own))
    except Exception as e:
        message = f"{type(e).__name__}: {e}; the article is kept without mentions, please report it"
        return Extraction(article, problems=(Problem(article.name, "extraction", "failed", message),))


def _extract(article: Article, own: tuple[OwnEntity, ...]) -> Extraction:
    doc = Document(article.text, article.chrome, with_own(own) if own else None)
    times = time_mentions(doc)
    credited = credits(doc, article)
    named = mentions(doc, credited)
    said = statements(doc, article, named, times, credited)
    return Extraction(
        article=article,
        times=tuple(times),
        figures=tuple(figures(doc, times)),
        statements=tuple(said),
        mentions=tuple(named),
        undertakings=tuple(undertakings(doc, times, said, named)),
        happenings=tuple(happenings(doc, times, said, named)),
        credits=tuple(credited),
        sentences=doc.sentence_spans(),
    )


def reconcile(
    pile: Sequence[Dated], as_of: date | None = None, state_days: Sequence[date] = (), problems: Iterable[Problem] = ()
) -> Record:
    """What the dated ``pile`` says together as of a day (None: all of it); articles not published by then are left out."""
    known = [d for d in pile if as_of is None or (d.published.latest is not None and d.published.latest <= as_of)]
    left = tuple(d.article.name for d in pile if d.published.latest is None) if as_of else ()
    known.sort(key=lambda d: (d.published.latest or date.max, d.article.name))
    used = as_of or max((d.published.latest for d in known if d.published.latest), default=None)
    pairs = reprints(known)
    groups = origins(known, pairs)
    # a report without a day comes first here: it may found an undertaking, but never has the last word
    heard = sorted(known, key=lambda d: (d.published.latest or date.min, d.article.name))
    kept = commitments(heard, groups, used, state_days)
    told = events(known, groups)
    counted = series(known)
    trouble = (*problems, *(p for d in known for p in d.extraction.problems))
    return Record(
        as_of=as_of,
        as_of_used=used,
        articles=tuple(known),
        unplaced=left,
        commitments=tuple(kept),
        events=tuple(told),
        reprints=tuple(pairs),
        origins=tuple(groups),
        conflicts=tuple(conflicts(known, kept, told, counted)),
        series=tuple(counted),
        entities=tuple(entities(known)),
        sites=tuple(sites(known)),
        problems=trouble,
    )


def tell(
    pile: Iterable[Extraction],
    as_of: date | None = None,
    state_days: Sequence[date] = (),
    problems: Iterable[Problem] = (),
    *,
    judge: Callable[[list[Extraction]], list[Extraction]] | None = None,
    seen: Sequence[tuple[str, str]] = (),
) -> Record:
    """The record of a pile that may hold several versions of one article: the newest stands, what it changed is noticed.

    ``judge`` applies what a person decided; ``seen`` tells which article (by digest) was had when (ISO 8601, UTC).
    """
    found, trouble = families(pile, seen), tuple(problems)

    def _build(chosen: list[Extraction]) -> Record:
        return reconcile(place(judge(chosen) if judge else chosen), as_of, state_days, trouble)

    told = _build(standing(found, as_of))
    return replace(told, notices=silent_edits(found, told, _build, as_of))


def build(
    articles: Iterable[Article], as_of: date | None = None, state_days: Sequence[date] = (), problems: Iterable[Problem] = ()
) -> Record:
    """Articles to record in one go."""
    return tell([extract(a) for a in articles], as_of, state_days, problems)
