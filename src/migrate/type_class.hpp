#pragma once
// What a database's own word for a column's type means to us: whether a column declared so can hold the values of a
// mapped one. Pure.
#include <string_view>

#include "schema/schema.hpp"

namespace bedplate::migrate {

/// `declared` as the database has it: a CREATE TABLE's word on SQLite, format_type() on PostgreSQL.
bool can_hold(const schema::Column& column, schema::Dialect dialect, std::string_view declared);

}  // namespace bedplate::migrate
