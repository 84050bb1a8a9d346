#!/usr/bin/env bash
# The program's commands as a user types them. BEDPLATE_PROGRAM: the program to test (default: build/dev/bedplate).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
program=$(realpath "${BEDPLATE_PROGRAM:-build/dev/bedplate}")
work=$(mktemp -d)
server=
stop_server() {
  [[ -n $server ]] || return 0
  kill "$server" 2>/dev/null || true
  wait "$server" || true
  server=
}
trap 'stop_server; rm -rf "$work"' EXIT
passed=0 failed=0
pass() { passed=$((passed + 1)); }
wrong() { failed=$((failed + 1)); echo "FAILED $1"; sed 's/^/  /' "$work/out" "$work/err" 2>/dev/null || true; echo; }
# expect <name> <code> <pattern in either stream> <words…>
expect() {
  local name=$1 code=$2 pattern=$3 got=0
  shift 3
  timeout 20 "$program" "$@" >"$work/out" 2>"$work/err" || got=$?
  if [[ $got == "$code" ]] && cat "$work/out" "$work/err" | grep -qE -- "$pattern"; then pass; else wrong "$name (code $got)"; fi
}
# answer <name> <pattern> <curl words…>
answer() {
  local name=$1 pattern=$2
  shift 2
  timeout 20 curl -sS "$@" >"$work/out" 2>"$work/err" || true
  if grep -qE -- "$pattern" "$work/out"; then pass; else wrong "$name"; fi
}
# Starts a node and waits for its address; the port is the kernel's choice.
start() {
  rm -f "$work/server"
  "$program" "$@" --listen 127.0.0.1:0 >"$work/server" 2>&1 &
  server=$!
  for _ in $(seq 100); do
    api=$(grep -soE 'http://127.0.0.1:[0-9]+/api' "$work/server" | head -n 1) && return 0
    kill -0 "$server" 2>/dev/null || break
    sleep 0.05
  done
  cp "$work/server" "$work/out"
  wrong "starting: $*"
  return 1
}

mkdir -p "$work/notes" "$work/bad"
cat >"$work/notes/schema.graphql" <<'SDL'
enum Role @roles { STAFF }
type Note @entity
  @allow(to: [READ], when: "shared || author == auth.id")
  @allow(to: [READ], roles: [STAFF])
  @allow(to: [CREATE], when: "author == auth.id")
  @allow(to: [UPDATE], when: "author == auth.id && !shared") {
  id: ID!
  author: String! @default(fn: AUTH_ID)
  text: String!
  shared: Boolean! @default(value: false)
}
SDL
echo 'type Note @entity { id: ID! text: Strin }' >"$work/bad/schema.graphql"

# Usage.
expect "no command" 2 "subcommand is required"
expect "a misspelt command" 2 "did you mean serve" serv
expect "an unknown option" 2 "nosuch" check --nosuch
expect "the version" 0 "^bedplate [0-9]" --version
expect "a folder without a schema" 1 "there is no .*schema.graphql" check "$work"
if tests/commands/write_reference.sh "$program" | diff - docs/reference/commands.md >"$work/out"; then pass; else
  echo "mend: tests/commands/write_reference.sh <program> > docs/reference/commands.md" >>"$work/out"
  wrong "docs/reference/commands.md is not what --help says"
fi

