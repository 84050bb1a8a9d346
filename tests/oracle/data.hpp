#pragma once
// Data: the rows of a model as plain vectors, and the same as INSERT statements. A record's cells are by FieldId,
// null where a field has no column. Text lives in `arena`. Records keep their addresses.
#include <array>
#include <deque>
#include <map>
#include <string>
#include <vector>

#include "base/arena.hpp"
#include "model/model.hpp"

namespace bedplate::oracle {

using model::EntityId;
using model::FieldId;

struct Record {
  EntityId entity = 0;
  std::vector<Cell> cells;
};

struct Data {
  Arena arena;
  std::vector<std::deque<Record>> rows;  ///< by EntityId
  /// Implicit join tables by name: by pair, what stands in each column.
  std::map<std::string, std::vector<std::map<std::string, Cell>>> links;

  /// In an order that owes nothing to the keys.
  std::vector<std::string> statements(const model::Model& model) const;
  /// Those of the join tables alone.
  std::vector<std::string> link_statements() const;
};

}  // namespace bedplate::oracle
