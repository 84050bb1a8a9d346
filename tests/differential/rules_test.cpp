// Rules mean the same in C++, on SQLite and on PostgreSQL, cell by cell, for random expressions of a fixed seed.
// `./dev fuzz rules` goes on from other seeds.
#include "differential/rules.hpp"

#include <gtest/gtest.h>

#include "store/postgres/postgres_store.hpp"
#include "store/sqlite/sqlite_store.hpp"
#include "support/postgres.hpp"
#include "support/temp_dir.hpp"

namespace bedplate::differential {
namespace {

/// Half a million cells each, about a minute of one core for both, unoptimised; ten million are ./dev fuzz rules.
constexpr unsigned kBatches = 120;
constexpr std::uint64_t kLeastAnOperator = 500;

void run(Rules& rules, unsigned seed) {
  Report report;
  for (unsigned batch = 0; batch < kBatches; ++batch) {
    rules.run(seed + batch, report);
    if (batch % 2 == 0) rules.run_filters(seed + batch, report);
  }
  std::string rare;
  const std::string met = coverage(report, kLeastAnOperator, rare);
  EXPECT_EQ(report.differences, 0u) << report.first;
  EXPECT_EQ(rare, "") << "operators met less than " << kLeastAnOperator << " times";
  std::printf("%llu cells of %llu expressions: %s\n", static_cast<unsigned long long>(report.cells),
              static_cast<unsigned long long>(report.expressions), met.c_str());
}

TEST(RulesDifferential, SqliteAgrees) {
  const testing_support::TempDir folder;
  auto store = store::open_sqlite({.path = folder / "rules.db"});
  ASSERT_TRUE(store) << store.error().message();
  Rules rules(std::move(*store));
  run(rules, 1000);
}

TEST(RulesDifferential, PostgresAgrees) {
  auto* server = testing_support::PostgresServer::get();
  ASSERT_NE(server, nullptr);
  auto store = store::open_postgres({.url = server->new_database(), .statement_timeout = std::chrono::seconds(60)});
  ASSERT_TRUE(store) << store.error().message();
  Rules rules(std::move(*store));
  run(rules, 1000);
}

}  // namespace
}  // namespace bedplate::differential
