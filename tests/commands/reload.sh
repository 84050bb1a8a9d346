#!/usr/bin/env bash
# `bedplate dev` while somebody saves, under load: what is saved is served, what can't be is told, and no request fails.
# BEDPLATE_PROGRAM: the program to test (default: build/dev/bedplate).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
program=$(realpath "${BEDPLATE_PROGRAM:-build/dev/bedplate}")
work=$(mktemp -d)
server="" load=""
finish() {
  for each in $load $server; do kill "$each" 2>/dev/null || true; done
  wait || true
  rm -rf "$work"
}
trap finish EXIT
passed=0 failed=0
pass() { passed=$((passed + 1)); }
wrong() { failed=$((failed + 1)); echo "FAILED $1"; sed 's/^/  /' "$work/out" "$work/log" 2>/dev/null || true; echo; }
# check <name> <pattern> <curl words…>
check() {
  local name=$1 pattern=$2
  shift 2
  timeout 20 curl -sS "$@" >"$work/out" 2>&1 || true
  if grep -qE -- "$pattern" "$work/out"; then pass; else wrong "$name"; fi
}
# told <name> <pattern>: dev says so within some seconds.
told() {
  for _ in $(seq 200); do
    if grep -qE -- "$2" "$work/log"; then pass; return; fi
    sleep 0.05
  done
  wrong "$1"
}
# save <fields>: as an editor does that gives a new file the old one's name.
save() {
  : >"$work/log"
  printf 'type Task @entity @allow { id: ID! %s }\n%s\n' "$1" "${2:-}" >"$work/app/next"
  mv "$work/app/next" "$work/app/schema.graphql"
}

mkdir "$work/app"
quiet='log: { requests: errors }'
echo "$quiet" >"$work/app/bedplate.yaml"
save 'title: String! @constraint(maxLength: 20)'
"$program" dev "$work/app" --listen 127.0.0.1:0 >>"$work/log" 2>&1 &
server=$!
for _ in $(seq 100); do
  base=$(grep -soE 'http://127.0.0.1:[0-9]+' "$work/log" | head -n 1) && break
  sleep 0.05
done
api=$base/api/tasks post=(-w '%{http_code}' -H 'Content-Type: application/json')
check "a first row" '^201$' "$api" "${post[@]}" -d '{"title":"first"}'
node tests/commands/load.mjs "$api" >"$work/load" 2>&1 &
load=$!

save 'title: String! @constraint(maxLength: 20) done: Boolean! @default(value: false) note: String!'
told "a required field without a value is refused" "column 'tasks.note'"
told "and what was saved before goes on" "Saved, and not served"
check "the page says so" 'column &#39;tasks.note|column .tasks.note' "$base/"
save 'title: String! @constraint(maxLength: 20) done: Boolean! @default(value: false)'
told "the SQL is printed" 'ALTER TABLE "tasks" ADD COLUMN "done"'
told "and it is served" 'Saved and served'
check "a new field with its default" '"done":false' "$api"
save 'title: Strin!'
told "an error has its caret" '\^'
check "a row by the former schema" '"done":false' "$api"
save 'title: String! done: Boolean! @default(value: false)'
told "a constraint that went" "constraint 'tasks_title_max_length'"
check "is kept to no more" '^201$' "$api" "${post[@]}" -d '{"title":"a title of more than twenty letters"}'
save 'name: String! @renamedFrom(name: "title") @constraint(maxLength: 100) done: Boolean'
told "a renamed field keeps its column" 'RENAME COLUMN "title" TO "name"'
check "with its values" '"name":"first"' "$api"
check "a field that may be null now" '^201$' "$api" "${post[@]}" -d '{"name":"second","done":null}'
check "a constraint that came" '"reason":"CONSTRAINT_VIOLATION"' "$api" "${post[@]}" -d "{\"name\":\"$(printf 'x%.0s' {1..101})\"}"
save 'done: Boolean'
told "a field that is left out stays in the database" "column 'tasks.name' is no longer in the schema"
check "and asks for no value" '^201$' "$api" "${post[@]}" -d '{}'
save 'done: Boolean! name: String'
told "what rows lack is not required" "can't be required: 2 rows|can't be required: 1 row has"
save 'name: String done: Boolean' 'type Tag @entity @allow(to: [READ]) { id: ID! word: String! @unique }'
told "a new type is a table" "table 'tags'"
check "which is served" '^\[\]$' "$base/api/tags"
check "the values are still there" '"name":"first"' "$api"
: >"$work/log"
printf 'limits: { rows: 1 }\n%s\n' "$quiet" >"$work/app/bedplate.yaml"
told "the configuration is heeded too" 'Saved and served'
check "at once" '206' -o "$work/rows" -w '%{http_code}' "$api"

kill -TERM "$load"
wait "$load" || true
load=
cp "$work/load" "$work/out"
if grep -qE '^[0-9]{3,} answered, 0 failed$' "$work/load"; then pass; else wrong "no request fails while schemas change"; fi
kill -TERM "$server"
if wait "$server"; then pass; else wrong "dev ends well"; fi
server=
echo "$passed passed, $failed failed"
((failed == 0))
