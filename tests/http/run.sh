#!/usr/bin/env bash
# Requests and the replies they must get, on the real program. BEDPLATE_PROGRAM: the program to test.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
command -v node >/dev/null || { echo "node is missing: install Node 18 or newer"; exit 1; }
exec node run.mjs "$@"
