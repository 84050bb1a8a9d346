#!/usr/bin/env bash
# ./dev fuzz rules [seconds] [seed] [cells]: random rules evaluated in C++, by SQLite and by PostgreSQL and compared cell
# by cell (tests/differential), ten million cells or an hour, whichever ends first.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
seconds=${1:-3600} seed=${2:-1000000} cells=${3:-10000000}
# The release preset leaves tests out, so this has a folder of its own; ccache lends it the units.
[[ -f build/rules/build.ninja ]] || cmake --preset release -B build/rules -DBEDPLATE_TESTS=ON
cmake --build build/rules -j "$(nproc)" --target rules
exec build/rules/rules "$cells" "$seconds" "$seed"
