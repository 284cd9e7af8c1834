"""Run by the peers' own Python: texts on standard input, what ``dateparser.search.search_dates`` finds on standard output."""

import json
import sys
import time
from datetime import datetime

from dateparser.search import search_dates


def found(text: str, day: str) -> list:
    """Spans and values, in order."""
    out, at = [], 0
    settings = {"RELATIVE_BASE": datetime.fromisoformat(day)}
    for words, moment in search_dates(text, languages=["ar"], settings=settings) or []:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            out.append([start, at, moment.date().isoformat()])
    return out


asked = json.load(sys.stdin)
found(asked[0]["text"], asked[0]["day"])
start = time.perf_counter()
answer = [found(a["text"], a["day"]) for a in asked]
json.dump({"seconds": time.perf_counter() - start, "found": answer}, sys.stdout)
