#!/usr/bin/env bash
# Times steps of every sample against PyTorch, by hand and generated, in one run (an hour; --help lists what chooses a part): build/bench.sh [step] [options]
# With "profile SAMPLE", where the time of a step goes; with "fit", an epoch of Fit against a bare loop of steps; with "generator", what an edit costs the
# compiler; with "loading", how fast CSV files are read.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"

"$root/build/setup.sh" --tests
dotnet build "$root/Benchmarks/NeuralDsl.Benchmarks.csproj" --configuration Release --nologo --verbosity quiet
exec dotnet "$root/artifacts/bin/NeuralDsl.Benchmarks/release/NeuralDsl.Benchmarks.dll" "$@"
