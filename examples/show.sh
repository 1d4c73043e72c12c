#!/usr/bin/env bash
# Builds the plugin and shows javac refusing the documented bugs and accepting their fixes.
# usage: examples/show.sh [incident ...]      without arguments: every incident
set -euo pipefail
cd "$(dirname "$0")/.."

bugs=examples/src/buggy/java
fixes=examples/src/main/java
package=dev/interlock/examples
error_prone=checker-tests/processor-path/error-prone-2.42.0
work=examples/target/show
javac=${JAVA_HOME:+$JAVA_HOME/bin/}javac

mvn -B -ntp -q package -DskipTests -Dmaven.javadoc.skip -pl "checker,$error_prone" -am

flags=()
for internal in api file main model parser processing tree util; do
  flags+=("-J--add-exports=jdk.compiler/com.sun.tools.javac.$internal=ALL-UNNAMED")
done
for internal in code comp; do
  flags+=("-J--add-opens=jdk.compiler/com.sun.tools.javac.$internal=ALL-UNNAMED")
done
flags+=(
  -XDcompilePolicy=simple --should-stop=ifError=FLOW -proc:none
  -processorpath "$(printf '%s:' "$error_prone"/target/jars/*.jar checker/target/interlock-checker-*-SNAPSHOT.jar)"
  "-Xplugin:ErrorProne -XepDisableAllWarnings"
  -sourcepath "$fixes" -d "$work"
)

# Compiles all Java files below the folder $1, and prints what javac says.
compile() {
  local sources=()
  while IFS= read -r source; do sources+=("$source"); done < <(find "$1" -name '*.java' | sort)
  mkdir -p "$work"
  "$javac" "${flags[@]}" "${sources[@]}" 2>&1
}

if [ $# -eq 0 ]; then
  for folder in "$bugs/$package"/*/; do set -- "$@" "$(basename "$folder")"; done
fi

unexpected=0
for incident in "$@"; do
  printf '\n=== %s: the bug, as it happened\n' "$incident"
  if compile "$bugs/$package/$incident"; then
    echo "--- accepted, although it should be refused"
    unexpected=1
  else
    echo "--- refused by javac, as it should be"
  fi
  printf '\n=== %s: the fixes\n' "$incident"
  if compile "$fixes/$package/$incident"; then
    echo "--- accepted by javac, as they should be"
  else
    echo "--- refused, although they should be accepted"
    unexpected=1
  fi
done
exit $unexpected
