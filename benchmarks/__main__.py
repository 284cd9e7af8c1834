"""Run the benchmarks: ``python -m benchmarks [ARTICLES.jsonl(.gz)]``; without a path the example story is read."""

import sys

from . import speed

if __name__ == "__main__":
    speed.main(sys.argv[1:])
