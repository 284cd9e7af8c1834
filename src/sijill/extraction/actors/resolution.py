"""What one article makes of its names: whose surname, whose office, which body "the organization" is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace

from ...language.document import Document
from ...language.naming import person_key, standard
from ...language.orthography import fold_key
from ...language.tables import table
from ...records import Credit, Mention
from .bodies import body, kind_of_body, known_bodies
from .offices import Titled
from .persons import spelt
from .words import NAME_CLASSES, Found, is_definite, is_function, is_relation, names, plain, reports, whole, words

_PEOPLE = "people"


class Article:
    """The names found so far, in order, and what they say of one another."""

    def __init__(self, doc: Document) -> None:
        """Nothing is known yet of ``doc``."""
        self._doc = doc
        self._found: list[Found] = []
        self._who: dict[int, tuple[str, ...]] = {}
        self._full: dict[tuple[str, ...], str] = {}
        self._ends: dict[tuple[str, str], tuple[str, ...]] = {}
        self._surnames: dict[str, tuple[str, ...]] = {}
        self._holders: dict[str, tuple[str, ...]] = {}
        self._spoken: dict[str, str] = {}
        conjunctions = table("morphology")["proclitics"]["conjunctions"]
        self._clitics = frozenset(
            (*conjunctions, *(t for p, d, t in table("morphology")["proclitics"]["before_nouns"] if p and not d))
        )

    @property
    def surnames(self) -> Collection[str]:
        """Folded surnames of the people named so far."""
        return self._surnames.keys()

    # ---- taking names in

    def add(self, found: Found) -> None:
        """Take a name in."""
        if found.kind == "person":
            self._person(found)
            return
        if found.head:
            self._spoken[fold_key(found.head)] = found.entity
        elif found.kind in ("institution", "armed_group"):
            first = fold_key(found.entity).split()[0]
            self._spoken[first.removeprefix(str(names()["article"]))] = found.entity
        self._found.append(found)

    def add_titled(self, title: Titled) -> None:
        """Take an office and its holder in; a definite office is from now on its holder's."""
        key: tuple[str, ...] | None = None
        if title.person is not None:
            key = self._person(title.person)
        if title.office is None:
            return
        office = fold_key(title.office.entity)
        if key is not None:
            self._who[len(self._found)] = key
            if title.definite and len(office.split()) > 1:
                self._holders[office] = key
        elif key is None and title.definite and office not in self._holders:
            key = self._after_apposition(title.office, office)
        kind = "office" if title.definite or title.person is not None else _PEOPLE
        self._found.append(Found(title.office.i, title.office.j, title.office.letters, kind, title.office.entity, office))
        self._nested(title.office)

    def _after_apposition(self, office: Found, key: str) -> tuple[str, ...] | None:
        """The person named right before the office, with or without a comma: ``X, the minister of ...``."""
        last = self._found[-1] if self._found else None
        gap = office.i - last.j if last is not None else 9
        if last is None or last.kind != "person" or gap > 1 or office.letters:
            return None
        if gap == 1 and self._doc.tokens.form[last.j] != ",":
            return None
        holder = self._key(last.entity)
        self._holders[key] = holder
        return holder

    def _nested(self, office: Found) -> None:
        """Places, countries and known bodies inside an office are names of their own."""
        k = office.i + 1
        while k < office.j:
            hit = self._doc.find(k, "country", "place", "body") if self._doc.hits[k] else None
            if hit is None or hit.end > office.j or hit.article or whole(self._doc, k, "nationality"):
                k += 1
                continue
            kind = hit.entry.row["kind"] if hit.entry.cls == "body" else "country" if hit.entry.cls == "country" else "place"
            kind = "place" if hit.entry.cls == "place" else kind
            self._found.append(Found(k, hit.end, hit.letters, kind, str(hit.entry.value)))
            k = hit.end

    def _person(self, found: Found) -> tuple[str, ...]:
        own = self._doc.find(found.i, "own")
        if own is not None and own.end >= found.j:
            found = replace(found, entity=str(own.entry.value))
        key = self._key(found.entity)
        self._who[len(self._found)] = key
        self._found.append(found)
        return key

    def _key(self, name: str) -> tuple[str, ...]:
        """The person's key: that of the fullest name of the article with the same ends, or with that surname."""
        key = person_key(name)
        if len(key) == 1:
            return self._surnames.get(key[0], key)
        ends = (key[0], key[-1])
        known = self._ends.get(ends)
        if known is None or len(known) < len(key):
            self._ends[ends] = key
            self._full[key] = standard(name)
        # of two people of one name the one named last is meant
        last = fold_key(name).split()[-1]
        if last not in words("ali"):
            self._surnames[key[-1]] = key
            if key[-1].endswith(last) and len(key[-1]) > len(last):
                return key  # the second half of a name in two words is no surname
            self._surnames[last] = key
        return key

    # ---- words that only the article explains

    def surname(self, i: int) -> bool:
        """Take token ``i`` in if it is the surname of somebody named before; True if it was."""
        if not self._surnames:
            return False
        form = self._doc.tokens.form[i]
        letters = 0
        if form not in self._surnames:
            if len(form) < 4 or form[0] not in self._clitics or form[1:] not in self._surnames:
                return False
            letters = 1
        if is_function(self._doc, i) or not self._free(i):
            return False
        self._person(Found(i, i + 1, letters, "person", spelt(self._doc, i, i + 1, letters)))
        return True

    def _free(self, i: int) -> bool:
        """Whether a surname that is also a common word stands where a person does."""
        other = [h for h in self._doc.hits[i] if h.entry.cls not in NAME_CLASSES or h.entry.cls == "given_name_weak"]
        return not other or reports(self._doc, i - 1)

    def stand(self, found: Found) -> int:
        """Take in "the organization": the body of that kind spoken of last, or a state's own."""
        entity = self._spoken.get(fold_key(found.head))
        form = self._doc.tokens.form[found.i]
        if entity is None and form in words("standing"):
            entity = self._doc.tokens.raw(found.i, found.j)
        if entity is not None:
            self._found.append(Found(found.i, found.j, found.letters, found.kind, entity))
        return found.j

    def unnamed(self, i: int) -> int:
        """Take in a description of somebody unnamed with what it is said of; the token after it."""
        doc = self._doc
        hit = doc.find(i, "anonymous")
        if hit is None or hit.article or hit.pronoun:
            return i + 1
        j = hit.end
        for _ in range(3):
            known = whole(doc, j, "nationality")
            known = known or whole(doc, j, "anonymous")
            if known is not None and not known.article:
                j = known.end
            elif plain(doc, j) and is_relation(doc.tokens.form[j]) and not is_definite(doc, j):
                j += 1
            else:
                break
        if j < len(doc.tokens) and doc.tokens.form[j] in words("place_before"):
            inside = body(doc, j + 1) or kind_of_body(doc, j + 1) if j + 1 < len(doc.tokens) else None
            j = inside.j if inside is not None else j
        self._found.append(Found(i, j, hit.letters, _PEOPLE, spelt(doc, i, j, hit.letters)))
        return j

    # ---- giving them out

    def mentions(self, credited: Sequence[Credit]) -> list[Mention]:
        """All names with what the article knows of them, in order of their starts."""
        national = self._nationals()
        out = []
        for n, f in enumerate(self._found):
            start, end = self._doc.span(f.i, f.j, f.letters)
            entity = self._entity(f, self._who.get(n), national)
            out.append(Mention(start, end, self._doc.text[start:end], entity, f.kind))
        taken = [(c.start, c.end) for c in credited]
        out = [m for m in out if not _inside(m, taken)] if taken else out
        out += [Mention(c.start, c.end, self._doc.text[c.start : c.end], c.agency, "media") for c in credited]
        return sorted(out, key=lambda m: (m.start, -m.end, m.kind))

    def _entity(self, f: Found, who: tuple[str, ...] | None, national: dict[str, str]) -> str:
        if who is not None:
            return self._name(who, f.entity)
        if f.kind == "office":
            holder = self._holders.get(f.head)
            return self._name(holder, f.entity) if holder is not None else f.entity
        entity = national.get(f.entity, f.entity)
        return _known(entity) if f.head else entity

    def _name(self, key: tuple[str, ...], given: str) -> str:
        if len(key) > 1:
            key = self._ends.get((key[0], key[-1]), key)
        return self._full.get(key, standard(given))

    def _nationals(self) -> dict[str, str]:
        """A body without its country to the one body of the article that has it."""
        fuller: dict[str, set[str]] = {}
        for f in self._found:
            if f.head and f.kind != "office":
                base, _, last = f.entity.rpartition(" ")
                if base and last.startswith(str(names()["article"])):
                    fuller.setdefault(base, set()).add(f.entity)
        return {base: next(iter(full)) for base, full in fuller.items() if len(full) == 1}


def _known(entity: str) -> str:
    """The known body that a name told by its kind is, an epithet after it left out; else the name."""
    key = fold_key(entity)
    base, _, last = key.rpartition(" ")
    known = known_bodies()
    return known.get(key) or (known.get(base, entity) if last in words("epithets") else entity)


def _inside(mention: Mention, taken: Sequence[tuple[int, int]]) -> bool:
    k = bisect_right(taken, (mention.start, 1 << 60)) - 1
    near = [taken[x] for x in (k, k + 1) if 0 <= x < len(taken)]
    return any(a < mention.end and mention.start < b for a, b in near)
