#!/usr/bin/env bash
# Fifty kills under mixed writes lose nothing acknowledged and leave nothing half done; ./dev fuzz kill runs more of
# them. Arguments: kills, seed, seconds. BEDPLATE_PROGRAM: the program to test.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
command -v node >/dev/null || { echo "node is missing: install Node 18 or newer"; exit 1; }
exec node fuzz/kill/run.mjs "${1:-50}" "${2:-}" "${3:-50}"
