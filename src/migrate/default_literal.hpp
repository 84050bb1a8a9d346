#pragma once
// The @default of a field as a literal in SQL, for rows that are there when its column comes or becomes required. Pure.
#include <string>

#include "schema/schema.hpp"

namespace bedplate::migrate {

/// Empty: the field has none that a statement could say.
std::string default_literal(const model::Model& model, const schema::Table& table, const schema::Column& column,
                            schema::Dialect dialect);

}  // namespace bedplate::migrate
