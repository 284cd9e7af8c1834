"""One item of a newsroom as an article: its parts put into a text, its sources credited, what was withdrawn left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...records import Article, Problem, Proof, Published
from ..admission import Stated, admit
from ..stamps import possible, stamp_day


@dataclass(frozen=True, slots=True)
class Item:
    """What an item states. ``sources``: who stands behind it, first the one that puts it out; ``status`` as IPTC has it;
    ``byline``: the names it is signed with."""

    name: str
    text: str
    title: str | None = None
    url: str | None = None
    stamp: str | None = None
    sources: Sequence[str] = ()
    provider: str | None = None
    status: str = "usable"
    byline: Sequence[str] = ()


def admit_item(item: Item) -> Iterator[Article | Problem]:
    """The article of a newsroom's item. Sources that its text does not name are credited in brackets before it,
    as in an agency's dateline."""
    status = item.status.rpartition(":")[2].lower()
    if status in ("canceled", "cancelled", "withheld"):
        message = f"the item is marked {status} by who put it out; it is left out, take the mark away if you want it read"
        yield Problem(item.name, "reading", "withdrawn", message)
        return
    sources = list(dict.fromkeys(s for s in (" ".join(x.split()) for x in item.sources) if s))
    outlet = item.provider or (sources[0] if sources else None)
    text = item.text.strip()
    credited = [s for s in sources if s != outlet and s not in text]
    if text and credited:
        text = f"{' '.join(f'({s})' for s in credited)} - {text}"
    day = stamp_day(item.stamp)
    published = Published(day, day, "stated", (Proof(f"stamp {item.stamp}"),)) if possible(day) else Published()
    yield from admit(item.name, text, Stated(outlet, item.url, item.title, published, byline=item.byline))
