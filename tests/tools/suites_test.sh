#!/usr/bin/env bash
# tools/shell.sh: how suites are counted, and that nothing run or a crash is a failure.
source "$(dirname "${BASH_SOURCE[0]}")/check.sh"
mkdir -p "$scratch/build/logs"
# counts <script>: runs one suite made of that script and prints the closing line.
counts() {
  cd "$scratch" && source "$project/tools/shell.sh" && suite a 5 bash -c "$1" >/dev/null
  finish_suites
}
expect 'GoogleTest passes' 0 '12 passed, 0 failed' counts 'echo "[  PASSED  ] 12 tests."'
expect 'GoogleTest fails' 1 '11 passed, 1 failed' counts 'echo "[  PASSED  ] 11 tests."; echo "[  FAILED  ] 1 test, listed below:"; exit 1'
expect 'GoogleTest skips' 0 '3 passed, 0 failed, 2 skipped' counts 'echo "[  PASSED  ] 3 tests."; echo "[  SKIPPED ] 2 tests, listed below:"'
expect 'a plain line' 0 '4 passed, 0 failed' counts 'echo "4 passed, 0 failed"'
expect 'a plain line with a word before' 1 '4 passed, 2 failed, 1 skipped' counts 'echo "chinook: 4 passed, 2 failed, 1 skipped"; exit 1'
expect 'a crash after success' 1 '4 passed, 1 failed' counts 'echo "4 passed, 0 failed"; exit 139'
expect 'no test at all' 1 '0 passed, 1 failed' counts 'true'
expect 'an endless one' 1 '0 passed, 1 failed' counts 'sleep 30'
finish
