"""The folder tree tells the way of the data, and imports follow it."""

import ast
import re
from pathlib import Path

import pytest

SRC = Path(__file__).resolve().parents[2] / "src" / "sijill"
MODULES = sorted(SRC.rglob("*.py"))
FREE = {"records", "errors", "identity", "addresses"}
"""What every part may import, and which imports nothing of sijill but each other."""
MAY = {
    "records": set(),
    "errors": set(),
    "identity": set(),
    "addresses": set(),
    "fetching": set(),  # addresses to bytes, ahead of reading: it knows the web, and nothing of articles
    "language": set(),
    "reading": {"language"},
    "extraction": {"language"},
    "reconciliation": {"language"},
    "ledger": {"language", "pipeline"},
    "examples": set(),
    # joins fetching, reading and the ledger, as pipeline joins the stages; asks reconciliation what counts as a change
    "watching": {"fetching", "reading", "ledger", "reconciliation"},
    "pipeline": {"reading", "language", "extraction", "reconciliation"},
    "tagging": {"language", "extraction"},
    "spacy": {"tagging"},
}
TOP = {"__init__", "__main__", "publishing", "bulk"}


def part(path: Path) -> str:
    return path.relative_to(SRC).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    """The parts of sijill that a module imports, relative imports resolved."""
    found = set()
    package = ("sijill", *path.relative_to(SRC).with_suffix("").parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [a.name.split(".") for a in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = list(package[: len(package) - node.level]) if node.level else []
            stem = base + (node.module.split(".") if node.module else [])
            names = [[*stem, a.name] for a in node.names]
        else:
            continue
        found |= {n[1] for n in names if n[0] == "sijill" and len(n) > 1}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SRC)))
def test_imports_follow_the_data(path):
    own = part(path)
    if own not in TOP:
        assert own in MAY, f"{own} has no place in the tree: say in tests/architecture what it may import"
        assert imports(path) - (MAY[own] | FREE | {own}) == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SRC)))
def test_no_arabic_letter_in_code(path):
    found = re.findall(r"[\u0600-\u06FF\u0750-\u077F\uFB50-\uFDFF\uFE70-\uFEFC]", path.read_text(encoding="utf-8"))
    assert not found, "language is data: put it into src/sijill/language/ar"


@pytest.mark.parametrize(
    "path",
    [p for p in MODULES if part(p) in ("language", "extraction", "reconciliation", "records", "identity")],
    ids=lambda p: str(p.relative_to(SRC)),
)
def test_no_clock_and_no_chance(path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\b(date\.today|datetime\.now|datetime\.utcnow|time\.time|import random|import time)\b", text)


def test_nothing_names_a_machine_or_a_registry():
    root = SRC.parents[1]
    bad = []
    for path in sorted(root.rglob("*")):
        hidden = any((p.startswith(".") and p != ".ci") or p == "__pycache__" for p in path.relative_to(root).parts)
        if hidden or not path.is_file() or path == Path(__file__):
            continue
        if path.suffix in (".py", ".toml", ".md", ".html", ".sh", ".lock", ".txt", ""):
            text = path.read_text(encoding="utf-8", errors="replace")
            if re.search(r"/work/|/tmp/bin|/home/|/root/|pypi\.org|pythonhosted|registry\.npmjs", text):
                bad.append(str(path.relative_to(root)))
    assert bad == []
