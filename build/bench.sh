#!/usr/bin/env bash
# Prints the step time of every sample against the same model in PyTorch, measured in one run; with "fit", an epoch of Fit
# against a bare loop of steps; with "generator", what an edit costs the compiler; with "loading", how fast
# CSV files are read.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"

"$root/build/setup.sh" --tests
dotnet build "$root/Benchmarks/NeuralDsl.Benchmarks.csproj" --configuration Release --nologo --verbosity quiet
exec dotnet "$root/artifacts/bin/NeuralDsl.Benchmarks/release/NeuralDsl.Benchmarks.dll" "$@"
