"""What ``docs/library.md`` shows is run, and prints what it says it prints."""

import contextlib
import io
import re
from pathlib import Path

import pytest

import sijill

TEXT = (Path(__file__).resolve().parents[1] / "docs" / "library.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^## ([^\n]+)\n.*?```python\n(.*?)```\n\n```\n(.*?)```", TEXT, re.M | re.S)


@pytest.mark.parametrize(("title", "code", "said"), SHOWN, ids=[t for t, _, _ in SHOWN])
def test_examples_print_what_is_shown(title, code, said):
    if "spacy" in code:
        pytest.importorskip("spacy")
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, "docs/library.md", "exec"), {})
    assert out.getvalue() == said


def test_every_section_is_an_example():
    assert len(SHOWN) == TEXT.count("\n## ") == 4


def test_every_verb_that_is_told_is_there():
    for verb in re.findall(r"`(\w+)`", TEXT.split("\n## ")[0]):
        assert verb in (*sijill.__all__, "Problem"), verb
