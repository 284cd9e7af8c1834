"""Measure names against an Arabic named-entity gold: precision, recall and F1 for PER, LOC and ORG, exact and overlapping.

    python benchmarks/names.py GOLD [--show PER|LOC|ORG] [--limit TOKENS]

GOLD is a file or a folder of files with one token and one BIO tag a line (ANERcorp, AQMAR); a blank line ends a
sentence. Only mentions of those three kinds are scored: offices, peoples, outlets and descriptions are not.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from sijill.extraction.actors import mentions
from sijill.extraction.credits import credits
from sijill.language.document import Document
from sijill.language.lexicon import lexicon
from sijill.records import Article

KINDS = {
    "person": "PER",
    "place": "LOC",
    "country": "LOC",
    "government": "ORG",
    "institution": "ORG",
    "armed_group": "ORG",
    "media": "ORG",
}
# the golds keep a capital that acts for its government a place
PLACES = {form for entry in lexicon().entries("place") for form in entry.row.get("names", ())}
TAGS = {"PER": "PER", "PERS": "PER", "LOC": "LOC", "ORG": "ORG"}
Spans = set[tuple[int, int, str]]


def sentences(path: Path) -> Iterator[list[tuple[str, str]]]:
    """The sentences of a BIO file as (token, tag)."""
    row: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = line.split()
        if len(parts) >= 2:
            row.append((" ".join(parts[:-1]), parts[-1]))
        elif row:
            yield row
            row = []
    if row:
        yield row


def documents(path: Path, size: int = 60) -> Iterator[tuple[str, Spans]]:
    """Texts of up to ``size`` sentences with the spans of their gold names."""
    files = sorted(path.glob("*.txt")) if path.is_dir() else [path]
    for file in files:
        rows = list(sentences(file))
        for at in range(0, len(rows), size):
            yield _text(rows[at : at + size])


def _text(rows: list[list[tuple[str, str]]]) -> tuple[str, Spans]:
    text, spans = "", set()
    for row in rows:
        begun: tuple[int, str] | None = None
        for token, tag in [*row, ("", "O")]:
            kind = TAGS.get(tag.partition("-")[2].upper())
            if begun and (not tag.startswith("I") or kind != begun[1]):
                spans.add((begun[0], len(text.rstrip()), begun[1]))
                begun = None
            if kind and begun is None:
                begun = (len(text), kind)
            text += token + " "
        text = text.rstrip() + "\n"
    return text, spans


def found(text: str) -> Spans:
    """What sijill names in ``text``, as the gold's kinds; a proclitic letter belongs to the gold's token."""
    out = set()
    doc = Document(text)
    for m in mentions(doc, credits(doc, Article("", text))):
        # "the party" alone points to one named before: the golds mark names only
        pointing = m.kind in ("institution", "government", "armed_group") and bare_kind(doc, m.start, m.end)
        if m.kind in KINDS and not pointing:
            start = m.start
            while start and not text[start - 1].isspace():
                start -= 1
            out.add((start, m.end, "LOC" if m.kind == "government" and m.text in PLACES else KINDS[m.kind]))
    return out


def bare_kind(doc: Document, start: int, end: int) -> bool:
    """Whether a mention is a word for a kind of body and nothing else."""
    i, j = doc.tokens.at(start), doc.tokens.at(end - 1) + 1
    return j - i == 1 and any(h.entry.cls == "body_kind" for h in doc.hits[i])


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--show", choices=("PER", "LOC", "ORG"))
    parser.add_argument("--limit", type=int, default=10**9)
    options = parser.parse_args()
    counts = {k: [0, 0, 0, 0] for k in ("PER", "LOC", "ORG")}
    done = 0
    for text, gold in documents(options.gold):
        done += len(text.split())
        mine = found(text)
        for kind, row in counts.items():
            g, p = {s for s in gold if s[2] == kind}, {s for s in mine if s[2] == kind}
            loose = {s for s in g if any(s[0] < e and b < s[1] for b, e, _ in p)}
            row[0] += len(g & p)
            row[1] += len(p)
            row[2] += len(g)
            row[3] += len(loose)
            if kind == options.show:
                for sign, only in (("-", g - p), ("+", p - g)):
                    for b, e, _ in sorted(only):
                        print(
                            sign,
                            text[max(0, b - 25) : b].replace("\n", "/"),
                            "[[",
                            text[b:e],
                            "]]",
                            text[e : e + 20].replace("\n", "/"),
                        )
        if done > options.limit:
            break
    for kind, (hits, predicted, gold_count, loose_hits) in counts.items():
        p, r, touched = hits / max(1, predicted), hits / max(1, gold_count), loose_hits / max(1, gold_count)
        f = 2 * p * r / (p + r) if p + r else 0.0
        print(f"{kind}: P {p:.3f}  R {r:.3f}  F1 {f:.3f}  touched {touched:.3f}  ({predicted} found, {gold_count} in gold)")


if __name__ == "__main__":
    main()
