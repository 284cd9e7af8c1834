"""Budgets that keep the code readable."""

import ast
from collections import Counter
from pathlib import Path

SRC = Path(__file__).resolve().parents[2] / "src" / "sijill"
TREES = [(p, ast.parse(p.read_text(encoding="utf-8"))) for p in sorted(SRC.rglob("*.py"))]


def functions():
    for path, tree in TREES:
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield str(path.relative_to(SRC)), node


def test_functions_are_small():
    lengths = {f"{p}:{f.name}": f.end_lineno - f.lineno + 1 for p, f in functions()}
    long = {k: n for k, n in lengths.items() if n > 40}
    assert len(long) <= 0.05 * len(lengths), long


def test_modules_are_small():
    full = {p: [x for x in p.read_text(encoding="utf-8").splitlines() if x.strip()] for p, _ in TREES}
    sizes = {str(p.relative_to(SRC)): len(lines) for p, lines in full.items()}
    assert {k: n for k, n in sizes.items() if n > 400} == {}


def test_folders_are_small():
    counts = Counter(p.parent for p, _ in TREES if p.name != "__init__.py")
    assert {str(k.relative_to(SRC)): n for k, n in counts.items() if n > 12 and k.name != "export"} == {}


def test_public_functions_say_what_they_give():
    assert [f"{p}:{f.name}" for p, f in functions() if f.name[0] != "_" and ast.get_docstring(f) is None] == []


def test_parameters_are_typed():
    bare = []
    for path, f in functions():
        every = [*f.args.posonlyargs, *f.args.args, *f.args.kwonlyargs]
        bare += [f"{path}:{f.name}({a.arg})" for a in every if a.annotation is None and a.arg not in ("self", "cls")]
    assert bare == []
