#!/usr/bin/env bash
# Shows how many updates each version of the documented bugs loses under contention.
# usage: examples/stress.sh [incident ...]      without arguments: every incident
set -euo pipefail
cd "$(dirname "$0")"

classes=target/stress
bin=${JAVA_HOME:+$JAVA_HOME/bin/}

sources=()
while IFS= read -r source; do sources+=("$source"); done < <(find src -name '*.java')
mkdir -p $classes
"${bin}javac" -d $classes "${sources[@]}"
exec "${bin}java" -cp $classes dev.interlock.examples.stress.StressRun "$@"
