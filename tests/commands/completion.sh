#!/usr/bin/env bash
# What the shells themselves make of `bedplate completion`, and man of `bedplate manual`; shells that are not installed
# are skipped. BEDPLATE_PROGRAM: the program to test (default: build/dev/bedplate).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
here=$PWD/tests/commands
program=$(realpath "${BEDPLATE_PROGRAM:-build/dev/bedplate}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0 skipped=0
pass() { passed=$((passed + 1)); }
wrong() { failed=$((failed + 1)); echo "FAILED $1"; sed 's/^/  /' "$work/out"; echo; }

mkdir -p "$work/in/shop" "$work/in/a folder"
touch "$work/in/shop.backup" "$work/in/schema.graphql"
cd "$work/in"
for shell in bash zsh fish; do "$program" completion $shell >"$work/$shell"; done

bash_offers() {
  bash --norc -c '
    source "$1"
    line=$2
    read -ra COMP_WORDS <<<"${line//=/ = }"
    [[ $line != *[\ =] ]] || COMP_WORDS+=("")
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _bedplate && ((${#COMPREPLY[@]} == 0)) || printf "%s\n" "${COMPREPLY[@]}"' - "$work/bash" "$1"
}
zsh_offers() { timeout 20 zsh -f "$here/zsh_offers.zsh" "$work/zsh" "$1"; }
fish_offers() {
  HOME=$work timeout 20 fish --no-config -c "source $work/fish; complete -C '$1'" | sed 's/\t.*//; s/\/$//; s/^--[a-z-]*=//'
}

# offers <line> <what, in any order>: with each shell.
offers() {
  local shell line=$1 expected
  shift
  expected=$(printf '%s\n' "$@" | sed '/^$/d' | sort)
  for shell in bash zsh fish; do
    if ! command -v "$shell" >/dev/null; then skipped=$((skipped + 1)); continue; fi
    "${shell}_offers" "$line" 2>&1 | sed 's/\\//g; s/=$//' | sort >"$work/out" || true
    if [[ $(cat "$work/out") == "$expected" ]]; then pass; else wrong "$shell: '$line' offers not just: $*"; fi
  done
}
# Each command and what is below it, as help lists them.
below() { "$program" "$@" --help | sed -n '/^Subcommands:/,/^$/s/^  \([a-z]*\) .*/\1/p'; }
mapfile -t commands < <(below)
offers "bedplate " "${commands[@]}"
offers "bedplate ser" serve
for command in "${commands[@]}"; do
  mapfile -t words < <(below "$command")
  ((${#words[@]} == 0)) || offers "bedplate $command " "${words[@]}"
done
offers "bedplate admin key " create list revoke
offers "bedplate admin key create --t" --tenant
offers "bedplate serve --" --help --listen --database --migrate --take-over
offers "bedplate check --format " human json sarif
offers "bedplate check --format=s" sarif
offers "bedplate completion " bash zsh fish
offers "bedplate serve " "a folder" shop
offers "bedplate admin restore shop." shop.backup
offers "bedplate serve --listen " ""

# The manual.
"$program" manual >"$work/bedplate.1"
if command -v man >/dev/null; then
  man --warnings -l "$work/bedplate.1" 2>&1 >"$work/page" | head >"$work/out" || true
  if [[ ! -s $work/out && -s $work/page ]]; then pass; else wrong "man has warnings"; fi
else
  skipped=$((skipped + 1))
fi
if command -v mandoc >/dev/null; then
  if mandoc -T lint -W warning "$work/bedplate.1" >"$work/out"; then pass; else wrong "mandoc has warnings"; fi
else
  skipped=$((skipped + 1))
fi
SOURCE_DATE_EPOCH=86400 "$program" manual >"$work/out"
if grep -q '^\.TH BEDPLATE 1 "1970-01-02" "bedplate [0-9.]*"' "$work/out"; then pass; else wrong "SOURCE_DATE_EPOCH"; fi
for command in "${commands[@]}"; do
  if grep -q "^\.SS bedplate $command" "$work/out"; then pass; else wrong "the manual lacks $command"; fi
done

echo "$passed passed, $failed failed, $skipped skipped"
((failed == 0))
