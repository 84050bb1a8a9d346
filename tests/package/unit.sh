# shellcheck shell=bash
# The unit, read: what it says, and whether what strace saw of the program ($work/calls) is what it allows. Sourced.
unit_file=packaging/bedplate@.service
unit() { sed -n "s/%i/shop/g; s/^$1=//p" "$unit_file"; }

unit_verified() {
  sed 's|/usr/bin/bedplate|/bin/true|' "$unit_file" >"$work/bedplate@shop.service"
  systemd-analyze verify --man=no "$work/bedplate@shop.service" >"$work/said" 2>&1
  cat "$work/said"
  [[ ! -s $work/said ]]
}

# The system calls of a group, and of the groups in it.
group_calls() {
  local name
  systemd-analyze syscall-filter "$1" --no-pager | sed -n 's/^    \([@a-z0-9_-]*\)$/\1/p' | while read -r name; do
    if [[ $name == @* ]]; then group_calls "$name"; else echo "$name"; fi
  done
}

# From the program's own execve on.
program_calls() { awk '/execve\("\/usr\/bin\/bedplate"/ { on = 1 } on { sub(/^[0-9]+ +/, ""); print }' "$work/calls"; }

calls_allowed() {
  local group allowed denied
  allowed=$(for group in @default $(unit SystemCallFilter | grep -v '^~'); do group_calls "$group"; done)
  denied=$(for group in $(unit SystemCallFilter | sed -n 's/^~//p'); do group_calls "$group"; done)
  comm -23 <(printf '%s\n' "$allowed" | sort -u) <(printf '%s\n' "$denied" | sort -u) >"$work/allowed"
  program_calls | sed -n 's/^\([a-z0-9_]*\)(.*/\1/p' | sort -u >"$work/used"
  echo "used, but not allowed:"
  [[ -s $work/used ]] && ! comm -23 "$work/used" "$work/allowed" | grep .
}
# To systemd's socket, where the unit says that it waits for that.
unit_told() { [[ $(unit Type) == notify ]] && program_calls | grep 'sun_path=@"bedplate-package"' | grep 'READY=1'; }
memory_allowed() {
  ! program_calls | grep -E '^mmap\(.*PROT_WRITE\|PROT_EXEC|^(pkey_)?mprotect\(.*PROT_EXEC'
}
sockets_allowed() {
  local families
  families=$(unit RestrictAddressFamilies)
  program_calls | grep "^socket(" && ! program_calls | grep '^socket(' | grep -vE "^socket\((${families// /|}),"
}
