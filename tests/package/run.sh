#!/usr/bin/env bash
# ./dev check --package: what ./dev package made (build/package), as those have it who install it on an empty Debian 12:
# the tarball, the .deb as its unit runs it, the Dockerfile's last stage. As root; it takes debootstrap and minutes.
# BEDPLATE_ROOT=<dir> keeps the empty Debian there for the next time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
((EUID == 0)) || { echo "debootstrap and chroot need root"; exit 1; }
packages=$PWD/build/package
work=$(mktemp -d -p "${TMPDIR:-/var/tmp}" bedplate-package.XXXXXX)
source tests/package/steps.sh
source tests/package/unit.sh
source tests/package/image.sh

made_again() {
  local time
  time=$(tar --full-time -tzvf "$packages"/*.tar.gz | awk 'NR == 1 { print $4, $5 }')
  SOURCE_DATE_EPOCH=$(date -d "$time" +%s) tools/package "$work/again" >/dev/null &&
    diff "$packages/SHA256SUMS" "$work/again/SHA256SUMS"
}
check "the same program gives the same bytes" made_again
check "lintian" lintian --allow-root --no-user-dirs --fail-on error,warning "$packages"/bedplate_*.deb
check "the unit is well-formed" unit_verified
check "the unit lets the program do little" \
  systemd-analyze security --offline=true --threshold=15 --no-pager packaging/bedplate@.service

empty=${BEDPLATE_ROOT:-$work/empty}
tools/make_root "$empty" >/dev/null
# The tarball.
new_root
name=$(basename "$packages"/*.tar.gz .tar.gz)
tar -xzf "$packages/$name.tar.gz" -C "$root/opt"
program=/opt/$name/bin/bedplate
cp -r "$root/opt/$name/share/doc/bedplate/examples/shop" "$root/srv/shop"
own_libraries() {
  "${inside[@]}" ldd "$program" >"$work/libraries"
  ! grep 'not found' "$work/libraries" &&
    ! awk '$2 == "=>" { print $3 }' "$work/libraries" | grep -vE "^/opt/$name/|/lib(c|m|resolv|dl|rt|pthread)\.so"
}
check "tarball: only glibc is the system's" own_libraries
check "tarball: --version" says "^bedplate [0-9]" "${inside[@]}" "$program" --version
ln -s "$program" "$root/usr/local/bin/bedplate"
check "tarball: by a link" says "^bedplate [0-9]" "${inside[@]}" bedplate --version
check "tarball: check" "${inside[@]}" "$program" check /srv/shop
check "tarball: serve" start "${inside[@]}" "$program" serve /srv/shop --listen 127.0.0.1:0
check "tarball: a request" says '^\[' request products
check "tarball: SIGTERM ends it well" stop
check "tarball: PostgreSQL's client is there" says "onnection refused" \
  fails "${inside[@]}" "$program" serve /srv/shop --database postgres://shop@127.0.0.1:1/shop
check "tarball: every library has its licence" licences "$root/opt/$name/share/doc/bedplate"

# The package, and its unit's user, folders, variables and command.
new_root
cp "$packages"/bedplate_*.deb "$root/tmp/"
check "deb: it installs" installs
check "deb: --version" says "^bedplate [0-9]" "${inside[@]}" bedplate --version
check "deb: it has a user of its own" says "^bedplate:.*:/var/lib/bedplate:/usr/sbin/nologin$" \
  "${inside[@]}" getent passwd bedplate
cp -r examples/shop "$root/etc/bedplate/"
rm -rf "$root"/etc/bedplate/shop/{data,.bedplate}
"${inside[@]}" install -d -m 750 -o bedplate -g bedplate "/var/lib/$(unit StateDirectory)"
as_unit=("${inside[@]}" setpriv "--reuid=$(unit User)" "--regid=$(unit Group)" --clear-groups env "$(unit Environment)")
read -ra command < <(unit ExecStart)
check "deb: the unit's command" start "${as_unit[@]}" "${command[@]}" --listen 127.0.0.1:0
check "deb: a request" says '^\[' request products
as_bedplate=("${inside[@]}" setpriv --reuid=bedplate --regid=bedplate --clear-groups)
key=$("${as_bedplate[@]}" bedplate admin key create /etc/bedplate/shop --roles STAFF \
  --database sqlite:/var/lib/bedplate/shop/app.db 2>/dev/null || true)
check "deb: a key, through the service" says '^\[' request orders -H "apikey: $key"
check "deb: a backup" says "^Backed up" \
  "${as_unit[@]}" bedplate admin backup /var/lib/bedplate/shop/shop.backup /etc/bedplate/shop
check "deb: SIGTERM ends it well" stop
watched=(strace -f -D -qq -o "$work/calls" "${as_unit[@]}" NOTIFY_SOCKET=@bedplate-package "${command[@]}")
check "deb: serving in sight of strace" start "${watched[@]}" --listen 127.0.0.1:0
check "deb: a request in sight of strace" says '^\[' request orders -H "apikey: $key"
check "deb: a backup in sight of strace" \
  "${as_unit[@]}" bedplate admin backup /var/lib/bedplate/shop/again.backup /etc/bedplate/shop
check "deb: its end in sight of strace" stop
check "deb: the unit allows its system calls" calls_allowed
check "deb: it tells systemd when it serves" unit_told
check "deb: no memory is writable and executable" memory_allowed
check "deb: the unit allows its sockets" sockets_allowed
check "deb: bash completes" says '^serve$' "${inside[@]}" bash -c '
  source /usr/share/bash-completion/completions/bedplate
  COMP_WORDS=(bedplate se) COMP_CWORD=1
  _bedplate
  echo "${COMPREPLY[@]}"'
check "deb: its manual page" says '^\.TH BEDPLATE 1' "${inside[@]}" zcat /usr/share/man/man1/bedplate.1.gz
check "deb: it is purged" "${inside[@]}" dpkg --purge bedplate
check "deb: and its program gone" test ! -e "$root/usr/bin/bedplate"
check "deb: its databases stay" test -s "$root/var/lib/bedplate/shop/app.db"

# The image's last stage, its instructions run one by one.
new_root
check "image: it builds" build_image
cp -r examples/shop/. "$root/project/"
rm -rf "$root"/project/{data,.bedplate}
check "image: its command" start "${as_image[@]}" "${image_command[@]}"
check "image: a request" says '^\[' request products
check "image: it is healthy" "${as_image[@]}" "${image_health[@]}"
check "image: its volume has the database" test -s "$root/var/lib/bedplate/app.db"
check "image: its signal ends it well" stop
check "image: then it is not healthy" fails "${as_image[@]}" "${image_health[@]}"

echo "$passed passed, $failed failed"
((failed == 0))
