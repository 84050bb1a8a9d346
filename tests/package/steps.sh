# shellcheck shell=bash
# The steps that tests/package/run.sh is made of: checks, a root to do them in, a server there. Sourced, never run.
root=$work/root
# In the foreground: else timeout gives a signal twice, and a second one ends the program at once.
inside=(timeout --foreground 300 chroot "$root"
  env -i PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin HOME=/ LANG=C.UTF-8)
server=
passed=0 failed=0

# What is mounted below $work: a recursive removal must meet no mount.
unmount() {
  awk -v work="$work/" 'index($2, work) == 1 { print $2 }' /proc/mounts | sort -r | xargs -r umount -l
}
cleanup() {
  [[ -z $server ]] || { kill -TERM "$server" && wait "$server"; } 2>/dev/null || true
  unmount
  rm -rf --one-file-system "$work"
}
trap cleanup EXIT

# check <name> <command…>: shows what the command wrote where it fails.
check() {
  local title=$1
  shift
  if "$@" >"$work/out" 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "FAILED $title"
    tail -n 40 "$work/out" | sed 's/^/  /'
  fi
}
# says <pattern> <command…>: and ends well.
says() {
  local pattern=$1 status=0
  shift
  "$@" >"$work/said" 2>&1 || status=$?
  cat "$work/said"
  ((status == 0)) && grep -qE -- "$pattern" "$work/said"
}
fails() { ! "$@"; }

# A fresh copy of the empty Debian.
new_root() {
  unmount
  rm -rf --one-file-system "$root"
  cp -a "$empty" "$root"
  mount -t proc proc "$root/proc"
  mount --bind /dev "$root/dev"
}
installs() {
  "${inside[@]}" sh -c 'apt-get update -q && cd /tmp && apt-get install -qy --no-install-recommends ./*.deb'
}

# start <words…>: a server, until its log says where.
start() {
  : >"$work/log"
  "$@" >>"$work/log" 2>&1 &
  server=$!
  for _ in $(seq 400); do
    api=$(grep -oE 'https?://[0-9.]+:[0-9]+/api' "$work/log" | head -n 1) && return 0
    kill -0 "$server" 2>/dev/null || break
    sleep 0.05
  done
  cat "$work/log"
  return 1
}
request() { curl -sS -m 10 "${api/0.0.0.0/127.0.0.1}/$1" "${@:2}"; }
stop() {
  local status=0
  kill -TERM "$server"
  wait "$server" || status=$?
  server=
  cat "$work/log"
  return $status
}

# licences <share/doc/bedplate>
licences() {
  local name package version
  while read -r name package version; do
    [[ -s $1/libraries/$package.copyright && -n $version ]] || { echo "$name"; return 1; }
  done <"$1/libraries.txt"
}
