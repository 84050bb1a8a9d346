#pragma once
// Columns that nobody fills: a row must have them, the database gives them no value and no field of the model does, as
// after a required field was taken out. Reads are as good as before, every create fails. A pure comparison.
#include <span>
#include <string>
#include <vector>

#include "schema/schema.hpp"
#include "store/store.hpp"

namespace bedplate::migrate {

/// A sentence each, with its mend: of tables that the model lets somebody create rows of, and of join tables.
std::vector<std::string> unfilled(const model::Model& model, const schema::Schema& schema, schema::Dialect dialect,
                                  std::span<const store::FoundTable> found);

}  // namespace bedplate::migrate
