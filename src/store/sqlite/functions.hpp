#pragma once
// Our SQL functions on a connection: those every store has (bp_lower, bp_upper, bp_like, bp_regex, bp_from_spaced,
// bp_from_real, the collation bp_decimal) and the tables of sql::Function given by SqliteOptions. All of them are
// deterministic and innocuous, so that schemas may use them although trusted_schema is off.
#include <sqlite3.h>

#include "base/result.hpp"
#include "store/sqlite/connection.hpp"

namespace bedplate::store::sqlite {

/// They count their work on the connection's budget and end the statement when it is over.
Result<void> register_functions(Connection& connection, const SqliteOptions& options);

/// An argument of a function as a cell; text and blobs point into it.
Cell cell_of(sqlite3_value* value);
void set_result(sqlite3_context* context, Cell cell);

}  // namespace bedplate::store::sqlite
