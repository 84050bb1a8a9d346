#!/usr/bin/env bash
# The OpenAPI documents of the examples and of the scenarios' models have nothing that Redocly's `recommended` or
# Spectral's `spectral:oas` finds, no warning either. BEDPLATE_PROGRAM: the program to test. Needs no server; half a minute.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
program=$(realpath "${BEDPLATE_PROGRAM:-build/dev/bedplate}")
tools=tests/node_modules/.bin
[[ -x $tools/redocly && -x $tools/spectral ]] || { echo "Redocly and Spectral are missing: ./dev setup test"; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The scenarios' configurations read it; nothing is signed here.
export JWT_SECRET=a-secret-of-thirty-two-characters
documents=()
for folder in examples/* tests/http/models/*; do
  [[ -f $folder/schema.graphql ]] || continue
  "$program" generate openapi "$folder" >"$work/$(basename "$folder").json" 2>"$work/err" || { cat "$work/err"; exit 1; }
  documents+=("$work/$(basename "$folder").json")
done
passed=0 failed=0
# clean <name> <words…>: it ends well and says nothing of warnings.
clean() {
  local name=$1 code=0
  shift
  timeout 120 "$@" >"$work/out" 2>&1 || code=$?
  if [[ $code == 0 ]] && ! grep -qiE '[1-9][0-9]* (warning|error)' "$work/out"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED $name (code $code)"
    tail -n 200 "$work/out"
  fi
}
echo 'extends: ["spectral:oas"]' >"$work/spectral.yaml"
echo 'extends: [recommended]' >"$work/redocly.yaml"
export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true
clean "redocly recommended" "$tools/redocly" lint --config "$work/redocly.yaml" --max-problems 1000 "${documents[@]}"
clean "spectral:oas" "$tools/spectral" lint --ruleset "$work/spectral.yaml" --fail-severity hint "${documents[@]}"
echo "$passed passed, $failed failed"
[[ $failed == 0 ]]
