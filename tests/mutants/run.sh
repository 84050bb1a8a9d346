#!/usr/bin/env bash
# tests/mutants/run.sh [N | NN…]: every patch here is a small lie told to one source file; some test must notice.
# With N below 10 so many of them, rotating by commit; with numbers of more digits those. Nothing of the tree is touched:
# the patched copy is compiled aside with the command of its original, the test program is linked anew with that one
# object, and must fail. A patch's first line names the program and the tests that must kill it. Of a header the source
# that holds those tests is compiled with it, and linked first, so that its inline functions are the program's. A
# patch of a script below tools names the script in tests/tools that must fail. BEDPLATE_BUILD: a configured build folder other than
# build/dev.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1
project=$PWD build=${BEDPLATE_BUILD:-build/dev}
[[ -f $build/build.ninja ]] || cmake --preset dev -B "$build" >/dev/null || exit 1
build=$(realpath "$build")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mapfile -t patches < <(printf '%s\n' tests/mutants/[0-9]*-*.patch | sort -V)
total=${#patches[@]} passed=0 failed=0

chosen=()
if (($# == 0)); then
  chosen=("${patches[@]}")
elif [[ $# == 1 && $1 =~ ^[1-9]$ ]]; then
  first=$(($(git rev-list --count HEAD 2>/dev/null || echo 0) * $1))
  for ((i = 0; i < $1 && i < total; i++)); do chosen+=("${patches[(first + i) % total]}"); done
else
  for number in "$@"; do
    for patch in "${patches[@]}"; do
      [[ ${patch##*/} != "$number"-* ]] || chosen+=("$patch")
    done
  done
fi

# verdict <pass|fail> <patch> <what> [log]
verdict() {
  printf '%-9s %s (%s s)\n' "$3" "${2##*/}" "$((SECONDS - began))"
  if [[ $1 == pass ]]; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
  [[ -z ${4:-} ]] || tail -n 20 "$4"
}

# The last command that makes an output of the build, as one line of shell.
command_of() { ninja -C "$build" -t commands "$1" 2>/dev/null | tail -n 1; }

# try_script <patch> <script of tests/tools>: on a copy of what the scripts read.
try_script() {
  local patch=$1 script=tests/tools/$2 log=$scratch/log
  rm -rf "$scratch/copy"
  mkdir -p "$scratch/copy/tests"
  cp -r tools src "$scratch/copy"
  cp -r tests/tools "$scratch/copy/tests"
  if ! timeout 120 bash "$scratch/copy/$script" >"$log" 2>&1; then verdict fail "$patch" "not green" "$log"; return; fi
  patch -d "$scratch/copy" -p1 -s -F2 <"$patch" >"$log" 2>&1 || { verdict fail "$patch" "outdated" "$log"; return; }
  if timeout 120 bash "$scratch/copy/$script" >"$log" 2>&1; then
    verdict fail "$patch" survived
  else
    verdict pass "$patch" killed
  fi
}

try() {
  local patch=$1 line settings=() program filter file source object compile link log=$scratch/log
  began=$SECONDS
  line=$(head -n 1 "$patch")
  read -r -a words <<<"${line#\# }"
  while [[ ${words[0]} == *=* ]]; do settings+=("${words[0]}") words=("${words[@]:1}"); done
  program=${words[0]} filter=${words[1]:-}
  file=$(sed -n 's|^+++ b/||p' "$patch")
  if [[ $file == tools/* ]]; then try_script "$patch" "$program"; return; fi
  source=$file
  [[ $file == *.cpp ]] || source=$(grep -lE "^TEST(_F|_P)?\\(${filter%%.*}," "${file%/*}"/*_test.cpp | head -n 1)
  [[ -n $source ]] || { verdict fail "$patch" "no tests"; return; }
  rm -rf "${scratch:?}/src"
  mkdir -p "$scratch/$(dirname "$file")"
  cp "$file" "$scratch/$file"
  patch -d "$scratch" -p1 -s -F2 <"$patch" >"$log" 2>&1 || { verdict fail "$patch" "outdated" "$log"; return; }
  cmake --build "$build" --target "$program" >"$log" 2>&1 || { verdict fail "$patch" "no build" "$log"; return; }
  # What fails without the patch, or tests nothing, would kill anything.
  if ! env "${settings[@]}" timeout 120 "$build/$program" --gtest_brief=1 --gtest_filter="$filter" >"$log" 2>&1 ||
    grep -q '^.==========. 0 tests' "$log"; then
    verdict fail "$patch" "not green" "$log"
    return
  fi
  object=CMakeFiles/bp_$(cut -d/ -f2 <<<"$source")
  [[ $source == "$file" ]] || object+=_tests
  object+=.dir/$source.o
  compile=$(command_of "$object") link=$(command_of "$program")
  compile=${compile//"$project/$file"/"$scratch/$file"}
  compile=${compile/" -I"/" -I$scratch/src -I"}
  compile=${compile//" $object"/" $scratch/mutant.o"}
  compile=${compile//"$object.d"/"$scratch/mutant.d"}
  link=${link//" $object "/" "}
  link=${link/" CMakeFiles/"/" $scratch/mutant.o CMakeFiles/"}
  link=${link//" -o $program "/" -o $scratch/mutant "}
  rm -f "$scratch/mutant.o" "$scratch/mutant"
  if ! (cd "$build" && eval "$compile" && eval "$link") >"$log" 2>&1 || [[ ! -x $scratch/mutant ]]; then
    verdict fail "$patch" "no build" "$log"
    return
  fi
  # Its own shell, so that a crash, which also counts, is not reported as ours.
  if bash -c 'env "$@" 2>&1; exit $?' _ "${settings[@]}" timeout 120 "$scratch/mutant" --gtest_brief=1 \
    --gtest_fail_fast --gtest_filter="$filter" >"$log" 2>/dev/null; then
    verdict fail "$patch" survived
  else
    verdict pass "$patch" killed
  fi
}

for patch in "${chosen[@]}"; do try "$patch"; done
echo "$passed passed, $failed failed"
((failed == 0 && passed > 0))