# check
expect "check: fine" 0 "1 entity, 4 rules" check "$work/notes"
expect "check: errors" 1 "schema.graphql:1:3[0-9]: error" check "$work/bad"
echo '// a comment' >"$work/slashes.graphql"
expect "check: // is no comment" 1 "Comments begin with #" check "$work/slashes.graphql"
expect "check: JSON" 1 '^\{"errors":1' check "$work/bad" --format json
expect "check: SARIF" 1 '"2.1.0"' check "$work/bad/schema.graphql" --format sarif
expect "check: an unknown format" 2 "FORMAT|format" check "$work/notes" --format xml
expect "check: an error alone is counted alone" 1 ": 1 error$" check "$work/bad/schema.graphql"
mkdir "$work/yaml"; cp "$work/notes/schema.graphql" "$work/yaml"
printf 'server:\n  listn: 1\n' >"$work/yaml/bedplate.yaml"
expect "check: bedplate.yaml too" 1 "bedplate.yaml:2:3: error: .*listn" check "$work/yaml"
expect "check: bedplate.yaml as JSON" 1 '^\{"errors":1.*bedplate.yaml' check "$work/yaml" --format json
printf 'log:\n\tlevel: info\n' >"$work/yaml/bedplate.yaml"
expect "check: a tab in bedplate.yaml" 1 "bedplate.yaml:2:1: error: YAML allows no tabs" check "$work/yaml"
rm "$work/yaml/bedplate.yaml"
BEDPLATE_LOG_LEVL=info expect "check: variables, without a file too" 1 "did you mean BEDPLATE_LOG_LEVEL" check "$work/yaml"
expect "a misspelt option" 2 "did you mean --strict" check "$work/notes" --strct
expect "check: the prelude" 0 "^directive @entity" check --print-prelude
sed 's/text: String!/words: String!/' "$work/notes/schema.graphql" >"$work/later.graphql"
expect "check: a break is a finding" 0 "breaking-change" check "$work/later.graphql" --against "$work/notes"
expect "check: which fails strictly" 1 "breaking-change" check "$work/later.graphql" --against "$work/notes" --strict
sed 's/text: String!/text: String! @unique/' "$work/notes/schema.graphql" >"$work/unique.graphql"
expect "check: a new unique is a finding" 0 'has a new unique \(text\)' check "$work/unique.graphql" --against "$work/notes"
expect "check: against a revision" 0 "6 entities" check examples/shop --against HEAD
expect "check: against an option" 1 "neither a file nor a revision" check examples/shop --against=--help

# new
for template in minimal shop multi-tenant; do
  expect "new: $template" 0 "dev $work/$template " new "$work/$template" --template "$template"
  expect "new: $template has no finding" 0 ", 0 findings$" check --strict "$work/$template"
  "$program" check --print-prelude | diff - "$work/$template/bedplate.graphql" >"$work/out" && pass || wrong "new: $template has the prelude"
  # Its README, but for the two commands that begin, said to a node of its own.
  start dev "$work/$template"
  awk '/^```/ { inside = !inside; blocks += inside; next } inside && blocks > 1' "$work/$template/README.md" |
    sed "s|http://127.0.0.1:8080/api|$api|; s|curl |curl -sS |; s|bedplate |$program |g" >"$work/lines"
  (cd "$work/$template" && bash -euo pipefail "$work/lines") >"$work/out" 2>"$work/err" && pass || wrong "new: what the README of $template says works"
  if grep -qE 'INVALID|UNKNOWN|VIOLATION' "$work/out"; then wrong "new: a request in the README of $template is at fault"; else pass; fi
  stop_server
done
expect "new: nothing is overwritten" 1 "has these files already: .*schema.graphql" new "$work/shop" --template minimal
expect "new: as it was" 0 "5 entities" check "$work/shop"
mkdir "$work/begun" && touch "$work/begun/README.md"
expect "new: one file is enough" 1 "already: README.md$" new "$work/begun"
if [[ $(ls -A "$work/begun") == README.md ]]; then pass; else wrong "new: nothing is written by halves"; fi
expect "new: a template that is none" 2 "minimal" new "$work/other" --template shp
expect "new: the default" 0 "Made $work/other" new "$work/other"

# seed
expect "seed: a table a line, then all" 0 "^orderItems +[0-9]+$" seed examples/shop --rows 500 --database "sqlite:$work/seeded.db"
expect "seed: the same again elsewhere" 0 "rows in .*--seed 42" seed examples/shop --rows 500 --database "sqlite:$work/again.db"
rows_of() { sqlite3 "$1" "SELECT * FROM customers; SELECT * FROM order_items; SELECT * FROM reviews"; }
if cmp -s <(rows_of "$work/seeded.db") <(rows_of "$work/again.db"); then pass; else wrong "seed: two are the same"; fi
expect "seed: rows are no place for rows" 1 "--append" seed examples/shop --rows 500 --database "sqlite:$work/seeded.db"
expect "seed: unless told so" 0 "rows in" seed examples/shop --rows 500 --append --database "sqlite:$work/seeded.db"
expect "seed: some of each" 0 "^orders +12$" seed examples/shop --rows customers=3,orders=12 --database "sqlite:$work/some.db"
expect "seed: a type that is not there" 1 "Did you mean orders" seed examples/shop --rows order=12 --database "sqlite:$work/some.db"
expect "seed: no number" 2 "does not take 'many'" seed examples/shop --rows many --database "sqlite:$work/some.db"
expect "seed: no date" 2 "error" seed examples/shop --now yesterday --database "sqlite:$work/some.db"
start serve "$work/notes" --database "sqlite:$work/served.db"
expect "seed: by the process that serves" 0 "^notes +40$" seed "$work/notes" --rows notes=40 --database "sqlite:$work/served.db"
expect "seed: whose errors come back" 1 "rows of notes already" seed "$work/notes" --rows 40 --database "sqlite:$work/served.db"
answer "seed: rows are served at once" '"id":' "$api/notes?shared=eq.true&limit=1"
stop_server

