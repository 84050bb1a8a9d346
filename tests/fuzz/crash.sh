#!/usr/bin/env bash
# ./dev fuzz crash [images] [seed]: power cuts. A store's writes are written down, disks made of them as a cut at any moment
# may leave them, and each opened: what was acknowledged must be there, nothing by halves
# (src/store/sqlite/crash_test.cpp).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
[[ -f build/dev/build.ninja ]] || cmake --preset dev
cmake --build build/dev -j "$(nproc)" --target test_store_room
export BEDPLATE_CRASH_IMAGES=${1:-1000000} BEDPLATE_CRASH_SEED=${2:-$RANDOM}
echo "seed $BEDPLATE_CRASH_SEED"
exec build/dev/test_store_room --gtest_filter='SqliteCrash.Threat130*'
