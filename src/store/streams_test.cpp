// Streams of many callers on one loop, on both stores: who begins finds room beside exports that go on.
#include <deque>
#include <gtest/gtest.h>

#include "store/postgres/postgres_store.hpp"
#include "store/sqlite/sqlite_store.hpp"
#include "support/postgres.hpp"
#include "support/store_rig.hpp"
#include "support/temp_dir.hpp"

namespace bedplate::store {
namespace {

using namespace testing_support;

struct Somebody final : operation::Caller {
  explicit Somebody(std::uint64_t of_number) : number_(of_number) {}
  std::uint64_t number() const override { return number_; }

 private:
  const std::uint64_t number_;
};

class Exports {
 public:
  Exports(StoreRig& rig, sql::Program rows) : rig_(rig), rows_(std::move(rows)) {}

  /// Begins a list of which a slice has `at_once` rows: `all` of it was there, it goes `on` and stays open, or the
  /// word of the error.
  std::string begin(std::uint64_t number, int at_once) {
    Open& open = open_.emplace_back(number, rows_, at_once);
    auto stream = rig_.session->stream({rows_, {}, *rig_.anonymous, 0, {}, &open.caller});
    if (!stream) return word(stream.error());
    open.stream = std::move(*stream);
    auto more = rig_.run(open.stream->advance(open.dump));
    if (more && *more) return "on";
    open.stream.reset();
    return more ? "all" : word(more.error());
  }
  int begin_all(std::uint64_t number) {
    int going = 0;
    while (begin(number, 1) == "on") ++going;
    return going;
  }

 private:
  struct Open {
    Open(std::uint64_t number, const sql::Program& rows, int at_once) : caller(number), dump(rows, at_once) {}
    Somebody caller;
    SliceDump dump;
    std::unique_ptr<RowStream> stream;
  };
  StoreRig& rig_;
  const sql::Program rows_;
  std::deque<Open> open_;
};

void expect_fair(StoreRig& rig, sql::Program rows, const std::vector<int>& shares) {
  Exports exports(rig, std::move(rows));
  for (std::size_t caller = 0; caller < shares.size(); ++caller)
    EXPECT_EQ(exports.begin_all(caller + 1), shares[caller]) << caller;
  EXPECT_EQ(exports.begin(99, 1), "OVERLOADED") << "no place is left that lasts";
  for (int i = 0; i < 50; ++i) EXPECT_EQ(exports.begin(static_cast<std::uint64_t>(i), 10), "all") << i;
}

TEST(Streams, Threat139_WhatFitsTheFirstSliceIsNeverBehindLongExportsOnSqlite) {
  TempDir dir;
  StoreRig rig(std::move(open_sqlite({.path = dir / "s.db"})).value());
  expect_fair(
      rig, program(sql::Dialect::kSqlite, {{"SELECT value FROM json_each('[1,2,3]')", {}, {column(Scalar::kInt)}, {}}}),
      {6, 4, 2, 2, 1, 1});
}

TEST(Streams, Threat139_WhatFitsTheFirstSliceIsNeverBehindLongExportsOnPostgres) {
  auto* server = PostgresServer::get();
  if (!server) GTEST_SKIP();
  StoreRig rig(std::move(open_postgres({.url = server->new_database()})).value());
  expect_fair(rig, program(sql::Dialect::kPostgres, {{"SELECT generate_series(1, 3)", {}, {column(Scalar::kInt)}, {}}}),
              {2, 2, 1, 1});
}

}  // namespace
}  // namespace bedplate::store
