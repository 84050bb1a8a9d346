#!/usr/bin/env bash
# TLS, HTTP/2, draining and restarts of the real program, seen by clients that others wrote: curl, openssl s_client,
# node's http2. BEDPLATE_PROGRAM: the program to test.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
for needed in node curl openssl; do
  command -v "$needed" >/dev/null || { echo "$needed is missing: ./dev setup test"; exit 1; }
done
exec node run.mjs "$@"
