#!/usr/bin/env bash
# The guide's pages as a reader follows them: their files are written, their commands run, and each prints what the page
# says. BEDPLATE_PROGRAM: the program to test.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
command -v node >/dev/null || { echo "node is missing: install Node 18 or newer"; exit 1; }
exec node run.mjs "$@"
