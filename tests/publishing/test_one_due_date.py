"""The page and the tables show one due date for an undertaking, also after a postponement that names none."""

from datetime import date

import pytest

from sijill.publishing.export.tables import table
from sijill.publishing.web.board import board
from sijill.publishing.web.context import Context
from sijill.records import Commitment, Record, Report, Span

D = date.fromisoformat


def report(day, due=None, earliest=None, status="planned"):
    dates = (earliest and D(earliest), due and D(due))
    return Report("a", (Span(0, 1),), *dates, "on", status, published=D(day))


PLAN = report("2025-01-05", "2025-06-30", "2025-06-30")


@pytest.mark.parametrize(
    ("history", "latest"),
    [
        ((PLAN,), D("2025-06-30")),
        ((PLAN, report("2025-03-01", "2025-12-31", status="postponed")), D("2025-12-31")),
        ((PLAN, report("2025-03-01", status="postponed")), None),
        ((PLAN, report("2025-03-01", status="postponed"), report("2025-04-01")), None),
        ((PLAN, report("2025-07-01", "2025-07-01", status="fulfilled")), D("2025-06-30")),
    ],
)
def test_the_page_and_the_tables_agree(history, latest):
    line = Commitment("c1", "افتتاح", None, (), "افتتاح", None, None, None, history, "planned", "due", True, 0, None)
    record = Record(None, D("2025-12-31"), commitments=(line,))
    (row,) = table(record, "commitments").rows
    (shown,) = board(Context(record, "en"))
    assert row["due_latest"] == latest
    if latest is None:
        assert "2025" not in shown.due
    else:
        assert str(latest.day) in shown.due
        assert str(latest.year) in shown.due
