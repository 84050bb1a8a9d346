#pragma once
// For sql and migrate: a column's CHECK as a condition of one dialect.
#include <string>

#include "schema/schema.hpp"
#include "sql/program.hpp"

namespace bedplate::sql {

/// Empty where the dialect needs none.
std::string check_text(const schema::Table& table, const schema::Check& check, Dialect dialect);

/// `'text'`.
std::string quoted_text(std::string_view text);

}  // namespace bedplate::sql
