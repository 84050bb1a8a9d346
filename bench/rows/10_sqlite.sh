# shellcheck shell=bash
# Bedplate on SQLite, rules on: by id, a list of 20, three levels, an insert. Sourced by bench/run.sh.
# shellcheck source=bench/shop/make.sh
source bench/shop/make.sh
start_server 18491 "$build/bedplate" serve "$shop" --listen 127.0.0.1:18491
api=http://127.0.0.1:18491/api
measure "SQLite, by id" "$api/orders/7" "$server" "$shop/customer.lua"
measure "SQLite, list of 20" "$api/orders?status=eq.paid&order=placedAt.desc&limit=20" "$server" "$shop/staff.lua"
measure "SQLite, three levels" "$api/customers/8?select=*,orders(*,items(*))" "$server" "$shop/customer.lua"
measure "SQLite, insert" "$api/orders" "$server" "$shop/insert.lua"
