#pragma once
// What start and commands do on the writer's connection: describe tables, run DDL, ask system tables.
#include <span>
#include <string>
#include <vector>

#include "store/sqlite/connection.hpp"
#include "store/store.hpp"

namespace bedplate::store::sqlite {

Result<std::vector<FoundTable>> describe_tables(Connection& connection);
/// All or nothing; an entry may hold several statements.
Result<void> run_transaction(Connection& connection, std::span<const std::string> statements);
/// The same, while foreign keys are not followed and renaming a table leaves what refers to it as it is.
Result<void> rebuild(Connection& connection, std::span<const std::string> statements);
/// Nulls become empty texts.
Result<std::vector<std::vector<std::string>>> query_rows(Connection& connection, std::string_view text,
                                                         std::span<const Cell> binds);

}  // namespace bedplate::store::sqlite
