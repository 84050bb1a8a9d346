#pragma once
// Codec: PostgreSQL's binary values ↔ canonical cells, and the parameter type of each Type. Pure; what has to be
// rewritten goes into the caller's `scratch`, the rest is a view of the bytes given.
#include <cstdint>
#include <string>
#include <string_view>

#include "base/cell.hpp"
#include "base/result.hpp"
#include "sql/program.hpp"

namespace bedplate::store::postgres {

/// A value of type `oid` → the canonical cell of the column. kDatabaseMismatch when it is no such value.
Result<Cell> decode(std::uint32_t oid, std::string_view bytes, const sql::Column& column, std::string& scratch);

/// The type a placeholder is declared with; PostgreSQL converts from it as the statement says.
std::uint32_t parameter_oid(const sql::Bind& bind);
/// Appends the binary form of a canonical cell, which is not null. kInvalidValue when it has none.
Result<void> encode(std::string& out, Cell canonical, const sql::Bind& bind);

}  // namespace bedplate::store::postgres
