#pragma once
// The tables that are Bedplate's own (`bp_*`; schema `bedplate` on PostgreSQL): made and upgraded by the program, never
// part of a model or of a user's migrations, and no protocol addresses them. Pure.
#include <string>
#include <vector>

#include "sql/program.hpp"

namespace bedplate::sql {

/// What makes them where they aren't; safe to run again.
std::vector<std::string> create_system_tables(Dialect dialect);

/// The name by which statements address one: `bp_meta`, `bedplate.bp_meta`.
std::string system_table(std::string_view name, Dialect dialect);

}  // namespace bedplate::sql
