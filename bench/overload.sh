#!/usr/bin/env bash
# What stays of the service when far more is asked than it can do (threats 138–140, 144): a table by bench/overload.mjs.
# Called by ./dev bench overload after a release build.
#   bench/overload.sh [--seconds 5] [--build build/release]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
seconds=5 build=build/release
while (($#)); do
  case $1 in
    --seconds) seconds=$2; shift 2 ;;
    --build) build=$2; shift 2 ;;
    *) echo "bench/overload.sh: unknown option '$1' (there are --seconds N and --build DIR)" >&2; exit 2 ;;
  esac
done
for needed in wrk node sqlite3; do
  command -v "$needed" >/dev/null || { echo "bench/overload.sh: $needed is missing; ./dev setup installs it" >&2; exit 1; }
done
ulimit -n "$(ulimit -Hn)" || true
BEDPLATE_PROGRAM=$build/bedplate exec node bench/overload.mjs "$seconds"
