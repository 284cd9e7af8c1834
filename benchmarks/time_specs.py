"""Share passed of written time cases in the form of Recognizers-Text's specs (a list of Input and Results).

``python -m benchmarks.time_specs FOLDER [--show]``: FOLDER holds DateExtractor.json, DateParser.json and their kin. An
extractor's case passes where every expected stretch is met by times of ours (``loose``: meeting is enough; ``exact``: the
words are the same but for a signal or preposition before them, which is no part of a time here, or the noun day, which
is). A parser's case passes where the expected value comes out in one of the two readings it lists: a day, an interval of
days (one time or the two ends of a range) or its TIMEX value, a duration (as an amount), a set, a clock time. ``--show``
lists the failed ones.
"""

from __future__ import annotations

import json
import re
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sijill import timexes
from sijill.records import Timex

KINDS = ("Date", "DatePeriod", "Duration", "Time", "Set")
MONTHS, DAYS = {"Y": 12, "M": 1, "DE": 120, "CE": 1200}, {"D": 1, "W": 7}
"""How many months or days the units of a duration have."""
DAY = date(2016, 11, 7)


def day_of(case: dict[str, Any]) -> date:
    """The reference day of a case."""
    return date.fromisoformat((case.get("Context") or {}).get("ReferenceDateTime", str(DAY))[:10])


def stretch(case: dict[str, Any], result: dict[str, Any]) -> tuple[int, int]:
    """The span a case expects; a start that is not given is searched for."""
    start = result.get("Start", -1)
    if start < 0 or case["Input"][start : start + len(result["Text"])] != result["Text"]:
        start = case["Input"].find(result["Text"].strip())
    return start, start + len(result["Text"].strip())


def met(case: dict[str, Any], found: list[Timex], exact: bool) -> bool:
    """Whether every expected stretch is met; for no expectation, whether nothing was found."""
    if not case["Results"]:
        return not found
    for result in case["Results"]:
        a, b = stretch(case, result)
        inside = [t for t in found if t.start < b and a < t.end]
        if not inside:
            return False
        ours = inside[0].start  # the noun day before a weekday is part of ours
        early = len(case["Input"][ours:a].split()) > 1
        if exact and (inside[-1].end != b or len(case["Input"][a:ours].split()) > 2 or early):
            return False
    return True


def readings(value: dict[str, Any]) -> list[dict[str, str]]:
    """The resolutions a parser's case lists."""
    return [v for k in ("FutureResolution", "PastResolution") if (v := value.get(k))]


def amount(timex: str) -> tuple[float, float] | None:
    """Months and seconds of a duration's value: half a year and six months are one."""
    found = re.fullmatch(r"P((?:[\d.]+[A-Z]{1,2})*)(?:T((?:[\d.]+[HMS])+))?", timex)
    if not found:
        return None
    months = seconds = 0.0
    for number, unit in re.findall(r"([\d.]+)([A-Z]+)", found[1]):
        months += float(number) * MONTHS.get(unit, 0)
        seconds += float(number) * DAYS.get(unit, 0) * 86400
    for number, unit in re.findall(r"([\d.]+)([HMS])", found[2] or ""):
        seconds += float(number) * {"H": 3600, "M": 60, "S": 1}[unit]
    return months, seconds


def bare(timex: str) -> str:
    """A set's value without what every day has, and without full hours' minutes."""
    return timex.removeprefix("XXXX-XX-XX").removesuffix(":00")


def same(kind: str, wanted: str, got: str) -> bool:
    """Whether two values of a duration, a set or a period say the same."""
    if kind == "Duration":
        return amount(wanted) is not None and amount(wanted) == amount(got)
    return bare(wanted) == bare(got) if kind == "Set" else wanted == got


def resolved(kind: str, value: dict[str, Any], found: list[Timex]) -> bool:
    """Whether one of the listed readings came out."""
    timex = re.sub(r"^P(\d+)\.0", r"P\1", str(value.get("Timex", "")))
    for reading in readings(value):
        if kind == "Date" and any(str(t.earliest) == reading.get("date") == str(t.latest) for t in found):
            return True
        if kind == "DatePeriod" and found and interval(reading, found):
            return True
        if kind == "Time" and any(t.value.partition("T")[2][:5] == reading.get("time", "")[:5] != "" for t in found):
            return True
    wanted = {"Duration": "DURATION", "Set": "SET", "DatePeriod": "DATE"}.get(kind)
    return wanted is not None and any(t.type == wanted and same(kind, timex, t.value) for t in found)


def interval(reading: dict[str, str], found: list[Timex]) -> bool:
    """Whether times cover the days from start to end; an end day that is not inside is as good."""
    first, last = reading.get("startDate"), reading.get("endDate")
    days = [t for t in found if t.earliest and t.latest]
    if not days:
        return False
    end = days[-1].latest
    return str(days[0].earliest) == first and end is not None and last in (str(end), str(end + timedelta(days=1)))


def main(folder: Path, show: bool) -> None:
    """Print the shares, and on request what failed."""
    for kind in KINDS:
        for part in ("Extractor", "Parser"):
            cases = json.loads((folder / f"{kind}{part}.json").read_text(encoding="utf-8-sig"))
            tests = ("loose", "exact") if part == "Extractor" else ("value",)
            for test in tests:
                failed = []
                for case in cases:
                    found = timexes(case["Input"], day_of(case))
                    values = [r.get("Value") or {} for r in case["Results"]]
                    good = (
                        all(resolved(kind, v, found) for v in values) if test == "value" else met(case, found, test == "exact")
                    )
                    if not good:
                        failed.append((case, found))
                good, total = len(cases) - len(failed), len(cases)
                print(f"{kind + part:22} {test:6} {good:4} of {total:4} passed ({good / total:.0%})")
                for case, found in failed if show else ():
                    want = [(r["Text"], (r.get("Value") or {}).get("Timex")) for r in case["Results"]]
                    print(f"   {case['Input']}\n      want {want} got {[(t.text, t.value) for t in found]}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--show" in sys.argv)
