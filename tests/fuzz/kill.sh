#!/usr/bin/env bash
# ./dev fuzz kill [kills] [seed] [seconds]: a node under mixed writes is killed at random moments and started again on
# the same file; a ledger outside it knows what was acknowledged (tests/fuzz/kill). BEDPLATE_PROGRAM: the program to test.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
if [[ -z ${BEDPLATE_PROGRAM:-} ]]; then
  [[ -f build/release/build.ninja ]] || cmake --preset release
  cmake --build build/release -j "$(nproc)" --target bedplate
  export BEDPLATE_PROGRAM=build/release/bedplate
fi
exec node tests/fuzz/kill/run.mjs "${1:-1000}" "${2:-}" "${3:-}"
