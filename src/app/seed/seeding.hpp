#pragma once
// Seeding a database: looks at what its tables hold, makes up rows (seed/rows.hpp) and writes them. Every row is judged
// by what judges clients' rows before it is written. Blocking; of `bedplate seed`, or of the process that owns the
// database where one does.
#include <atomic>
#include <functional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "seed/plan.hpp"
#include "store/store.hpp"

namespace bedplate::app {

struct SeedRequest {
  seed::Wanted wanted;
  std::uint64_t seed = 42;
  std::int64_t now = 0;  ///< µs since 1970: the latest date of what happened
  bool append = false;   ///< also to tables that hold rows
};

struct SeedReport {
  struct Table {
    std::string name;
    std::uint64_t rows = 0;
  };
  std::vector<Table> tables;  ///< join tables under the relation's name
  std::vector<std::string> remarks;
};

/// Told now and then: which table, how many of its rows are made of how many, how many of all.
struct SeedProgress {
  std::string_view table;
  std::uint64_t made = 0, planned = 0, made_in_all = 0, planned_in_all = 0;
};
using SeedWatch = std::function<void(const SeedProgress&)>;

/// `stop`: null, or set by whoever wants it to end early; what was written by then stays.
Result<SeedReport> seed_database(store::Store& store, const model::Model& model, const SeedRequest& request,
                                 const SeedWatch& watch, const std::atomic<bool>* stop = nullptr);

}  // namespace bedplate::app
