#pragma once
// Leftovers: what a model maps no more. It stays in the database, with its values. Pure.
#include <string>
#include <vector>

#include "schema/schema.hpp"

namespace bedplate::migrate {

/// A sentence for each table and column of `before` that `after` has not, with a hint where it may have a new name.
std::vector<std::string> leftovers(const schema::Schema& before, const schema::Schema& after);

}  // namespace bedplate::migrate
