#!/usr/bin/env bash
# tools/check_words: each rule finds what it is for and leaves its own folder alone.
source "$(dirname "${BASH_SOURCE[0]}")/check.sh"
words() { "$project/tools/check_words" "$scratch"; }
start() {
  rm -rf "$scratch/src"
  file src/LAYERS '[pure]' 'base:' '[effects]' 'net: base' 'store: base' 'app: net store'
  file src/base/a.cpp '// std::thread is not here, nor is steady_clock::now()' 'int next_time(int x);'
  file src/net/clock.cpp '#include <boost/asio.hpp>' 'auto now() { return std::chrono::steady_clock::now(); }'
  file src/store/sqlite/a.cpp '#include <sqlite3.h>'
  file src/app/main.cpp 'auto home = std::getenv("HOME");'
}

start; expect 'a tidy tree' 0 '' words
try() { # <line> <words expected> [file]
  start; file "${3:-src/base/b.cpp}" "$1"
  expect "$1" 1 "$2" words
}
try 'std::mutex m;' 'pure: threads'
try '#include <thread>' 'pure: threads'
try '#include <fstream>' 'pure: files'
try '#include <sqlite3.h>' 'sqlite3.h'
try '#include <sqlite3.h>' 'sqlite3.h' src/store/postgres/a.cpp
try '#include <libpq-fe.h>' 'libpq-fe.h' src/store/sqlite/b.cpp
try '#include <boost/asio.hpp>' 'asio' src/net/loop.hpp
try '#include <boost/json/value.hpp>' 'boost.json' src/net/a.cpp
try '#include <openssl/evp.h>' 'openssl' src/net/a.hpp
try 'auto t = std::chrono::system_clock::now();' 'clock'
try 'std::random_device r;' 'random' src/store/a.cpp
try 'auto x = std::getenv("A");' 'environment' src/store/a.cpp
try 'static int counter = 0;' 'global state' src/store/a.cpp
try 'int x;  // TODO later' 'unfinished'
finish
