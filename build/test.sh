#!/usr/bin/env bash
# Builds everything, runs every test, and ends with one line: N passed, N failed, N skipped.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

build/setup.sh --tests
dotnet build NeuralDsl.sln -c Release -v quiet -nologo

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
status=0 runs=()

# run CULTURE: every test project, each leaving its counters in a file.
run() {
  for project in */*.Tests.csproj; do
    # What is packed and built outside knows no culture but that of its own programs.
    [ "$1 $project" != "sv-SE Package.Tests/NeuralDsl.Package.Tests.csproj" ] || continue
    local name
    name="$(basename "$project" .csproj), $1"
    runs+=("$name")
    echo "== $name"
    dotnet test "$project" -c Release --no-build -nologo -v quiet --logger "console;verbosity=minimal" --logger "trx;LogFileName=$results/$name.trx" || status=1
  done
}

LC_ALL=C.UTF-8 run invariant
# Swedish writes 0,5 and a minus sign of its own: neither may show in code, messages or what is read.
LC_ALL=sv_SE.UTF-8 run sv-SE

passed=0 failed=0 skipped=0
for name in "${runs[@]}"; do
  counters=$(grep -o '<Counters [^>]*>' "$results/$name.trx" 2>/dev/null || true)
  if [ -z "$counters" ]; then
    echo "$name ended without a result." >&2
    failed=$((failed + 1))
    status=1
    continue
  fi
  count() { sed -E "s/.* $1=\"([0-9]+)\".*/\1/" <<<"$counters"; }
  total=$(count total) ran=$(count executed) ok=$(count passed)
  passed=$((passed + ok))
  failed=$((failed + ran - ok))
  skipped=$((skipped + total - ran))
done
echo "$passed passed, $failed failed, $skipped skipped"
exit "$status"
