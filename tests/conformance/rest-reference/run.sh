#!/usr/bin/env bash
# Every row of docs/reference/rest.md names a test that exists, or says 'differs: why' or 'not yet'.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
command -v node >/dev/null || { echo "node is missing: install Node 18 or newer"; exit 1; }
exec node run.mjs
