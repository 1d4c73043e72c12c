#!/usr/bin/env bash
# Holds what the checks say of small programs (benchmarks/soundness/programs) against what these do when
# they run under jcstress, prints the table and writes it to docs/soundness.md. Fails on a disagreement.
#
#   benchmarks/soundness.sh          one JVM and about a second for each program; some minutes
#   benchmarks/soundness.sh long     all the JVM modes that jcstress knows; an hour or more
#   benchmarks/soundness.sh more     goes on with the last run where it has shown nothing yet, or where
#                                    a program is new or has been changed
#
# A program that is reported is run up to five times until it loses something.
# Needs Maven, a JDK 17 or newer and two processors that have little else to do.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$here/..
target=$here/soundness/target
exports=()
for internal in api code comp file main model parser processing tree util; do
  exports+=("--add-exports=jdk.compiler/com.sun.tools.javac.$internal=ALL-UNNAMED"
    "--add-opens=jdk.compiler/com.sun.tools.javac.$internal=ALL-UNNAMED")
done

rounds=5
case ${1:-short} in
  short | more) stress=(-f 1 -iters 5 -time 150 -sc false -jvmArgs -Xmx256m) ;;
  long) stress=(-m default) ;;
  *)
    sed -n '2,11s/^# \{0,1\}//p' "$0"
    exit 2
    ;;
esac

(cd "$root" && mvn -B -q -ntp package -DskipTests -Dmaven.javadoc.skip -pl benchmarks/soundness -am)
[ "${1:-short}" = more ] || rm -rf "$target/scratch"
mkdir -p "$target/scratch"
"${JAVA_HOME:+$JAVA_HOME/bin/}java" "${exports[@]}" \
  -cp "$target/classes:$(cat "$target/class.path")" dev.interlock.soundness.Soundness \
  "$here/soundness/programs" "$target/scratch" "$root/docs/soundness.md" "$rounds" "${stress[@]}"
