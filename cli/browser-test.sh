#!/usr/bin/env bash
# Tests the HTML report in a real headless browser, which is installed if there is none. All else is
# left out; "mvn verify" runs these tests, too, wherever it finds a browser.
set -euo pipefail
cd "$(dirname "$0")/.."

cli/install-browser.sh
mvn -B -ntp verify -pl cli -am -Dtest=NoUnitTest -Dit.test=HtmlReportIT \
  -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false