# dev and token
expect "dev: not on every address" 1 "loopback alone" dev "$work/notes" --listen 0.0.0.0:0
start dev "$work/notes"
modes=$(stat -c %a "$work/notes/data" "$work/notes/data/app.db" "$work/notes/data/app.db-wal" | tr '\n' ' ')
if [[ $modes == "700 600 600 " ]]; then pass; else wrong "the database is private: $modes"; fi
if [[ $(stat -c %a "$work/notes/.bedplate/dev.key") == 600 ]]; then pass; else wrong "the key is private"; fi
if [[ $(cat "$work/notes/.bedplate/.gitignore") == '*' ]]; then pass; else wrong "the key stays out of git"; fi
json='Content-Type: application/json'
answer "dev: an empty list" '^\[\]$' "$api/notes"
answer "dev: a denial names the rule" 'no @allow of type Note for CREATE' "$api/notes" -H "$json" -d '{"text":"hi"}'
ada=$("$program" token "$work/notes" --id ada)
answer "dev: an insert with a token" '"author":"ada"' "$api/notes" -H "Authorization: Bearer $ada" -H "$json" -H 'Prefer: return=representation' -d '{"text":"hi"}'
answer "dev: a stranger sees none of it" '^\[\]$' "$api/notes"
staff=$("$program" token "$work/notes" --role STAFF)
answer "dev: staff does" '"text":"hi"' "$api/notes" -H "Authorization: Bearer $staff"
expect "token: roles, a comma between two" 0 "^ey" token "$work/notes" --roles STAFF,STAFF
expect "token: a misspelt role" 1 "Did you mean STAFF" token "$work/notes" --role STAF
expect "token: a claim of its own" 1 "cannot be given by --claim" token "$work/notes" --claim iss=me
expect "a second owner is refused, with the first one's process" 1 "owned by process $server" serve "$work/notes" --listen 127.0.0.1:0
# Every command that dev printed does what it says.
sed -n '/^# create/,/^# /p' "$work/server" | sed '/^#/d' >"$work/lines"
bash "$work/lines" >"$work/out" 2>"$work/err" || true
if grep -q '"text":"An example"' "$work/out"; then pass; else wrong "dev: what it prints can be pasted"; fi

