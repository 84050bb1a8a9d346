#!/usr/bin/env bash
# Prints docs/reference/commands.md from the program's own --help: tests/commands/write_reference.sh <program>.
set -euo pipefail
program=$1
cat <<'TEXT'
# Commands

Every command with its options and examples, as `--help` prints them. Exit codes: 0 fine (also with warnings),
1 failed or errors found, 2 wrong usage. Results go to standard output; findings, errors and the log to standard error.
`NO_COLOR` turns colours off. The folder's `bedplate.yaml` is overridden by `BEDPLATE_*` variables, these by options.
TEXT
section() {
  printf '\n## bedplate%s\n\n```text\n' "${*:+ $*}"
  "$program" "$@" --help | sed "s|^Usage: [^ ]*/bedplate|Usage: bedplate|; s/ *$//" | cat -s
  printf '```\n'
}
section
for command in new dev serve check test token seed "access explain" "generate openapi" "admin key create" "admin key list" "admin key revoke" "admin backup" "admin restore" completion manual; do
  # shellcheck disable=SC2086
  section $command
done
