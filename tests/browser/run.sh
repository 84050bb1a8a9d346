#!/usr/bin/env bash
# Walks the pages that the program serves in Debian's Chromium: what they do, that they are accessible in light and dark,
# and that they ask nobody but the server. BEDPLATE_PROGRAM: the program to test.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
command -v node >/dev/null || { echo "node is missing: install Node 18 or newer"; exit 1; }
command -v chromium >/dev/null || { echo "chromium is missing: ./dev setup test"; exit 1; }
[[ -d ../node_modules/playwright-core ]] || { echo "npm packages are missing: ./dev setup test"; exit 1; }
exec timeout 300 node run.mjs "$@"
