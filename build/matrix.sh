#!/usr/bin/env bash
# Runs the engine's tests and the parity tests on this machine's libtorch and on Debian trixie's, and prints a table: build/matrix.sh
# Times steps against PyTorch on trixie's libtorch, as build/bench.sh does on this machine's, with its options: build/matrix.sh bench [step|profile ...]
# What is written to /artifacts there is in artifacts/trixie/artifacts here. trixie is a folder under artifacts/, made by debootstrap at the first run (2 GB); needs root for chroot and mounts.
# Every mount is in a namespace of its own and ends with the script. DEBIAN_MIRROR overrides the mirror that apt's sources name.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
folder="$root/artifacts/trixie"

# ---- one line of the table ----

# measure SYSTEM ARTIFACTS: builds and tests on the libtorch that is installed where it runs.
measure() {
  local artifacts="$2" results status=0
  results=$(mktemp -d)
  run() { # run PROJECT OPTIONS...
    dotnet test "$root/$1" -c Release -nologo -v quiet -nodeReuse:false -p:TorchBackend=LibTorch -p:NuGetAudit=false "-p:ArtifactsPath=$artifacts/" \
      --logger "console;verbosity=minimal" --logger "trx;LogFileName=$results/$1.trx" "${@:2}" >&2 || status=1
  }
  run LibTorch.Tests
  run Generator.Tests --filter FullyQualifiedName~ParityTests
  sum() { sed -nE "s/.*<Counters .* $1=\"([0-9]+)\".*/\1/p" "$results"/*.trx | awk '{ sum += $1 } END { print sum }'; }
  say() { sed -nE "s/$1/\1/p" "$results"/*.trx | head -n 1; }
  echo "| $1 | $(say '.*libtorch (.*): [0-9]+ operators native.*') | $(sum passed) | $(sum failed) | $(say '.*together ([0-9]+) configurations.*')" \
    "| $(say '.* ([0-9]+) operators native.*') | $(say '.* native, ([0-9]+) composed.*') |"
  rm -rf "$results"
  return $status
}

# ---- trixie ----

if [ "${1:-}" = --inside ]; then
  # In the folder, as the script below starts it.
  shift
  if [ "${1:-}" = bench ]; then
    dotnet build "$root/Benchmarks/NeuralDsl.Benchmarks.csproj" -c Release -nologo -v quiet -nodeReuse:false -p:TorchBackend=LibTorch -p:NuGetAudit=false -p:ArtifactsPath=/artifacts/ >&2
    exec dotnet /artifacts/bin/NeuralDsl.Benchmarks/release/NeuralDsl.Benchmarks.dll "${@:2}"
  fi
  measure "Debian trixie" /artifacts
  exit
fi

[ "$(id -u)" = 0 ] || { echo "matrix: run it as root" >&2; exit 1; }
mkdir -p "$folder/artifacts" "$folder/root"

if [ ! -e "$folder/ready" ]; then
  command -v debootstrap >/dev/null || apt-get install -y -qq debootstrap >&2
  mirror=${DEBIAN_MIRROR:-$(find /etc/apt -name '*.list' -o -name '*.sources' | xargs -r sed -nE 's/^URIs:\s*(\S+).*/\1/p; s/^deb\s+(\[[^]]*\]\s+)?(\S+)\s.*/\2/p' \
    | awk '/\/debian\/?$/ && !found { found = $0 } END { print found }')}
  [ -n "$mirror" ] || { echo "matrix: apt's sources name no mirror of Debian: set DEBIAN_MIRROR" >&2; exit 1; }
  echo "matrix: making trixie in $folder" >&2
  rm -rf "$folder/root"
  debootstrap --variant=minbase trixie "$folder/root" "$mirror" >"$folder/debootstrap.log" || { tail "$folder/debootstrap.log" >&2; exit 1; }
  chroot "$folder/root" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    libtorch-dev libopenblas0-openmp g++ cmake make python3-torch libicu76 \
    >"$folder/apt.log" 2>&1 || { tail "$folder/apt.log" >&2; exit 1; }
  touch "$folder/ready"
fi

# inside [COMMAND...]: this script in trixie. The SDK, the packages and the repository are read there and never written.
inside() {
  export folder root dotnet packages
  dotnet=$(dirname "$(readlink -f "$(command -v dotnet)")")
  packages=${NUGET_PACKAGES:-$HOME/.nuget/packages}
  unshare --mount bash -euo pipefail -c '
    cd "$folder/root"
    mkdir -p repository artifacts opt/dotnet opt/packages
    mount -t proc proc proc
    mount --rbind /dev dev
    mount --bind "$folder/artifacts" artifacts
    mount --bind -o ro "$root" repository
    mount --bind -o ro "$dotnet" opt/dotnet
    mount --bind -o ro "$packages" opt/packages
    exec chroot . env -i HOME=/root LC_ALL=C.UTF-8 PATH=/opt/dotnet:/usr/bin:/bin DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 \
      NUGET_PACKAGES=/opt/packages /repository/build/matrix.sh --inside "$@"' bash "$@"
}

if [ "${1:-}" = bench ]; then
  # The packages that it is built with are those of this machine.
  dotnet restore "$root/Benchmarks/NeuralDsl.Benchmarks.csproj" -v quiet -p:NuGetAudit=false >&2
  inside "$@"
  exit
fi

status=0
here=$(measure "this machine" "$folder/here") || status=1
there=$(inside) || status=1

echo "| system | libtorch | tests passed | failed | configurations against PyTorch | operators native | composed |"
echo "|---|---|---|---|---|---|---|"
echo "$here"
echo "$there"
exit $status
