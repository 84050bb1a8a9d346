#!/usr/bin/env bash
# ./dev fuzz rules [seconds] [seed] [cells]: random rules evaluated in C++, by SQLite and by PostgreSQL and compared cell
# by cell (tests/differential), ten million cells or ten minutes, whichever ends first.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
seconds=${1:-600} seed=${2:-1000000} cells=${3:-10000000}
[[ -f build/release/build.ninja ]] || cmake --preset release
cmake --build build/release -j "$(nproc)" --target rules
exec build/release/rules "$cells" "$seconds" "$seed"
