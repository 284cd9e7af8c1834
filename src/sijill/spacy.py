"""Times in a spaCy pipeline: the component ``sijill_timex`` (extra ``spacy``).

Sets ``doc.spans["sijill_timex"]``, a span a time, its label the type (DATE, TIME, DURATION, SET) and ``span._.timex`` the
:class:`sijill.records.Timex`. Where spaCy's tokens hold more than a time (attached particles), the span takes the whole
tokens; the Timex keeps the exact code points.
"""

from __future__ import annotations

from datetime import date

from spacy.language import Language
from spacy.tokens import Doc, Span

from .tagging import timexes

NAME = "sijill_timex"

for _holder, _attribute in ((Doc, "day"), (Span, "timex")):
    if not _holder.has_extension(_attribute):
        _holder.set_extension(_attribute, default=None)


class TimexComponent:
    """Tags the times of a document. ``day``: what relative times are counted from where ``doc._.day`` says nothing."""

    def __init__(self, day: date | None, key: str) -> None:
        """``key``: the name of the group of spans."""
        self.day, self.key = day, key

    def __call__(self, doc: Doc) -> Doc:
        """Put the times on ``doc``."""
        found = []
        for time in timexes(doc.text, doc._.day or self.day):
            span = doc.char_span(time.start, time.end, label=time.type, alignment_mode="expand")
            if span is not None:
                span._.timex = time
                found.append(span)
        doc.spans[self.key] = found
        return doc


@Language.factory(NAME, default_config={"day": None, "key": NAME})
def create(nlp: Language, name: str, day: str | None, key: str) -> TimexComponent:
    """The component, from a pipeline's configuration; ``day`` is written YYYY-MM-DD. Raises ValueError for another form."""
    return TimexComponent(date.fromisoformat(day) if day else None, key)
