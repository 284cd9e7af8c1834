"""One round of a watch: feeds whose turn it is, what they list that is new, pages that may have changed; then what changed.

All of a watch's memory is in the ledger, so that a round that was stopped is gone on with by the next one, by whichever
process. The clock is the fetcher's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from ..addresses import address_key
from ..fetching import Answer
from ..fetching.manners import Manners, next_turn
from ..ledger import Entry, Ledger, add
from ..ledger.evidence import addressed
from ..ledger.visits import Visit, asked, next_due, pages_due, save, visit
from ..reading.responses import read_response
from ..reading.web.lists import Listed, read_list
from ..records import Article, Problem
from .intake import articles, keep, visited
from .news import News, news

MOST = 200
"""New pages of one list in a round; the others wait for the next."""
DEPTH, CHILDREN = 3, 200
"""How deep lists of lists are followed, and how many one has."""
CLOSE = timedelta(days=30)
"""How long after it was first seen a page is looked at for changes."""
SELDOM = 4
"""A page is looked at again after a quarter of the time since it was first seen."""
GONE = 5
"""Failures in a row after which a page is given up."""
NEVER = datetime(9999, 1, 1, tzinfo=UTC)
CLOSED = ("robots", "http_status", "no_article", "redirect_refused")
"""Trouble with a page for which the text in the feed is taken instead, where the feed has one."""


@dataclass(slots=True)
class Round:
    """What a round did. ``waiting``: new pages left for the next; ``next``: when the next address's turn comes."""

    moment: datetime
    asked: int = 0
    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    news: list[News] = field(default_factory=list)
    waiting: int = 0
    next: datetime | None = None


class Watch:
    """Watches feeds (and the pages of the ledger) round by round. ``day``: the day that a moment is of, for silence."""

    def __init__(
        self, ledger: Ledger, feeds: Sequence[str], manners: Manners, every: timedelta, day: Callable[[datetime], date]
    ) -> None:
        self.ledger, self.feeds, self.manners, self.every = ledger, list(dict.fromkeys(feeds)), manners, every
        self._now, self._day = manners.fetcher.now, day
        self._lists: set[str] = set()

    def round(self, all_due: bool = False) -> Round:
        """Do one round. ``all_due``: ask every feed that is not in trouble, as a timer's single run does."""
        made = Round(self._now())
        news(self.ledger, self._day(made.moment), made.moment, begin=True)
        self._lists = set()
        for feed in self.feeds:
            before = visit(self.ledger, feed)
            if before is None or before.due <= made.moment or (all_due and not before.failures):
                self._list(feed, made, ())
            elif all_due:
                made.problems.append(_resting(before))
        for page in pages_due(self.ledger, made.moment):
            self._page(page.url, made, page)
        made.news = news(self.ledger, self._day(made.moment), self._now())
        made.next = next_due(self.ledger, self.feeds)
        return made

    # ---- lists -----------------------------------------------------------------------------------------------------

    def _list(self, address: str, made: Round, above: tuple[str, ...]) -> None:
        """Ask one list, and go through what it lists."""
        if address in above or len(above) >= DEPTH:
            why = f"it is reached again through {above[-1]}; it is read once" if address in above else "it lies too deep"
            made.problems.append(Problem(address, "reading", "feed_cycle", f"this list of lists goes in a circle: {why}"))
            return
        if address in self._lists:
            return
        self._lists.add(address)
        before = visit(self.ledger, address)
        answer = self.manners.fetch(address, before.etag if before else None, before.modified if before else None)
        made.asked += 1
        keep(self.ledger, answer)
        listed: list[Listed] = []
        if answer.problem is None and answer.status == 200:
            for item in read_list(address, answer.data, answer.final):
                if isinstance(item, Problem):
                    answer = replace(answer, problem=item)
                else:
                    listed.append(item)
        below = [x for x in listed if x.kind != "article"][:CHILDREN]
        for item in below:
            self._list(item.address, made, (*above, address))
        waiting = self._pages([x for x in listed if x.kind == "article"], answer, made)
        self._remember(address, answer, before, made, bool(below or waiting))

    def _remember(self, address: str, answer: Answer, before: Visit | None, made: Round, whole: bool) -> None:
        """Keep how a list stands; ``whole``: it has to come whole the next time, since something in it is still to do."""
        if answer.problem is not None:
            made.problems.append(answer.problem)
            if answer.problem.code.startswith("refused_"):
                return  # nobody was asked: once the user allows the host it is this address's turn at once
        failures = (before.failures if before else 0) + 1 if answer.problem is not None else 0
        now = self._now()
        stands = visited(before, answer, "feed", now, next_turn(now, self.every, failures, answer.headers))
        save(self.ledger, replace(stands, etag=None, modified=None) if whole else stands)

    def _pages(self, listed: list[Listed], feed: Answer, made: Round) -> int:
        """Ask the pages of a list that are new, newest first; how many are left for the next round."""
        known = asked(self.ledger, [x.address for x in listed])
        fresh = [x for x in listed if x.address not in known]
        fresh.sort(key=lambda x: x.published.latest or date.max, reverse=True)
        for item in fresh[:MOST]:
            if addressed(self.ledger, Article("", "", url=item.address)):
                self._known(item)
            else:
                self._page(item.address, made, None, item, feed)
        made.waiting += len(fresh[MOST:])
        return len(fresh[MOST:])

    def _known(self, item: Listed) -> None:
        """A page whose article is there under another address (or from a file): looked at later, for changes."""
        now = self._now()
        save(self.ledger, Visit(item.address, "page", now, now, now + self.every))

    # ---- pages -----------------------------------------------------------------------------------------------------

    def _page(
        self, address: str, made: Round, before: Visit | None, item: Listed | None = None, feed: Answer | None = None
    ) -> None:
        """Ask one page and put its article in; in trouble take what the feed has of it."""
        answer = self.manners.fetch(address, before.etag if before else None, before.modified if before else None)
        made.asked += 1
        keep(self.ledger, answer)
        now = self._now()
        if answer.status != 304 or answer.problem is not None:
            found = list(articles(answer, now, item.published if item else None))
            trouble = next((x for x in found if isinstance(x, Problem)), None)
            if trouble and trouble.code in CLOSED and feed is not None:
                found = list(self._from_feed(address, feed, now)) or found
            made.problems += [x for x in found if isinstance(x, Problem)]
            made.entries += add(self.ledger, found, now, live=True)
        stands = visited(before, answer, "page", now, now)
        save(self.ledger, replace(stands, due=self._turn(stands, now, answer)))

    def _from_feed(self, address: str, feed: Answer, now: datetime) -> Iterator[Article]:
        """The article of ``address`` as the feed itself carries it."""
        key = address_key(address)
        for x in read_response("feed", feed.data, feed.headers, feed.final, seen=now.date()):
            if isinstance(x, Article) and x.url and (x.url == address or (key and address_key(x.url) == key)):
                yield x
                return

    def _turn(self, stands: Visit, now: datetime, answer: Answer) -> datetime:
        """When a page is looked at again: soon while it is young, then more and more seldom, at last never."""
        age = now - stands.first
        if age > CLOSE or stands.failures >= GONE:
            return NEVER
        return next_turn(now, max(self.every, age / SELDOM), stands.failures, answer.headers)


def _resting(stands: Visit) -> Problem:
    """Why a list is not asked in this round."""
    message = (
        f"it failed {stands.failures} times in a row ({stands.note}); it is asked again from {stands.due:%Y-%m-%d %H:%M} UTC on"
    )
    return Problem(stands.url, "reading", "feed_resting", message)
