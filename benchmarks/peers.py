"""The time tagger beside its peers, in one run on the same articles: span and value F1, and articles a second.

``python -m benchmarks.peers ENVIRONMENT STORIES GOLD``. ENVIRONMENT is a throw-away environment that holds the peers (see
``make bench-peers``); STORIES/NAME/*.json are articles, GOLD/NAME/gold.json their annotated times.
HeidelTime is called as its jar, ``-l arabic -pos no``, on text whose punctuation is padded with spaces (unpadded it loses
the tail of a span before a comma); its speed is that of one process over all articles at once, its start not counted.
"""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sijill import timexes
from sijill.reading.sources import read
from sijill.records import Article

MARKS = re.compile(r"([.,:;!?()\[\]{}\"'«»“”‘’\u060c\u061b\u061f/-])")
DOUBT = ("neutral", "doubtful", "uncertain", "vague", "anaphoric", "inferred", "borderline", "rate")


@dataclass(frozen=True)
class Found:
    """A time that a tagger found: its span and its value."""

    start: int
    end: int
    value: str


@dataclass(frozen=True)
class Marked:
    """An annotated article: its text, its day, the times in it."""

    name: str
    text: str
    day: date
    times: tuple[dict, ...]


def annotated(stories: Path, gold: Path) -> list[Marked]:
    """The annotated articles of all stories."""
    out = []
    for file in sorted(gold.glob("*/gold.json")):
        marks = json.loads(file.read_text(encoding="utf-8"))
        texts = {a.name: a.text for a in read([stories / file.parent.name]) if isinstance(a, Article)}
        for a in marks["articles"]:
            times = tuple(t for t in marks["timexes"] if t["article"] == a["article"])
            out.append(Marked(a["article"], texts[a["article"]], date.fromisoformat(a["dct"]), times))
    return out


def ours(article: Marked) -> list[Found]:
    """What sijill finds."""
    return [Found(t.start, t.end, t.value) for t in timexes(article.text, article.day)]


class HeidelTime:
    """The jar, run once an article (accuracy) or once over all of them (speed)."""

    def __init__(self, environment: Path) -> None:
        self.jar = next(environment.resolve().rglob("*heideltime*.jar"))  # it runs in a folder of its own
        package = self.jar.parents[1]
        template = (package / "resources" / "config_props_template").read_text()
        self.folder = Path(tempfile.mkdtemp())
        (self.folder / "config.props").write_text(template.replace("{path}", str(self.jar.parent / "TreeTaggerLinux")))

    def run(self, text: str, day: date) -> str:
        """TimeML for a padded text."""
        (self.folder / "in.txt").write_text(text, encoding="utf-8")
        call = ["java", "-Dfile.encoding=UTF-8", "-jar", str(self.jar), "-dct", day.isoformat(), "-t", "news"]
        call += ["-l", "arabic", "-pos", "no", "-c", "config.props", "in.txt"]
        done = subprocess.run(call, cwd=self.folder, capture_output=True, check=True)
        return done.stdout.decode("utf-8", "replace")

    def __call__(self, article: Marked) -> list[Found]:
        return timeml(self.run(MARKS.sub(r" \1 ", article.text), article.day), article.text)

    def speed(self, pile: list[Marked]) -> float:
        """Articles a second of one process, without its start."""
        once = time.perf_counter()
        self.run(".", pile[0].day)
        start = time.perf_counter()
        self.run("\n\n".join(MARKS.sub(r" \1 ", a.text) for a in pile), pile[0].day)
        return len(pile) / ((time.perf_counter() - start) - (start - once))


