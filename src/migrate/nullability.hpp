#pragma once
// Nullability: columns of the program's own tables that are NOT NULL though the model says they may be null, or has
// them no more, and such as may be null though the model requires them. Asks the database how many rows have none.
#include "migrate/verify.hpp"

namespace bedplate::migrate {

struct Nullability {
  std::vector<std::string> relaxed, required;  ///< columns to change
  std::vector<std::string> fills;              ///< statements before: rows without a value get the field's @default
  std::vector<Difference> clashes;             ///< rows without a value, and no @default that a statement could say
};

Result<Nullability> plan_nullability(store::Store& store, const model::Model& model, const schema::Table& wanted,
                                     const store::FoundTable& found);

}  // namespace bedplate::migrate
