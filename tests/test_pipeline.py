"""The contract's keys are all there, whatever is read."""

import json
import subprocess
import sys

KEYS = [
    "dossier",
    "generated_by",
    "rules",
    "as_of",
    "as_of_used",
    "articles",
    "timexes",
    "statements",
    "figures",
    "commitments",
    "events",
    "reprints",
    "origins",
    "conflicts",
    "series",
    "entities",
    "sites",
    "problems",
]


def test_extract_prints_every_key(tmp_path):
    (tmp_path / "a.txt").write_text("قال الوزير إن الجسر سيفتح في يونيو 2025.", encoding="utf-8")
    run = [sys.executable, "-c", "from sijill.publishing.cli import main; main()", "extract", str(tmp_path)]
    first, second = (subprocess.run(run, capture_output=True, check=True).stdout for _ in range(2))
    assert first == second
    assert set(KEYS) <= set(json.loads(first))
