#!/usr/bin/env bash
# Makes sure that there is a browser to test the HTML report in: the Chromium that is there, or the one
# that INTERLOCK_BROWSER names; on Debian and its kin, root gets one installed. Fails if there is none.
set -euo pipefail

found() { command -v chromium chromium-browser google-chrome chrome > /dev/null; }

if [ -n "${INTERLOCK_BROWSER:-}" ] || found; then
  exit 0
fi
if command -v apt-get > /dev/null && [ "$(id -u)" -eq 0 ]; then
  apt-get update && apt-get install -y --no-install-recommends chromium && found && exit 0
fi
echo "There is no Chromium and it cannot be installed here; INTERLOCK_BROWSER may name one" >&2
exit 1
