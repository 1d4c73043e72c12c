#!/usr/bin/env bash
# Measures what the checks cost a build, prints the tables and writes them to docs/performance.md.
#
#   benchmarks/measure.sh                              everything; takes hours
#   benchmarks/measure.sh cold [rounds [library ...]]  javac processes, as builds start them
#   benchmarks/measure.sh warm [rounds [library ...]]  compilations in one warm process, with JMH
#   benchmarks/measure.sh growth [rounds [lines ...]]  generated code of several sizes
#   benchmarks/measure.sh extremes [rounds]            generated code that is like nobody's
#
# Ratios come from runs that alternate. Leave the machine alone meanwhile.
# Needs Maven, unzip and a JDK 17 or newer.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$here/..
target=$here/target
libraries=(HikariCP caffeine kafka-clients guava)
sizes=(10000 50000 200000 1000000)
exports=()
for internal in api code comp file main model parser processing tree util; do
  exports+=("--add-exports=jdk.compiler/com.sun.tools.javac.$internal=ALL-UNNAMED"
    "--add-opens=jdk.compiler/com.sun.tools.javac.$internal=ALL-UNNAMED")
done

build() {
  (cd "$root" && mvn -B -q -ntp package -DskipTests -pl benchmarks -am)
}

measure() {
  local subject=$1 rounds=$2
  shift 2
  mkdir -p "$target/scratch"
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" "${exports[@]}" \
    -Dbenchmarks.libraries="$here/libraries/target" -Dbenchmarks.scratch="$target/scratch" \
    -Dbenchmarks.processorpath="$(cat "$target/class.path")" \
    -cp "$target/classes:$(cat "$target/class.path")" \
    dev.interlock.benchmarks.Performance "$subject" "$root/docs/performance.md" "$rounds" "$@"
}

subject=${1:-all}
rounds=${2:-}
[ $# -lt 2 ] || shift
[ $# -lt 1 ] || shift
case $subject in
  cold | warm)
    [ $# -gt 0 ] || set -- "${libraries[@]}"
    build
    "$here/libraries/run.sh" --prepare "$@"
    measure "$subject" "${rounds:-10}" "$@"
    ;;
  growth)
    [ $# -gt 0 ] || set -- "${sizes[@]}"
    build
    measure growth "${rounds:-5}" "$@"
    ;;
  extremes)
    build
    measure extremes "${rounds:-5}"
    ;;
  all)
    for subject in cold warm growth extremes; do "$0" "$subject"; done
    ;;
  *)
    sed -n '2,11s/^# \{0,1\}//p' "$0"
    exit 2
    ;;
esac
