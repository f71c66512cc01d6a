#!/usr/bin/env bash
# Builds everything, runs every test, and ends with one line: N passed, N failed, N skipped.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

build/setup.sh --tests
dotnet build NeuralDsl.sln -c Release -v quiet -nologo

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
status=0
for project in */*.Tests.csproj; do
  name=$(basename "$project" .csproj)
  echo "== $name"
  dotnet test "$project" -c Release --no-build -nologo -v quiet --logger "console;verbosity=minimal" --logger "trx;LogFileName=$results/$name.trx" || status=1
done

# Each test run left its counters in a file; a project that left none has crashed.
passed=0 failed=0 skipped=0
for project in */*.Tests.csproj; do
  name=$(basename "$project" .csproj)
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
