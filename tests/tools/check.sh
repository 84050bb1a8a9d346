# shellcheck shell=bash
# A small frame for tests of the project's scripts: a scratch tree, expectations, the closing count. Sourced.
set -uo pipefail
project=$(realpath "$(dirname "${BASH_SOURCE[0]}")/../..")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
passed=0 failed=0

# file <path> <line…>
file() {
  mkdir -p "$scratch/$(dirname "$1")"
  printf '%s\n' "${@:2}" >"$scratch/$1"
}

# expect <name> <exit status> <words the output must hold, or -> <command…>
expect() {
  local name=$1 status=$2 words=$3 output actual=0
  shift 3
  output=$("$@" 2>&1) || actual=$?
  if [[ $actual == "$status" && ($words == - || $output == *"$words"*) ]]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED: %s\n  wanted status %s with "%s", got %s:\n%s\n' "$name" "$status" "$words" "$actual" "$output"
  fi
}

finish() {
  echo "$passed passed, $failed failed"
  ((failed == 0))
}
