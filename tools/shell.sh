# shellcheck shell=bash
# What ./dev's commands share: coloured stages with their time, suites with their counts. Sourced, never run.

if [[ -t 1 && -z ${NO_COLOR:-} ]]; then
  bold=$'\e[1m' dim=$'\e[2m' red=$'\e[31m' green=$'\e[32m' plain=$'\e[0m'
else
  bold='' dim='' red='' green='' plain=''
fi
total_passed=0 total_failed=0 total_skipped=0

note() { printf '%s  %s%s\n' "$dim" "$*" "$plain"; }

# fail <what is wrong> [hint] [exit code]
fail() {
  printf '%s✗ %s%s\n' "$red" "$1" "$plain" >&2
  [[ -z ${2:-} ]] || printf '  hint: %s\n' "$2" >&2
  exit "${3:-1}"
}

# since <EPOCHREALTIME>: "3.2 s"
since() {
  local now=$EPOCHREALTIME tenths
  tenths=$((((${now/[.,]/} - ${1/[.,]/}) + 50000) / 100000))
  printf '%d.%d s' $((tenths / 10)) $((tenths % 10))
}

# quietly <name> <log> <command…>: on a terminal the log's last line is shown while the command runs.
quietly() {
  local name=$1 log=$2 job
  shift 2
  if [[ ! -t 1 ]]; then
    "$@" >"$log" 2>&1 </dev/null
    return
  fi
  "$@" >"$log" 2>&1 </dev/null &
  job=$!
  while kill -0 "$job" 2>/dev/null; do
    printf '\r\e[K%s… %s  %s%s' "$dim" "$name" "$(tail -n 1 "$log" | tr -d '\r' | cut -c 1-60)" "$plain"
    sleep 0.2
  done
  printf '\r\e[K'
  wait "$job"
}

# soft_stage <name> <command…>: runs it with its output in a log, shown only if it fails.
soft_stage() {
  local name=$1 started=$EPOCHREALTIME log
  shift
  log=build/logs/${name//[ \/]/_}.log
  if quietly "$name" "$log" "$@"; then
    printf '%s✓%s %-28s %s%s%s\n' "$green" "$plain" "$name" "$dim" "$(since "$started")" "$plain"
  else
    # Ninja repeats the command of a failed step; nobody reads it.
    grep -vE '^(\[[0-9]+/[0-9]+\] (Building|Linking|Re-checking)|/usr/bin/cmake -E env |: && )' "$log" | tail -n 120 || true
    printf '%s✗ %s%s %s (all of it: %s)\n' "$red" "$name" "$plain" "$(since "$started")" "$log"
    return 1
  fi
}

stage() { soft_stage "$@" || exit 1; }

# count_suite <name> <passed> <failed> [skipped]
count_suite() {
  total_passed=$((total_passed + $2))
  total_failed=$((total_failed + $3))
  total_skipped=$((total_skipped + ${4:-0}))
}

# suite <name> <seconds it may take> <command…>: the command closes with GoogleTest's lines or with
# 'N passed, N failed[, N skipped]'.
suite() {
  local name=$1 limit=$2 started=$EPOCHREALTIME status=0 log passed failed skipped
  shift 2
  log=build/logs/${name//[ \/]/_}.log
  quietly "$name" "$log" timeout --kill-after=10 "$limit" "$@" || status=$?
  read -r passed failed skipped < <(awk '
    /^\[  PASSED  \] [0-9]+ test/ { p = $4 }
    /^\[  FAILED  \] [0-9]+ test/ { f = $4 }
    /^\[  SKIPPED \] [0-9]+ test/ { s = $4 }
    /^([^ ]+: )?[0-9]+ passed, [0-9]+ failed/ {
      sub(/^[^ ]+: /, ""); gsub(/,/, ""); p = $1; f = $3; s = $5
    }
    END { print p + 0, f + 0, s + 0 }' "$log")
  if ((status == 124)); then echo "$name did not end within $limit s" >>"$log"; fi
  if ((passed + failed + skipped == 0)); then echo "$name ran no test" >>"$log"; failed=1; fi
  if ((status != 0 && failed == 0)); then echo "$name ended with status $status" >>"$log"; failed=1; fi
  count_suite "$name" "$passed" "$failed" "$skipped"
  if ((failed)); then
    tail -n 150 "$log"
    printf '%s✗ %-28s%s %d failed, %d passed, %s (all of it: %s)\n' "$red" "$name" "$plain" "$failed" "$passed" "$(since "$started")" "$log"
  else
    printf '%s✓%s %-28s %s%d passed%s, %s%s\n' "$green" "$plain" "$name" "$dim" "$passed" \
      "$( ((skipped == 0)) || printf ', %d skipped' "$skipped")" "$(since "$started")" "$plain"
  fi
}

# The closing line; a run without any test is a failure.
finish_suites() {
  ((total_passed + total_failed > 0)) || fail "no test ran"
  printf '\n%s' "$bold"
  if ((total_skipped)); then
    printf '%d passed, %d failed, %d skipped%s\n' "$total_passed" "$total_failed" "$total_skipped" "$plain"
  else
    printf '%d passed, %d failed%s\n' "$total_passed" "$total_failed" "$plain"
  fi
  ((total_failed == 0))
}
