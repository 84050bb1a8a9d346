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

pids=()
log=$(mktemp)  # of the servers: a line a request
stop_servers() { ((${#pids[@]} == 0)) || kill "${pids[@]}" 2>/dev/null || true; }
trap 'stop_servers; rm -f "$log"' EXIT

# start_server PORT COMMAND…: runs it and waits until the port answers; its process is $server.
start_server() {
  local port=$1
  shift
  "$@" >/dev/null 2>>"$log" &
  server=$!
  pids+=("$server")
  for _ in $(seq 100); do
    ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || return 0
    sleep 0.05
  done
  echo "bench/run.sh: nothing answers on port $port ($*)" >&2
  tail -n 5 "$log" >&2
  return 1
}

cpu_ticks() { awk '{sub(/.*\) /, ""); print $12 + $13}' "/proc/$1/stat"; }

# measure NAME URL PID [WRK-SCRIPT]: one row; ratios are to the first.
base=
measure() {
  local name=$1 url=$2 pid=$3 script=${4:-} before after output requests rate failed
  timeout 10 wrk -t1 -c32 -d1s ${script:+-s "$script"} "$url" >/dev/null
  before=$(cpu_ticks "$pid")
  output=$(timeout $((seconds + 20)) wrk -t1 -c32 -d"${seconds}s" --latency ${script:+-s "$script"} "$url")
  after=$(cpu_ticks "$pid")
  requests=$(awk '/requests in/ {print $1}' <<<"$output")
  rate=$(awk '/Requests\/sec/ {print $2}' <<<"$output")
  failed=$(awk '/Non-2xx/ {print $NF}' <<<"$output")
  local us
  us=$(awk -v t=$((after - before)) -v hz="$(getconf CLK_TCK)" -v n="$requests" 'BEGIN {printf "%.2f", t * 1e6 / hz / n}')
  base=${base:-$us}
  printf '%-34s %9.2f %7.2fx %10.0f %10s%s\n' "$name" "$us" "$(awk -v a="$us" -v b="$base" 'BEGIN {print a / b}')" \
    "$rate" "$(awk '/99%/ {print $2}' <<<"$output")" "${failed:+   $failed replies were not 2xx}"
}

printf '%-34s %9s %8s %10s %10s\n' "" "CPU µs" "ratio" "req/s" "p99"
start_server 18490 "$build/bedplate_bench_fixed" 127.0.0.1:18490 "$(nproc)" # as many loops as the program
measure "fixed bytes" http://127.0.0.1:18490/fixed "$server"
for row in bench/rows/*.sh; do
  # shellcheck source=/dev/null
  [[ ! -f $row ]] || source "$row"
done
