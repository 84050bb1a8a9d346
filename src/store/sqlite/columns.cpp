#include "store/sqlite/columns.hpp"

#include <cmath>

#include "base/cell_kind.hpp"
#include "store/sqlite/errors.hpp"

namespace bedplate::store::sqlite {
namespace {

Cell text_at(sqlite3_stmt* statement, int column) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
  return Cell::text({text ? text : "", static_cast<std::size_t>(sqlite3_column_bytes(statement, column))});
}

Cell blob_at(sqlite3_stmt* statement, int column) {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, column));
  return Cell::blob({bytes ? bytes : "", static_cast<std::size_t>(sqlite3_column_bytes(statement, column))});
}

// SQLite ends a text with a zero where it had none, and gives none back where that took memory that was not there.
bool out_of_memory(sqlite3_stmt* statement) {
  return (sqlite3_errcode(sqlite3_db_handle(statement)) & 0xff) == SQLITE_NOMEM;
}

Cell stored_at(sqlite3_stmt* statement, int column, int storage) {
  switch (storage) {
    case SQLITE_INTEGER:
      return Cell::integer(sqlite3_column_int64(statement, column));
    case SQLITE_FLOAT:
      return Cell::real(sqlite3_column_double(statement, column));
    case SQLITE_TEXT:
      return text_at(statement, column);
    case SQLITE_BLOB:
      return blob_at(statement, column);
    default:
      return Cell::null();
  }
}

std::unexpected<Error> mismatch(int column, int storage) {
  return failure(Error(Reason::kDatabaseMismatch, "A stored value does not have its field's type.")
                     .with_hint("Correct the stored rows or the field's type.")
                     .caused_by("column " + std::to_string(column) + " has storage class " + std::to_string(storage)));
}

// SQLite's columns hold what they were given: a number of the other kind is taken where it is the same number.
Result<Cell> unusual(sqlite3_stmt* statement, int column, int storage, const Type& type, FormScratch scratch) {
  const bool text_type =
      type.list || !(type.is_numeric() || type.scalar == Scalar::kBoolean || type.scalar == Scalar::kDateTime ||
                     type.scalar == Scalar::kDuration || type.scalar == Scalar::kBytes);
  if (text_type) return text_at(statement, column);
  if (type.scalar == Scalar::kBytes && storage == SQLITE_TEXT) return blob_at(statement, column);
  if (type.scalar == Scalar::kFloat && storage == SQLITE_INTEGER)
    return Cell::real(sqlite3_column_double(statement, column));
  if (type.scalar == Scalar::kDecimal && storage != SQLITE_BLOB)
    return decode_form(stored_at(statement, column, storage), type, model::ColumnForm::kNumericReal, scratch);
  if (storage == SQLITE_FLOAT) {
    const double value = sqlite3_column_double(statement, column);
    if (value == std::trunc(value) && std::abs(value) < 9e18) return Cell::integer(static_cast<std::int64_t>(value));
  }
  return mismatch(column, storage);
}

// The storage class that the canonical form of a type has: SQLite numbers them as we do the kinds of cells.
static_assert(static_cast<int>(CellKind::kInteger) == SQLITE_INTEGER &&
              static_cast<int>(CellKind::kReal) == SQLITE_FLOAT);
static_assert(static_cast<int>(CellKind::kText) == SQLITE_TEXT && static_cast<int>(CellKind::kBlob) == SQLITE_BLOB);
int usual_storage(const Type& type) { return static_cast<int>(cell_kind(type)); }

}  // namespace

bool needs_scratch(const sql::Column& column) {
  return column.form != model::ColumnForm::kCanonical || column.type.scalar == Scalar::kDecimal;
}

Result<std::size_t> read_columns(sqlite3_stmt* statement, std::span<const sql::Column> columns, std::span<Cell> cells,
                                 std::span<std::array<char, kFormScratch>> scratch) {
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const int at = static_cast<int>(i);
    const int storage = sqlite3_column_type(statement, at);
    const sql::Column& column = columns[i];
    if (storage == SQLITE_NULL) {
      cells[i] = Cell::null();
    } else if (column.form != model::ColumnForm::kCanonical) [[unlikely]] {
      BP_TRY(cells[i], decode_form(stored_at(statement, at, storage), column.type, column.form, scratch[i]));
    } else if (storage == usual_storage(column.type)) [[likely]] {
      cells[i] = stored_at(statement, at, storage);
      if (storage == SQLITE_TEXT || storage == SQLITE_BLOB) {
        const std::size_t size = cells[i].as_bytes().size();
        if (size == 0 && out_of_memory(statement)) [[unlikely]]
          return failure(error_of(nullptr, SQLITE_NOMEM));
        bytes += size;
      }
    } else {
      std::array<char, kFormScratch> none;
      BP_TRY(cells[i], unusual(statement, at, storage, column.type, scratch.empty() ? none : scratch[i]));
    }
  }
  return bytes;
}

}  // namespace bedplate::store::sqlite
