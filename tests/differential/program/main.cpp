// rules <cells> <seconds> <seed>: the differential test of rules from another seed, on SQLite and on PostgreSQL, until
// so many cells were compared or the time is over. Exit code 1 with the first differences; the seed repeats them.
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "differential/rules.hpp"
#include "store/postgres/postgres_store.hpp"
#include "store/sqlite/sqlite_store.hpp"
#include "support/postgres.hpp"
#include "support/temp_dir.hpp"

namespace {

using bedplate::differential::Report;
using bedplate::differential::Rules;

constexpr std::uint64_t kLeastAnOperator = 500;

int verdict(const char* store, const Report& report) {
  std::string rare;
  const std::string met = coverage(report, kLeastAnOperator, rare);
  std::printf("%s: %llu cells of %llu expressions, %llu differences\n  %s\n", store,
              static_cast<unsigned long long>(report.cells), static_cast<unsigned long long>(report.expressions),
              static_cast<unsigned long long>(report.differences), met.c_str());
  if (!rare.empty()) std::printf("  met less than %d times:%s\n", static_cast<int>(kLeastAnOperator), rare.c_str());
  if (report.differences > 0) std::printf("%s\n", report.first.c_str());
  return report.differences > 0 ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv) {
  const auto number = [&](int at, std::uint64_t otherwise) {
    return argc > at ? std::strtoull(argv[at], nullptr, 10) : otherwise;
  };
  const std::uint64_t cells = number(1, 10'000'000);
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(number(2, 600));
  auto seed = static_cast<unsigned>(number(3, 1'000'000));

  const bedplate::testing_support::TempDir folder;
  auto sqlite = bedplate::store::open_sqlite({.path = folder / "rules.db"});
  auto* server = bedplate::testing_support::PostgresServer::get();
  if (!sqlite || !server) return 2;
  auto postgres =
      bedplate::store::open_postgres({.url = server->new_database(), .statement_timeout = std::chrono::seconds(60)});
  if (!postgres) return 2;

  Rules on_sqlite(std::move(*sqlite)), on_postgres(std::move(*postgres));
  Report one, other;
  for (; one.cells + other.cells < cells && std::chrono::steady_clock::now() < end; ++seed) {
    on_sqlite.run(seed, one);
    on_postgres.run(seed, other);
    if (seed % 2 != 0) continue;
    on_sqlite.run_filters(seed, one);
    on_postgres.run_filters(seed, other);
  }
  std::printf("up to seed %u\n", seed);
  return verdict("SQLite", one) | verdict("PostgreSQL", other);
}
