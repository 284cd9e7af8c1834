"""Benchmarks: side by side in one run, ratios reported. ``python -m benchmarks [speed] [ARTICLES.jsonl.gz]``."""
