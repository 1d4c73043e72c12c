#!/usr/bin/env bash
# Compiles the sources of released libraries with javac, Error Prone and Interlock's checks alone.
#
#   benchmarks/libraries/run.sh [--jar <interlock.jar>] [--compare] [--prepare] [library ...]
#
# Prints for each library of libraries.txt (or those named) its files, lines, compile errors of
# javac, seconds, findings by check and internal failures, and the sums of all that. --compare
# compiles each library without Interlock's checks as well and prints the seconds of that. --prepare
# only unpacks the sources and looks for what they need. Everything is kept below target/:
# findings.txt holds all findings, <library>/javac.log what javac said.
# Needs Maven, unzip and a JDK 17 or newer; set ERROR_PRONE_VERSION for another Error Prone.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$here/target
checks=(UnsafeReadModifyWrite AtomicGetThenSet NonAtomicCheckThenAct
  UnguardedCollectionMutation InconsistentLocking SplitCriticalSection)
error_prone=com.google.errorprone:error_prone_core:${ERROR_PRONE_VERSION:-2.42.0}
dependency_plugin=org.apache.maven.plugins:maven-dependency-plugin:3.8.1
java_bin=${JAVA_HOME:+$JAVA_HOME/bin/}
java_home=$("${java_bin}java" -XshowSettings:properties -version 2>&1 \
  | sed -n 's/^ *java\.home = //p')

jar="" compare=false prepare=false libraries=()
while [ $# -gt 0 ]; do
  case $1 in
    --jar) jar=$(realpath "$2"); shift ;;
    --compare) compare=true ;;
    --prepare) prepare=true ;;
    -*) sed -n '2,11s/^# \{0,1\}//p' "$0"; exit 2 ;;
    *) libraries+=("$1") ;;
  esac
  shift
done
if [ -z "$jar" ] && ! $prepare; then
  jar=$(find "$here/../../checker/target" -name 'interlock-checker-*.jar' \
    ! -name '*-sources.jar' ! -name '*-javadoc.jar' 2>/dev/null | head -1 || true)
  [ -n "$jar" ] || { echo "No plugin jar: run 'mvn package -pl checker -am' or give --jar" >&2; exit 2; }
fi

# Writes the class path of the Maven coordinates $2... to the file $1, unless it is there already.
class_path() {
  local file=$1 artifact parts
  shift
  [ -s "$file" ] && [ "$(cat "$file.of")" = "$*" ] && return
  {
    echo '<project><modelVersion>4.0.0</modelVersion>'
    echo '<groupId>none</groupId><artifactId>none</artifactId><version>0</version><dependencies>'
    for artifact in "$@"; do
      IFS=: read -ra parts <<<"$artifact"
      echo "<dependency><groupId>${parts[0]}</groupId><artifactId>${parts[1]}</artifactId>"
      echo "<version>${parts[2]}</version>${parts[3]:+<classifier>${parts[3]}</classifier>}</dependency>"
    done
    echo '</dependencies></project>'
  } >"${file%.path}.pom.xml"
  mvn -B -q -f "${file%.path}.pom.xml" "$dependency_plugin:build-classpath" \
    -Dmdep.outputFile="$file" -Dmdep.includeScope=compile
  echo "$*" >"$file.of"
}

