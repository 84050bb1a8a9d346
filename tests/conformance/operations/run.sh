#!/usr/bin/env bash
# What whoever operates the real program sees: its log, its metrics (read by Prometheus' own Python parser), proxies in
# front of it. BEDPLATE_PROGRAM: the program to test.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
command -v node >/dev/null || { echo "node is missing: install Node 18 or newer"; exit 1; }
/usr/bin/python3 -c 'import prometheus_client' 2>/dev/null || { echo "python3-prometheus-client is missing: ./dev setup test"; exit 1; }
exec node run.mjs "$@"
