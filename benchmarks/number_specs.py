"""Share passed of written number cases in the form of Recognizers-Text's specs (a list of Input and Results).

``python -m benchmarks.number_specs FOLDER [--show]``: FOLDER holds NumberModel.json, PercentModel.json and
NumberRangeModel.json. A case passes where exactly the expected values come out, in order (for a range its two ends,
open ends as infinite; whether an end is inside is not asked). ``--show`` lists the failed ones.
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections.abc import Callable
from pathlib import Path

from sijill import figures
from sijill.language.document import Document
from sijill.language.numerals import numbers

Values = list[tuple[float, float]]


def plain(text: str) -> Values:
    """The numbers of a text, names and labels included."""
    return [(n.value, n.value) for n in numbers(Document(text), shares=True)]


def percents(text: str) -> Values:
    """The percentages."""
    return [(f.low or 0, f.high or 0) for f in figures(text) if f.unit == "%"]


def ranges(text: str) -> Values:
    """Quantities with an open or two different ends."""
    ends = [(-math.inf if f.low is None else f.low, math.inf if f.high is None else f.high) for f in figures(text)]
    return [e for e in ends if e[0] != e[1]]


def wanted(result: dict) -> tuple[float, float]:
    """The value or the ends that a case expects."""
    value = str((result.get("Resolution") or {}).get("value", "")).replace("%", "")
    ends = re.fullmatch(r"[\[(]([^,]*),([^,]*)[\])]", value)
    if ends:
        return float(ends[1] or -math.inf), float(ends[2] or math.inf)
    return (float(value), float(value)) if re.fullmatch(r"-?[\d.]+(E[-+]?\d+)?", value) else (math.nan, math.nan)


def passes(case: dict, read: Callable[[str], Values]) -> bool:
    """Whether a case comes out as expected."""
    want, got = [wanted(r) for r in case["Results"]], read(case["Input"])
    close = (math.isclose(a, b, rel_tol=1e-9) for w, g in zip(want, got, strict=False) for a, b in zip(w, g, strict=True))
    return len(want) == len(got) and all(close)


def main(folder: Path, show: bool) -> None:
    """Print the shares, and on request what failed."""
    for name, read in {"NumberModel": plain, "PercentModel": percents, "NumberRangeModel": ranges}.items():
        cases = json.loads((folder / f"{name}.json").read_text(encoding="utf-8-sig"))
        failed = [c for c in cases if not passes(c, read)]
        print(f"{name:18} {len(cases) - len(failed):4} of {len(cases):4} passed ({1 - len(failed) / len(cases):.0%})")
        for case in failed if show else ():
            print(f"   {case['Input']}\n      want {[wanted(r) for r in case['Results']]} got {read(case['Input'])}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--show" in sys.argv)
