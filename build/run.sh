#!/usr/bin/env bash
# Builds the samples and runs a command: build/run.sh [COMMAND] [OPTIONS]; --help lists both.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"

"$root/build/setup.sh"
if ! log="$(dotnet build "$root/Samples/Samples.csproj" --configuration Release --nologo --verbosity quiet 2>&1)"; then
  echo "$log" >&2
  exit 1
fi
exec dotnet "$root/artifacts/bin/Samples/release/NeuralDsl.Samples.dll" "$@"
