#!/usr/bin/env bash
# How cost grows, each row the small end beside the large one in one run: writes in groups, memory and start by
# entities, rows of a list, event loops, connections. Called by ./dev bench goals after a release build.
#   bench/goals.sh [--seconds 5] [--build build/release]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
seconds=5 build=build/release
while (($#)); do
  case $1 in
    --seconds) seconds=$2; shift 2 ;;
    --build) build=$2; shift 2 ;;
    *) echo "bench/goals.sh: unknown option '$1' (there are --seconds N and --build DIR)" >&2; exit 2 ;;
  esac
done
for needed in wrk sqlite3 taskset; do
  command -v "$needed" >/dev/null || { echo "bench/goals.sh: $needed is missing; ./dev setup bench installs it" >&2; exit 1; }
done
ulimit -n "$(ulimit -Hn)" || true
# shellcheck source=bench/common.sh
source bench/common.sh
# shellcheck source=bench/shop/make.sh
source bench/shop/make.sh
api=http://127.0.0.1:18491/api

# row NAME SMALL LARGE UNIT GOAL: the ratio is the large end's.
row() {
  printf '%-44s %10s %10s %-18s %7s   %s\n' "$1" "$2" "$3" "$4" "$(awk -v a="$3" -v b="$2" 'BEGIN {printf "%.2f", a / b}')" "$5"
}
# memory PID: resident, MB with two digits.
memory() { awk '/VmRSS/ {printf "%.2f", $2 / 1024}' "/proc/$1/status"; }
# entities N: a project of so many types at $scratch/N, each with what an ordinary one has.
entities() {
  mkdir "$scratch/$1"
  cp bench/shop/bedplate.yaml "$scratch/$1"
  {
    echo 'enum Role @roles { CUSTOMER STAFF }'
    for ((i = 0; i < $1; i++)); do
      cat <<GRAPHQL
type Thing$i @entity @index(fields: ["status", "placedAt"]) @allow(to: [READ], when: "owner == auth.id")
  @allow(roles: [STAFF]) {
  id: Int!
  owner: String!
  status: String! @default(value: "new") @constraint(maxLength: 20)
  code: String! @unique
  total: Decimal! @decimal(precision: 10, scale: 2)
  note: String
  placedAt: DateTime! @default(fn: NOW)
}
GRAPHQL
    done
  } >"$scratch/$1/schema.graphql"
}
# started_in: ms of the start of the server last started, as its log says.
started_in() { grep -o 'start_ms=[0-9]*' "$log" | tail -n 1 | cut -d= -f2; }

printf '%-44s %10s %10s %-18s %7s   %s\n' "" small large unit ratio goal
start_server 18491 "$build/bedplate" serve "$shop" --listen 127.0.0.1:18491
cost "$api/orders" "$server" 1 "$shop/insert.lua"; alone=$rate
cost "$api/orders" "$server" 128 "$shop/insert.lua"
row "durable inserts, 1 → 128 connections" "$alone" "$rate" "a second" "5: ≥ 40"
list="$api/orders?order=id&select=id,status,total,note,placedAt"
cost "$list&limit=10" "$server" 32 "$shop/staff.lua"; few=$(awk -v us="$us" 'BEGIN {print us / 10}')
cost "$list&limit=1000" "$server" 32 "$shop/staff.lua"
row "rows of a list, 10 → 1,000" "$few" "$(awk -v us="$us" 'BEGIN {print us / 1000}')" "CPU µs a row" "8: ≤ 1.2"
cost "$api/orders/7" "$server" 32 "$shop/customer.lua"; both=$us
before=$(memory "$server")
cost "$api/orders/7" "$server" 10000 "$shop/customer.lua"
row "connections, 32 → 10,000" "$both" "$us" "CPU µs a request" "8: ≤ 1.2"
row "resident before and after them" "$before" "$(memory "$server")" "MB" ""
end_server
start_server 18491 taskset -c 0 "$build/bedplate" serve "$shop" --listen 127.0.0.1:18491
cost "$api/orders/7" "$server" 32 "$shop/customer.lua"
row "event loops, 1 → 2" "$us" "$both" "CPU µs a request" "8: ≤ 1.2"
end_server

declare -A ready resident by_id
for count in 10 50 1000; do
  entities "$count"
  for round in first again; do  # the first one makes the tables
    start_server 18491 "$build/bedplate" serve "$scratch/$count" --listen 127.0.0.1:18491
    ready[$count$round]=$(started_in) resident[$count]=$(memory "$server")
    [[ $round == again ]] || end_server
  done
  sqlite3 "$scratch/$count/data/app.db" "INSERT INTO thing7s (id, owner, status, code, total, placed_at) VALUES (7, '8', 'new', 'x', 1, 0)"
  cost "$api/thing7s/7" "$server" 32 "$shop/staff.lua"
  by_id[$count]=$us
  end_server
done
row "a read by id, 10 → 1,000 entities" "${by_id[10]}" "${by_id[1000]}" "CPU µs a request" "8: ≤ 1.2"
row "a start, 10 → 1,000 entities" "$(awk -v ms="${ready[10again]}" 'BEGIN {print ms * 100}')" \
  "$(awk -v ms="${ready[1000again]}" 'BEGIN {print ms}')" "µs an entity" "8: ≤ 1.2"
printf '%-44s %10s %10s %-18s %7s   %s\n' "50 entities: ready, the first time and then" "${ready[50first]}" "${ready[50again]}" "ms" "" "7: ≤ 100"
printf '%-44s %10s %10s %-18s %7s   %s\n' "50 entities: resident" "" "${resident[50]}" "MB" "" "7: ≤ 25"
