# shellcheck shell=bash
# The shop that the benchmarks serve, with its rows, and tokens for it: sets $shop, $customer and $staff (tokens), and leaves
# scripts for wrk there. Sourced behind bench/common.sh; the caller has set $build.
shop=$scratch/shop
mkdir "$shop"
cp bench/shop/schema.graphql bench/shop/bedplate.yaml "$shop"
# The program makes the tables; the rows are put in while it is not running.
start_server 18491 "$build/bedplate" serve "$shop" --listen 127.0.0.1:18491
end_server
sqlite3 "$shop/data/app.db" <<'SQL'
BEGIN;
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
  INSERT INTO customers (id, email, name) SELECT i, 'c' || i || '@example.com', 'Customer ' || i FROM n;
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
  INSERT INTO orders (id, customer_id, status, total, note, placed_at)
  SELECT i, (i % 2000) + 1, CASE i % 3 WHEN 0 THEN 'new' WHEN 1 THEN 'paid' ELSE 'sent' END, i * 7, 'note ' || i,
         1700000000000000 + i * 1000000 FROM n;
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000)
  INSERT INTO items (id, order_id, name, quantity, price)
  SELECT i, (i % 20000) + 1, 'Item ' || i, i % 5 + 1, i % 9000 FROM n;
COMMIT;
SQL

base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
# mint SUBJECT ROLE: an access token for bench/shop/bedplate.yaml.
mint() {
  local head body
  head=$(printf '{"alg":"HS256","typ":"JWT"}' | base64url)
  body=$(printf '{"iss":"bench","aud":"bench","sub":"%s","roles":["%s"],"exp":%d}' "$1" "$2" "$(($(date +%s) + 3600))" | base64url)
  printf '%s.%s.%s' "$head" "$body" \
    "$(printf '%s.%s' "$head" "$body" | openssl dgst -sha256 -hmac 0123456789abcdef0123456789abcdef -binary | base64url)"
}
customer=$(mint 8 CUSTOMER) staff=$(mint 1 STAFF)
lua() { printf 'wrk.headers["Authorization"] = "Bearer %s"\n%s\n' "$1" "$2" >"$shop/$3.lua"; }
lua "$customer" '' customer
lua "$staff" '' staff
lua "$customer" 'wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body = "{\"customerId\": 8, \"total\": 12.34, \"note\": \"hello\"}"' insert
