#!/usr/bin/env bash
# tools/check_headers on small trees: a header must include what it uses itself, whatever others do.
source "$(dirname "${BASH_SOURCE[0]}")/check.sh"
headers() { "$project/tools/check_headers" "$scratch"; }
start() { # a sound tree
  rm -rf "$scratch/src"
  file src/base/a.hpp '#pragma once' '#include <string>' '#define BP_A 1' 'struct A { std::string text; };'
  file src/base/all.hpp '#pragma once' '#include "base/a.hpp"'
  file src/json/b.hpp '#pragma once' '#include <vector>' '#include "base/all.hpp"' \
    'struct B { std::vector<A> all; int n = BP_A; };'
}

start; expect 'a sound tree passes, what an included one includes counts' 0 '' headers
expect 'and again' 0 '' headers
start; file src/json/b.hpp '#pragma once' 'struct B { A a; };'
expect 'a missing project header' 1 "'src/base/a.hpp'" headers
start; file src/json/b.hpp '#pragma once' 'struct A; struct B { A* a; };'
expect 'a declaration is enough for a name' 0 '' headers
start; file src/json/b.hpp '#pragma once' 'struct A; struct B { A a; };'
expect 'and not for a member' 1 "'src/base/a.hpp'" headers
start; file src/json/b.hpp '#pragma once' 'inline int b = BP_A;'
expect 'a missing macro' 1 'BP_A' headers
start; file src/json/b.hpp '#pragma once' 'struct B { std::vector<int> all; };'; file src/base/c.hpp '#pragma once' '#include <vector>'
expect 'a missing standard header' 1 'vector' headers
start; file src/json/b.hpp '#pragma once' '#include "base/c.hpp"'
expect 'a header that is not there' 1 'base/c.hpp' headers
start; file src/json/b.hpp '#pragma once' 'struct B {'
expect 'what does not compile' 1 'src/json/b.hpp' headers
finish
