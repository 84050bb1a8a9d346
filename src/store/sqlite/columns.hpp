#pragma once
// Columns: a stepped statement's values as canonical cells. Texts and blobs point into SQLite's buffers until the
// statement is stepped or reset, converted ones into the scratch.
#include <array>
#include <span>
#include <sqlite3.h>

#include "base/cell.hpp"
#include "base/result.hpp"
#include "sql/program.hpp"
#include "store/forms.hpp"

namespace bedplate::store::sqlite {

/// Whether reading it may have to write a text.
bool needs_scratch(const sql::Column& column);
/// `cells` holds at least as many as `columns`; `scratch` as many, or none where no column needs any.
/// Returns the bytes of texts and blobs.
Result<std::size_t> read_columns(sqlite3_stmt* statement, std::span<const sql::Column> columns, std::span<Cell> cells,
                                 std::span<std::array<char, kFormScratch>> scratch);

}  // namespace bedplate::store::sqlite
