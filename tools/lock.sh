#!/usr/bin/env bash
# Write requirements.lock (to run) and requirements-dev.lock (to test) from pyproject.toml, for every platform and
# Python from 3.11 on, with hashes. Needs uv; run it after changing dependencies, then commit both files.
set -euo pipefail
cd "$(dirname "$0")/.."
export UV_CUSTOM_COMPILE_COMMAND="tools/lock.sh"
common=(--universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --quiet)
printf 'setuptools>=65\n' > build-requirements.tmp
uv pip compile "${common[@]}" pyproject.toml build-requirements.tmp -o requirements.lock
uv pip compile "${common[@]}" --extra dev --extra bulk --extra cluster --extra spacy pyproject.toml build-requirements.tmp -c requirements.lock -o requirements-dev.lock
rm build-requirements.tmp
