#!/usr/bin/env bash
# The system packages that the browser tests need: a Chromium and Arabic type. Installed where that is allowed
# (root on Debian or Ubuntu), after saying so; elsewhere what is there is used and what is missing is listed.
set -euo pipefail
find_browser() { command -v chromium || command -v chromium-browser || command -v google-chrome || \
  { [ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ] && echo found; }; }
have_type() { command -v fc-list >/dev/null && [ -n "$(fc-list :lang=ar 2>/dev/null | head -n 1)" ]; }

if find_browser >/dev/null && have_type; then exit 0; fi
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  echo "The browser tests need Chromium and an Arabic typeface: installing chromium, fontconfig and fonts-noto-core with apt-get ..."
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fontconfig fonts-noto-core >/dev/null
else
  echo "Not installed, because only root on Debian or Ubuntu may: a Chromium and an Arabic typeface."
  echo "The browser tests are skipped without them. On macOS: brew install --cask chromium; on Debian: sudo apt install chromium fonts-noto-core"
fi
