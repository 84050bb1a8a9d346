#pragma once
// TrialData: the rows of a throw-away database as plain vectors, made up from a seed: what is written for the server,
// and what the judge reads instead of asking it. Cells are by FieldId, null where a field has no column; texts live in
// `arena`. Records keep their addresses. One thread.
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/arena.hpp"
#include "base/result.hpp"
#include "model/model.hpp"
#include "store/store.hpp"

namespace bedplate::app {

struct Record {
  model::EntityId entity = 0;
  std::vector<Cell> cells;
};

struct TrialData {
  Arena arena{64 * 1024};
  std::vector<model::EntityId> order;    ///< rows after those that they refer to
  std::vector<std::deque<Record>> rows;  ///< by EntityId
  /// By EntityId: rows that are not there, unlike all that are; what they refer to is not there either.
  std::vector<std::vector<Record>> spare;
  /// Tables of many-to-many relations by name: of each pair, what stands in each column.
  std::map<std::string, std::vector<std::map<std::string, Cell>>> links;
};

/// `now`, µs since 1970: nothing happened later. Of types with a trash some rows are in it. Errors: the seed's, where
/// no rows can be made up.
Result<std::unique_ptr<TrialData>> make_trial_data(const model::Model& model, std::uint64_t seed, std::int64_t now);

/// Into the empty tables of `store`. Blocking.
Result<void> write_trial_data(store::Store& store, const model::Model& model, const TrialData& data);

}  // namespace bedplate::app
