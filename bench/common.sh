# shellcheck shell=bash
# What the benchmarks share: servers of their own, CPU µs a request (from /proc/<pid>/stat) driven by wrk. Sourced; the
# caller has set $seconds.
: "${seconds:=5}"
pids=()
log=$(mktemp)  # of the servers: a line a request
scratch=$(mktemp -d)
stop_servers() { ((${#pids[@]} == 0)) || kill "${pids[@]}" 2>/dev/null || true; }
trap 'stop_servers; rm -rf "$log" "$scratch"' EXIT

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
  echo "bench: nothing answers on port $port ($*)" >&2
  tail -n 5 "$log" >&2
  return 1
}

cpu_ticks() { awk '{sub(/.*\) /, ""); print $12 + $13}' "/proc/$1/stat"; }

# end_server: of the last one started.
end_server() {
  kill "$server" 2>/dev/null || true
  wait "$server" 2>/dev/null || true
}

# cost URL PID CONNECTIONS [WRK-SCRIPT]: sets $us (CPU a request), $rate (requests a second), $p99 and $failed.
cost() {
  local url=$1 pid=$2 connections=$3 script=${4:-} before after output requests
  timeout 30 wrk -t1 -c"$connections" -d1s ${script:+-s "$script"} "$url" >/dev/null
  before=$(cpu_ticks "$pid")
  output=$(timeout $((seconds + 30)) wrk -t1 -c"$connections" -d"${seconds}s" --latency ${script:+-s "$script"} "$url")
  after=$(cpu_ticks "$pid")
  requests=$(awk '/requests in/ {print $1}' <<<"$output")
  rate=$(awk '/Requests\/sec/ {print $2}' <<<"$output")
  p99=$(awk '/99%/ {print $2}' <<<"$output")
  failed=$(awk '/Non-2xx/ {print $NF}' <<<"$output")
  us=$(awk -v t=$((after - before)) -v hz="$(getconf CLK_TCK)" -v n="$requests" 'BEGIN {printf "%.2f", t * 1e6 / hz / n}')
}
