#pragma once
// Uniques: the values that rows of one type have already where no two may be the same, as hashes: two that clash by
// chance only mean that a row is drawn again. One thread.
#include <unordered_set>
#include <vector>

#include "base/cell.hpp"
#include "model/model.hpp"
#include "seed/dice.hpp"

namespace bedplate::seed {

class Uniques {
 public:
  explicit Uniques(const model::Entity& entity);

  /// Takes the row's values, or says which unique has them already: the fields, as in `title, shelf`; empty: none.
  std::string take(std::span<const Cell> row);

 private:
  struct Unique {
    std::vector<model::FieldId> fields;
    std::string names;
    std::unordered_set<std::uint64_t> taken;
  };
  std::vector<Unique> uniques_;
};

}  // namespace bedplate::seed
