"""What of a page's text is furniture, not article: menus, share bars, captions, related links, copyright lines.

Single lines are judged by the rules of ``ar/chrome.toml`` (:mod:`.lines`); here they are seen in their order: what stands
before the title, the headlines under "read also", other reports' headlines between paragraphs, sidebars at the end.
A paragraph of the article is never taken: where the text gives no ground to tell, it stays.
"""

from __future__ import annotations

import re
from functools import cache

from ...language.orthography import fold_word
from ...records import Span
from .appended import appended
from .lines import Line, lines_of, shape, tail


def chrome(text: str) -> tuple[Span, ...]:
    """The spans of ``text`` that are page furniture, in order, not overlapping; whole lines, but for end marks."""
    lines = lines_of(text)
    paragraphs = [i for i, line in enumerate(lines) if _paragraph(line)]
    out = [line.rule is not None and line.effect not in ("section", "") for line in lines]
    if paragraphs:
        regular = _regular(lines, paragraphs)
        body = _openings(lines, out, paragraphs)
        _head(lines, out, paragraphs[0])
        _tail(lines, out, body, regular)
        if regular:
            _between(lines, out, paragraphs[0], body)
        _appended(lines, out)
    else:
        out = [taken and line.rule not in ("controls", "caption") for line, taken in zip(lines, out, strict=True)]
    return _spans(text, lines, out)


BULLETS = "-–—•*●▪◾"


def _paragraph(line: Line) -> bool:
    """Whether a line is a paragraph of running text: long, or a sentence with its full stop."""
    measures = shape()
    if line.rule is not None:
        return False
    return line.words >= measures["paragraph"] or (
        (line.stop or line.text.endswith(":")) and line.words >= measures["sentence"]
    )


def _regular(lines: list[Line], paragraphs: list[int]) -> bool:
    """Whether nearly all longer lines of the body end in a full stop, so that one that does not is something else."""
    least = shape()["sentence"]
    body = [x for x in lines[paragraphs[0] : paragraphs[-1] + 1] if x.rule is None and x.words >= least]
    return len(body) >= 3 and sum(x.stop or x.words >= shape()["paragraph"] for x in body) >= shape()["stopped"] * len(body)


def _openings(lines: list[Line], out: list[bool], paragraphs: list[int]) -> int:
    """Take the headlines under "read also" and all after "comments"; returns the index after the last line of the article."""
    end = len(lines)
    for i, line in enumerate(lines):
        if line.effect == "rest" and sum(p < i for p in paragraphs) >= max(1, sum(p > i for p in paragraphs)):
            end = i
            out[i:] = [True] * (len(lines) - i)
            break
    i = 0
    while i < end:
        if lines[i].effect == "opens":
            i = _block(lines, out, i + 1, end)
        else:
            i += 1
    return max((p for p in paragraphs if p < end), default=-1) + 1


def _block(lines: list[Line], out: list[bool], i: int, end: int) -> int:
    """Take the headlines from line ``i`` on, to the next paragraph; a cross-heading before it is the article's again."""
    begin, headings = i, shape()["heading"]
    while i < end and not _paragraph(lines[i]):
        i += 1
    stop = i
    if i < end and i - begin >= 2:
        last = lines[i - 1]
        if last.rule is None and last.words <= headings and any(x.words > headings for x in lines[begin : i - 1]):
            stop = i - 1
    out[begin:stop] = [True] * (stop - begin)
    return i


def _head(lines: list[Line], out: list[bool], first: int) -> None:
    """Take menu labels and a ticker's headlines before the first paragraph; the last headlines are title and subtitle."""
    label = shape()["label"]
    for i, line in enumerate(lines[:first]):
        short = line.rule is None and line.words <= label and not line.stop and not _dateline(line.text)
        crumbs = line.words <= 3 * label and not line.stop and bool(_breadcrumbs().search(line.text))
        out[i] = out[i] or line.rule == "section" or short or crumbs
    titles = [i for i in range(first) if not out[i] and lines[i].words > label]
    if len(titles) > 3:
        for i in titles[:-2]:
            out[i] = True


def _tail(lines: list[Line], out: list[bool], body: int, regular: bool) -> None:
    """Take a sidebar after the article: many headlines without a full stop, sections' names, cut headlines."""
    while body < len(lines) and lines[body].stop and lines[body].rule is None:
        body += 1
    rest = [i for i in range(body, len(lines)) if not out[i]]
    if not rest or lines[body - 1].text.endswith(":"):
        return
    cut = sum(lines[i].text.endswith(("…", "...")) for i in rest)
    signs = cut + sum(lines[i].rule == "section" for i in rest)
    if len(rest) >= shape()["tail"] and (signs >= 2 or (regular and not any(_item(lines[i].text) for i in rest))):
        for i in rest:
            out[i] = True
    elif signs:
        for i in rest:
            out[i] = out[i] or lines[i].rule == "section" or lines[i].text.endswith("…")


def _between(lines: list[Line], out: list[bool], first: int, body: int) -> None:
    """Take other reports' headlines between paragraphs: two or more in a row, or one too long for a cross-heading."""
    i = first
    while i < body:
        if _paragraph(lines[i]) or out[i] or lines[i].stop:
            i += 1
            continue
        begin = i
        while i < body and not _paragraph(lines[i]) and not out[i] and not lines[i].stop:
            i += 1
        run = lines[begin:i]
        if lines[begin - 1].text.endswith(":") or any(_continues(x.text) for x in run):
            continue
        long = [x for x in run if x.words >= shape()["lone"] and x.words <= shape()["lone_most"]]
        if (len(run) >= shape()["inner"] and any(x.words > shape()["heading"] for x in run)) or (len(run) == 1 and long):
            out[begin:i] = [True] * (i - begin)


def _appended(lines: list[Line], out: list[bool]) -> None:
    """Take the beginnings of other reports after the article's end."""
    own = [i for i, taken in enumerate(out) if not taken]
    for i in own[len(own) - appended([lines[i] for i in own]) :]:
        out[i] = True


def _continues(text: str) -> bool:
    """Whether a line belongs to the running text or to a list of its own: no other report's headline reads so."""
    first = fold_word(text.partition(" ")[0])
    carried = first.startswith(shape()["and"]) and first not in _own_letter()
    return carried or _item(text) or text.endswith((":", ",", "\u060c"))


@cache
def _own_letter() -> frozenset[str]:
    return frozenset(fold_word(w) for w in shape()["own_letter"])


def _item(text: str) -> bool:
    """Whether a line is one of a list: it begins with a bullet, a dash or a number."""
    return text[0] in BULLETS or text[0].isdigit() or text[:2].rstrip(".-)").isdigit()


def _dateline(text: str) -> bool:
    return bool(_datelines().search(text)) or any(c.isdigit() for c in text)


@cache
def _datelines() -> re.Pattern[str]:
    return re.compile(shape()["dateline"])


@cache
def _breadcrumbs() -> re.Pattern[str]:
    return re.compile(shape()["breadcrumb"])


def _spans(text: str, lines: list[Line], out: list[bool]) -> tuple[Span, ...]:
    """Neighbouring lines in one span; an agency's end mark inside a line from the mark on."""
    spans: list[Span] = []
    joined = False
    for line, taken in zip(lines, out, strict=True):
        if taken and joined:
            spans[-1] = Span(spans[-1].start, line.end)
        elif taken:
            spans.append(Span(line.start, line.end))
        elif "//" in line.text[-80:]:
            begin = max(0, len(line.text) - 80)
            at = tail(line.text[begin:])
            if at is not None:
                spans.append(Span(line.start + begin + at, line.end))
        joined = taken
    return tuple(spans)
