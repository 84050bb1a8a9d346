#!/usr/bin/env bash
# Measures what a request costs: CPU µs a request of the server process (from /proc/<pid>/stat), driven by
# wrk -t1 -c32, every row in one run so that ratios hold on any machine. Called by ./dev bench after a release build.
#   bench/run.sh [--seconds 5] [--build build/release]
# A new row is one call: measure NAME URL PID [WRK-SCRIPT]; a server of its own is started with start_server.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

seconds=5 build=build/release
while (($#)); do
  case $1 in
    --seconds) seconds=$2; shift 2 ;;
    --build) build=$2; shift 2 ;;
    *) echo "bench/run.sh: unknown option '$1' (there are --seconds N and --build DIR)" >&2; exit 2 ;;
  esac
done
command -v wrk >/dev/null || { echo "bench/run.sh: wrk is missing; ./dev setup bench installs it" >&2; exit 1; }

# shellcheck source=bench/common.sh
source bench/common.sh

# measure NAME URL PID [WRK-SCRIPT]: one row; ratios are to the first.
base=
measure() {
  local us rate p99 failed
  cost "$2" "$3" 32 "${4:-}"
  base=${base:-$us}
  printf '%-34s %9.2f %7.2fx %10.0f %10s%s\n' "$1" "$us" "$(awk -v a="$us" -v b="$base" 'BEGIN {print a / b}')" \
    "$rate" "$p99" "${failed:+   $failed replies were not 2xx}"
}

printf '%-34s %9s %8s %10s %10s\n' "" "CPU µs" "ratio" "req/s" "p99"
start_server 18490 "$build/bedplate_bench_fixed" 127.0.0.1:18490 "$(nproc)" # as many loops as the program
measure "fixed bytes" http://127.0.0.1:18490/fixed "$server"
for row in bench/rows/*.sh; do
  # shellcheck source=/dev/null
  [[ ! -f $row ]] || source "$row"
done
