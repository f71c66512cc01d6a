#!/usr/bin/env bash
# Makes the packages: build/pack.sh [VERSION] [OUTPUT]; without them the version of Directory.Build.props, into artifacts/packages.
# The same commit makes the same bytes. Nothing is published.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"

version="${1:-$(sed -nE 's|.*<Version>(.*)</Version>.*|\1|p' "$root/Directory.Build.props")}"
output="$(realpath -m "${2:-$root/artifacts/packages}")"

# The time in a package is that of the commit.
export SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct 2>/dev/null || echo 315532800)}"

# One NeuralDsl.dll serves every engine because it is compiled against LibTorch, whose identity is that of the oldest TorchSharp that runs it.
properties=(
  --configuration Release --nologo --verbosity quiet -nodeReuse:false
  "-p:Version=$version" "-p:ArtifactsPath=$root/artifacts/pack/" "-p:PathMap=$root/=/_/"
  -p:TorchBackend=LibTorch -p:BuildLibTorchNative=false -p:RunAnalyzers=false
)

command -v python3 >/dev/null || { echo "pack: python3 draws the icon and was not found; build/setup.sh installs it" >&2; exit 1; }
mkdir -p "$root/artifacts/pack"
python3 "$root/build/icon.py" "$root/artifacts/pack/icon.png"
dotnet build "$root/Generator.CodeFixes" "${properties[@]}" -p:DebugType=embedded
for project in Dsl.Runtime LibTorch Templates; do
  dotnet pack "$root/$project" "${properties[@]}" --output "$output"
done
ls "$output"/*."$version".*nupkg
