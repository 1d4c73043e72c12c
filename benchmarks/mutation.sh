#!/usr/bin/env bash
# Mutation testing of the analysis with PIT: small mistakes are put into its classes, and the tests must
# notice. Prints a score for each package and writes the table to docs/mutation-testing.md.
#
#   benchmarks/mutation.sh                     3 mutants of each class in every package
#   benchmarks/mutation.sh 20 lock sharing     at most 20 of each class, in some packages
#
# The mutants of a class are spread over its code. Survivors are listed in benchmarks/target/mutation.
# Needs Maven, Python 3 and a JDK 17 or newer.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/.." && pwd)
work=$here/target/mutation
pit=1.20.3 junit_plugin=1.2.3

limit=${1:-3}
[ $# -lt 1 ] || shift
[ $# -gt 0 ] || set -- body lock callgraph task sharing compound verdict

mkdir -p "$work"
cd "$root"
mvn -B -q -ntp test-compile dependency:build-classpath -pl checker-tests -am \
  -Dmdep.outputFile="$work/class.path" -Dmdep.includeScope=test
junit=$(tr : '\n' < "$work/class.path" | sed -n 's/.*junit-platform-engine-\(.*\)\.jar$/\1/p')
cat > "$work/pom.xml" << POM
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>dev.interlock</groupId>
  <artifactId>mutation</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.pitest</groupId>
      <artifactId>pitest-command-line</artifactId>
      <version>$pit</version>
    </dependency>
    <dependency>
      <groupId>org.pitest</groupId>
      <artifactId>pitest-junit5-plugin</artifactId>
      <version>$junit_plugin</version>
    </dependency>
    <dependency>
      <groupId>org.junit.platform</groupId>
      <artifactId>junit-platform-launcher</artifactId>
      <version>$junit</version>
    </dependency>
  </dependencies>
</project>
POM
mvn -B -q -ntp -f "$work/pom.xml" dependency:build-classpath -Dmdep.outputFile="$work/pit.path"

exports=()
for internal in api code comp file main model parser processing tree util; do
  exports+=("--add-exports=jdk.compiler/com.sun.tools.javac.$internal=ALL-UNNAMED"
    "--add-opens=jdk.compiler/com.sun.tools.javac.$internal=ALL-UNNAMED")
done
tests=checker-tests/target/test-classes
path=$root/$tests:$root/checker/target/classes:$(cat "$work/class.path")

cd "$root/checker-tests"
for package in "$@"; do
  rm -rf "$work/$package"
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$(cat "$work/pit.path"):$path" \
    org.pitest.mutationtest.commandline.MutationCoverageReport \
    --reportDir "$work/$package" --timestampedReports=false --outputFormats CSV \
    --sourceDirs "$root/checker/src/main/java" \
    --mutableCodePaths "$root/checker/target/classes" \
    --targetClasses "dev.interlock.analysis.$package.*" \
    --targetTests 'dev.interlock.analysis.*,dev.interlock.bugpatterns.*' \
    --excludedTestClasses '*IT,dev.interlock.analysis.ExtremeSizesTest' \
    --features "+CLASSLIMIT(limit[$limit])" --threads 1 --timeoutConst 20000 \
    --jvmArgs "$(IFS=,; echo "${exports[*]},-Xmx1g")" --skipFailingTests=true \
    --verbosity QUIET_WITH_PROGRESS
done

python3 "$here/mutation-table.py" "$work" "$root/docs/mutation-testing.md" "$limit" "$@"
