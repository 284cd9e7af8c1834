#!/usr/bin/env bash
# Make or bring up to date the environment in .venv from a lock file: tools/environment.sh LOCK
# Does nothing when the environment was already made from this lock and this pyproject.toml.
set -euo pipefail
cd "$(dirname "$0")/.."
lock=$1
python=${PYTHON:-python3}

say() { printf '%s\n' "$*" >&2; }

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || {
  say "sijill needs Python 3.11 or newer; '$python' is $("$python" --version 2>&1 || echo missing)."
  say "Install one and run again, or name it: make PYTHON=python3.12 ..."
  exit 1
}
"$python" -c 'import ensurepip, venv' 2>/dev/null || {
  say "This Python comes without venv (Debian and Ubuntu ship it apart)."
  say "Install it and run again:  sudo apt install python3-venv"
  exit 1
}
want=$(cat "$lock" pyproject.toml | cksum)
stamp=.venv/.made-from-$(basename "$lock")
if [ -x .venv/bin/python ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$want" ]; then exit 0; fi
[ -x .venv/bin/python ] || { say "Making the environment in .venv ..."; "$python" -m venv .venv; }
say "Installing what $lock pins ..."
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
printf '%s' "$want" > "$stamp"
