#pragma once
// What start and commands do on a connection of their own, blocking: describe tables, run DDL, ask system tables.
#include <span>
#include <string>
#include <vector>

#include "store/postgres/handles.hpp"
#include "store/postgres/postgres_store.hpp"
#include "store/store.hpp"

namespace bedplate::store::postgres {

Result<ConnectionHandle> open_blocking(const PostgresOptions& options);
Result<std::vector<FoundTable>> describe_tables(PGconn* connection);
/// All or nothing; an entry may hold several statements.
Result<void> run_transaction(PGconn* connection, std::span<const std::string> statements);
/// Binds go as text; nulls become empty texts.
Result<std::vector<std::vector<std::string>>> query_rows(PGconn* connection, std::string_view text,
                                                         std::span<const Cell> binds);

}  // namespace bedplate::store::postgres
