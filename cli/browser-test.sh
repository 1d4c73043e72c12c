#!/usr/bin/env bash
# Tests the HTML report in a real headless browser. Takes the Chromium that is there, or the one that
# INTERLOCK_BROWSER names; on Debian and its kin, root gets one installed.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ -z "${INTERLOCK_BROWSER:-}" ] && ! command -v chromium chromium-browser google-chrome chrome > /dev/null; then
  apt-get update
  apt-get install -y --no-install-recommends chromium
fi
mvn -B -ntp verify -pl cli -am -Dtest=NoUnitTest -Dit.test=HtmlReportIT \
  -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false
