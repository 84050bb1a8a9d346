#!/usr/bin/env bash
# What the pages for readers tell to run, as a reader runs it: their files are written, their commands run, and each
# prints what the page says. BEDPLATE_PROGRAM: the program to test. run.mjs has the pages, page.mjs how they are read;
# `run.sh trash` follows one of them, SHOW=1 shows what is printed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
command -v node >/dev/null || { echo "node is missing: install Node 18 or newer"; exit 1; }
[[ -d ../../node_modules/@supabase/postgrest-js ]] || { echo "npm packages are missing: ./dev setup test"; exit 1; }
exec timeout 300 node run.mjs "$@"
