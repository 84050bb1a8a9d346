#!/usr/bin/env bash
# graphql-js's buildSchema accepts the prelude with every example, template and golden model that has no error.
# Needs node and the packages of tests/package.json (./dev setup test). No server, a second or two.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
exec timeout 60 node check.mjs
