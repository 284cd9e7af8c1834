# Two commands do everything: `make demo` and `make test`. Both make the environment in .venv first.
.PHONY: demo test lint bench bench-peers format environment environment-dev help
PYTHON ?= python3
export PYTHON
DEMO ?=

help:
	@echo "make demo   read the example story, print its board, open its page (make demo DEMO=FOLDER for your own)"
	@echo "make test   all tests, with all their set-up"
	@echo "make lint   style and types"
	@echo "make bench  benchmarks, side by side"
	@echo "make bench-peers STORIES=FOLDER GOLD=FOLDER   the time tagger beside HeidelTime and dateparser"

environment:
	@tools/environment.sh requirements.lock

environment-dev:
	@tools/environment.sh requirements-dev.lock

demo: environment
	@.venv/bin/sijill demo $(DEMO)

test: environment-dev
	@tools/system.sh
	@.venv/bin/python -m pytest -n auto

lint: environment-dev
	@.venv/bin/ruff check src tests benchmarks
	@.venv/bin/ruff format --check src tests benchmarks
	@.venv/bin/mypy

format: environment-dev
	@.venv/bin/ruff check --fix src tests benchmarks
	@.venv/bin/ruff format src tests benchmarks

bench: environment-dev
	@.venv/bin/python -m benchmarks

STORIES ?= ../shared/stories
GOLD ?= ../shared/gold

bench-peers: environment-dev
	@tools/peers.sh
	@.venv/bin/python -m benchmarks.peers .bench $(STORIES) $(GOLD)
