#!/usr/bin/env bash
# tools/check_layers on small trees, each with one thing wrong.
source "$(dirname "${BASH_SOURCE[0]}")/check.sh"
layers() { "$project/tools/check_layers" "$scratch/src"; }
start() { # a sound tree
  rm -rf "$scratch/src"
  file src/LAYERS '# comment' '[pure]' 'base:' 'json: base' 'sdl: base' 'sql: json' 'render: json' \
    '[effects]' 'store: sql' 'engine: sql store render' 'rest: engine render' 'console: rest' 'app: rest store'
  file src/base/a.hpp '#include <string>'
  file src/json/a.hpp '#include "base/a.hpp"' '#include "json/b.hpp"'
  file src/store/a.cpp '#include "base/a.hpp"' '#include "sql/a.hpp"'
  file src/rest/a.cpp '#include "engine/a.hpp"' '#include "base/a.hpp"'
  file src/app/a.cpp '#include "store/a.hpp"' '#include "sql/a.hpp"'
}

start; expect 'a sound tree passes, transitive edges too' 0 '' layers
start; file src/base/b.cpp '#include "json/a.hpp"'
expect 'upwards' 1 'base/b.cpp:1: base may not include json' layers
start; file src/json/c.cpp '' '  #  include "sdl/a.hpp"'
expect 'rooms that do not list each other' 1 'json/c.cpp:2: json may not include sdl' layers
start; file src/rest/b.cpp '#include "sql/a.hpp"'
expect 'a protocol and sql, though transitive' 1 'rest never includes sql' layers
start; file src/rest/b.cpp '#include "store/a.hpp"'
expect 'a protocol and store' 1 'rest never includes store' layers
start; file src/console/b.cpp '#include "store/a.hpp"'
expect 'what stands on a protocol and store' 1 'console never includes store' layers
start; file src/extra/a.cpp 'int a;'
expect 'a folder without a line' 1 'folder extra has no line in LAYERS' layers
start; file src/json/c.cpp '#include "jsn/a.hpp"'
expect 'an unknown room' 1 'is of no room' layers
start; file src/json/c.cpp '#include "b.hpp"'
expect 'an include without its room' 1 'does not name its room' layers
start; file src/json/c_test.cpp '#include "support/temp_dir.hpp"'
expect 'a test and its support' 0 '' layers
start; file src/json/c.cpp '#include "support/temp_dir.hpp"'
expect 'a source and the support of tests' 1 'is of no room' layers
start; sed -i 's/^json: base/json: base sdl/' "$scratch/src/LAYERS"
expect 'a cycle or a line out of order' 1 'json lists sdl, which no line above it declares' layers
start; echo 'json: base' >>"$scratch/src/LAYERS"
expect 'a room twice' 1 'room json stands here twice' layers
start; echo 'Json base' >>"$scratch/src/LAYERS"
expect 'a line that cannot be read' 1 'cannot read' layers
expect 'the project itself' 0 - "$project/tools/check_layers"
finish