port=${api#http://127.0.0.1:}
expect "serve: a port in use is no fault of the database" 1 "^error: Cannot listen on 127" serve "$work/notes" --listen "127.0.0.1:${port%/api}" --database "sqlite:$work/unused.db"
# Keys, through the process that owns the database.
key=$("$program" admin key create "$work/notes" --roles STAFF 2>/dev/null)
answer "admin: a key works at once" '"text":"hi"' "$api/notes" -H "apikey: $key"
expect "admin: it is listed by its id, never shown" 0 "^${key:3:16}  roles=STAFF" admin key list "$work/notes"
if grep -q "${key:20}" "$work/out"; then wrong "admin: the key is not shown again"; else pass; fi
expect "admin: an unknown role" 1 "has no role 'STAFFF'" admin key create "$work/notes" --roles STAFFF
row=$(curl -sS "$api/notes?text=eq.hi" -H "Authorization: Bearer $staff" | grep -oE '"id":"[^"]*"' | head -n 1 | cut -d'"' -f4)
expect "explain: a row of a running node" 0 "^  readable" access explain "$work/notes" notes --id ada --row "$row"
expect "explain: for another caller, of a running node" 0 "does not exist" access explain "$work/notes" notes --id bob --row "$row"
expect "explain: as JSON, of a running node" 0 '"allowed":"by new row"' access explain "$work/notes" notes --operation UPDATE --id ada --row "$row" --json
expect "explain: an unknown role, of a running node" 1 "Did you mean STAFF" access explain "$work/notes" notes --role STAF --row "$row"
if [[ $(stat -c %a "$work/notes/data/app.db.sock") == 600 ]]; then pass; else wrong "the owner's socket is private"; fi
expect "admin: revoke" 0 "Revoked" admin key revoke "${key:3:16}" "$work/notes"
answer "admin: a revoked key is refused at once" 'INVALID_TOKEN' "$api/notes" -H "apikey: $key"
# Backups, by the process that owns the database.
expect "admin: a backup of a running node" 0 "^Backed up to .*notes.backup, [0-9]+ bytes, checked" admin backup "$work/notes.backup" "$work/notes"
expect "admin: a backup is not written over" 1 "exists already" admin backup "$work/notes.backup" "$work/notes"
if [[ $(stat -c %a "$work/notes.backup") == 600 ]]; then pass; else wrong "a backup is private"; fi
expect "admin: no restore below a running node" 1 "owned by process $server" admin restore "$work/notes.backup" "$work/notes"
answer "admin: the node goes on" '"text":"hi"' "$api/notes" -H "Authorization: Bearer $staff"
stop_server
if [[ ! -e $work/notes/data/app.db.sock ]]; then pass; else wrong "the socket goes with its process"; fi
expect "admin: without a running node" 0 "revoked=" admin key list "$work/notes"
expect "admin: a backup without a running node" 0 "^Backed up" admin backup "$work/second.backup" "$work/notes"
expect "admin: restore" 0 "^Restored .* checked" admin restore "$work/notes.backup" "$work/notes"
if [[ -s $(sed -n 's/^What was there is now \(.*\)\.$/\1/p' "$work/out") ]]; then pass; else wrong "restore keeps the old file"; fi
head -c 8192 /dev/zero >"$work/zeros"
expect "admin: restore of what is no database" 1 "^error: .*(damaged|no database)" admin restore "$work/zeros" "$work/notes"
expect "admin: restore of what is not there" 1 "no database file" admin restore "$work/nothing" "$work/notes"
start dev "$work/notes"
answer "admin: a restored database is served" '"text":"hi"' "$api/notes" -H "Authorization: Bearer $staff"
answer "a write before the process is killed" '"author":"ada"' "$api/notes" -H "Authorization: Bearer $ada" -H "$json" -H 'Prefer: return=representation' -d '{"text":"last"}'
kill -9 "$server"
wait "$server" || true
start dev "$work/notes"
if grep -q "ended without closing the database" "$work/server"; then pass; else wrong "an unclean end: the file is checked"; fi
answer "an unclean end: what was acknowledged is there" '"text":"last"' "$api/notes" -H "Authorization: Bearer $staff"
stop_server
start dev "$work/notes"
if grep -q "ended without closing" "$work/server"; then wrong "a clean end: no check"; else pass; fi
stop_server

# test
for each in templates/minimal templates/shop templates/multi-tenant examples/shop examples/helpdesk examples/chinook tests/commands/newsroom "$work/notes"; do
  expect "test: ${each##*/}" 0 "^[0-9]+ passed, 0 failed in" test "$each"
done
expect "test: the same seed, the same tests" 0 "" test "$work/notes" --json --seed 7
sed 's/"seconds":[^,}]*//g' "$work/out" >"$work/first"
expect "test: again" 0 "" test "$work/notes" --json --seed 7
if sed 's/"seconds":[^,}]*//g' "$work/out" | diff "$work/first" - >"$work/err"; then pass; else wrong "test: a run is not repeated"; fi
expect "test: a filter" 0 "^Note  *[0-9]+ passed|^  Note  *[0-9]+ passed" test "$work/notes" --filter note.LIST
expect "test: a filter of nothing" 1 "no test has 'nosuch'" test "$work/notes" --filter nosuch
mkdir "$work/tmp"
TMPDIR=$work/tmp expect "test: a folder of its own" 0 "passed" test "$work/notes"
if rmdir "$work/tmp" 2>"$work/err"; then pass; else wrong "test: leaves its folder"; fi
expect "test: a matrix" 0 "^Note  *r---  *rcu-" test "$work/notes" --matrix
expect "test: a schema with errors" 1 "error" test "$work/bad"
expect "test: JUnit's file" 0 "0 failed" test examples/shop --junit "$work/results.xml"
if python3 - "$work/results.xml" >"$work/out" 2>&1 <<'PY'
import sys, xml.etree.ElementTree as tree
root = tree.parse(sys.argv[1]).getroot()
suites = root.findall('testsuite')
cases = [case for suite in suites for case in suite.findall('testcase')]
assert root.tag == 'testsuites' and len(suites) == 6 and int(root.get('tests')) == len(cases) > 500
assert all(case.get('name') and case.get('classname') and float(case.get('time')) >= 0 for case in cases)
PY
then pass; else wrong "test: JUnit's file is none"; fi
expect "test: a file that cannot be written" 1 "cannot be written" test "$work/notes" --junit "$work/nowhere/results.xml"

# access explain
expect "explain: by row" 0 "left to the row" access explain "$work/notes" notes --id ada
expect "explain: refused" 0 "DELETE on notes: no" access explain "$work/notes" notes --operation DELETE --role STAFF
expect "explain: an unknown resource" 1 "note" access explain "$work/notes" nots
expect "explain: an unknown verb" 1 "READ, CREATE" access explain "$work/notes" notes --operation LOOK
row=$(sqlite3 "$work/notes/data/app.db" "SELECT id FROM notes WHERE text = 'hi'")
expect "explain: a row of her own" 0 "^  readable" access explain "$work/notes" notes --id ada --row "$row"
expect "explain: UPDATE of a row" 0 "^UPDATE on notes: by new row" access explain "$work/notes" notes --operation UPDATE --id ada --row "$row"
expect "explain: what the new row has to fulfil" 0 "of the new row: author == auth.id && !shared" access explain "$work/notes" notes --operation UPDATE --id ada --row "$row"
expect "explain: UPDATE of another's row" 0 "^UPDATE on notes: no" access explain "$work/notes" notes --operation UPDATE --role STAFF --id bob --row "$row"
expect "explain: a row as JSON" 0 '"allowed":"by new row"' access explain "$work/notes" notes --operation UPDATE --id ada --row "$row" --json
expect "explain: no row as JSON" 1 "no such row" access explain "$work/notes" notes --id bob --row "$row" --json
expect "explain: another's row does not exist" 0 "does not exist" access explain "$work/notes" notes --id bob --row "$row"

# What the model gained reaches the database, and is told; with a seed.sql too.
cp -r "$work/notes" "$work/grown"
echo 'SELECT 1;' >"$work/grown/seed.sql"
cp "$work/unique.graphql" "$work/grown/schema.graphql"
expect "serve: a unique that is not enforced" 1 "there is no unique .text. of table 'notes'" serve "$work/grown" --listen 127.0.0.1:0
sqlite3 "$work/grown/data/app.db" "UPDATE notes SET text = id"
start dev "$work/grown"
cp "$work/server" "$work/out"
if grep -q "In the database now: unique (text) of table 'notes'" "$work/server"; then pass; else wrong "dev: tells what it added"; fi
stop_server

# serve
start serve "$work/notes"
answer "serve: ready" '^ready$' "${api%/api}/readyz"
answer "serve: the development key is nobody's" 'INVALID_TOKEN' "$api/notes" -H "Authorization: Bearer $ada"
answer "serve: denials tell no rules" '"details":null' "$api/notes" -H "$json" -d '{"text":"hi"}'
kill -TERM "$server"
if wait "$server"; then pass; else cp "$work/server" "$work/out"; wrong "serve: SIGTERM ends it well"; fi
server=
sqlite3 "$work/other.db" 'CREATE TABLE notes (id TEXT PRIMARY KEY, author TEXT NOT NULL, text TEXT)'
expect "serve: a database that does not fit" 1 "no column 'notes.shared'" serve "$work/notes" --listen 127.0.0.1:0 --database "sqlite:$work/other.db"
expect "serve: and what else differs" 1 "'notes.text' may be null" serve "$work/notes" --listen 127.0.0.1:0 --database "sqlite:$work/other.db"
expect "serve: no such address" 1 "" serve "$work/notes" --listen nowhere

echo "$passed passed, $failed failed"
((failed == 0))
