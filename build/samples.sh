#!/usr/bin/env bash
# Trains the samples, all or those named, and writes what they achieved into README.md and docs/samples: build/samples.sh [--pages] [MODEL]...
# --pages trains nothing: it writes the pages anew, of the runs that are there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

build/run.sh list >/dev/null
exec python3 build/samples.py "$@"