def timeml(answer: str, text: str) -> list[Found]:
    """The times of a TimeML answer, at their offsets in ``text``, which differs from it in white space only."""
    body = re.search(r"<TimeML>(.*)</TimeML>", answer, re.S)
    places = [i for i, c in enumerate(text) if not c.isspace()]
    out, at, open_at, value = [], 0, 0, ""
    for piece in re.split(r"(<[^>]+>)", body.group(1) if body else ""):
        if piece.startswith("<TIMEX3"):
            open_at, value = at, (re.search(r'value="([^"]*)"', piece) or [None, ""])[1]
        elif piece.startswith("</TIMEX3") and at > open_at and at <= len(places):
            out.append(Found(places[open_at], places[at - 1] + 1, value))
        elif not piece.startswith("<"):
            at += sum(not c.isspace() for c in html.unescape(piece))
    return out


class Dateparser:
    """``search_dates`` in its own environment, one process for all articles."""

    def __init__(self, environment: Path, pile: list[Marked]) -> None:
        asked = json.dumps([{"text": a.text, "day": a.day.isoformat()} for a in pile])
        script = Path(__file__).with_name("peer_dateparser.py")
        call = [str(environment / "bin" / "python"), str(script)]
        answer = json.loads(subprocess.run(call, input=asked.encode(), capture_output=True, check=True).stdout)
        self.rate = len(pile) / answer["seconds"]
        self.found = {a.name: [Found(*f) for f in found] for a, found in zip(pile, answer["found"], strict=True)}

    def __call__(self, article: Marked) -> list[Found]:
        return self.found[article.name]


def matched(found: list[Found], times: tuple[dict, ...]) -> list[tuple[Found, dict]]:
    """One-to-one pairs that overlap, best overlap first."""
    pairs = []
    for f in found:
        for t in times:
            both = min(f.end, t["end"]) - max(f.start, t["start"])
            if both > 0:
                pairs.append((both / (max(f.end, t["end"]) - min(f.start, t["start"])), f.start, t["start"], f, t))
    out, used = [], set()
    for _, a, b, f, t in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        if ("f", a) not in used and ("t", b) not in used:
            used |= {("f", a), ("t", b)}
            out.append((f, t))
    return out


def f1(tagger: object, pile: list[Marked]) -> tuple[float, float, float]:
    """Strict span, relaxed span and value F1 over all articles; times the annotator doubted count neither way."""
    strict = relaxed = value = offered = wanted = 0
    for article in pile:
        found = tagger(article)  # type: ignore[operator]
        pairs = matched(found, article.times)
        firm = [(f, t) for f, t in pairs if not any(t.get(k) for k in DOUBT)]
        offered += len(found) - (len(pairs) - len(firm))
        wanted += sum(not any(t.get(k) for k in DOUBT) for t in article.times)
        relaxed += len(firm)
        strict += sum((f.start, f.end) == (t["start"], t["end"]) for f, t in firm)
        value += sum(f.value in values(t) for f, t in firm)
    return tuple(2 * n / (offered + wanted) if offered + wanted else 0.0 for n in (strict, relaxed, value))  # type: ignore[return-value]


def values(t: dict) -> list[str]:
    """The values that count as right."""
    other = t.get("value_alt") or []
    return [t["value"], *(other if isinstance(other, list) else [other])]


def main(environment: str, stories: str, gold: str) -> None:
    """Print the table."""
    pile = annotated(Path(stories), Path(gold))
    heideltime, dateparser = HeidelTime(Path(environment)), Dateparser(Path(environment), pile)
    for article in pile:
        ours(article)
    start = time.perf_counter()
    for article in pile:
        ours(article)
    rates = {"sijill": len(pile) / (time.perf_counter() - start)}
    rates |= {"HeidelTime 2.2.1 (padded)": heideltime.speed(pile), "dateparser search_dates": dateparser.rate}
    print(f"{len(pile)} articles{'':22}strict  relaxed  value  articles/s  times slower")
    for name, tagger in zip(rates, (ours, heideltime, dateparser), strict=True):
        strict, relaxed, value = f1(tagger, pile)
        slower = rates["sijill"] / rates[name]
        print(f"{name:32} {strict:6.3f} {relaxed:8.3f} {value:6.3f} {rates[name]:11.1f} {slower:9.1f}")


if __name__ == "__main__":
    main(*sys.argv[1:4])
