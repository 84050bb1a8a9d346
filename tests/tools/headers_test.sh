#!/usr/bin/env bash
# tools/check_headers on small trees, each with one thing wrong.
source "$(dirname "${BASH_SOURCE[0]}")/check.sh"
headers() { "$project/tools/check_headers" "$scratch"; }
start() { # a sound tree
  rm -rf "$scratch/src"
  file src/base/a.hpp '#pragma once' '#include <string>' 'struct A { std::string text; std::size_t size; };'
  file src/base/b.hpp '#pragma once' '#include "base/a.hpp"' 'struct B { A a; };  // std::map is not here'
  file src/base/c.hpp '#pragma once' '#include "base/b.hpp"' 'std::string c(const B& b);'
  file src/base/c.cpp '#include "base/c.hpp"' 'std::string c(const B& b) { return b.a.text; }'
}

start; expect 'a sound tree passes' 0 '' headers
expect 'and again, from what is remembered' 0 '' headers
start; file src/base/b.hpp '#pragma once' 'struct B { A a; };'
expect 'a project include is missing' 1 'src/base/b.hpp does not compile alone' headers
expect 'and is found again' 1 'src/base/b.hpp does not compile alone' headers
start; file src/base/a.hpp '#pragma once' '#include <string>' 'struct Other { std::string text; };'
expect 'a header below changed, what reaches it is compiled again' 1 'src/base/b.hpp does not compile alone' headers
start; file src/base/b.hpp '#pragma once' '#include "base/a.hpp"' '' 'struct B { A a; std::optional<int> b; };'
expect 'a standard include is missing' 1 'src/base/b.hpp:4: std::optional without #include <optional>' headers
start; file src/base/c.hpp '#pragma once' '#include "base/b.hpp"' 'std::vector<int> c(const B& b);'
expect 'also in a header that has a source' 1 'src/base/c.hpp:3: std::vector without #include <vector>' headers
start; file src/base/b.hpp '#pragma once' '#include "base/a.hpp"' 'struct B { A a; std::unheard_of c; };'
expect 'a name that the table does not know' 1 'std::unheard_of is in no line' headers
start; file src/base/c.hpp '#pragma once' '#include <string>' 'std::string c(const B& b);'
file src/base/c.cpp '#include "base/b.hpp"' '#include "base/c.hpp"'
expect 'its source hides what it misses' 1 'src/base/c.hpp does not compile alone' headers
start; for n in 1 2 3 4 5; do file src/base/n$n.hpp '#pragma once' '#include "base/b.hpp"' "struct N$n { B b; };"; done
file src/pch.hpp '#pragma once' '#include <string>'
expect 'many at once, by the precompiled standard headers' 0 '' headers
file src/base/n3.hpp '#pragma once' 'struct N3 { B b; };'; file src/base/n4.hpp '#pragma once' 'struct N4 { A b; };'
file src/base/n5.hpp '#pragma once' 'struct N5 {};'; file src/base/n1.hpp '#pragma once' 'struct N1 {};'
expect 'of which one misses an include' 1 'src/base/n3.hpp does not compile alone' headers
finish
