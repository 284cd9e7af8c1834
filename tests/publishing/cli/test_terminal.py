"""Right-to-left text in a table: isolated on every line it takes, columns where they were."""

import io
import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as Grid

from sijill.publishing.cli.terminal import FSI, PDI, QUOTED, Cell, grid, isolate, plain, shown
from sijill.publishing.export.tables import VIEWS, table


def printed(renderable, width=80):
    out = io.StringIO()
    Console(file=out, width=width, highlight=False).print(renderable)
    return out.getvalue().splitlines()


def test_only_right_to_left_text_is_isolated():
    assert isolate("قال الوزير 12") == f"{FSI}قال الوزير 12{PDI}"
    assert isolate("c0123 2025-06-30") == "c0123 2025-06-30"
    assert isolate("") == ""


@given(st.text(alphabet="ابتث جحخ abc 123 ()،.َ", max_size=200), st.integers(20, 70))
def test_isolates_are_closed_on_the_line_they_open_on_and_columns_stay(text, width):
    box = Grid(box=None, pad_edge=False)
    box.add_column("one")
    box.add_column("two", min_width=3)
    box.add_row(Cell(text), Cell("END"))
    lines = printed(box, width)
    for line in lines:
        assert line.count(FSI) == line.count(PDI) <= 1
        assert line.find(FSI) <= line.find(PDI)
        assert cell_len(line) <= width
    assert sum("END" in line for line in lines) == 1
    shown = "".join(c for line in lines for c in line if unicodedata.category(c) != "Cf")
    assert (
        "".join(text.split()) in shown.replace(" ", "").replace("END", "").replace("one", "").replace("two", "")
        or not text.strip()
    )


def test_a_long_cell_wraps_and_each_line_is_isolated():
    lines = printed(Cell("أعلنت الوزارة أن الخط الأول سيفتح قبل نهاية العام الحالي بعد تأجيل دام سنتين"), 30)
    assert len(lines) > 2
    assert all(line.startswith(FSI) and line.rstrip().endswith(PDI) for line in lines)


def test_passages_stand_on_lines_of_their_own_and_the_rest_is_counted(record):
    made = table(record, "conflicts")
    row = {**made.rows[0], "text": [f"العبارة رقم {i}" for i in range(6)]}
    lines = shown(made, row, "text", "en").split("\n")
    assert [line[0] for line in lines] == ["\u2022"] * QUOTED + ["("]
    assert lines[-1] == "(+2)"
    assert len(printed(Cell("\n".join(lines)), 60)) == QUOTED + 1


def test_values_as_people_read_them():
    assert plain(None, "en") == ""
    assert plain(40e6, "en") == "40,000,000"
    assert plain(0.3333, "en") == "0.3333"
    assert plain(["a", "b"], "en") == "a, b"
    assert plain(["ا", "ب"], "ar") == "ا، ب"


def test_every_view_prints_in_both_languages(record):
    for name in VIEWS:
        for language in ("ar", "en"):
            lines = printed(grid(table(record, name, language), language), 120)
            assert len(lines) > len(table(record, name).rows)
            assert all(cell_len(line) <= 120 for line in lines)


def test_states_are_told_in_the_readers_words(record):
    text = "\n".join(printed(grid(table(record, "commitments", "en"), "en"), 160))
    assert "by the end of 2025" in text
    assert "postponed" in text
    assert "مؤجَّل" in "\n".join(printed(grid(table(record, "commitments", "ar"), "ar"), 160))
