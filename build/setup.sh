#!/usr/bin/env bash
# Finds out what this machine can have and installs what is missing: build/setup.sh [--tests] [--again]
#   --tests  also installs PyTorch and scikit-learn for Python, which the parity tests compare with, and Chromium, which opens reports
#   --again  asks the package feed anew which packages it has
# Writes build/engine.local.props, which every project imports. Running it again costs nothing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

props=build/engine.local.props
tests=false again=false
for argument in "$@"; do
  case "$argument" in
    --tests) tests=true ;;
    --again) again=true ;;
    *) echo "usage: build/setup.sh [--tests] [--again]" >&2; exit 2 ;;
  esac
done

say() { echo "setup: $*"; }
fail() { echo "setup: $*" >&2; exit 1; }

# ---- .NET ----

if ! command -v dotnet >/dev/null || ! dotnet --list-sdks | grep -q '^10\.'; then
  fail "the .NET SDK 10 is needed and was not found: install it from https://dotnet.microsoft.com/download/dotnet/10.0"
fi

# ---- packages of the feed ----

version_of() { # the version that Directory.Packages.props names
  case "$1" in
    TorchSharp*) sed -nE 's|.*<TorchSharpVersion[^>]*>([^<]+)</.*|\1|p' Directory.Packages.props ;;
    *) sed -nE "s|.*PackageVersion Include=\"$1\" Version=\"([^\"]+)\".*|\1|p" Directory.Packages.props ;;
  esac
}

restores() { # whether the feed has the packages, tried with a throwaway project
  local folder references="" package
  folder=$(mktemp -d)
  for package in "$@"; do
    references+="<PackageReference Include=\"$package\" Version=\"[$(version_of "$package")]\" />"
  done
  cp -f [Nn]u[Gg]et.[Cc]onfig "$folder" 2>/dev/null || true
  cat >"$folder/probe.csproj" <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
  <ItemGroup>$references</ItemGroup>
</Project>
XML
  local status=0
  (cd "$folder" && timeout 600 dotnet restore --verbosity quiet >/dev/null 2>&1) || status=1
  rm -rf "$folder"
  return $status
}

# What was found holds as long as the versions that were looked for are the same.
stamp="TorchSharp $(version_of TorchSharp), Verify.Xunit $(version_of Verify.Xunit)"
if $again || ! grep -qF "$stamp" "$props" 2>/dev/null; then
  if restores TorchSharp TorchSharp-cpu; then backend=TorchSharp; else backend=LibTorch; fi
  if restores Verify.Xunit; then verify=true; else verify=false; fi
  cat >"$props.new" <<XML
<Project>
  <!-- Written by build/setup.sh, which looked for $stamp. -->
  <PropertyGroup>
    <TorchBackend Condition="'\$(TorchBackend)' == ''">$backend</TorchBackend>
    <UseVerify Condition="'\$(UseVerify)' == ''">$verify</UseVerify>
  </PropertyGroup>
</Project>
XML
  mv "$props.new" "$props"
  if [ $backend = TorchSharp ]; then
    say "the engine is the TorchSharp packages"
  else
    say "the feed has no TorchSharp packages: the engine is LibTorch/, over the system's libtorch"
  fi
  $verify || say "the feed has no Verify.Xunit: snapshots are compared by the tests themselves"
fi
backend=$(sed -nE 's|.*<TorchBackend[^>]*>([^<]+)</.*|\1|p' "$props")

# ---- packages of the distribution ----

updated=false
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else return 1; fi
}

missing() { # those of the packages that are not installed
  local package
  for package in "$@"; do
    dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || echo "$package"
  done
}

install() {
  local packages
  packages=$(missing "$@")
  [ -n "$packages" ] || return 0
  say "installing" $packages
  if ! $updated; then
    as_root apt-get update -qq >/dev/null || return 1
    updated=true
  fi
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null
}

# The reference BLAS that libtorch depends on is some thirty times slower than OpenBLAS, and OpenBLAS's own threads get in the way of
# libtorch's OpenMP threads: the build that shares them is selected.
select_blas() {
  local triplet library name path
  triplet=$(c++ -print-multiarch)
  for library in libblas liblapack; do
    name=$library.so.3-$triplet
    path=/usr/lib/$triplet/openblas-openmp/$library.so.3
    [ -e "$path" ] || continue
    [ "$(readlink -f "/etc/alternatives/$name")" = "$(readlink -f "$path")" ] && continue
    say "selecting OpenBLAS for $library"
    as_root update-alternatives --quiet --set "$name" "$path" || say "$name could not be set to $path: libtorch may be slow"
  done
}

if [ "$backend" = LibTorch ]; then
  packages=(libtorch-dev libopenblas0-openmp g++ cmake make)
  if command -v apt-get >/dev/null; then
    install "${packages[@]}" || fail "could not install $(missing "${packages[@]}" | xargs): run build/setup.sh as root or with sudo, or install them yourself"
    select_blas
  elif ! command -v cmake >/dev/null || ! command -v c++ >/dev/null; then
    fail "without the TorchSharp packages the engine needs libtorch 1.13 or newer with its headers, cmake and a C++ compiler; this script can install them on Debian and Ubuntu only"
  fi
fi

# The packages' icon and the samples' pages are made with it.
if ! command -v python3 >/dev/null && command -v apt-get >/dev/null; then
  install python3 || fail "could not install python3: run build/setup.sh as root or with sudo"
fi

if $tests; then
  python=/usr/bin/python3
  [ -x $python ] || python=python3
  for module in torch sklearn; do
    if command -v $python >/dev/null && $python -c "import importlib.util, sys; sys.exit(importlib.util.find_spec('$module') is None)"; then
      continue
    elif command -v apt-get >/dev/null; then
      install python3-$module || fail "could not install python3-$module, which the parity tests compare with: run build/setup.sh --tests as root or with sudo"
    else
      say "$python has no $module, so the parity tests will fail: install it for that Python"
    fi
  done
  if ! command -v chromium >/dev/null; then
    if command -v apt-get >/dev/null; then
      install chromium || fail "could not install chromium, which the tests open reports with: run build/setup.sh --tests as root or with sudo"
    else
      say "there is no chromium, so the tests of reports will fail: install it"
    fi
  fi
fi