# Unpacks the sources of the coordinates $1 into the folder $2.
unpack_sources() {
  [ -d "$2" ] && return
  rm -rf "$2.new"
  mkdir -p "$2.new"
  if [[ $1 == jdk:* ]]; then
    unzip -q "$java_home/lib/src.zip" "${1#jdk:}/*" -d "$2.new"
  else
    mvn -B -q "$dependency_plugin:copy" -Dartifact="$1:jar:sources" -DoutputDirectory="$2.new" \
      -Dmdep.useBaseVersion=true
    (cd "$2.new" && unzip -qo ./*.jar && rm -rf ./*.jar META-INF)
  fi
  mv "$2.new" "$2"
}

# Compiles library $1 with the Error Prone flags $2, javac's output going to the file $3; sets
# `seconds`. Reads `flags`.
compile() {
  local begin=$EPOCHREALTIME
  "${java_bin}javac" "${flags[@]}" "-Xplugin:ErrorProne -XepDisableAllChecks $2" \
    -d "$work/$1/classes" "@$work/$1/files" >"$3" 2>&1 || true
  seconds=$(awk "BEGIN { printf \"%.1f\", $EPOCHREALTIME - $begin }")
}

javac_flags() {
  local name=$1 coordinates=$2 path internal
  path=$(cat "$work/error-prone.path"):$jar
  flags=(-J-Xmx4g -XDcompilePolicy=simple --should-stop=ifError=FLOW -proc:none -implicit:none
    -encoding UTF-8 -Xlint:-removal -Xmaxwarns 100000 -Xmaxerrs 100000 -processorpath "$path")
  for internal in api code comp file main model parser processing tree util; do
    flags+=("-J--add-exports=jdk.compiler/com.sun.tools.javac.$internal=ALL-UNNAMED"
      "-J--add-opens=jdk.compiler/com.sun.tools.javac.$internal=ALL-UNNAMED")
  done
  if [[ $coordinates == jdk:* ]]; then
    path=${coordinates#jdk:}
    flags+=(--patch-module "${path%%/*}=$work/$name/sources/${path%%/*}")
  else
    flags+=(-cp "$(cat "$work/$name/class.path")")
  fi
}

# Prepares and compiles the library of one line of libraries.txt, given as words.
run() {
  local name=$1 coordinates=$2 further=() left_out=() word
  shift 2
  for word in "$@"; do
    case $word in
      -*) left_out+=(! -path "*/sources/${word#-}") ;;
      *) further+=("$word") ;;
    esac
  done
  if [[ $coordinates == jdk:* && ! -r $java_home/lib/src.zip ]]; then
    echo "$name: skipped, $java_home has no lib/src.zip; JAVA_HOME may name a JDK that has one," \
      "from Java 21 on with ERROR_PRONE_VERSION=2.50.0"
    return
  fi
  mkdir -p "$work/$name"
  unpack_sources "$coordinates" "$work/$name/sources"
  [[ $coordinates == jdk:* ]] \
    || class_path "$work/$name/class.path" "$coordinates" "${further[@]}"
  find "$work/$name/sources" -name '*.java' ! -name module-info.java "${left_out[@]}" \
    | sort >"$work/$name/files"
  ! $prepare || return 0
  javac_flags "$name" "$coordinates"

  local severity log=$work/$name/javac.log plain=-
  severity=$(printf -- '-Xep:%s:WARN ' "${checks[@]}")
  if $compare; then
    rm -rf "$work/$name/classes"
    compile "$name" "" "$work/$name/plain.log"
    plain=$seconds
  fi
  rm -rf "$work/$name/classes"
  compile "$name" "$severity" "$log"
  report "$name" "$log" "$plain"
}

report() {
  local name=$1 log=$2 plain=$3 check counts=() pattern
  pattern=$(IFS='|'; echo "${checks[*]}")
  sed "s|^$work/$name/sources/||" "$log" \
    | { grep -E "^[^ ]+:[0-9]+: warning: \[($pattern)\]" || true; } \
    | sed "s|^|$name: |" >"$work/$name/findings.txt"
  for check in "${checks[@]}"; do
    counts+=("$(grep -c "\[$check\]" "$work/$name/findings.txt" || true)")
  done
  local failures errors
  failures=$(grep -cE \
    'Interlock skipped|unhandled exception was thrown by the Error Prone|^[a-z.]*[.][A-Z][A-Za-z]*(Exception|Error)\b' \
    "$log" || true)
  errors=$(grep -cE '^[^ ]+:[0-9]+: error:' "$log" || true)
  [ "$errors" -eq 0 ] || echo "$name: compile errors keep Error Prone from reporting anything, see $log" >&2
  local files lines i
  files=$(wc -l <"$work/$name/files")
  lines=$(xargs cat <"$work/$name/files" | wc -l)
  # shellcheck disable=SC2059
  printf "$row" "$name" "$files" "$lines" "$errors" "$plain" "$seconds" "${counts[@]}" "$failures"
  total_files=$((total_files + files)) total_lines=$((total_lines + lines))
  total_errors=$((total_errors + errors)) total_failures=$((total_failures + failures))
  for i in "${!checks[@]}"; do totals[i]=$((totals[i] + counts[i])); done
}

total_files=0 total_lines=0 total_errors=0 total_failures=0 totals=(0 0 0 0 0 0)
mkdir -p "$work"
class_path "$work/error-prone.path" "$error_prone"
row='%-28s %6s %8s %6s %7s %7s  %6s %6s %6s %6s %6s %6s  %8s\n'
# shellcheck disable=SC2059
$prepare || printf "$row" library files lines errors plain seconds RMW get-set check coll lock split failures
while read -r name coordinates rest; do
  case $name in '' | '#'*) continue ;; esac
  if [ ${#libraries[@]} -eq 0 ] || [[ " ${libraries[*]} " == *" $name "* ]]; then
    # shellcheck disable=SC2086
    run "$name" "$coordinates" $rest </dev/null
  fi
done <"$here/libraries.txt"
# shellcheck disable=SC2059
$prepare || printf "$row" together "$total_files" "$total_lines" "$total_errors" - - \
  "${totals[@]}" "$total_failures"
$prepare || find "$work" -mindepth 2 -maxdepth 2 -name findings.txt -exec cat {} + >"$work/findings.txt"
