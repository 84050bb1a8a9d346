#!/usr/bin/env bash
# Reads and changes Chinook through @supabase/postgrest-js; compares answers and rows with SQL. BEDPLATE_PROGRAM: the program to test.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
command -v node >/dev/null || { echo "node is missing: install Node 18 or newer"; exit 1; }
[[ -d ../../node_modules/@supabase/postgrest-js ]] || { echo "npm packages are missing: ./dev setup test"; exit 1; }
exec node run.mjs "$@"
