#!/usr/bin/env bash
# Mutation testing of the analysis with PIT: small mistakes are put into its classes, and the tests must
# notice. Prints a score for each package and writes the table to docs/mutation-testing.md.
#
#   benchmarks/mutation.sh                               3 mutants of each class in every package
#   benchmarks/mutation.sh --mutants 20 lock sharing     at most 20 of each class, in some packages
#   benchmarks/mutation.sh --sample 10 --mutants 2       2 of each of 10 classes, drawn in every package
#   benchmarks/mutation.sh --sample 10 --seed 7          other classes than those of seed 1
#   benchmarks/mutation.sh --threads 2                   two mutants at a time
#
# The packages are those below `analysis`, which itself is called `analysis`. The mutants of a class are
# spread over its code. What a package showed stays in benchmarks/target/mutation until the package is
# tried again, so a table can be put together from several runs; survivors.txt there lists what no test
# noticed. Needs Maven, Python 3 and a JDK 17 or newer.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/.." && pwd)
work=$here/target/mutation
sources=$root/checker/src/main/java
pit=1.20.3 junit_plugin=1.2.3

sample=0 seed=1 mutants=3 threads=1 packages=()
while [ $# -gt 0 ]; do
  case $1 in
    --sample | --seed | --mutants | --threads) declare "${1#--}=$2"; shift ;;
    -*) sed -n '2,15s/^# \{0,1\}//p' "$0"; exit 2 ;;
    *) packages+=("$1") ;;
  esac
  shift
done
[ ${#packages[@]} -gt 0 ] || packages=(analysis body lock callgraph task sharing compound verdict)

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

# All packages go into one run: most of its time goes into finding out which test passes which line.
classes=$(python3 "$here/mutation-sample.py" "$sources" "$work" "$sample" "$seed" "$mutants" \
  "${packages[@]}")
cd "$root/checker-tests"
rm -rf "$work/report"
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$(cat "$work/pit.path"):$path" \
  org.pitest.mutationtest.commandline.MutationCoverageReport \
  --reportDir "$work/report" --timestampedReports=false --outputFormats XML \
  --sourceDirs "$sources" \
  --mutableCodePaths "$root/checker/target/classes" \
  --targetClasses "$classes" \
  --targetTests 'dev.interlock.analysis.*,dev.interlock.bugpatterns.*' \
  --excludedTestClasses '*IT,dev.interlock.analysis.ExtremeSizesTest' \
  --features "+CLASSLIMIT(limit[$mutants])" --threads "$threads" --timeoutConst 60000 \
  --jvmArgs "$(IFS=,; echo "${exports[*]},-Xmx1g")" --skipFailingTests=true \
  --verbosity QUIET_WITH_PROGRESS

python3 "$here/mutation-table.py" "$work" "$root/docs/mutation-testing.md" "${packages[@]}"
